/** Zip containers: parts whole and in pieces come out as they went in. */
import { expect, test } from 'vitest';
import { readZip } from '../../src/containers/safe-zip.ts';
import { writeZip, type ZipPart } from '../../src/containers/write-zip.ts';

const LONG = 'één 😀 <x>\n'.repeat(30_000);
const PARTS: ZipPart[] = [
  { name: 'mark.xml', content: 'the mark', stored: true },
  { name: 'whole.xml', content: LONG },
  { name: 'in/pieces.xml', content: LONG.split(/(?<=\n)/) },
  { name: 'empty.xml', content: [] },
  { name: 'é.xml', content: ['last'] },
];

test('every part is there, in order', async () => {
  const read = await readZip(Buffer.concat([...writeZip(PARTS)]), {
    wanted: () => true,
    part: 2 ** 24,
    total: 2 ** 25,
  });
  const texts = Array.from(read, ([name, content]) => [name, new TextDecoder().decode(content)]);
  expect(texts).toEqual([
    ['mark.xml', 'the mark'],
    ['whole.xml', LONG],
    ['in/pieces.xml', LONG],
    ['empty.xml', ''],
    ['é.xml', 'last'],
  ]);
});

test('a part is asked for when the one before is written', () => {
  const zip = writeZip(
    (function* () {
      yield { name: 'a', content: 'a' };
      throw new Error('not yet');
    })(),
  );
  expect(zip.next().done).toBe(false);
  expect(zip.next().done).toBe(false);
  expect(() => zip.next()).toThrow('not yet');
});
