/** Parquet as an independent reader sees it: types, lists, missing values, and the same codings as the table of coded segments. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { describe, expect, test } from 'vitest';
import { type ParquetColumn, ParquetFile } from '../../src/output/parquet/parquet-file.ts';
import { makeFolder, readFolder, root, runCli } from '../run-cli.ts';

type ParquetRow = Record<string, unknown>;

function openParquet(bytes: Uint8Array) {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const types = Object.fromEntries(
    parquetSchema(metadata).children.map(({ element }) => [element.name, element.converted_type ?? element.type]),
  );
  return { metadata, types, read: async () => (await parquetReadObjects({ file })) as ParquetRow[] };
}

async function runParquet(files: Record<string, string>, argv: string[] = []) {
  const folder = makeFolder(files);
  const { exitCode } = await runCli(folder, ['study', '-c', 'codebook.yaml', '--parquet', ...argv]);
  const open = (name: string) => openParquet(readFileSync(join(folder, 'coded', name)));
  return { exitCode, folder, codings: open('codings.parquet'), segments: open('segments.parquet') };
}

const STUDY = {
  'codebook.yaml': `name: x
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: [{ term: appel, weight: 40 }]
    codes:
      - { id: red, name: Rood, terms: [kers, { near: [rode, vrucht], within: 3 }] }
`,
  'study/a.txt':
    '[00:10] Interviewer: Wat eet je?\nAnna: Geen appel 🍎, wel een kers en een mooie rode vrucht.\n\nEn brood.\n',
  'study/north/b.md': '---\nage: 40\nTown: Zwolle\n---\n\nEen appel.\n',
};

test('codings and segments with their types, lists and missing values', async () => {
  const { exitCode, codings, segments } = await runParquet(STUDY);
  expect(exitCode).toBe(0);
  expect([codings.types, segments.types]).toMatchInlineSnapshot(`
    [
      {
        "begin": "INT32",
        "characters": "INT32",
        "code": "UTF8",
        "code_id": "UTF8",
        "code_levels": "LIST",
        "coder": "UTF8",
        "document": "UTF8",
        "document_group": "UTF8",
        "end": "INT32",
        "evidence": "LIST",
        "language": "UTF8",
        "memo": "UTF8",
        "negated": "BOOLEAN",
        "negations": "LIST",
        "percent_of_document": "DOUBLE",
        "role": "UTF8",
        "segment": "INT32",
        "speaker": "UTF8",
        "terms": "LIST",
        "text": "UTF8",
        "time": "UTF8",
        "turn": "INT32",
        "variables": "MAP",
        "weight": "INT32",
        "words": "INT32",
      },
      {
        "begin": "INT32",
        "characters": "INT32",
        "codes": "LIST",
        "document": "UTF8",
        "document_group": "UTF8",
        "end": "INT32",
        "language": "UTF8",
        "percent_of_document": "DOUBLE",
        "role": "UTF8",
        "segment": "INT32",
        "speaker": "UTF8",
        "text": "UTF8",
        "time": "UTF8",
        "turn": "INT32",
        "variables": "MAP",
        "words": "INT32",
      },
    ]
  `);
  expect(await codings.read()).toMatchInlineSnapshot(`
    [
      {
        "begin": 2,
        "characters": 52,
        "code": "Fruit",
        "code_id": "fruit",
        "code_levels": [
          "Fruit",
        ],
        "coder": "auto",
        "document": "a",
        "document_group": null,
        "end": 2,
        "evidence": [
          "appel",
        ],
        "language": "nl",
        "memo": null,
        "negated": true,
        "negations": [
          "Geen",
        ],
        "percent_of_document": 51.48514851485149,
        "role": "respondent",
        "segment": 1,
        "speaker": "Anna",
        "terms": [
          "appel",
        ],
        "text": "Geen appel 🍎, wel een kers en een mooie rode vrucht.",
        "time": null,
        "turn": 2,
        "variables": {},
        "weight": 40,
        "words": 10,
      },
      {
        "begin": 2,
        "characters": 52,
        "code": "Fruit \\ Rood",
        "code_id": "red",
        "code_levels": [
          "Fruit",
          "Rood",
        ],
        "coder": "auto",
        "document": "a",
        "document_group": null,
        "end": 2,
        "evidence": [
          "kers",
          "rode … vrucht",
        ],
        "language": "nl",
        "memo": null,
        "negated": false,
        "negations": [],
        "percent_of_document": 51.48514851485149,
        "role": "respondent",
        "segment": 1,
        "speaker": "Anna",
        "terms": [
          "kers",
          "near: [rode, vrucht] within: 3",
        ],
        "text": "Geen appel 🍎, wel een kers en een mooie rode vrucht.",
        "time": null,
        "turn": 2,
        "variables": {},
        "weight": 0,
        "words": 10,
      },
      {
        "begin": 1,
        "characters": 10,
        "code": "Fruit",
        "code_id": "fruit",
        "code_levels": [
          "Fruit",
        ],
        "coder": "auto",
        "document": "b",
        "document_group": "north",
        "end": 1,
        "evidence": [
          "appel",
        ],
        "language": "nl",
        "memo": null,
        "negated": false,
        "negations": [],
        "percent_of_document": 100,
        "role": "respondent",
        "segment": 1,
        "speaker": null,
        "terms": [
          "appel",
        ],
        "text": "Een appel.",
        "time": null,
        "turn": 1,
        "variables": {
          "Town": "Zwolle",
          "age": "40",
        },
        "weight": 40,
        "words": 2,
      },
    ]
  `);
  expect(
    (await segments.read()).map(({ document, segment, codes, text }) => [document, segment, codes, text]),
  ).toMatchInlineSnapshot(`
    [
      [
        "a",
        1,
        [
          "fruit",
          "red",
        ],
        "Geen appel 🍎, wel een kers en een mooie rode vrucht.",
      ],
      [
        "a",
        2,
        [],
        "En brood.",
      ],
      [
        "b",
        1,
        [
          "fruit",
        ],
        "Een appel.",
      ],
    ]
  `);
});

test('a study without codings and without variables has files that can be read', async () => {
  const { codings, segments } = await runParquet({
    ...STUDY,
    'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [peer] }]\n',
  });
  expect(await codings.read()).toEqual([]);
  expect((await segments.read()).map(({ codes }) => codes)).toEqual([[], [], []]);
});

test('only what is selected, as in the other results', async () => {
  const { codings, segments, folder } = await runParquet(STUDY, ['--where', 'document=a', '--codes', 'red']);
  expect((await codings.read()).map(({ code_id }) => code_id)).toEqual(['red']);
  expect((await segments.read()).map(({ document, codes }) => [document, codes])).toEqual([
    ['a', ['red']],
    ['a', []],
  ]);
  expect(JSON.parse(readFolder(join(folder, 'coded'))['run.json'] ?? '').files.slice(-2)).toEqual([
    'codings.parquet',
    'segments.parquet',
  ]);
  // A run without them takes them away again.
  await runCli(folder, ['study', '-c', 'codebook.yaml']);
  expect(Object.keys(readFolder(join(folder, 'coded'))).filter((name) => name.includes('parquet'))).toEqual([]);
});

describe('the demo study', () => {
  test('has the same codings in codings.parquet and in coded-segments.csv, and in those of its shards', async () => {
    const folder = makeFolder();
    const argv = [join(root, 'fixtures/interviews'), '-c', join(root, 'codebooks/volunteer-support.yaml')];
    await runCli(folder, [...argv, '--parquet', '-o', 'coded']);
    const { out } = await runCli(folder, ['segments', ...argv, '-f', 'json']);
    const table = (JSON.parse(out).rows as { cells: ParquetRow }[]).map(({ cells }) => cells);
    const rows = await openParquet(readFileSync(join(folder, 'coded/codings.parquet'))).read();
    const keys = ['document', 'code', 'code_id', 'speaker', 'begin', 'end', 'weight', 'characters'];
    const pick = (row: ParquetRow) => keys.map((key) => row[key] ?? '');
    expect(rows.map(pick)).toEqual(table.map(pick));
    expect(rows.map(({ text }) => text)).toEqual(table.map(({ segment }) => segment));
    for (const index of [1, 2]) await runCli(folder, [...argv, '--parquet', '--shard', `${index}/2`]);
    const parts = await Promise.all(
      [1, 2].map((index) => openParquet(readFileSync(join(folder, `parts/codings-${index}-of-2.parquet`))).read()),
    );
    expect(parts.flat()).toEqual(rows);
  });
});

test('rows are written in groups, so that memory does not grow with them', async () => {
  const columns: ParquetColumn<string>[] = [{ name: 'text', kind: 'text', value: (row) => row }];
  const pieces: Uint8Array[] = [];
  const file = new ParquetFile(columns, (bytes) => pieces.push(bytes));
  const long = 'ab'.repeat(3 * 2 ** 20);
  for (const row of [long, long, 'x']) file.add(row);
  expect(pieces.length).toBe(1);
  file.finish();
  const { metadata, read } = openParquet(Buffer.concat(pieces));
  expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([2, 1]);
  expect((await read()).map(({ text }) => String(text).length)).toEqual([long.length, long.length, 1]);
});
