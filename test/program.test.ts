/** The built program as it is started: prints only its own output, ends quietly on a closed pipe, brings its licences. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCK_FILE } from '../src/study/listed-results.ts';
import { version } from '../src/version.ts';
import { makeFolder, root } from './run-cli.ts';

const program = join(root, 'bin/code-transcripts.js');
const start = (argv: string[], cwd = root) =>
  spawnSync(process.execPath, [program, ...argv], { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });

test('--version prints the version and nothing else', () => {
  const { status, stdout, stderr } = start(['--version']);
  expect([status, stdout, stderr]).toEqual([0, `${version}\n`, '']);
});

test('without arguments the help is shown', () => {
  const { status, stdout } = start([]);
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'Usage: code-transcripts [options] [command]']);
});

test('a quiet table has nothing but the table on stdout, and nothing on stderr', () => {
  const { status, stdout, stderr } = start(['frequencies', 'fixtures/interviews', '-q', '-f', 'csv']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^code,code_id,coded_segments,[^\n]*\nBarriers,barriers,\d+,/);
});

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  test('that is closed early ends the program quietly', () => {
    const folder = makeFolder({
      'a.txt': `I: Ja?\nR: ${'Een lange rol. '.repeat(40_000)}\n`,
      'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [rol] }]\n',
    });
    const command = `"${process.execPath}" "${program}" segments . -u sentence -f csv | head -1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe(
      'document_group,document,code,code_id,speaker,begin,end,weight,segment,terms,evidence,negation,time,coder,characters,percent_of_document,color,code_1\n0\n',
    );
    expect(stderr).not.toMatch(/Error|EPIPE/);
  });
});

test('the licences of everything in the bundle are in the package', () => {
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['natural', 'commander', 'yaml', 'zod', 'remark-parse'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(existsSync(join(root, 'LICENSE'))).toBe(true);
});

test.skipIf(process.platform === 'win32')('Ctrl-C ends a run with 130 and leaves nothing of it', async () => {
  const folder = makeFolder({ 'a.txt': 'I: Ja?\nR: Ja, een appel.\n'.repeat(20_000) });
  const child = spawn(process.execPath, [program, 'a.txt', '-q'], { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('exit', (...how) => resolve(how)));
  while (!existsSync(join(folder, 'coded', LOCK_FILE))) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  expect(readdirSync(folder)).toEqual(['a.txt']);
});
