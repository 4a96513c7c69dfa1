/** The command `check`: configuration, suppression, known findings, fixes, exit codes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const BOOK = `name: test
languages: [nl]
codes:
  - id: trust
    name: Trust
    terms:
      - vertrouwen
  - id: time
    name: Time
    definition: Time and what it is spent on.
    terms:
      - tijd # the word itself
      - uur
`;
const CONFIG = 'code-transcripts.config.yaml';

/** Exit code and lines `line:column severity rule` of a check in a folder with these files. */
async function check(files: Record<string, string>, ...argv: string[]) {
  const folder = makeFolder({ 'codebook.yaml': BOOK, ...files });
  const { exitCode, out, err } = await runCli(folder, ['check', 'codebook.yaml', '-f', 'json', ...argv]);
  const found: string[] = out.startsWith('{')
    ? JSON.parse(out).messages.map(
        (each: Record<string, unknown>) => `${each.line}:${each.column} ${each.severity} ${each.rule}`,
      )
    : [];
  return { folder, exitCode, found, out, err };
}

const config = (rules: string) => ({ [CONFIG]: `rules:\n${rules}` });

describe('exit codes', () => {
  test('warnings alone are 0', async () => {
    expect(await check({})).toMatchObject({ exitCode: 0, found: ['4:9 warning missing-definition'] });
  });
  test('more warnings than allowed are 1', async () => {
    expect((await check({}, '--max-warnings', '0')).exitCode).toBe(1);
    expect((await check({}, '--max-warnings', '1')).exitCode).toBe(0);
  });
  test('an error is 1', async () => {
    expect(await check({ 'codebook.yaml': BOOK.replace('name: Time', 'nam: Time') })).toMatchObject({
      exitCode: 1,
      found: ['9:5 error unknown-key'],
    });
  });
  test.each([
    ['no codebook', ['check']],
    ['a codebook that is not there', ['check', 'none.yaml']],
    ['an unknown rule', ['check', '--explain', 'no-term']],
    ['a format that is none', ['check', 'codebook.yaml', '-f', 'xml']],
    ['a baseline that is not there', ['check', 'codebook.yaml', '--baseline', 'none.json']],
    ['a baseline that is none', ['check', 'codebook.yaml', '--baseline', 'codebook.yaml']],
    ['transcripts that are not there', ['check', 'codebook.yaml', '--transcripts', 'none']],
    ['an output over the codebook', ['check', 'codebook.yaml', '-o', 'codebook.yaml']],
    ['known findings over the codebook', ['check', 'codebook.yaml', '--write-baseline', 'codebook.yaml']],
    ['what is no text', ['check', 'binary.yaml']],
  ])('%s is 2', async (_name, argv) => {
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'binary.yaml': new Uint8Array([0, 1, 2, 0, 0, 0, 3, 0, 255]) });
    expect((await runCli(folder, argv)).exitCode).toBe(2);
    expect(readFileSync(join(folder, 'codebook.yaml'), 'utf8')).toBe(BOOK);
  });
});

