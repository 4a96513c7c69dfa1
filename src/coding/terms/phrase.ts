/** A phrase: its words in order, each by its stem; a lone `*` stands for any one word. */
import { stemKey } from '../../text/stem.ts';
import type { TermKind } from './kind.ts';
import { compilePieces, findWordProblem } from './pieces.ts';

export const phrase: TermKind = {
  kind: 'phrase',
  summary: 'the words in order, each by its stem, over blanks, hyphens, marks and hesitations, never over punctuation',
  samples: [
    {
      term: 'hoge eisen',
      match: ['een hoge eis', 'hoge, nee, heel hoge eisen', 'hoge eh eisen', 'hoge [lacht] eisen'],
      noMatch: ['hoge, strenge eisen', 'eisen zijn hoog', 'Het is hoge. Eisen zijn er.'],
    },
    {
      term: 'vinger * de pols',
      match: ['een vinger aan de pols'],
      noMatch: ['vinger de pols', 'vinger zo aan de pols'],
    },
    { term: 'say no', match: ['to say no', 'she said no'], noMatch: ['no, say it'], language: 'en' },
  ],
  accepts: (source) => /\s/u.test(source) && !/^[=/]/.test(source) && !hasPattern(source),
  findProblem: (source) => findWordProblem(source, true) ?? findLoneEdge(source),
  compile: ({ source }, language) =>
    compilePieces(source, (piece) =>
      piece === '*' ? { by: 'any' } : { by: 'stem', key: stemKey(piece.replace(/[\u2018\u2019]/g, "'"), language) },
    ),
};

/** Whether a wildcard stands beside letters; a lone `*` between words is part of a phrase. */
export function hasPattern(source: string): boolean {
  return source.split(/\s+/u).some((piece) => piece !== '*' && /[*?]/.test(piece));
}

/** A lone `*` at the edge would code whatever stands beside the phrase. */
export function findLoneEdge(source: string): { reason: string; hint: string } | undefined {
  const pieces = source.split(/\s+/u);
  if (pieces.length < 2 || (pieces[0] !== '*' && pieces.at(-1) !== '*')) return undefined;
  return {
    reason: `Unexpected lone \`*\` at the edge of \`${source}\`, expected a word`,
    hint: 'it stands for one word between others; leave it out here',
  };
}
