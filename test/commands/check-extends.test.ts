/** `check` of a codebook that extends another: what is told of which file, and what is changed in which. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const BASE = `name: base
languages: [nl]
codes:
  - id: care
    name: Care
    definition: Looking after others.
    terms:
      - goede zorg
      # check-disable-next-line short-stem: the vegetable
      - ui
  - id: money
    name: Money
    definition: What it costs.
    # check-disable-next-line broad-wildcard: this one is not there any more
    terms: ['geld ', kosten]
`;
const OWN = `extends: shared/base.yaml
name: own
languages: [nl]
codes:
  - id: care
    terms:
      - zorg
      - ' hulp'
      - kost
      - helpen
      - help
`;

const FILES = { 'own.yaml': OWN, 'other.yaml': OWN.replace('own', 'other'), 'shared/base.yaml': BASE };

/** Findings as `path:line rule reason`. */
async function check(files: Record<string, string>, ...argv: string[]) {
  const folder = makeFolder(files);
  const { out, exitCode, err } = await runCli(folder, ['check', ...argv, '-f', 'json']);
  const messages: Record<string, unknown>[] = out.startsWith('{') ? JSON.parse(out).messages : [];
  const found = messages.map(({ path, line, rule, reason }) => ({ place: `${path}:${line} ${rule}`, reason }));
  return { folder, found, exitCode, err };
}

test('findings stand in the file that they are about, and its comments suppress them', async () => {
  const { found } = await check(FILES, 'own.yaml');
  expect(found.map(({ place }) => place)).toEqual([
    'own.yaml:8 stray-blanks',
    'own.yaml:11 duplicate-term',
    'shared/base.yaml:8 shadowed-term',
    'shared/base.yaml:15 stray-blanks',
    'shared/base.yaml:15 shared-term',
  ]);
  // Whether a comment is of any use is told by the check of its own file.
  expect((await check(FILES, 'shared/base.yaml')).found.map(({ place }) => place)).toContain(
    'shared/base.yaml:14 unused-suppression',
  );
});

test('a line of another file is told with its file', async () => {
  const { found } = await check(FILES, 'own.yaml');
  const reasons = found.map(({ reason }) => reason).join('\n');
  expect(reasons).toContain('as `helpen` on line 10');
  expect(reasons).toContain('adds nothing to `zorg` on line 7 of own.yaml');
  expect(reasons).toContain('has on line 9 of own.yaml as `kost`');
});

test('the key of a code is found in whichever file has it', async () => {
  const files = { ...FILES, 'shared/base.yaml': BASE.replace('name: Money', 'name: Care') };
  expect((await check(files, 'own.yaml')).found.map(({ place }) => place)).toContain(
    'shared/base.yaml:12 duplicate-name',
  );
});

test('what two books have from one file is told once, and a file is listed once', async () => {
  const { found, folder } = await check(FILES, 'own.yaml', 'other.yaml', './own.yaml');
  expect(found.filter(({ place }) => place === 'shared/base.yaml:15 stray-blanks')).toHaveLength(1);
  expect(found.filter(({ place }) => place.startsWith('own.yaml'))).toHaveLength(2);
  const { out } = await runCli(folder, ['check', 'own.yaml', 'other.yaml', './own.yaml', '-f', 'sarif']);
  const uris = JSON.parse(out).runs[0].artifacts.map((each: { location: { uri: string } }) => each.location.uri);
  expect(uris).toEqual(['own.yaml', 'shared/base.yaml', 'other.yaml']);
});

test('--fix mends its own file and no other', async () => {
  const { folder, err } = await check(FILES, 'own.yaml', '--fix');
  expect(err.match(/^Fixed .*/gm)).toEqual([
    'Fixed own.yaml:8: took the blanks off `hulp`',
    'Fixed own.yaml:11: removed `help`, which matches what `helpen` matches',
  ]);
  expect(readFileSync(join(folder, 'own.yaml'), 'utf8')).toBe(
    OWN.replace("' hulp'", "'hulp'").replace('      - help\n', ''),
  );
  expect(readFileSync(join(folder, 'shared/base.yaml'), 'utf8')).toBe(BASE);
});

test('an extended book is not written over', async () => {
  const { folder, exitCode } = await check(FILES, 'own.yaml', '-o', 'shared/base.yaml');
  expect(exitCode).toBe(2);
  expect(readFileSync(join(folder, 'shared/base.yaml'), 'utf8')).toBe(BASE);
});