describe('the configuration', () => {
  test('turns rules off and makes them errors', async () => {
    expect((await check(config('  missing-definition: off\n'))).found).toEqual([]);
    expect(await check(config('  missing-definition: error\n'))).toMatchObject({
      exitCode: 1,
      found: ['4:9 error missing-definition'],
    });
  });
  test('sets limits', async () => {
    const { found } = await check(config('  missing-definition: off\n  long-name: { severity: error, limit: 4 }\n'));
    expect(found).toEqual(['5:11 error long-name']);
  });
  test('beside the codebook goes before the one in the working folder', async () => {
    const folder = makeFolder({
      [CONFIG]: 'rules: { missing-definition: error }',
      'book/codebook.yaml': BOOK,
      [`book/${CONFIG}`]: 'rules: { missing-definition: off }',
      'other/codebook.yaml': BOOK,
    });
    expect((await runCli(folder, ['check', 'book/codebook.yaml'])).exitCode).toBe(0);
    expect((await runCli(folder, ['check', 'other/codebook.yaml'])).exitCode).toBe(1);
  });
  test.each([
    ['an unknown key', 'rule: {}', '1:1: error: Unexpected key `rule` (did you mean `rules`?)'],
    ['an unknown rule', 'rules: { no-term: off }', '1:10: error: Unexpected rule `no-term` (did you mean `no-terms`?)'],
    ['a severity that is none', 'rules: { no-terms: of }', '1:20: error: Unexpected `of`, expected one of off'],
    [
      'a key of a rule',
      'rules:\n  long-name: { limt: 40 }',
      '2:16: error: Unexpected key `limt` (did you mean `limit`?)',
    ],
    ['a limit that is none', 'rules:\n  long-name: { limit: -1 }', '2:23: error: Unexpected `-1`, expected a number'],
    ['a rule without a limit', 'rules:\n  no-terms: { limit: 4 }', '2:15: error: Unexpected `limit`, expected none'],
    ['an error of the reader', 'rules: { yaml: off }', '1:10: error: Unexpected setting of `yaml`'],
    ['YAML that is none', 'rules: [', '1:9: error: Unexpected YAML'],
  ])('%s is refused with its place', async (_name, text, expected) => {
    const { exitCode, err } = await check({ [CONFIG]: text });
    expect(err).toContain(`${CONFIG}:${expected}`);
    expect(exitCode).toBe(2);
  });
  test('an empty one changes nothing', async () => {
    expect((await check({ [CONFIG]: '# nothing yet\n' })).exitCode).toBe(0);
  });
});

describe('comments that suppress', () => {
  const withComment = (comment: string) => ({
    'codebook.yaml': BOOK.replace('  - id: trust', `  # ${comment}\n  - id: trust`),
  });

  test.each([
    ['the next line', 'check-disable-next-line missing-definition: known to all', []],
    ['the file', 'check-disable-file missing-definition: known to all', []],
    ['two rules', 'check-disable-file missing-definition, no-terms: known', ['4:3 warning unused-suppression']],
    ['without a reason', 'check-disable-next-line missing-definition', ['4:3 warning suppression-without-reason']],
    [
      'another rule',
      'check-disable-next-line no-terms: known',
      ['4:3 warning unused-suppression', '5:9 warning missing-definition'],
    ],
    ['no rule', 'check-disable-file', ['4:3 warning unused-suppression', '5:9 warning missing-definition']],
    ['a rule on transcripts that did not run', 'check-disable-file missing-definition, unused-code: known', []],
  ])('%s', async (_name, comment, expected) => {
    expect((await check(withComment(comment))).found).toEqual(expected);
  });
  test('a misspelled rule is told with the one that was meant', async () => {
    expect((await check(withComment('check-disable-file missing-defintion: known'))).out).toContain(
      'did you mean `missing-definition`?',
    );
  });
  test('comments may stand above each other', async () => {
    const two = 'check-disable-next-line missing-definition: known\n\n  # about trust';
    expect((await check(withComment(two))).found).toEqual([]);
  });
  test('a # within a value is no comment', async () => {
    const text = BOOK.replace(
      'definition: Time',
      'definition: |\n      # check-disable-file missing-definition: no\n      Time',
    );
    expect((await check({ 'codebook.yaml': text })).found).toEqual(['4:9 warning missing-definition']);
  });
  test('an error of the reader stays', async () => {
    const text = `# check-disable-file unknown-key: no\n${BOOK.replace('definition:', 'definitoin:')}`;
    expect((await check({ 'codebook.yaml': text })).exitCode).toBe(1);
  });
});

