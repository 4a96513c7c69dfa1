/** Zips that are written part by part are read back, by us and by another program. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readZip } from '../../src/containers/safe-zip.ts';
import { ZipWriter } from '../../src/containers/zip-writer.ts';
import { makeFolder } from '../run-cli.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const PARTS: [string, string[]][] = [
  ['empty.txt', []],
  ['pieces.xml', ['<a>', '', 'é'.repeat(70_000), '</a>']],
  ['map/ä.txt', ['x']],
];

function write(): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = new ZipWriter((bytes) => chunks.push(bytes));
  for (const [name, pieces] of PARTS) zip.add(name, pieces.map(encode));
  zip.finish();
  return Buffer.concat(chunks);
}

test('what was written is read', async () => {
  const parts = await readZip(write(), { part: 2 ** 20, total: 2 ** 20, wanted: () => true });
  const texts = [...parts].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  expect(texts).toEqual(PARTS.map(([name, pieces]) => [name, pieces.join('')]));
});

test.skipIf(spawnSync('unzip', ['-v']).status !== 0)('another program finds no fault (needs unzip)', () => {
  const file = join(makeFolder(), 'a.zip');
  writeFileSync(file, write());
  expect(execFileSync('unzip', ['-tq', file], { encoding: 'utf8' })).toContain('No errors');
});
