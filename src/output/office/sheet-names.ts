/** Names of sheets that Excel accepts: short, without certain characters, and unique whatever the case. */
import { removeControls } from '../format-cell.ts';

const LONGEST = 31;

/** One name a title, in their order. */
export function nameSheets(titles: readonly string[]): string[] {
  const taken = new Set<string>(['history']);
  return titles.map((title) => {
    const wanted = removeControls(isLong(title) ? beforeColon(title) : title)
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

const isLong = (title: string): boolean => title.length > LONGEST;

/** What the table is, without what it counts: "Code relations" of "Code relations: segments with both codes". */
const beforeColon = (title: string): string => /^[^:]+/.exec(title)?.[0] ?? title;

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
