/** The formats of messages: valid where a standard says how, and safe against what a codebook may hold. */
import official from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/lint/explain-rule.ts';
import { messageFormats } from '../../src/output/messages/index.ts';
import type { MessageReport } from '../../src/output/messages/message-format.ts';
import { createMessage } from '../../src/text/messages.ts';

const NASTY = 'Unexpected `a<b>&"c"` 100%\n::error::x, \u0007 \u202E';

const report: MessageReport = {
  files: [
    {
      path: 'my books/één,twee:drie.yaml',
      messages: [
        createMessage(NASTY, {
          rule: 'no-terms',
          severity: 'error',
          path: 'x',
          position: { line: 4, column: 9 },
          hint: 'add `terms:`',
        }),
        createMessage('Second', {
          rule: 'no-terms',
          severity: 'warning',
          path: 'x',
          position: { line: 12, column: 1 },
        }),
        createMessage('Guessed', { rule: 'guessed-encoding', severity: 'information', path: 'x' }),
      ],
    },
    { path: 'clean.yaml', messages: [] },
  ],
  rules: allRules,
};

const write = (name: string, colorLevel: 0 | 3 = 0) =>
  messageFormats.find((format) => format.name === name)?.write(report, { colorLevel }) ?? '';

test('pretty: aligned, grouped, with a summary, and nothing that moves the cursor', () => {
  expect(write('pretty')).toBe(
    [
      'my books/één,twee:drie.yaml',
      '   4:9  error    Unexpected `a<b>&"c"` 100%\\n::error::x, \\u{07} \\u{202e} [no-terms]',
      '                 add `terms:`',
      '  12:1  warning  Second [no-terms]',
      '        note     Guessed [guessed-encoding]',
      'clean.yaml: no findings',
      '',
      '1 error and 1 warning and 1 note in 2 codebooks',
      '',
    ].join('\n'),
  );
  expect(write('pretty', 3)).toContain('\u001B[31merror');
});

test('pretty: a hint for many findings in a row is said once', () => {
  const details = { rule: 'no-terms', severity: 'warning', path: 'x', hint: 'add `terms:`' } as const;
  const messages = [1, 2, 3].map((line) => createMessage('Same', { ...details, position: { line, column: 1 } }));
  const text = messageFormats[0].write({ files: [{ path: 'x', messages }], rules: [] }, { colorLevel: 0 });
  expect(text.match(/add `terms:`/g)).toHaveLength(1);
});

test('github: one command a line, whatever the message holds', () => {
  expect(write('github').split('\n')).toEqual([
    '::error file=my books/één%2Ctwee%3Adrie.yaml,line=4,col=9,title=no-terms::Unexpected `a<b>&"c"` 100%25%0A::error::x, \u0007 \u202E (add `terms:`)',
    '::warning file=my books/één%2Ctwee%3Adrie.yaml,line=12,col=1,title=no-terms::Second',
    '::notice file=my books/één%2Ctwee%3Adrie.yaml,title=guessed-encoding::Guessed',
    '',
  ]);
});

test('json: all that is told, as data', () => {
  const { files, messages } = JSON.parse(write('json'));
  expect(files).toEqual(['my books/één,twee:drie.yaml', 'clean.yaml']);
  expect(messages[0]).toEqual({
    path: 'my books/één,twee:drie.yaml',
    line: 4,
    column: 9,
    severity: 'error',
    rule: 'no-terms',
    reason: NASTY,
    hint: 'add `terms:`',
  });
  expect(messages[2]).toMatchObject({ line: null, severity: 'note' });
});

test('junit: well-formed, a suite for each codebook and a case for each rule', () => {
  const opened: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => opened.push({ name, attributes }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(write('junit')).close();
  const suites = opened.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes);
  const cases = opened.filter(({ name }) => name === 'testcase');
  const all = allRules.length;
  expect(suites).toMatchObject([
    { name: 'my books/één,twee:drie.yaml', tests: String(all + 1), failures: '2' },
    { name: 'clean.yaml', tests: String(all), failures: '0' },
  ]);
  expect(cases).toHaveLength(2 * all + 1);
  const failure = opened.find(({ name }) => name === 'failure')?.attributes;
  expect(failure?.message).toBe(`${NASTY.replace('\u0007', '\uFFFD')} and 1 more`);
});

describe('sarif', () => {
  const validate = createSarifValidator();
  const log = JSON.parse(write('sarif'));

  test('is valid by the schema of the standard', () => {
    validate(log);
    expect(validate.errors).toBeNull();
  });

  test.each([
    ['a column 0', '"startColumn":9', '"startColumn":0'],
    ['an unknown level', '"level":"note"', '"level":"information"'],
    ['a place that is no URI', 'my%20books', 'my books'],
    ['the same file twice', '"clean.yaml"', '"my%20books/%C3%A9%C3%A9n%2Ctwee%3Adrie.yaml"'],
  ])('which does not allow %s', (_name, from, to) => {
    const text = JSON.stringify(log);
    expect(text).toContain(from);
    expect(validate(JSON.parse(text.replaceAll(from, to)))).toBe(false);
  });

  test('its results name their rule, file and place', () => {
    const [only] = log.runs;
    const [first, , third] = only.results;
    expect(only.tool.driver.rules[first.ruleIndex].id).toBe('no-terms');
    expect(first).toMatchObject({ ruleId: 'no-terms', level: 'error' });
    expect(first.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'my%20books/%C3%A9%C3%A9n%2Ctwee%3Adrie.yaml', index: 0 },
      region: { startLine: 4, startColumn: 9 },
    });
    expect(third.level).toBe('note');
    expect(third).not.toHaveProperty('ruleIndex');
  });
});

/** The schema that OASIS published with SARIF 2.1.0, in draft 4 of JSON Schema; what it says means the same in draft 7. */
function createSarifValidator() {
  const { $schema: _draft, id, ...schema } = official;
  const formats = {
    uri: /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9._~!$&'()*+,;=:@/?#[\]-]|%[0-9A-F]{2})+$/,
    'uri-reference': /^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/,
    'date-time': /^\d{4}-\d\d-\d\dT/,
  };
  return new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats }).compile({ ...schema, $id: id });
}
