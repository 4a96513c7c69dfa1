/** The JSON Schema in codebooks/ is the one that the code makes, and says the same as the program. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createJsonSchema } from '../../src/codebook/schema.ts';
import { root } from '../run-cli.ts';

const schema = createJsonSchema();
const accepts = new Ajv2020({ strict: false }).compile(schema);

test('codebook.schema.json is up to date', async () => {
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    join(root, 'codebooks/codebook.schema.json'),
  );
});

describe('an editor that reads YAML with numbers', () => {
  const books = readdirSync(join(root, 'codebooks')).filter((name) => name.endsWith('.yaml'));

  test.each(books)('accepts %s', (name) => {
    expect(accepts(parse(readFileSync(join(root, 'codebooks', name), 'utf8'))), JSON.stringify(accepts.errors)).toBe(
      true,
    );
  });

  test('accepts numbers where people write them', () => {
    const book =
      'name: x\nversion: 1.0\nlanguages: [nl]\ncodes:\n  - { id: a, name: A, terms: [2015, { term: rol, weight: 50 }] }\n';
    expect(accepts(parse(book)), JSON.stringify(accepts.errors)).toBe(true);
  });

  test.each([
    ['an unknown key', 'name: x\nlanguages: [nl]\ncodes: [{ id: a, nmae: A }]\n'],
    ['terms that are no list', 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: rol }]\n'],
    ['no codes', 'name: x\nlanguages: [nl]\ncodes: []\n'],
    [
      'a weight that is none',
      'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [{ term: rol, weight: 101 }] }]\n',
    ],
  ])('refuses %s', (_name, book) => {
    expect(accepts(parse(book))).toBe(false);
  });
});
