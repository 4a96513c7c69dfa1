/** Two codes on the same segments. */
import type { CodeUse } from '../codebook-use.ts';
import type { UseRule } from '../rule.ts';
import { repeatLines } from '../sample-lines.ts';

const FEWEST_SEGMENTS = 10;

export const twinCodes: UseRule = {
  id: 'twin-codes',
  severity: 'warning',
  summary: 'two codes share more than 80 % of the segments that have either (from 10 shared segments on)',
  why: 'They are one code with two names; every table about their relation says only that.',
  limit: { value: 80, about: 'percent of the segments that have one of two codes' },
  good: `
    - id: time
      name: Time
      definition: Time and what it is spent on.
      terms: [uur]
    - id: duration
      name: Duration
      definition: How long it takes.
      terms: [lang]`,
  bad: `
    - id: time
      name: Time
      definition: Time and what it is spent on.
      terms: [uur]
    - id: duration
      name: Duration
      definition: How long it takes.
      terms: [=duurde]`,
  transcript: repeatLines([
    [12, 'Het duurde een uur.'],
    [2, 'Dat is lang geleden.'],
    [12, 'Dan pak ik de agenda erbij.'],
  ]),
  checkUse: ({ codes }, { limit }) => {
    const bySize = codes
      .filter(({ segments }) => segments.length >= FEWEST_SEGMENTS)
      .sort((a, b) => a.segments.length - b.segments.length);
    return bySize.flatMap((smaller, index) => {
      const most = (smaller.segments.length * 100) / limit;
      const end = bySize.findIndex(({ segments }, at) => at > index && segments.length > most);
      return bySize.slice(index + 1, end < 0 ? undefined : end).flatMap((larger) => compare(smaller, larger, limit));
    });
  },
};

function compare(smaller: CodeUse, larger: CodeUse, limit: number) {
  const shared = countShared(smaller.segments, larger.segments);
  const either = smaller.segments.length + larger.segments.length - shared;
  if (shared < FEWEST_SEGMENTS || shared * 100 <= either * limit) return [];
  const [first, second] =
    smaller.code.position.line < larger.code.position.line ? [smaller, larger] : [larger, smaller];
  const ids = `\`${second.code.id}\` and \`${first.code.id}\``;
  const reason = `Unexpected codes ${ids} together on ${shared} of the ${either} segments that have one of them, expected at most ${limit} %`;
  return [
    { position: second.code.position, code: second.code.id, reason, hint: 'merge them, or say what sets them apart' },
  ];
}

/** Numbers in both of two growing lists; the Jaccard index is these over those in either. */
function countShared(a: readonly number[], b: readonly number[]): number {
  const inA = new Set(a);
  return b.filter((number) => inA.has(number)).length;
}
