/** Which bytes become which text, and what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, MOST_TEXT_BYTES } from '../../src/containers/decode.ts';
import { cases } from '../fuzz.ts';

const TEXT = 'I: Café?\nR: Eén 😀 appel.\n';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

function utf32(text: string, littleEndian: boolean): Buffer {
  const units = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(units.length * 4);
  for (const [index, unit] of units.entries()) {
    if (littleEndian) bytes.writeUInt32LE(unit, index * 4);
    else bytes.writeUInt32BE(unit, index * 4);
  }
  return bytes;
}

const ruleOf = (bytes: Uint8Array) => {
  const { text, messages } = decodeText({ path: 'a.txt', bytes });
  return [text, ...messages.map(({ ruleId }) => ruleId)];
};

describe('encodings', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['UTF-8', Buffer.from(TEXT), []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), []],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${TEXT}`), []],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${TEXT}`).swap16(), []],
    ['UTF-32 LE with a mark', utf32(`\uFEFF${TEXT}`, true), []],
    ['UTF-32 BE with a mark', utf32(`\uFEFF${TEXT}`, false), []],
    ['UTF-16 LE without a mark', utf16(TEXT), ['guessed-encoding']],
    ['UTF-16 BE without a mark', utf16(TEXT).swap16(), ['guessed-encoding']],
  ])('%s', (_name, bytes, rules) => {
    expect(ruleOf(bytes)).toEqual([TEXT.normalize('NFC'), ...rules]);
  });

  test.each<[string, Uint8Array]>([
    ['a NUL in the text', Buffer.from('I: Ja?\0\nR: Nee.\n')],
    ['NULs at one parity, but a character NUL too', utf16('I: Ja?\0\nR: Nee.\n')],
    ['UTF-16 cut in the middle of a unit', utf16(TEXT).subarray(1)],
    ['what begins as UTF-32 and is not', Buffer.from([0xff, 0xfe, 0, 0, 1, 2, 3, 4, 5])],
    ['zeros', Buffer.alloc(1000)],
  ])('%s is binary', (_name, bytes) => {
    expect(ruleOf(bytes)).toEqual([undefined, 'binary-file']);
  });

  test('half of a surrogate pair in UTF-8 is read as Windows-1252', () => {
    expect(ruleOf(Buffer.from([0x49, 0x3a, 0x20, 0xed, 0xa0, 0x80]))).toEqual(['I: í\u00A0€', 'guessed-encoding']);
  });

  test('a giant is refused before it is decoded', () => {
    expect(ruleOf(new Uint8Array(MOST_TEXT_BYTES + 1))).toEqual([undefined, 'too-large']);
  });
});

test('every text is in NFC, whatever characters tell that it is already', () => {
  const character = fc.oneof(
    fc.constantFrom(
      'a',
      'e',
      '\u0301',
      '\u0308',
      'é',
      '“',
      '’',
      '…',
      '–',
      'Å',
      'ﬁ',
      '가',
      '\u1100',
      '\u1161',
      '\r',
      '\n',
    ),
    fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCodePoint(code)),
  );
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 40 }), (characters) => {
      const written = `x${characters.join('')}`;
      const { text } = decodeText({ path: 'a.txt', bytes: Buffer.from(written) });
      expect(text).toBe(written.replace(/\r\n?/g, '\n').normalize('NFC'));
    }),
    cases(1000),
  );
});