describe('known findings', () => {
  test('are left out, wherever they stand; new ones count, and gone ones are told', async () => {
    const { folder, exitCode, found } = await check({}, '--write-baseline', 'known.json');
    expect([exitCode, found]).toEqual([0, []]);
    const again = async (text: string) => {
      const other = makeFolder({
        'codebook.yaml': text,
        'known.json': readFileSync(join(folder, 'known.json'), 'utf8'),
      });
      return runCli(other, ['check', 'codebook.yaml', '-f', 'json', '--baseline', 'known.json', '--max-warnings', '0']);
    };
    expect((await again(`# moved\n\n${BOOK}`)).exitCode).toBe(0);
    const fresh = await again(BOOK.replace(/ {4}definition.*\n/, ''));
    expect(fresh.exitCode).toBe(1);
    expect(JSON.parse(fresh.out).messages.map((each: { line: number }) => each.line)).toEqual([8]);
    const gone = await again(BOOK.replace('name: Trust', 'name: Trust\n    definition: Confidence.'));
    expect(gone.err).toContain('1 known finding is gone from the codebook: missing-definition');
    expect(gone.exitCode).toBe(0);
  });
});

describe('--fix', () => {
  const MESSY = `# my book
name: test
languages: [nl]
codes:
  - id: trust
    name: "Trust "   # as Anna calls it
    definition: Confidence in another.
    terms:
      - vertrouwen
      - 'vertrouwen'

      - ' gunnen'   # from interview 3
      - vertrouwt # heard twice
      - { term: vertrouw, weight: 50 }
`;

  test('takes out what is double and blanks, and leaves every other byte', async () => {
    const { folder, err, found } = await check({ 'codebook.yaml': MESSY }, '--fix');
    expect(readFileSync(join(folder, 'codebook.yaml'), 'utf8')).toBe(
      MESSY.replace('"Trust "', '"Trust"').replace("' gunnen'", "'gunnen'").replace("      - 'vertrouwen'\n", ''),
    );
    expect(err).toBe(
      [
        'Fixed codebook.yaml:6: took the blanks off `Trust`',
        'Fixed codebook.yaml:10: removed `vertrouwen`, which matches what `vertrouwen` matches',
        'Fixed codebook.yaml:12: took the blanks off `gunnen`\n',
      ].join('\n'),
    );
    // A comment or a weight is somebody's work.
    expect(found).toEqual(['12:9 warning duplicate-term', '13:17 warning duplicate-term']);
    expect(existsSync(join(folder, 'codebook.yaml.partial'))).toBe(false);
  });
  test('keeps CRLF', async () => {
    const text = MESSY.replaceAll('\n', '\r\n');
    const { folder } = await check({ 'codebook.yaml': text }, '--fix');
    const fixed = readFileSync(join(folder, 'codebook.yaml'), 'utf8');
    expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(fixed).toContain('"Trust"   # as Anna');
  });
  test.each([
    ['an error', MESSY.replace('name: "Trust "', 'nam: "Trust "')],
    ['a finding that is an error', `${MESSY}    examples: { match: [Dat weet ik niet.] }\n`],
  ])('leaves a file with %s alone', async (_name, text) => {
    const { folder, err } = await check({ 'codebook.yaml': text }, '--fix');
    expect(readFileSync(join(folder, 'codebook.yaml'), 'utf8')).toBe(text);
    expect(err).toBe('');
  });
});

test('--explain says what a rule finds, with samples', async () => {
  const { exitCode, out } = await runCli(makeFolder(), ['check', '--explain', 'loose-stem']);
  expect(exitCode).toBe(0);
  for (const part of ['loose-stem (warning', 'Why:', 'Limit: 8', 'Only with --transcripts', 'Not so:', 'But so:'])
    expect(out).toContain(part);
});

test('what was said is never told, but for word forms', async () => {
  const transcript = 'Interviewer: Wat doet u?\n\nRespondent: Het geheim is werk, werken, gewerkt en wij werkten.\n';
  const text = BOOK.replace('- uur', "- 'werk*'");
  const { err, out } = await check(
    { 'codebook.yaml': text, 'study/one.txt': transcript, ...config('  loose-stem: { limit: 2 }\n') },
    '--transcripts',
    'study',
  );
  expect(out).toContain('werk 1, werken 1, werkten 1');
  expect(out + err).not.toContain('geheim');
});
