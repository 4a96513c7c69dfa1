/** Passages are carried from one text to another that has more, less, or other blanks: to the same words, or not at all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignTexts } from '../../src/exchange/align-texts.ts';
import { QuoteFinder } from '../../src/exchange/find-quote.ts';
import { squeezeText } from '../../src/exchange/squeeze-text.ts';

const sentence = fc
  .array(fc.constantFrom('the', 'move', 'was', 'hard', 'café', 'neighbours', 'ja', '😀', 'missed', 'them'), {
    minLength: 3,
    maxLength: 14,
  })
  .map((words) => `${words.join(' ')}.`);
const sentences = fc.array(sentence, { minLength: 2, maxLength: 12 });

const squeeze = (text: string) => squeezeText(text, 'strict').text;

/** The other text: a sentence more, one less, other blanks, other forms of letters. */
const change = fc.record({ at: fc.nat(11), kind: fc.constantFrom('more', 'less', 'blanks', 'form', 'hyphen') });
type Change = { at: number; kind: string };

function apply(parts: readonly string[], { at, kind }: Change): string[] {
  const index = at % parts.length;
  const part = parts[index] ?? '';
  const changed = {
    blanks: part.replaceAll(' ', '\r\n '),
    form: part.normalize('NFD'),
    hyphen: part.replace('u', 'u\u00AD'),
  }[kind];
  const insert = { more: ['Something else was said here by somebody.', part], less: [] }[kind];
  return parts.toSpliced(index, 1, ...(insert ?? [changed ?? part]));
}

test('what is carried is the same words', () => {
  fc.assert(
    fc.property(
      sentences,
      fc.array(change, { maxLength: 4 }),
      fc.nat(400),
      fc.nat(60),
      (parts, changes, from, length) => {
        const there = parts.join('\n');
        const here = changes.reduce(apply, parts).join('\n');
        const whole = (at: number) => (/[\uDC00-\uDFFF]/.test(there.charAt(at)) ? at + 1 : at);
        const start = whole(from % (there.length - 1));
        const span = { start, end: whole(Math.min(start + 1 + length, there.length)) };
        const mapped = alignTexts(there, here).map(span);
        if (mapped)
          expect(squeeze(here.slice(mapped.start, mapped.end))).toBe(squeeze(there.slice(span.start, span.end)));
        const isSame = squeeze(here) === squeeze(there);
        if (isSame && squeeze(there.slice(span.start, span.end)) !== '') expect(mapped).toBeDefined();
      },
    ),
    { numRuns: 300 },
  );
});

test('quotes that are made to take long are given up', () => {
  const finder = new QuoteFinder('a'.repeat(300_000), 1e7);
  for (let at = 0; at < 10; at++) expect(finder.find(`${'a'.repeat(50_000 + at)}b`)).toEqual([]);
  expect(finder.isExhausted).toBe(true);
});

test('is linear where nothing is the same', () => {
  const [there, here] = ['ab '.repeat(150_000), 'cd '.repeat(150_000)];
  expect(alignTexts(there, here).map({ start: 0, end: 2 })).toBeUndefined();
});

test('most of a long text with many differences is carried', () => {
  const lines = Array.from(
    { length: 1000 },
    (_, at) => `R: This is answer ${at}, and nobody else gave it in these words.`,
  );
  const here = lines
    .filter((_, at) => at % 10 !== 3)
    .map((line, at) => (at % 7 === 0 ? `[noise] ${line}` : line))
    .join('\n');
  const there = lines.join('\n');
  const { map } = alignTexts(there, here);
  const carried = lines.filter((line) => {
    const start = there.indexOf(line);
    const span = map({ start, end: start + line.length });
    return span && here.slice(span.start, span.end) === line;
  });
  // A passage behind one that is missing begins as that did, and is found by its quote.
  expect(carried.length).toBe(800);
});
