/** Names in capitals on lines of their own, as in a play: `TRUUS`, and what she says below. */
import { mayBeName, tally } from '../accept-names.ts';
import { findLabel } from '../labels.ts';
import { normalizeName } from '../normalize-name.ts';
import type { Source, SourceLine } from '../source.ts';
import { type Convention, replaceLines, textLines } from './convention.ts';

const NAME = /^\p{Lu}[\p{Lu}\p{M}.'’-]+(?: [\p{Lu}\p{M}.'’-]+){0,2}(?: ?\d{1,2})?$/u;
/** Share of the lines that must be such names, where each has a line or more below it. */
const FEWEST = 0.2;

export const nameLines = {
  name: 'name-lines',
  apply(source: Source): Source {
    const lines = textLines(source);
    if (lines.some((line) => line.label)) return source;
    const names = lines.filter(({ text }) => NAME.test(text) && mayBeName(normalizeName(text)));
    const counts = tally(names.map(({ text }) => normalizeName(text)));
    const recurring = names.filter(({ text }) => (counts.get(normalizeName(text)) ?? 0) > 1);
    const distinct = new Set(recurring.map(({ text }) => normalizeName(text))).size;
    const withColon = lines.filter((line) => findLabel(line)?.shape === 'certain').length;
    if (distinct < 2 || recurring.length < lines.length * FEWEST || withColon > recurring.length) return source;
    // Among such names one that stands once is somebody, too, unless it is the title.
    const first = lines.indexOf(recurring[0] as SourceLine);
    const spoken = names.filter((line) => lines.indexOf(line) >= first);
    return replaceLines(source, new Map(spoken.map((line) => [line, labelWhole(line)])));
  },
} satisfies Convention;

const labelWhole = (line: SourceLine): SourceLine => ({ ...line, label: { name: line.text, end: line.text.length } });
