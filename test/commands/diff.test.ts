/** `diff`: what differs between two codebooks, and which coded segments a study gains and loses by it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffCodebooks } from '../../src/codebook/diff-codebooks.ts';
import { parseCodebook } from '../builders.ts';
import { makeFolder, root, runCli } from '../run-cli.ts';

const bookOf = (codes: string, head = 'name: x\nlanguages: [nl]') => `${head}\ncodes:\n${codes}\n`;
const OLD = bookOf(`
  - { id: time, name: Time, definition: Hours., color: '#112233', terms: [tijd, rooster], codes: [{ id: leave, name: Leave, terms: [verlof] }] }
  - { id: roles, name: Roles, terms: [rol] }
  - { id: gone, name: Gone, terms: [weg], examples: { match: [Hij is weg.] } }`);
const NEW = bookOf(`
  - { id: roles, name: Who does what, terms: [{ term: rol, except: [rol van niks] }] }
  - { id: leave, name: Leave, terms: [verlof] }
  - { id: time, name: Time, definition: Hours and days., color: '#445566', terms: [rooster, uren] }
  - { id: money, name: Money, terms: [geld] }`);
const FILES = {
  'old.yaml': OLD,
  'new.yaml': NEW,
  'text/a.txt': 'I: Vertel?\nR: Er is geen tijd.\n\nR: Wel uren, en een rol.\n\nR: De <b>rol</b> | is weg.\n',
  'text/b.txt': 'I: Vertel?\nR: Het rooster is vol.\n\nR: Een rol van niks kost geld, en de tijd.\n',
};

describe('two codebooks', () => {
  const list = (before: string, after: string) =>
    diffCodebooks(parseCodebook(before), parseCodebook(after)).map(({ change, what, code, before, after }) =>
      [change, what, code?.code.id ?? '-', before, after].join(' | '),
    );

  test('codes and terms that were added, removed, moved, renamed and changed', () => {
    expect(list(OLD, NEW)).toEqual([
      'renamed | code | roles | Roles | Who does what',
      'changed | term | roles | rol | rol (except: rol van niks)',
      'moved | code | leave | Time | top level',
      'changed | definition | time | Hours. | Hours and days.',
      'changed | color | time | #112233 | #445566',
      'removed | term | time | tijd | ',
      'added | term | time |  | uren',
      'added | code | money |  | ',
      'added | term | money |  | geld',
      'removed | code | gone |  | ',
      'removed | term | gone | weg | ',
      'removed | example | gone | Hij is weg. | ',
    ]);
  });

  test.each([
    ['nothing', OLD, OLD, []],
    [
      'the order of codes',
      bookOf('  - { id: a, name: A }\n  - { id: b, name: B }'),
      bookOf('  - { id: b, name: B }\n  - { id: a, name: A }'),
      [],
    ],
    [
      'the colour of a parent, once',
      bookOf("  - { id: a, name: A, color: '#111111', codes: [{ id: b, name: B }] }"),
      bookOf("  - { id: a, name: A, color: '#222222', codes: [{ id: b, name: B }] }"),
      ['changed | color | a | #111111 | #222222'],
    ],
    [
      'keys of the book',
      bookOf('  - { id: a, name: A }'),
      bookOf('  - { id: a, name: A }', 'name: x\nversion: 2\nlanguages: [nl, en]'),
      ['changed | version | - |  | 2', 'changed | languages | - | nl | nl, en'],
    ],
    [
      'the language of a term',
      bookOf('  - { id: a, name: A, terms: { nl: [rol] } }'),
      bookOf('  - { id: a, name: A, terms: { any: [rol] } }'),
      ['removed | term | a | rol | ', 'added | term | a |  | rol'],
    ],
    [
      'one of two equal terms',
      bookOf('  - { id: a, name: A, terms: [rol, rol] }'),
      bookOf('  - { id: a, name: A, terms: [rol] }'),
      ['removed | term | a | rol | '],
    ],
    [
      'a weight and a memo',
      bookOf('  - { id: a, name: A, terms: [rol] }'),
      bookOf('  - { id: a, name: A, terms: [{ term: rol, weight: 5, memo: m }] }'),
      ['changed | term | a | rol | rol (weight: 5; memo: m)'],
    ],
    [
      'how near items are',
      bookOf('  - { id: a, name: A, terms: [{ near: [rol, taak] }] }'),
      bookOf('  - { id: a, name: A, terms: [{ near: [rol, taak], within: 2, ordered: true, weight: 5 }] }'),
      [
        'removed | term | a | near: [rol, taak] within: 5 | ',
        'added | term | a |  | near: [rol, taak] within: 2 ordered (weight: 5)',
      ],
    ],
    [
      'a counter-example',
      bookOf('  - { id: a, name: A }'),
      bookOf('  - { id: a, name: A, examples: { no_match: [Nee.] } }'),
      ['added | counter-example | a |  | Nee.'],
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(list(before, after)).toEqual(expected);
  });
});

interface Diff {
  before: { path: string };
  tables: { name: string; notes: string[]; rows: { cells: Record<string, string | number | null> }[] }[];
}

async function diffOf(argv: string[], files: Record<string, string> = FILES) {
  const result = await runCli(makeFolder(files), ['diff', ...argv, '-f', 'json']);
  const diff: Diff = JSON.parse(result.out);
  const rows = (name: string) => diff.tables.find((table) => table.name === name)?.rows.map(({ cells }) => cells) ?? [];
  return { ...result, diff, rows };
}

describe('what it does to transcripts', () => {
  test('coded segments of every code, cells of the matrix, and the segments themselves', async () => {
    const { rows, exitCode } = await diffOf(['old.yaml', 'new.yaml', 'text']);
    expect(exitCode).toBe(0);
    const counts = rows('code-changes').map((row) => [
      row.code_id,
      row.before,
      row.after,
      row.gained,
      row.lost,
      row.percent_change,
    ]);
    expect(counts).toEqual([
      ['roles', 3, 2, 0, 1, -33.33],
      ['leave', 0, 0, 0, 0, 0],
      ['time', 3, 2, 1, 2, -33.33],
      ['money', 0, 1, 1, 0, 100],
      ['gone', 1, 0, 0, 1, -100],
      ['', 7, 5, 2, 4, -28.57],
    ]);
    expect(rows('matrix-changes').map((row) => [row.code_id, row.document, row.before, row.after])).toEqual([
      ['roles', 'b', 1, 0],
      ['time', 'b', 2, 1],
      ['money', 'b', 0, 1],
      ['gone', 'a', 1, 0],
    ]);
    expect(rows('changed-segments').map((row) => [row.change, row.code_id, row.segment, row.terms])).toEqual([
      ['lost', 'roles', 'Een rol van niks kost geld, en de tijd.', 'rol'],
      ['gained', 'time', 'Wel uren, en een rol.', 'uren'],
      ['lost', 'time', 'Er is geen tijd.', 'tijd'],
      ['lost', 'time', 'Een rol van niks kost geld, en de tijd.', 'tijd'],
      ['gained', 'money', 'Een rol van niks kost geld, en de tijd.', 'geld'],
      ['lost', 'gone', 'De <b>rol</b> | is weg.', 'weg'],
    ]);
  });

  test('without transcripts there is one table', async () => {
    const { diff, err } = await diffOf(['old.yaml', 'new.yaml']);
    expect([diff.tables.map(({ name }) => name), err]).toEqual([['codebook-changes'], '']);
  });

  test('the same numbers as two runs', async () => {
    const folder = makeFolder(FILES);
    const count = async (book: string) => {
      const { out } = await runCli(folder, ['frequencies', 'text', '-c', book, '-f', 'json', '-q']);
      const rows: { cells: Record<string, number> }[] = JSON.parse(out).rows;
      return rows.at(-2)?.cells.coded_segments;
    };
    const { rows } = await diffOf(['old.yaml', 'new.yaml', 'text']);
    expect([await count('old.yaml'), await count('new.yaml')]).toEqual([
      rows('code-changes').at(-1)?.before,
      rows('code-changes').at(-1)?.after,
    ]);
  });

  test('a hundred quotes of a code are kept in files, three in the terminal, and the rest is counted', async () => {
    const files = {
      ...FILES,
      'text/a.txt': `I: Ja?\n${'R: Veel uren.\n\n'.repeat(130)}`,
      'text/b.txt': 'I: Ja?\nR: Uren.\n',
    };
    const { rows, diff } = await diffOf(['old.yaml', 'new.yaml', 'text'], files);
    expect(rows('changed-segments').length).toBe(100);
    expect(rows('code-changes').find(({ code_id }) => code_id === 'time')).toMatchObject({ gained: 131, after: 131 });
    expect(diff.tables.at(-1)?.notes[0]).toMatch(/; 31 more are not shown\.$/);
    const { out } = await runCli(makeFolder(files), ['diff', 'old.yaml', 'new.yaml', 'text']);
    expect(out.match(/Segment +Veel uren\./g)?.length).toBe(3);
    expect(out).toMatch(/; 128 more are not shown\.\n$/);
  });

  test('a transcript that only one of the books can code counts as 0 with the other, and that is told', async () => {
    const english =
      'I: What do you do?\nR: I think that the work is what we do with all of the money that they have.\n';
    const files = {
      'old.yaml': OLD,
      'new.yaml': bookOf(
        '  - { id: money, name: Money, terms: { nl: [geld], en: [money] } }',
        'name: x\nlanguages: [nl, en]',
      ),
      'text/a.txt': english,
      'text/b.txt': FILES['text/b.txt'],
    };
    const forward = await diffOf(['old.yaml', 'new.yaml', 'text'], files);
    expect([forward.exitCode, forward.rows('code-changes').find(({ code_id }) => code_id === 'money')?.gained]).toEqual(
      [0, 2],
    );
    expect(forward.err).toContain('text/a.txt: warning: old.yaml has no terms in the language of this transcript');
    const back = await diffOf(['new.yaml', 'old.yaml', 'text'], files);
    expect([back.exitCode, back.rows('code-changes').find(({ code_id }) => code_id === 'money')?.lost]).toEqual([1, 2]);
  });
});

describe('--max-change', () => {
  test.each([
    [
      '33%',
      1,
      'error: More than 33 % change: Who does what (3 → 2, 33.3 %), Time (3 → 2, 33.3 %), Money (0 → 1, 100 %), Gone (1 → 0, 100 %)\n',
    ],
    ['99.9', 1, 'error: More than 99.9 % change: Money (0 → 1, 100 %), Gone (1 → 0, 100 %)\n'],
    ['100%', 0, ''],
  ])('%s', async (limit, exitCode, line) => {
    const result = await runCli(makeFolder(FILES), [
      'diff',
      'old.yaml',
      'new.yaml',
      'text',
      '--max-change',
      limit,
      '-q',
    ]);
    expect([result.exitCode, result.err]).toEqual([exitCode, line]);
  });

  test.each([
    [
      ['--max-change', '5%'],
      'error: --max-change is about coded segments (name the transcripts behind the codebooks)\n',
    ],
    [['text', '--max-change', 'much'], /Expected a percentage such as 5%/],
    [['text', '-f', 'html'], /Allowed choices are terminal, csv, json, md/],
  ])('%j', async (argv, expected) => {
    const { exitCode, out, err } = await runCli(makeFolder(FILES), ['diff', 'old.yaml', 'new.yaml', ...argv]);
    expect([exitCode, out]).toEqual([2, '']);
    if (typeof expected === 'string') expect(err).toBe(expected);
    else expect(err).toMatch(expected);
  });
});

describe('how it is written', () => {
  test('as Markdown with folded quotes, nothing of which is markup', async () => {
    const folder = makeFolder({ ...FILES, 'new.yaml': NEW.replace('Money', "'Money <i>&'") });
    const { exitCode, out } = await runCli(folder, ['diff', 'old.yaml', 'new.yaml', 'text', '-o', 'diff.md', '-q']);
    expect([exitCode, out]).toEqual([0, '']);
    await expect(readFileSync(join(folder, 'diff.md'), 'utf8')).toMatchFileSnapshot(
      join(root, 'fixtures/golden/diff/expected.md'),
    );
  });

  test('in the terminal with the codes that changed', async () => {
    const { out } = await runCli(makeFolder(FILES), ['diff', 'old.yaml', 'new.yaml', 'text', '-q']);
    expect(out).toContain('1 code has the same segments as before and no row.');
    expect(out).not.toMatch(/^Leave +0/m);
  });

  test('as one CSV whose rows say which table they are from', async () => {
    const { out } = await runCli(makeFolder(FILES), ['diff', 'old.yaml', 'new.yaml', 'text', '-q', '-f', 'csv']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe(
      'table,change,what,code,code_id,language,before,after,gained,lost,difference,percent_change,document_group,document,speaker,begin,end,weight,segment,terms,evidence,negation,time,coder',
    );
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0]))).toEqual(
      new Set(['codebook-changes', 'code-changes', 'matrix-changes', 'changed-segments']),
    );
  });

  test('equal books say so', async () => {
    const { exitCode, out } = await runCli(makeFolder(FILES), ['diff', 'old.yaml', 'old.yaml', 'text', '-q']);
    expect(exitCode).toBe(0);
    expect(out).toContain('The codebooks do not differ.');
    expect(out).toContain('No cell of the code matrix changed.');
    expect(out).not.toContain('\n\n\n');
  });
});

test('it is not written over a codebook or transcript', async () => {
  const folder = makeFolder(FILES);
  for (const path of ['old.yaml', 'text/a.txt']) {
    const { exitCode, err } = await runCli(folder, [
      'diff',
      'old.yaml',
      'new.yaml',
      'text',
      '-q',
      '-f',
      'md',
      '-o',
      path,
    ]);
    expect([exitCode, err]).toEqual([2, `error: ${path} was read in this run and is not written over\n`]);
  }
});

test('warnings of the codebooks are told, with and without transcripts', async () => {
  const folder = makeFolder(FILES);
  writeFileSync(join(folder, 'new.yaml'), Buffer.from(NEW.replace('Money', 'Co\u00f6rdinatie'), 'latin1'));
  for (const paths of [[], ['text']]) {
    const { exitCode, err } = await runCli(folder, ['diff', 'old.yaml', 'new.yaml', ...paths]);
    expect([exitCode, err]).toEqual([0, expect.stringMatching(/^new\.yaml: warning: .*Windows-1252/m)]);
  }
});

test('a codebook with errors ends it', async () => {
  const folder = makeFolder({ ...FILES, 'new.yaml': 'name: x\nlanguages: [nl]\ncodes: []\n' });
  const { exitCode, out, err } = await runCli(folder, ['diff', 'old.yaml', 'new.yaml', 'text']);
  expect([exitCode, out]).toEqual([2, '']);
  expect(err).toMatch(/^new\.yaml:3:8: error: .*\nerror: nothing was compared\n$/);
});

describe('revisions of git', () => {
  const git = (cwd: string, ...argv: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...argv], { cwd, stdio: 'pipe' });

  /** `books/book.yaml` extends `base.yaml`; both have changed since the commit. */
  function makeRepository() {
    const own = 'extends: ../base.yaml\nname: own\nlanguages: [nl]\ncodes:\n  - { id: roles, terms: [taak] }\n';
    const folder = makeFolder({ 'base.yaml': OLD, 'books/book.yaml': own });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'x', '--no-gpg-sign');
    writeFileSync(join(folder, 'base.yaml'), OLD.replace('terms: [rol]', 'terms: [rol, functie]'));
    writeFileSync(join(folder, 'books/book.yaml'), own.replace('taak', 'klus'));
    return folder;
  }

  test.each([
    ['', 'HEAD:books/book.yaml', 'books/book.yaml'],
    ['books', 'HEAD:books/book.yaml', 'book.yaml'],
    ['books', 'HEAD:./book.yaml', 'book.yaml'],
    ['books', '@:./book.yaml', 'book.yaml'],
    ['books', 'HEAD:book.yaml', 'book.yaml'],
  ])('in the folder "%s" %s is the book as it was, with the base as it was', async (below, old, now) => {
    const { exitCode, out, err } = await runCli(join(makeRepository(), below), ['diff', old, now, '-f', 'csv']);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out.split('\n').slice(1, -1)).toEqual([
      'codebook-changes,removed,term,Roles,roles,nl,taak,',
      'codebook-changes,added,term,Roles,roles,nl,,functie',
      'codebook-changes,added,term,Roles,roles,nl,,klus',
    ]);
  });

  test.each([
    [
      'HEAD:nowhere.yaml',
      "error: Cannot read the codebook HEAD:nowhere.yaml: path 'nowhere.yaml' does not exist in 'HEAD' (write the folder and the name that it had in that revision)\n",
    ],
    ['nope:base.yaml', "error: Cannot read the codebook nope:base.yaml: invalid object name 'nope'.\n"],
    ['./--output=x:base.yaml', 'error: Cannot read the codebook ./--output=x:base.yaml: '],
  ])('%s', async (old, expected) => {
    const { exitCode, out, err } = await runCli(makeRepository(), ['diff', old, 'base.yaml']);
    expect([exitCode, out, err.slice(0, expected.length)]).toEqual([2, '', expected]);
  });

  test('of two files that could be meant none is taken', async () => {
    const folder = makeRepository();
    writeFileSync(join(folder, 'books/base.yaml'), NEW);
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'y', '--no-gpg-sign');
    const compare = (old: string) => runCli(join(folder, 'books'), ['diff', old, 'base.yaml']);
    expect((await compare('HEAD:base.yaml')).err).toBe(
      'error: Two files could be meant by HEAD:base.yaml, one in this folder and one in the top folder of the repository (write HEAD:./base.yaml for the one in this folder, and go to the top folder for the other)\n',
    );
    expect((await compare('HEAD:./base.yaml')).out).toContain('The codebooks do not differ.');
  });

  test('a file that is called so is the file', async () => {
    const folder = makeRepository();
    writeFileSync(join(folder, 'HEAD:base.yaml'), readFileSync(join(folder, 'base.yaml')));
    const { out } = await runCli(folder, ['diff', 'HEAD:base.yaml', 'base.yaml']);
    expect(out).toContain('The codebooks do not differ.');
  });

  test('outside a repository it is an error', async () => {
    const { exitCode, err } = await runCli(makeFolder(FILES), ['diff', 'HEAD:old.yaml', 'new.yaml']);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/^error: Cannot read the codebook HEAD:old\.yaml: /)]);
  });
});
