/** Every rule has a codebook in fixtures/lint/ with exactly this finding, at the place that its first line says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allRules } from '../../src/lint/explain-rule.ts';
import { root, runCli } from '../run-cli.ts';

const folder = 'fixtures/lint';
const ids = readdirSync(join(root, folder))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.replace('.yaml', ''));

test('there is a codebook for every rule', () => {
  expect(ids.sort()).toEqual(allRules.map(({ id }) => id).sort());
});

test.each(ids)('%s', async (id) => {
  const [, line, column] =
    /^# expect: (\d+):(\d+)\n/.exec(readFileSync(join(root, folder, `${id}.yaml`), 'utf8')) ?? [];
  const transcript = `${folder}/${id}.txt`;
  const transcripts = existsSync(join(root, transcript)) ? ['--transcripts', transcript] : [];
  const { out } = await runCli(root, ['check', `${folder}/${id}.yaml`, '-f', 'json', ...transcripts]);
  const found = JSON.parse(out).messages.map((each: { rule: string; line: number; column: number }) => [
    each.rule,
    each.line,
    each.column,
  ]);
  expect(found).toEqual([[id, Number(line), Number(column)]]);
});
