/** A codebook that extends others: what is joined, what overrides, and that every message names the right file and line. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCodebook } from '../../src/codebook/read-codebook.ts';
import { termKinds } from '../../src/coding/terms/index.ts';
import { createNodeIo } from '../../src/io.ts';
import { loadCodebook } from '../../src/study/load-codebook.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const BASE = `name: base
languages: [nl]
codes:
  - id: time
    name: Time
    definition: Hours and days.
    color: '#112233'
    examples: { match: [Er is geen tijd.] }
    terms: [tijd, uren]
    codes:
      - { id: planning, name: Planning, terms: [rooster] }
`;
const OWN = `extends: shared/base.yaml
name: own
languages: [en, nl]
codes:
  - id: roles
    name: Roles
    definition: Who does what.
    terms: { nl: [rol] }
  - id: time
    name: Time and hours
    examples: { match: [De agenda is vol.] }
    terms:
      nl: [agenda, { term: tijd, except: [altijd, tijdschrift] }]
    codes:
      - { id: leave, name: Leave, terms: { nl: [verlof] } }
`;

interface JsonFinding {
  path?: string;
  line?: number | null;
  column?: number;
  severity: string;
  rule: string;
  reason: string;
  hint?: string;
}

/** What `check` finds, as `path:line:column: severity: reason (hint) [rule]`. */
async function checkBook(files: Record<string, string>, name: string) {
  const { exitCode, out } = await runCli(makeFolder(files), ['check', name, '-f', 'json']);
  const lines = JSON.parse(out).messages.map(({ path, line, column, severity, rule, reason, hint }: JsonFinding) => {
    const place = line === null || line === undefined ? path : `${path}:${line}:${column}`;
    return `${place}: ${severity}: ${reason}${hint ? ` (${hint})` : ''} [${rule}]`;
  });
  return { exitCode, lines: lines as string[] };
}

function load(files: Record<string, string>, name = 'own.yaml') {
  const cwd = makeFolder(files);
  const stream = { write: () => true } as unknown as NodeJS.WriteStream;
  const io = createNodeIo({
    cwd,
    bundledCodebook: '',
    reportProgram: '',

    out: stream,
    err: stream,
    env: {},
  });
  return loadCodebook(name, [], io);
}

test('codes of the base come first; a code with the same id adds, overrides and keeps the rest', () => {
  const { codebook, bases, messages } = load({ 'own.yaml': OWN, 'shared/base.yaml': BASE });
  expect(messages).toEqual([]);
  expect([codebook?.name, codebook?.languages]).toEqual(['own', ['en', 'nl']]);
  expect(codebook?.codes.map(({ id }) => id)).toEqual(['time', 'roles']);
  const [time] = codebook?.codes ?? [];
  expect(time).toMatchObject({ name: 'Time and hours', definition: 'Hours and days.', color: '#112233' });
  expect(time?.codes.map(({ id, color }) => [id, color])).toEqual([
    ['planning', '#112233'],
    ['leave', '#112233'],
  ]);
  expect(time?.examples.match.map(({ text }) => text)).toEqual(['Er is geen tijd.', 'De agenda is vol.']);
  expect(time?.terms.map(({ source, except }) => [source, except.length])).toEqual([
    ['tijd', 2],
    ['uren', 0],
    ['agenda', 0],
  ]);
  expect(time?.terms.map(({ position }) => [position.file, position.line])).toEqual([
    [undefined, 13],
    ['shared/base.yaml', 9],
    [undefined, 13],
  ]);
  expect(bases.map(({ path }) => path)).toEqual(['shared/base.yaml']);
});

test('of several books each is read once, later ones override, and paths begin at the file that names them', () => {
  const book = (head: string, codes: string) => `${head}\nlanguages: [nl]\ncodes:\n${codes}`;
  const { codebook, bases, messages } = load({
    'own.yaml': book('extends: [a/a.yaml, a/b.yaml]\nname: own', '  - { id: x, terms: [vier] }\n'),
    'a/a.yaml': book('extends: ../c.yaml\nname: a', '  - { id: x, name: From a, terms: [twee] }\n'),
    'a/b.yaml': book('extends: ../c.yaml\nname: b', '  - { id: x, terms: [drie] }\n  - { id: y, name: Y }\n'),
    'c.yaml': book('name: c', '  - { id: x, name: From c, terms: [een] }\n'),
  });
  expect(messages).toEqual([]);
  expect(codebook?.codes.map(({ name }) => name)).toEqual(['From a', 'Y']);
  expect(codebook?.codes[0]?.terms.map(({ source }) => source)).toEqual(['een', 'twee', 'drie', 'vier']);
  expect(bases.map(({ path }) => path)).toEqual(['a/a.yaml', 'c.yaml', 'a/b.yaml']);
});

