/** Agreement of coders against counting every segment and every character one by one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fleissKappa, krippendorffAlpha, percentAgreement } from '../../src/agreement/coefficients.ts';
import { countRatings, type Rating } from '../../src/agreement/rating-counts.ts';
import { listCodes } from '../../src/codebook/code-tree.ts';
import type { CodedDocument, Coding, Span } from '../../src/model.ts';
import { AgreementTally } from '../../src/tables/comparison/agreement-tally.ts';
import { cases } from '../fuzz.ts';
import { codeDocument, FRUIT } from './fruit-study.ts';

const CODERS = ['anna', 'ben', 'cor'];
const CODES = listCodes(FRUIT);
/** Characters outside the first plane count once. */
const DOCUMENT = codeDocument('one', 'I: En?\nR: Een 😀 zin.\nR: Nog een.\n\nR: 𝒳 en 𝒴.\nR: Uit.\n');
const { text } = DOCUMENT.transcript;

const coding = fc
  .tuple(fc.constantFrom(...CODERS), fc.nat(CODES.length - 1), fc.nat(text.length - 1), fc.integer({ min: 1, max: 25 }))
  .map(([coder, code, from, size]): Coding => {
    const start = isInsidePair(from) ? from + 1 : from;
    const end = Math.min(start + size, text.length);
    const { id } = CODES[code]?.code ?? { id: '' };
    return {
      code: id,
      document: 'one',
      coder,
      start,
      end: isInsidePair(end) ? end + 1 : end,
      turn: 0,
      weight: 0,
      evidence: [],
    };
  });
const documents = fc.array(
  fc.record({
    codings: fc.array(coding, { maxLength: 12 }),
    judged: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
  }),
  { minLength: 1, maxLength: 3 },
);

test('segments and characters', () => {
  fc.assert(
    fc.property(documents, fc.nat(CODES.length - 1), (study, index) => {
      const tally = new AgreementTally({ codes: CODES, coders: CODERS, unit: 'paragraph', match: 'any', overlap: 0.9 });
      const [bySegment, byCharacter]: Rating[][][] = [[], []];
      for (const { codings: all, judged } of study) {
        const codings = all.filter(({ coder }) => judged[CODERS.indexOf(coder)]);
        tally.add({ ...(DOCUMENT as CodedDocument), codings, judged });
        if (judged.filter(Boolean).length < 2) continue;
        const rate = (unit: Span): Rating[] =>
          CODERS.map((coder, at) => (judged[at] ? hasCode(codings, { coder, index, unit }) : undefined));
        bySegment?.push(...DOCUMENT.segments.map(rate));
        byCharacter?.push(...listCharacters().map(rate));
      }
      for (const [level, units] of [
        ['segments', bySegment],
        ['characters', byCharacter],
      ] as const) {
        const { measures } = tally.measure(level, [index], { universe: 'all', intervals: false });
        const counts = countRatings(units ?? [], CODERS.length, 2);
        for (const [name, measure] of [
          ['percent', percentAgreement],
          ['fleiss', fleissKappa],
          ['alpha', krippendorffAlpha],
        ] as const) {
          const [found, expected] = [measures[name]?.value ?? null, measure(counts).value];
          if (expected === null) expect(found, `${level} ${name}`).toBeNull();
          else expect(found, `${level} ${name}`).toBeCloseTo(expected, 9);
        }
      }
    }),
    cases(300),
  );
});

function hasCode(
  codings: readonly Coding[],
  { coder, index, unit }: { coder: string; index: number; unit: Span },
): number {
  const family = CODES.filter((node) => node.index === index || node.ancestors.includes(index)).map(
    ({ code }) => code.id,
  );
  return codings.some(
    (each) => each.coder === coder && family.includes(each.code) && each.start < unit.end && each.end > unit.start,
  )
    ? 1
    : 0;
}

function listCharacters(): Span[] {
  let start = 0;
  return [...text].map((character) => {
    const span = { start, end: start + character.length };
    start = span.end;
    return span;
  });
}

function isInsidePair(at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
