/** Whole studies out of the program and back, as people do it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFaults, unpackProject } from '../exchange/qdpx/check-project.ts';
import { packProject } from '../exchange/qdpx/write-project.ts';
import { makeFolder, readFolder, runCli } from '../run-cli.ts';

const BOOK = `name: fruit
title: Fruit
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    codes:
      - { id: appels, name: Appels, terms: [appel] }
      - { id: peren, name: Peren, terms: [peer] }
`;
const STUDY = {
  'codebook.yaml': BOOK,
  'study/stad/p1.md':
    '---\nleeftijd: 47\n---\n\n**I:** Wat koop je?\n\n**R:** Appels, geen peren.\n\nSoms *een* peer 🙂.\n',
  'study/dorp/p2.txt': 'I: En jij?\n\n\nR:   Een   appel,  en nog een appel.\n',
  'study/dorp/p3.txt': 'I: En jij?\nR: Niets.\n',
};

describe('export', () => {
  test('writes a study as a project, and tells what other programs stumble over', async () => {
    const folder = makeFolder(STUDY);
    const { exitCode, out, err } = await runCli(folder, ['export', 'study', '-o', 'study.qdpx']);
    expect([exitCode, out]).toEqual([0, '']);
    expect(err).toContain('Exported 3 documents, 4 codings to study.qdpx');
    expect(err).toContain('NVivo may show the coded passages of 1 document');
    expect(await findFaults(readFileSync(join(folder, 'study.qdpx')))).toEqual([]);
  });

  test('writes over no project without being asked', async () => {
    const folder = makeFolder({ ...STUDY, 'study.qdpx': 'mine' });
    const refused = await runCli(folder, ['export', 'study', '-o', 'study.qdpx']);
    expect([refused.exitCode, readFileSync(join(folder, 'study.qdpx'), 'utf8')]).toEqual([2, 'mine']);
    expect((await runCli(folder, ['export', 'study', '-o', 'study.qdpx', '--force'])).exitCode).toBe(0);
  });

  test('leaves nothing where no transcript can be used', async () => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'a.txt': '' });
    expect((await runCli(folder, ['export', 'a.txt', '-o', 'study.qdpx'])).exitCode).toBe(2);
    expect(existsSync(join(folder, 'study.qdpx')) || existsSync(join(folder, 'study.qdpx.partial'))).toBe(false);
  });

  test('gives codes names of their own and replaces emoji where asked', async () => {
    const book = BOOK.replace('name: Peren', 'name: Fruit');
    const folder = makeFolder({ ...STUDY, 'codebook.yaml': book });
    const plain = await runCli(folder, ['export', 'study', '-o', 'a.qdpx']);
    expect(plain.err).toContain('QualCoder will refuse 1 code with the name of another code');
    const asked = await runCli(folder, ['export', 'study', '-o', 'b.qdpx', '--unique-names', '--astral', 'replace']);
    expect(asked.err).not.toMatch(/QualCoder|NVivo/);
    const xml = (await unpackProject(readFileSync(join(folder, 'b.qdpx')))).get('project.qde') ?? '';
    expect([...xml.matchAll(/<Code [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Fruit',
      'Appels',
      'Fruit - Fruit',
    ]);
  });

  test('is a file of the main job too, the same bytes', async () => {
    const folder = makeFolder(STUDY);
    await runCli(folder, ['export', 'study', '-o', 'study.qdpx']);
    await runCli(folder, ['study', '-o', 'out']);
    expect(readFileSync(join(folder, 'out/project.qdpx')).equals(readFileSync(join(folder, 'study.qdpx')))).toBe(true);
  });
});

describe('import', () => {
  test('makes a study of a project, which has the same codings', async () => {
    const folder = makeFolder(STUDY);
    await runCli(folder, ['export', 'study', '-o', 'study.qdpx', '-q']);
    await runCli(folder, ['export', 'study', '-o', 'codings.jsonl', '-q']);
    const { exitCode, err } = await runCli(folder, ['import', 'study.qdpx', '-o', 'back']);
    expect(exitCode).toBe(0);
    expect(err).toContain('Imported study.qdpx into back/: 3 documents, 4 codings by auto');
    expect(err).toContain('Count them: code-transcripts back --codings back/codings.jsonl\n');
    const codings = readFileSync(join(folder, 'codings.jsonl'), 'utf8');
    expect(codings.split('\n')).toHaveLength(5);
    expect(readFileSync(join(folder, 'back/codings.jsonl'), 'utf8')).toBe(codings);
    expect(readFileSync(join(folder, 'back/documents.csv'), 'utf8')).toBe('document,leeftijd\np1,47\n');
    expect(Object.keys(readFolder(join(folder, 'back/dorp')))).toEqual(['p2.txt', 'p3.txt']);
    const { out } = await runCli(folder, ['documents', 'back', '-c', 'codebook.yaml', '-f', 'csv', '-q']);
    const before = await runCli(folder, ['documents', 'study', '-c', 'codebook.yaml', '-f', 'csv', '-q']);
    expect(out).toBe(before.out.replace('stad,p1,md', 'stad,p1,txt'));
  });

  test('keeps its list of what was left out, memos, and names that are no names of files', async () => {
    const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
    const text = (number: number, name: string) =>
      `<TextSource guid="${guid(number)}" name="${name}"><Description>on ${number}</Description><PlainTextContent>R: Ja.</PlainTextContent></TextSource>`;
    const sources = `${text(1, '../../etc/passwd')}${text(2, 'CON')}${text(3, 'P1.docx')}${text(4, 'p1')}<VideoSource guid="${guid(5)}" name="=Film"/>`;
    const folder = makeFolder({ 'study.qdpx': packProject(`<Sources>${sources}</Sources>`) });
    const { exitCode, err } = await runCli(folder, ['import', 'study.qdpx', '-o', 'back']);
    expect(exitCode).toBe(0);
    expect(err).toContain('Left out 1 video (`=Film`): only texts are taken over');
    expect(Object.keys(readFolder(join(folder, 'back')))).toEqual([
      '-..-etc-passwd.txt',
      'P1.txt',
      '_CON.txt',
      'codings.jsonl',
      'left-out.csv',
      'memos.jsonl',
      'p1 (2).txt',
    ]);
    expect(readFileSync(join(folder, 'back/left-out.csv'), 'utf8')).toBe(
      "kind,name,reason\nvideo,'=Film,only texts are taken over\n",
    );
    expect(readFileSync(join(folder, 'back/memos.jsonl'), 'utf8')).toContain(
      '{"title":"P1","text":"on 3","about":["P1"]}\n',
    );
  });

  test.each<[string, string[], string]>([
    ['no folder named', ['import', 'study.qdpx'], 'No folder is named'],
    ['a folder with something in it', ['import', 'study.qdpx', '-o', 'full'], 'The folder full is not empty'],
    ['no such file', ['import', 'other.qdpx', '-o', 'new'], 'No such file: other.qdpx'],
  ])('%s is an error of use', async (_, argv, reason) => {
    const folder = makeFolder({ 'study.qdpx': packProject(''), 'full/a.txt': 'mine' });
    const { exitCode, err } = await runCli(folder, argv);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(reason)]);
  });

  test('a file that is no project makes no folder', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'study.qdpx'), 'hello');
    const { exitCode, err } = await runCli(folder, ['import', 'study.qdpx', '-o', 'new']);
    expect([exitCode, existsSync(join(folder, 'new'))]).toEqual([2, false]);
    expect(err).toContain('study.qdpx: error: Unexpected content');
  });
});
