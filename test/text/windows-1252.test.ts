/** Windows-1252 as the web defines it. */
import { expect, test } from 'vitest';
import { decodeWindows1252 } from '../../src/text/windows-1252.ts';

test('quotes, dashes and the euro are not control characters', () => {
  expect(decodeWindows1252(Uint8Array.of(0x80, 0x91, 0x92, 0x97, 0xe9, 0x41))).toBe('€‘’—éA');
});
