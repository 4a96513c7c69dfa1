/** Names of sheets that Excel accepts: short, without certain characters, and unique whatever the case. */
import { removeControls } from '../format-cell.ts';

const LONGEST = 31;

/** One name a title, in their order. */
export function nameSheets(titles: readonly string[]): string[] {
  const taken = new Set<string>(['history']);
  return titles.map((title) => {
    const wanted = removeControls(title)
      .replace(/\p{Surrogate}/gu, '')
      .replace(/[[\]:*?/\\\s]+/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    for (let count = 1; ; count++) {
      const name = shorten(wanted === '' ? 'Sheet' : wanted, count === 1 ? '' : ` (${count})`);
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** Never in the middle of a character of two units. */
function shorten(text: string, suffix: string): string {
  const room = LONGEST - suffix.length;
  if (text.length <= room) return text + suffix;
  return (
    text
      .slice(0, room)
      .replace(/\p{Surrogate}$/u, '')
      .replace(/[' ]+$/, '') + suffix
  );
}
