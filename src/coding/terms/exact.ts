/** An exact term, written with `=`: no stem, diacritics count, and case counts when the term has a capital. */
import type { TermKind } from './kind.ts';
import { compilePieces, findWordProblem } from './pieces.ts';

export const exact: TermKind = {
  kind: 'exact',
  summary: 'the words as written; diacritics count, and case counts when the term has a capital',
  samples: [
    { term: '=Wmo', match: ['de Wmo is er'], noMatch: ['de wmo', 'WMO'] },
    { term: '=één', match: ['nog één keer'], noMatch: ['een keer'] },
    { term: '=mee eens', match: ['daar ben ik het mee eens', 'Mee eens!'], noMatch: ['eens mee'] },
    { term: '=begeleiding', match: ['Begeleiding is nodig'], noMatch: ['zij begeleiden hem'] },
  ],
  accepts: (source) => source.startsWith('='),
  findProblem: (source) => findWordProblem(source.slice(1).trim(), false),
  compile: ({ source }) => {
    const plain = source
      .slice(1)
      .trim()
      .replace(/[\u2018\u2019]/g, "'")
      .normalize('NFC');
    const anyCase = plain === plain.toLowerCase();
    return compilePieces(plain, (piece) => ({ by: 'form', form: piece, anyCase }));
  },
};
