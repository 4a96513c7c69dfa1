/** A code that is one term, whatever else it lists. */
import type { UseRule } from '../rule.ts';
import { repeatLines } from '../sample-lines.ts';

const FEWEST_SEGMENTS = 10;

export const dominantTerm: UseRule = {
  id: 'dominant-term',
  severity: 'warning',
  summary: 'one term alone is found in more than 80 % of the segments of a code that has several (from 10 segments on)',
  why: 'The code counts a word and not a theme, and one mistake in that term is a mistake in the whole row.',
  limit: { value: 80, about: 'percent of the segments of a code' },
  good: `
    - id: time
      name: Time
      definition: Time and what it is spent on.
      terms: [tijd, agenda, lang]`,
  bad: `
    - id: time
      name: Time
      definition: Time and what it is spent on.
      terms: [uur, agenda]`,
  transcript: repeatLines([
    [9, 'Het kost een uur tijd.'],
    [2, 'Dan pak ik de agenda erbij.'],
    [3, 'Het duurde een uur lang.'],
    [20, 'Het regende weer.'],
  ]),
  checkUse: ({ codes }, { limit }) =>
    codes
      .filter(({ segments, terms }) => segments.length >= FEWEST_SEGMENTS && terms.length > 1)
      .flatMap(({ code, segments, terms }) =>
        terms
          .filter((term) => term.segments * 100 > segments.length * limit)
          .map(({ term, segments: found }) => ({
            position: term.position,
            code: code.id,
            reason: `Unexpected term \`${term.source}\` in ${found} of the ${segments.length} segments of \`${code.id}\`, expected at most ${limit} %`,
            hint: 'read some of its segments; make it narrower, or name the code after it',
          })),
      ),
};