describe('what is wrong', () => {
  const own = (codes: string, base = 'base.yaml') => `extends: ${base}\nname: own\nlanguages: [nl]\ncodes:\n${codes}`;
  const fine = '  - { id: x, name: X }\n';

  test.each([
    [
      'a missing file',
      { 'own.yaml': own(fine, 'nowhere.yaml') },
      'own.yaml:1:10: error: No such codebook: nowhere.yaml (paths under `extends` begin at the folder of the file that they stand in) [extends-missing]',
    ],
    [
      'a folder in a list',
      { 'own.yaml': own(fine, '[base.yaml, sub.yaml]'), 'base.yaml': BASE, 'sub.yaml/a.txt': '' },
      'own.yaml:1:22: error: Unexpected folder sub.yaml, expected a codebook (paths under `extends` begin at the folder of the file that they stand in) [extends-missing]',
    ],
    [
      'a transcript, which no message may quote',
      { 'own.yaml': own(fine, 'a.txt'), 'a.txt': 'Secret: words\n' },
      'own.yaml:1:10: error: Unexpected file a.txt, expected a codebook (its name ends in .yaml or .yml) [extends-missing]',
    ],
    [
      'an empty list',
      { 'own.yaml': own(fine, '[]') },
      'own.yaml:1:10: error: Unexpected list, expected at least one codebook [invalid-value]',
    ],
    [
      'a book that extends itself',
      { 'own.yaml': own(fine, './own.yaml') },
      'own.yaml:1:10: error: Unexpected circle: `./own.yaml` extends this codebook, directly or through others (remove one of the lines) [extends-cycle]',
    ],
    [
      'a circle of two',
      { 'own.yaml': own(fine), 'base.yaml': own(fine, 'own.yaml') },
      'base.yaml:1:10: error: Unexpected circle: `own.yaml` extends this codebook, directly or through others (remove one of the lines) [extends-cycle]',
    ],
    [
      'a code under another parent',
      { 'own.yaml': own('  - { id: planning, name: P }\n'), 'base.yaml': BASE },
      'own.yaml:5:11: error: Unexpected code `planning` at the top level, expected it under `time` (it stands there in base.yaml on line 11) [extends-clash]',
    ],
    [
      'a new code without a name',
      { 'own.yaml': own('  - { id: tiem }\n'), 'base.yaml': BASE },
      'own.yaml:5:11: error: Unexpected code `tiem` without a name, which no extended codebook has either (add `name:`, or correct the id) [missing-key]',
    ],
    [
      'an error in the base',
      { 'own.yaml': own(fine), 'base.yaml': BASE.replace('[tijd, uren]', '[tijd, "*"]') },
      /^base\.yaml:9:19: error: .* \[invalid-term\]$/,
    ],
    [
      'a base that is no text',
      { 'own.yaml': own(fine), 'base.yaml': '\u0000\u0001\u0002\u0000\u0003' },
      /^base\.yaml: error: Unexpected binary data/,
    ],
    [
      'a mapping',
      { 'own.yaml': own(fine, '{ a: b }') },
      /^own\.yaml:1:10: error: Unexpected keys and values, expected the path of a codebook/,
    ],
  ])('%s', async (_name, files, expected) => {
    const { exitCode, lines } = await checkBook(files, 'own.yaml');
    const [line] = lines;
    if (typeof expected === 'string') expect(line).toBe(expected);
    else expect(line).toMatch(expected);
    expect(exitCode).toBe(1);
  });

  test('a chain without end', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`b${at}.yaml`, own(`  - { id: x${at}, name: X }\n`, `b${at + 1}.yaml`)]),
    );
    const { exitCode, lines } = await checkBook(files, 'b0.yaml');
    expect(exitCode).toBe(1);
    expect(lines.join('\n')).toMatch(/^b10\.yaml:1:10: error: .* at most 10 codebooks \[extends-depth\]$/m);
  });

  test('without a way to open files it is an error, not half a book', () => {
    const { codebook, messages } = readCodebook(own(fine), { path: 'own.yaml', notations: termKinds });
    expect([codebook, messages.map(({ ruleId }) => ruleId)]).toEqual([undefined, ['extends-missing']]);
  });
});

test('findings of check name the file in which the code or example stands', async () => {
  const base = BASE.replace('Er is geen tijd.', 'Dit gaat nergens over.');
  const { lines } = await checkBook({ 'own.yaml': OWN, 'shared/base.yaml': base }, 'own.yaml');
  const out = lines.join('\n');
  expect(out).toMatch(/^shared\/base\.yaml:8:25: error: .*\[example-not-coded\]$/m);
  expect(out).toMatch(/^shared\/base\.yaml:11:15: warning: .*\[missing-definition\]$/m);
});

test('a run codes with all of the book, hashes all of it, and writes over none of it', async () => {
  const folder = makeFolder({
    'codebook.yaml': OWN.replace('shared/base.yaml', 'shared/base.yaml # ours'),
    'shared/base.yaml': BASE,
    'text/a.txt': 'I: Hoe gaat het?\nR: Het rooster is vol, en ik heb verlof.\n',
  });
  const coded = await runCli(folder, ['text']);
  expect([coded.exitCode, coded.err]).toEqual([0, expect.stringContaining('codebook.yaml')]);
  const run = JSON.parse(readFileSync(join(folder, 'coded/run.json'), 'utf8'));
  const bytes = [join(folder, 'shared/base.yaml'), join(folder, 'codebook.yaml')].map((path) => readFileSync(path));
  const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
  expect(run.codebook.sha256).toBe(hash(Buffer.concat(bytes)));
  expect(run.codebook.extends).toEqual([{ path: 'base.yaml', sha256: hash(bytes[0] as Buffer) }]);
  expect(run.counts.codings).toBe(2);
  const refused = await runCli(folder, ['matrix', 'text', '-f', 'csv', '-o', 'shared/base.yaml']);
  expect([refused.exitCode, refused.err]).toEqual([2, expect.stringContaining('is not written over')]);
});
