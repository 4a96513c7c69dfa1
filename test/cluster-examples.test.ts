/** The example files for clusters run, and give what one run gives; those of engines that are not here are skipped by name. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, readFolder, root, runCli } from './run-cli.ts';

const examples = join(root, 'fixtures/cluster');
const TALK = 'Interviewer: Een appel?\nAnna: Een appel, en geen peer.\n';
const STUDY = {
  'codebook.yaml':
    'name: x\nlanguages: [nl]\ncodes:\n  - { id: a, name: A, terms: [appel] }\n  - { id: b, name: B, terms: [peer] }\n',
  'the interviews/a.txt': TALK,
  'the interviews/b.md': `---\nfunction: coach\n---\n\n${TALK}`,
  'the interviews/broken.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
};
const SHARDS = '2';

const has = (command: string, argument = '--version') => spawnSync(command, [argument]).status === 0;

/** The results of one run, and a way to run something beside the study that calls the built program by its name. */
async function prepare() {
  const folder = makeFolder(STUDY);
  await runCli(folder, ['the interviews', '-c', 'codebook.yaml', '-o', 'whole']);
  mkdirSync(join(folder, '.bin'));
  const program = join(folder, '.bin/code-transcripts');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'bin/code-transcripts.js')}' "$@"\n`);
  chmodSync(program, 0o755);
  const env = { ...process.env, PATH: `${join(folder, '.bin')}:${process.env.PATH}`, SHARDS, XDG_CACHE_HOME: folder };
  return {
    folder,
    run: (command: string, argv: string[], more: Record<string, string> = {}) =>
      spawnSync(command, argv, { cwd: folder, env: { ...env, ...more }, encoding: 'utf8' }),
    read(name: string) {
      const { '.snakemake_timestamp': _, ...files } = readFolder(join(folder, name));
      return files;
    },
  };
}

describe.skipIf(process.platform === 'win32')('examples for clusters', () => {
  test('shards.sbatch codes the shard that each task of the array is', async () => {
    const { run, read } = await prepare();
    for (const task of ['1', '2']) {
      const array = {
        SLURM_ARRAY_TASK_ID: task,
        SLURM_ARRAY_TASK_MIN: '1',
        SLURM_ARRAY_TASK_MAX: '2',
        SLURM_ARRAY_TASK_COUNT: '2',
      };
      const { status, stderr } = run(
        'bash',
        [join(examples, 'shards.sbatch'), 'the interviews', 'codebook.yaml', 'parts'],
        array,
      );
      expect([status, stderr]).toEqual([
        0,
        expect.stringContaining(`Shard ${task} of 2 (task ${task} of the job array 1-2)`),
      ]);
    }
    expect(run('code-transcripts', ['merge', 'parts', '-o', 'coded']).status).toBe(1);
    expect(read('coded')).toEqual(read('whole'));
  });

  test.skipIf(!has('parallel'))('run-on-hosts.sh (needs GNU parallel)', async () => {
    const { run, read } = await prepare();
    const { status, stderr } = run('bash', [
      join(examples, 'run-on-hosts.sh'),
      'the interviews',
      'codebook.yaml',
      'coded',
    ]);
    // One transcript is broken, and the program says so at last.
    expect([status, stderr]).toEqual([1, expect.stringContaining('Results in coded/')]);
    expect(read('coded')).toEqual(read('whole'));
  });

  test.skipIf(!has('snakemake'))('Snakefile (needs Snakemake)', async () => {
    const { run, read } = await prepare();
    const config = ['--config', 'interviews=the interviews', 'codebook=codebook.yaml', `shards=${SHARDS}`];
    const { status, stderr } = run('snakemake', ['-s', join(examples, 'Snakefile'), '--cores', '2', ...config]);
    expect([status, stderr]).toEqual([0, expect.stringContaining('3 of 3 steps (100%) done')]);
    expect(read('coded')).toEqual(read('whole'));
  });

  test.skipIf(!has('duckdb'))('shards.sql (needs the command line of DuckDB)', async () => {
    const { folder, run } = await prepare();
    for (const index of [1, 2])
      run('code-transcripts', ['the interviews', '-c', 'codebook.yaml', '--parquet', '--shard', `${index}/2`]);
    const input = readFileSync(join(examples, 'shards.sql'), 'utf8');
    const out = execFileSync('duckdb', ['-csv'], { cwd: folder, input, encoding: 'utf8' });
    expect(out.split(/\r?\n/).slice(0, 3)).toEqual([
      'code,segments,documents,per_1000_words',
      'A,2,2,200.0',
      'B,2,2,200.0',
    ]);
  });
});
