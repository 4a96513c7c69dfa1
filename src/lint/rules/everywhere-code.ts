/** A code on most of what is said. */
import type { UseRule } from '../rule.ts';
import { repeatLines } from '../sample-lines.ts';

const FEWEST_SEGMENTS = 10;

export const everywhereCode: UseRule = {
  id: 'everywhere-code',
  severity: 'warning',
  summary: 'a code is on more than 60 % of all segments (from 10 segments on)',
  why: 'What is everywhere sets nothing apart: the code is the subject of the study, or its terms are too broad.',
  limit: { value: 60, about: 'percent of all segments' },
  good: `
    - id: time
      name: Time
      definition: Time and what it is spent on.
      terms: [agenda]`,
  bad: `
    - id: time
      name: Time
      definition: Time and what it is spent on.
      terms: [uur]`,
  transcript: repeatLines([
    [5, 'Dan pak ik de agenda erbij.'],
    [9, 'Het duurde een uur lang.'],
  ]),
  checkUse: ({ codes, segments }, { limit }) =>
    codes
      .filter((use) => segments >= FEWEST_SEGMENTS && use.segments.length * 100 > segments * limit)
      .map(({ code, segments: coded }) => ({
        position: code.position,
        code: code.id,
        reason: `Unexpected code \`${code.id}\` on ${coded.length} of ${segments} segments, expected at most ${limit} %`,
        hint: 'make its terms narrower, or split it',
      })),
};
