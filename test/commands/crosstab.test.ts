/** Columns that are asked for on the command line: refused as an error of use, with what is known. */
import { expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const STUDY = {
  'codebook.yaml': 'name: b\nlanguages: [nl]\ncodes:\n  - { id: bread, name: Bread, terms: [brood] }\n',
  'one.txt': '---\nage: 70\ntown: Ede\n---\n\nI: En?\nR: Brood.\n',
  'two.txt': '---\nage: 8\n---\n\nI: En?\nR: Brood.\n',
};

test.each([
  ['matrix', ['--by', 'twon'], 'Unexpected variable twon, which no document has (did you mean `town`? known are'],
  ['frequencies', ['--by', 'zzz'], '(known are document, group, speaker, coder, age, town)'],
  ['crosstab', [], 'A crosstab needs columns'],
  ['crosstab', ['--condition', 'age>='], 'expected a value behind `age>=`'],
  [
    'crosstab',
    ['--by', 'age', '--condition', 'age>1'],
    "'--condition <condition>' cannot be used with option '--by <what>'",
  ],
  ['crosstab', ['--by', 'age', '--value', 'hits'], 'Allowed choices are segments, row-percent, column-percent'],
  ['matrix', ['--binary', '--value', 'hits'], "'--binary' cannot be used with option '--value <what>'"],
])('%s %j', async (command, options, message) => {
  const { exitCode, out, err } = await runCli(makeFolder(STUDY), [command, '.', '-q', ...options]);
  expect([exitCode, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('conditions can be given several times', async () => {
  const folder = makeFolder(STUDY);
  const { out } = await runCli(folder, [
    'crosstab',
    '.',
    '-q',
    '-f',
    'csv',
    '--condition',
    'age>=65',
    '--condition',
    'age<65',
  ]);
  expect(out.split('\n').slice(0, 2)).toEqual(['code,code_id,age>=65,age<65,all', 'Bread,bread,1,1,2']);
});

test('variables reach the rows for statistics programs', async () => {
  const { out } = await runCli(makeFolder(STUDY), ['matrix', '.', '-q', '-f', 'csv', '--transpose', '--binary']);
  expect(out).toBe('document_group,document,age,town,bread,any_code\n,one,70,Ede,1,1\n,two,8,,1,1\n');
});
