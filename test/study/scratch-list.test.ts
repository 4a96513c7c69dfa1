/** Lists that go beyond memory: the same items as in memory, and nothing left behind. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import type { Row } from '../../src/model.ts';
import { csv } from '../../src/output/csv.ts';
import { createTableObject, json } from '../../src/output/json.ts';
import { openScratch } from '../../src/scratch-file.ts';
import { withLists } from '../../src/study/scratch-list.ts';
import type { CreateFold } from '../../src/tables/analysis.ts';
import { createCodedSegments } from '../../src/tables/coded-segments.ts';
import { createKwic } from '../../src/tables/kwic.ts';
import { createUncodedSegments } from '../../src/tables/uncoded-segments.ts';
import { writeProject } from '../exchange/qdpx/write-project.ts';
import { FRUIT, ONE, THREE, TWO } from '../tables/fruit-study.ts';

const io = { openScratch };
const ITEMS = Array.from({ length: 40 }, (_, at) => ({ at, text: `"${at}"\n😀 é`.repeat(at % 7 === 0 ? 20_000 : 2) }));

test.each([0, 3, 100])('with room for %i the items are those that were added, in every order', async (room) => {
  await withLists(
    io,
    async (createList) => {
      const list = createList<(typeof ITEMS)[number]>();
      for (const item of ITEMS.slice(0, 20)) list.add(item);
      expect(list.at(7)).toEqual(ITEMS[7]);
      for (const item of ITEMS.slice(20)) list.add(item);
      expect([...list]).toEqual(ITEMS);
      const backwards = ITEMS.map((_, at) => ITEMS.length - 1 - at);
      expect(backwards.map((at) => list.at(at))).toEqual(ITEMS.toReversed());
      expect(list.length).toBe(ITEMS.length);
    },
    room,
  );
});

test('the file has no name while it is in use, and is closed when the work fails', async () => {
  const count = () => readdirSync(tmpdir()).filter((name) => name.startsWith('code-transcripts-scratch-')).length;
  const before = count();
  let closed = 0;
  const counting = {
    openScratch() {
      const file = openScratch();
      const close = () => {
        closed++;
        file.close();
      };
      return { ...file, close };
    },
  };
  const work = withLists(
    counting,
    async (createList) => {
      const list = createList<string>();
      list.add('said');
      expect(list.at(0)).toBe('said');
      expect(count()).toBe(before);
      throw new Error('failed');
    },
    0,
  );
  await expect(work).rejects.toThrow('failed');
  expect(closed).toBe(1);
});

test('a full disk is told, with what to do', async () => {
  const full = {
    openScratch: () => ({
      ...openScratch(),
      append() {
        throw new Error('ENOSPC: no space left on device, write');
      },
    }),
  };
  const work = withLists(
    full,
    async (createList) => {
      const list = createList<string>();
      list.add('said');
      return list.at(0);
    },
    0,
  );
  await expect(work).rejects.toMatchObject({
    message: 'Cannot keep what is coded in a temporary file: ENOSPC: no space left on device',
    hint: expect.stringContaining('TMPDIR'),
  });
});

const kwic: CreateFold = (_book, _options, createList) => createKwic({ term: 'appel', context: 2 }, createList);

test.each([
  ['segments', createCodedSegments, {}],
  ['segments in another order', createCodedSegments, { sort: 'code', top: 4 }],
  ['segments by weight, with context', createCodedSegments, { sort: 'weight', context: 1 }],
  ['a few quotes a code', createCodedSegments, { perCode: 1 }],
  ['uncoded segments', createUncodedSegments, {}],
  ['keywords', kwic, {}],
] as const)('a table of %s is the same from the disk', async (_, create, options) => {
  const tabulate = (createList?: Parameters<CreateFold>[2]) => {
    const fold = create(FRUIT, { aggregate: 'distinct', ...options }, createList);
    for (const document of [ONE, TWO, THREE]) fold.add(document);
    const { rowsOf, ...table } = fold.finish();
    const byCode = ['fruit', 'apple', 'pear', 'bread'].map((code) => {
      const { count, rows } = rowsOf?.(code) ?? { count: 0, rows: [] as Row[] };
      return { count, rows: [...rows] };
    });
    // Twice, for the writers go through rows more than once.
    return { ...table, rows: [...table.rows], again: [...table.rows], byCode };
  };
  const inMemory = tabulate();
  expect(inMemory.rows.length).toBeGreaterThan(0);
  expect(inMemory.byCode.flatMap(({ rows }) => rows).every(({ kind }) => kind === 'body')).toBe(true);
  await withLists(io, async (createList) => expect(tabulate(createList)).toEqual(inMemory), 1);
});

test('many rows are written in pieces that make the same text as few', () => {
  const rows = Array.from(
    { length: 1203 },
    (_, at): Row => ({ kind: 'body', code: 'a', cells: [`${at}\n"x"`, at / 7] }),
  );
  const columns = [
    { key: 'text', kind: 'text' as const },
    { key: 'share', kind: 'percent' as const },
  ];
  const options = { width: 80, colorLevel: 0 as const, numbers: false, excel: true };
  const table = { name: 't', title: 'T', columns, rows, notes: ['n'] };
  const text = csv.write(table, options);
  const header = csv.write({ ...table, rows: [] }, options);
  expect(text).toBe(
    header + rows.map((row) => csv.write({ ...table, rows: [row] }, options).slice(header.length)).join(''),
  );
  expect(JSON.parse(json.write(table, options)).rows.length).toBe(rows.length);
  for (const shown of [table, { ...table, rows: [] }, { ...table, columns: [], notes: [] }])
    expect(json.write(shown, options)).toBe(`${JSON.stringify(createTableObject(shown), null, 2)}\n`);
});

test('a project is the same with what waits for its end on the disk', async () => {
  const documents = [ONE, TWO, THREE].map((each, at) => ({
    ...each,
    transcript: { ...each.transcript, document: `\u{1F34E} "${at}"`, variables: { age: 40 + at }, group: `g${at % 2}` },
  }));
  let opened = 0;
  const counting = {
    openScratch() {
      opened++;
      return openScratch();
    },
  };
  const inMemory = writeProject(FRUIT, documents);
  await withLists(
    counting,
    async (createList) => expect(writeProject(FRUIT, documents, { createList }).equals(inMemory)).toBe(true),
    1,
  );
  expect(opened).toBe(1);
});
