/** A word: matches every word with the same stem. */
import { stemKey } from '../../text/stem.ts';
import type { TermKind } from './kind.ts';
import { compilePieces, findWordProblem } from './pieces.ts';

export const word: TermKind = {
  kind: 'word',
  summary: 'any word with the same stem, whatever its case and diacritics',
  samples: [
    {
      term: 'begeleiding',
      match: ['goede begeleiding', 'Wie begeleidt haar?'],
      noMatch: ['het beleid', 'leiding geven'],
    },
    { term: 'coördinator', match: ['onze coordinator', 'de Coördinatoren'], noMatch: ['coördinatie'] },
    { term: 'boundary', match: ['clear boundaries'], noMatch: ['bound to fail'], language: 'en' },
    { term: 'e-mail', match: ['een e-mail', 'een email', 'een e mail'], noMatch: ['de mail'] },
  ],
  accepts: (source) => source !== '' && !/\s/u.test(source),
  findProblem: (source) => findWordProblem(source, false),
  compile: ({ source }, language) =>
    compilePieces(source, (piece) => ({ by: 'stem', key: stemKey(piece.replace(/[\u2018\u2019]/g, "'"), language) })),
};
