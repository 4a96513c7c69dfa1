/** Copies hold the same characters, and no longer text. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { copyText, copyTexts } from '../../src/text/copy-text.ts';

test.each(['', 'short', 'a name that is longer', 'twee woorden \uD800 en 😀 \u2028 "x"'])('%j is the same', (text) => {
  expect(copyText(text)).toBe(text);
  expect(copyTexts({ a: [text], b: {} })).toEqual({ a: [text], b: {} });
});

test('a name that is kept does not keep the text that it was cut from', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const measure = (keep: (name: string) => string): number => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const names = Array.from({ length: 20 }, (_, at) => keep(`${at} ${'x'.repeat(999_000)}`.normalize().slice(2, 40)));
    collect();
    expect(names.length).toBe(20);
    return process.memoryUsage().heapUsed - before;
  };
  expect(measure(copyText)).toBeLessThan(5e6);
  expect(measure((name) => name)).toBeGreaterThan(10e6);
});
