/** `init`: the files that a study begins with are valid, and nothing is written over. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { run } from '../../src/cli.ts';
import { makeFolder, openIo, readFolder, runCli } from '../run-cli.ts';

const NAMES = ['code-transcripts.config.yaml', 'codebook.yaml'];

test('the codebook passes the check, and its steps work as they are told', async () => {
  const folder = makeFolder();
  const { exitCode, out, err } = await runCli(folder, ['init']);
  expect([exitCode, err]).toEqual([0, '']);
  expect(out).toContain('Written: codebook.yaml\nWritten: code-transcripts.config.yaml\n');
  expect(out).toContain('3. code-transcripts check codebook.yaml\n  4. code-transcripts .\n');
  expect(readdirSync(folder).sort()).toEqual(NAMES);
  expect(await runCli(folder, ['check', 'codebook.yaml'])).toEqual({
    exitCode: 0,
    out: 'codebook.yaml: no findings\n',
    err: '',
  });
  expect(parse(readFileSync(join(folder, 'code-transcripts.config.yaml'), 'utf8'))).toEqual({ rules: {} });
});

test('it codes Dutch and English', async () => {
  const folder = makeFolder({
    'a.txt': 'I: Hoe gaat het?\nR: Het is erg druk, en er is een wachtlijst van een half jaar.\n',
    'b.txt': 'I: How are you?\nR: We were waiting for the schedules, and they have no deadline at all.\n',
  });
  await runCli(folder, ['init', '.']);
  const { exitCode, out } = await runCli(folder, ['frequencies', '.', '-f', 'csv', '-q', '--depth', '2']);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^Time \(directly\),time,2,/m);
  expect(out).toMatch(/^Time \\ Waiting,waiting,2,/m);
});

test('a folder is made, and its name is quoted where it has blanks', async () => {
  const folder = makeFolder();
  const { exitCode, out } = await runCli(folder, ['init', 'new/my study']);
  expect([exitCode, readdirSync(join(folder, 'new/my study')).sort()]).toEqual([0, NAMES]);
  expect(out).toContain('4. code-transcripts "new/my study"\n');
});

describe('nothing is written', () => {
  test.each([...NAMES, 'codebook.yml'])('where there is a %s', async (name) => {
    const folder = makeFolder({ [name]: 'mine' });
    const { exitCode, out, err } = await runCli(folder, ['init']);
    expect([exitCode, out, err]).toEqual([
      2,
      '',
      `error: ${name} is there already and is not written over (choose another folder)\n`,
    ]);
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(join(folder, name), 'utf8')).toBe('mine');
  });

  test('where a folder or a link that leads nowhere has the name', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'a/codebook.yaml'), { recursive: true });
    mkdirSync(join(folder, 'b'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'b/codebook.yaml'));
    for (const name of ['a', 'b']) {
      const { exitCode, err } = await runCli(folder, ['init', name]);
      expect([exitCode, err]).toEqual([
        2,
        `error: ${name}/codebook.yaml is there already and is not written over (choose another folder)\n`,
      ]);
    }
    expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  });

  test('where the folder is a file', async () => {
    const { exitCode, err } = await runCli(makeFolder({ a: '' }), ['init', 'a']);
    expect([exitCode, err]).toEqual([2, 'error: Unexpected file a, expected a folder\n']);
  });
});

test('on a full disk neither file is left', async () => {
  const folder = makeFolder();
  const { io, result } = openIo(folder);
  let count = 0;
  const full = {
    ...io,
    writeFile(path: string, content: string | Uint8Array) {
      io.writeFile(path, content.slice(0, 9));
      if (++count === 2) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    },
  };
  expect([await run(['init', 'new'], full), result.err]).toEqual([
    2,
    expect.stringMatching(
      /^error: Cannot write new\/.*: ENOSPC.* \(the disk is full; what was there before is unchanged\)\n$/,
    ),
  ]);
  expect(readFolder(join(folder, 'new'))).toEqual({});
});
