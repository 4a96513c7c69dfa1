/** Spans that touch, merge and overlap, compared with what counting characters one by one gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../../src/model.ts';
import {
  findTouched,
  intersectSpans,
  isOneOf,
  markTouched,
  mergeSpans,
  sumTouched,
} from '../../src/tables/touched-segments.ts';

const LENGTH = 40;
const span = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]): Span => ({ start, end: Math.min(start + length, LENGTH) }));
const spans = fc.array(span, { maxLength: 8 });
/** Sorted, without overlaps, with and without gaps between them. */
const segments = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 6 })), { maxLength: 8 }).map((parts) => {
  let at = 0;
  return parts.map(([gap, length]) => {
    const start = at + gap;
    at = start + length;
    return { start, end: at, turn: 0 };
  });
});

const charactersOf = (some: readonly Span[]) =>
  new Set(some.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

test('merged spans are the same characters, sorted and apart', () => {
  fc.assert(
    fc.property(spans, (some) => {
      const merged = mergeSpans(some);
      expect([...charactersOf(merged)].sort()).toEqual([...charactersOf(some)].sort());
      for (const [at, each] of merged.entries()) expect(each.start).toBeGreaterThan(merged[at - 1]?.end ?? -1);
    }),
  );
});

test('what two lists share are the characters of both', () => {
  fc.assert(
    fc.property(spans, segments, (some, others) => {
      const shared = charactersOf(intersectSpans(mergeSpans(some), others));
      const all = charactersOf(others);
      expect([...shared].sort()).toEqual([...charactersOf(some)].filter((each) => all.has(each)).sort());
    }),
  );
});

test('segments are touched that have a character of a passage, each once however many passages', () => {
  fc.assert(
    fc.property(spans, segments, (some, all) => {
      const touched = all.map((segment) => some.some((passage) => overlap(segment, passage)));
      expect([...markTouched(all, some)]).toEqual(touched.map(Number));
      expect(sumTouched(all, mergeSpans(some), (at) => at + 1)).toBe(
        touched.reduce((sum, isTouched, at) => sum + (isTouched ? at + 1 : 0), 0),
      );
      for (const passage of some) {
        const { from, to } = findTouched(all, passage);
        expect(all.slice(from, to)).toEqual(all.filter((segment) => overlap(segment, passage)));
        expect(isOneOf(all, passage)).toBe(
          all.some(({ start, end }) => start === passage.start && end === passage.end),
        );
      }
    }),
  );
});
