/** The report as a file: what is in it, that nothing can break out of it, and that its data gives the tables' numbers. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listCodes } from '../../src/codebook/code-tree.ts';
import { packDocument, packText } from '../../src/report/pack-document.ts';
import { type Address, readAddress, writeAddress } from '../../src/report/page/address.ts';
import { cutPassage, findText } from '../../src/report/page/passage.ts';
import { Report } from '../../src/report/report.ts';
import type { PackedText, ReportData } from '../../src/report/report-data.ts';
import { unpackDocument } from '../../src/report/unpack-document.ts';
import type { CreateFold } from '../../src/tables/analysis.ts';
import { results } from '../../src/tables/index.ts';
import { codeText, parseCodebook } from '../builders.ts';
import { makeFolder, root, runCli } from '../run-cli.ts';
import { HOSTILE, HOSTILE_NAME, makeReport } from './report-study.ts';

const BOOK = parseCodebook(`name: b
languages: [nl]
codes:
  - id: a
    name: A
    terms: [{ term: werk, weight: 40 }, { near: [lang, dag] }]
    codes: [{ id: b, name: B, terms: [moe] }]
`);
const TEXT = `---
function: verpleegkundige
---

I: [00:10] Hoe gaat het met het werk?

R: [00:20] Het werk is zwaar, en een lange dag. [lacht] Ik ben niet moe.

Nog een alinea over werk.

R: Verder niets.
`;

describe('what is packed', () => {
  const document = codeText(BOOK, TEXT);
  const codes = listCodes(BOOK);
  const packed = packDocument(document, new Map(codes.map(({ code, index }) => [code.id, index])));
  const text = JSON.parse(JSON.stringify(packText(document))) as PackedText;
  const unpacked = unpackDocument(JSON.parse(JSON.stringify(packed)), codes, () => text);

  test('is the same document when it is unpacked', () => {
    expect(document.codings.length).toBeGreaterThan(2);
    const { transcript, messages: _told, ...rest } = document;
    expect(unpacked).toMatchObject(rest);
    expect(unpacked.transcript.text).toBe(transcript.text);
    expect(unpacked.transcript.turns).toEqual(transcript.turns);
    expect(unpacked.transcript.variables).toEqual(transcript.variables);
  });

  test.each(results.filter(({ name }) => name !== 'documents'))('gives the same table: $name', async ({ load }) => {
    const create: CreateFold = await load();
    const tabulate = (one: typeof document) => {
      const fold = create(BOOK, { aggregate: 'distinct' });
      fold.add(one);
      const { rowsOf: _, ...table } = fold.finish();
      return { ...table, rows: [...table.rows] };
    };
    expect(tabulate(unpacked)).toEqual(tabulate(document));
  });
});

describe('the page', () => {
  test('holds its texts as data that cannot end a script or begin a comment', async () => {
    const html = await makeReport();
    expect(html.includes('<img')).toBe(false);
    const scripts = [...html.matchAll(/<script type="application\/json" id="([^"]+)">([\s\S]*?)<\/script>/g)];
    expect(scripts.map(([, id]) => id)).toEqual(['study', 'text-0', 'text-1', 'text-2']);
    for (const [, , json] of scripts) expect(json).not.toContain('<');
    const texts = scripts.slice(1).map(([, , json]) => (JSON.parse(json ?? '') as PackedText).text);
    expect(texts[2]).toContain(HOSTILE.replace('\u2028', ' ').slice(0, 40));
    const study = JSON.parse(scripts[0]?.[2] ?? '') as ReportData;
    expect(study.documents.map(({ name }) => name)).toEqual(['anna', 'ben', HOSTILE_NAME]);
  });

  test('allows its own program and style and nothing else', async () => {
    const html = await makeReport();
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    const script = html.slice(html.lastIndexOf('<script>') + 8, html.lastIndexOf('</script>'));
    const style = html.slice(html.indexOf('<style>') + 7, html.indexOf('</style>'));
    expect(policy).toBe(
      `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`,
    );
  });

  test('is no transcript when it lies among transcripts', async () => {
    const folder = makeFolder({
      'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [rol] }]\n',
      'a.txt': 'I: Ja?\nR: Een rol.\n',
    });
    expect((await runCli(folder, ['report', '.', '-o', 'page.html', '-q'])).exitCode).toBe(0);
    const { out } = await runCli(folder, ['documents', '.', '-f', 'csv', '-q']);
    expect(out.split('\n').slice(1, -1)).toHaveLength(1);
  });

  test('is never written over a transcript', async () => {
    const folder = makeFolder({
      'a.html': '<p>I: Ja?</p><p>R: Een rol.</p>',
      'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [rol] }]\n',
    });
    const { exitCode, err } = await runCli(folder, ['report', '.', '-o', 'a.html']);
    expect([exitCode, err]).toEqual([
      2,
      expect.stringContaining('a.html was read in this run and is not written over'),
    ]);
  });

  test('tells of files that could not be used', async () => {
    const folder = makeFolder({
      'a.txt': 'I: Ja?\nR: Een rol.\n',
      'b.txt': '',
      'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [rol] }]\n',
    });
    expect((await runCli(folder, ['report', '.', '-q'])).exitCode).toBe(1);
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    const study = JSON.parse(/id="study">([^<]*)</.exec(html)?.[1] ?? '') as ReportData;
    expect(study.failed).toEqual([{ document: 'b', reasons: [expect.stringMatching(/^Unexpected empty/)] }]);
    expect(study.facts.remarks).toEqual([]);
  });

  test('tells what its numbers leave out, and what was told of the study', async () => {
    const folder = makeFolder({
      'a.txt': '---\nage: 30\n---\nI: Ja?\n\nR: Een rol.\n',
      'b.txt': '---\nage: 70\n---\nI: Ja?\n\nR: Een rol.\n',
      'c.xyz': '?',
      'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [rol] }]\n',
    });
    expect((await runCli(folder, ['report', '.', '-q', '--where', 'age>=65'])).exitCode).toBe(0);
    const html = readFileSync(join(folder, 'report.html'), 'utf8');
    const { documents, facts } = JSON.parse(/id="study">([^<]*)</.exec(html)?.[1] ?? '') as ReportData;
    expect(documents.map(({ name }) => name)).toEqual(['b']);
    expect(facts.leftOut).toEqual(['a.txt']);
    expect(facts.selected).toEqual([expect.stringContaining('keeps 1 of 2 documents')]);
    expect(facts.remarks).toEqual([expect.stringContaining('.xyz')]);
  });
});

test('nothing in the program of the page takes a text for markup', () => {
  const script = readFileSync(join(root, 'dist/report/page.js'), 'utf8');
  // Preact itself has the property; the page may not give it.
  expect(script.match(/dangerouslySetInnerHTML:/g) ?? []).toEqual([]);
  expect(script.match(/\beval\(|new Function|document\.write|insertAdjacentHTML/g) ?? []).toEqual([]);
});

describe('the address', () => {
  const whole: Address = {
    view: 'crosstab',
    codes: ['a', 'b&c'],
    documents: ['x = y', '#1 ~é'],
    coders: ['Anna & co'],
    values: ['role=a=b', 'age='],
    text: 'à la "carte" + 1',
    options: { by: 'role', row: 'a' },
  };
  test('is read as it was written', () => expect(readAddress(writeAddress(whole))).toEqual(whole));
  test.each(['', '#', '#/', '#/nonsense?x', '#/matrix?%E0%A4%A'])('%j is the matrix', (hash) =>
    expect(readAddress(hash).view).toBe('matrix'),
  );
});

test('a passage is cut where masks and evidence begin and end, and loses nothing', () => {
  const [coding] = codeText(BOOK, TEXT).codings;
  const evidence = coding?.evidence[0];
  if (!coding || !evidence) throw new Error('nothing is coded');
  const found = [
    { start: 2, end: 6, coding, evidence },
    { start: 4, end: 8, coding, evidence },
  ];
  const pieces = cutPassage(
    { start: 0, end: 12 },
    { masks: [{ start: 10, end: 20 }], found, searched: [{ start: 0, end: 3 }] },
  );
  expect(
    pieces.map(({ start, end, masked, evidence: all, searched }) => [start, end, masked, all.length, searched]),
  ).toEqual([
    [0, 2, false, 0, true],
    [2, 3, false, 1, true],
    [3, 4, false, 1, false],
    [4, 6, false, 2, false],
    [6, 8, false, 1, false],
    [8, 10, false, 0, false],
    [10, 12, true, 0, false],
  ]);
});

test('a text is found without case and diacritics', () => {
  expect(findText('Een cliënt; CLIENT', { start: 0, end: 18 }, ' client ')).toEqual([
    { start: 4, end: 10 },
    { start: 12, end: 18 },
  ]);
});

test('a study that no browser could show has no page, and takes no room', () => {
  const report = new Report(BOOK, { room: 10 });
  expect(report.isTooLong).toBe(false);
  report.add(codeText(BOOK, TEXT));
  expect(report.isTooLong).toBe(true);
});
