/** Whatever bytes come in, an import ends with a codebook that can be read, or with an error; and it ends soon. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codebookFormats } from '../../../src/codebook/formats/index.ts';
import { cases } from '../../fuzz.ts';
import { importFile } from './convert-book.ts';

const GOOD: Record<string, string> = {
  qdc: '<CodeBook><Codes><Code name="A" color="#fff"><Description>x</Description><Code name="B"/></Code></Codes></CodeBook>',
  liwc: '%\n1\tA\n\t2\tB\n%\nhapp*\t1 2\nkind of\t(1)2/3\n',
  quanteda: 'A: [more, lamb*]\nB:\n  __: [x]\n  C:\n    - one * two\n',
  wordstat: 'A\n\tB\n\t\tART (1)\n\tPOP (2.5)\n',
  yoshikoder: '<dictionary><cnode name="A" desc="x"><pnode name="care"/><cnode name="B"/></cnode></dictionary>',
  lexicoder: '+A\nmore\n+B\nlamb*\n',
  csv: 'Code,Memo,Color,Terms (nl),Keywords\nA > B,"x\n\nInclude: y",#fff,"rol\n=eis",a;b\n',
  xlsx: 'PK\u0003\u0004',
};
const runs = cases(250);

async function mustEnd(format: string, path: string, bytes: Uint8Array): Promise<void> {
  // `importFile` reads what comes out again as a codebook, and fails when that has errors.
  const { codebook, told } = await importFile(path, bytes, { format });
  expect(codebook !== undefined || told.length > 0).toBe(true);
}

describe.each(codebookFormats.map(({ name, extensions }) => [name, `a${extensions.at(-1)}`] as const))(
  '%s',
  (format, path) => {
    const good = GOOD[format] ?? '';

    test('any bytes', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => mustEnd(format, path, bytes)),
        runs,
      );
    });

    test('pieces of a good file in any order, with any text between', async () => {
      const pieces = good.split(/(?<=[<>"\n\t,:%+ ])/);
      const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 })), {
        maxLength: 40,
      });
      const changed = fc
        .tuple(text, fc.nat(good.length))
        .map(([parts, at]) => good.slice(0, at) + parts.join('') + good.slice(at));
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            changed,
            text.map((parts) => parts.join('')),
          ),
          (written) => mustEnd(format, path, new TextEncoder().encode(written)),
        ),
        runs,
      );
    });
  },
);

describe('large files take no time', () => {
  const many = (make: (index: number) => string, count = 20_000) =>
    Array.from({ length: count }, (_, index) => make(index)).join('');

  test.each([
    ['a.dic', `%\n1\tA\n%\n${many((index) => `w${index}x\t1\n`)}`],
    ['a.dic', `%\n1\tA\n%\n${'1 '.repeat(200_000)}`],
    ['a.dic', `%\n1\tA\n%\nx\t${'('.repeat(200_000)}`],
    ['a.cat', `A\n\tB${' '.repeat(200_000)}(\n\tC (1)\n`],
    ['a.lc3', `+A\n${'x'.repeat(500_000)}\n`],
    ['a.yml', `A:\n${many((index) => `  - w${index}\n`)}`],
    ['a.csv', `Code,Memo\n${many((index) => `A > B${index},x\n`, 3_000)}`],
    ['a.csv', `Code\n${'a > '.repeat(50_000)}b\n`],
    ['a.txt', `${many((index) => `${'\t'.repeat(index % 500)}n${index}\n`, 2_000)}`],
  ])(
    '%s',
    async (path, content) => {
      const { codebook } = await importFile(path, content);
      expect(codebook).toBeDefined();
    },
    10_000,
  );
});
