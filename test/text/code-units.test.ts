/** The units of a passage are those of the text, copied one by one or at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyUnits } from '../../src/text/code-units.ts';
import { cases } from '../fuzz.ts';

test('every unit of a passage, lone surrogates included', () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const text = fc.array(fc.oneof(unit, fc.constantFrom('a', 'é', '👩‍👩‍👧', ' ')), { maxLength: 200 });
  fc.assert(
    fc.property(text, fc.nat(60), (parts, start) => {
      const whole = parts.join('');
      const from = Math.min(start, whole.length);
      const units = copyUnits(whole, from, whole.length);
      const expected = Array.from({ length: whole.length - from }, (_, at) => whole.charCodeAt(from + at));
      expect([...units.subarray(0, expected.length)]).toEqual(expected);
    }),
    cases(300),
  );
});

test('a passage that is longer than all before it', () => {
  const text = 'ab'.repeat(100_000);
  expect([...copyUnits(text, 1, text.length).subarray(0, 3)]).toEqual([98, 97, 98]);
  expect(copyUnits(text, 0, text.length)[199_999]).toBe(98);
});
