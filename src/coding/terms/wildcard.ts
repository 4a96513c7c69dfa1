/** A wildcard: the folded form with `*` for zero or more letters and `?` for one, alone or inside a phrase. */
import { fold } from '../../text/fold.ts';
import { stemKey } from '../../text/stem.ts';
import type { TermKind } from './kind.ts';
import { findLoneEdge, hasPattern } from './phrase.ts';
import { compilePieces, findWordProblem } from './pieces.ts';

export const wildcard: TermKind = {
  kind: 'wildcard',
  summary:
    'the word form without case and diacritics; `*` is zero or more letters, `?` one; words beside it go by their stem',
  samples: [
    { term: 'vrijwillig*', match: ['vrijwilligerswerk', 'Vrijwillig.'], noMatch: ['onvrijwillig'] },
    { term: '*coördinator', match: ['de vrijwilligerscoordinator', 'een coördinator'], noMatch: ['coördinatoren'] },
    { term: 'geb?nden', match: ['gebonden aan huis'], noMatch: ['gebnden', 'gebeenden'] },
    { term: 'zorgmijd* cliënt', match: ['zorgmijdende cliënten'], noMatch: ['zorgmijdend, cliënten'] },
  ],
  accepts: hasPattern,
  findProblem: (source) => findWordProblem(source, true) ?? findLoneEdge(source) ?? findEmptyPattern(source),
  compile: ({ source }, language) =>
    compilePieces(source, (piece) => {
      if (piece === '*') return { by: 'any' };
      const plain = piece.replace(/[\u2018\u2019]/g, "'");
      return /[*?]/.test(plain)
        ? { by: 'pattern', pattern: fold(plain) }
        : { by: 'stem', key: stemKey(plain, language) };
    }),
};

/** Patterns such as `**` or `??` name no letter and would match every word. */
function findEmptyPattern(source: string): { reason: string; hint: string } | undefined {
  const empty = source.split(/\s+/u).find((piece) => piece !== '*' && !/[\p{L}\p{N}]/u.test(piece));
  if (empty !== undefined) {
    return {
      reason: `Unexpected wildcard \`${empty}\` in \`${source}\`, expected at least one letter beside it`,
      hint: 'a lone * between two words stands for any one word',
    };
  }
  if (!source.includes('**')) return undefined;
  return {
    reason: `Unexpected \`**\` in \`${source}\`, expected a single \`*\``,
    hint: 'one * already stands for any number of letters',
  };
}
