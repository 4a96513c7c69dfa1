/** Near misses of words, phrases, wildcards and exact terms: what stands in a passage that almost meets them. */
import type { Term } from '../model.ts';
import { missPhrase } from './missed-phrases.ts';
import { compareWord, type NearMiss, type Piece } from './near-word.ts';
import type { PassageView } from './passage-view.ts';
import { kindOf } from './terms/index.ts';
import { splitPieces } from './terms/pieces.ts';

/** The closest of all places in the passage and all alternatives of the term. */
export function missWords(term: Term, view: PassageView): NearMiss | undefined {
  const compiled = kindOf(term).compile(term, view.language);
  if (compiled.by !== 'words') return undefined;
  const written = splitPieces(term.source.replace(/^=\s*/, ''));
  return closest(
    compiled.sequences.flatMap((tests, alternative) => {
      const pieces = tests.map((test, at) => ({ test, written: written[alternative]?.[at] ?? '' }));
      return pieces.length === 1 ? missSingle(pieces[0] as Piece, view) : missPhrase(pieces, view);
    }),
  );
}

/** The first of those with the smallest distance. */
export function closest(misses: readonly NearMiss[]): NearMiss | undefined {
  return misses.reduce<NearMiss | undefined>(
    (best, miss) => (best && best.distance <= miss.distance ? best : miss),
    undefined,
  );
}

function missSingle(piece: Piece, view: PassageView): NearMiss[] {
  return view.words.flatMap(({ form, joined }, first) => {
    const forms = [{ form, length: 1 }, ...(joined ? [joined] : [])];
    return forms.flatMap((each) => {
      const miss = compareWord(each.form, piece, view.language);
      return miss ? [{ ...miss, range: { first, end: first + each.length } }] : [];
    });
  });
}
