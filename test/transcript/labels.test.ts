/** Labels as people really write them: variants that are speakers all the same, and words that are none. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLabel } from '../../src/transcript/labels.ts';
import { createSegments } from '../../src/transcript/segments.ts';
import { readText } from '../builders.ts';
import { cases } from '../fuzz.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const rolesOf = (text: string, path = 'a.txt') =>
  Object.fromEntries(readText(text, { path }).transcript.turns.map((turn) => [turn.speaker, turn.role]));

test.each([
  ['a name that is a function word', 'Interviewer: Ja?\nWil: Nou.\nInterviewer: Ja?\nWil: Nee.', 'Wil'],
  ['a couple', 'Interviewer: Ja?\nHij: Nou.\nZij: Zo.\nInterviewer: Ja?\nHij: Nee.\nZij: Ja.', 'Zij'],
  ['an article and a noun', 'Interviewer: Ja?\nDe moeder: Nou.\nInterviewer: Ja?\nDe moeder: Nee.', 'De moeder'],
  ['no blank behind the colon', 'Interviewer: Ja?\nRespondent:Nou.\nRespondent:Nee.', 'Respondent'],
  ['a non-breaking blank behind it', 'Interviewer:\u00A0Ja?\nRespondent:\u00A0Nou.', 'Respondent'],
  ['a list mark before it', 'Interviewer: Ja?\n- Respondent: Nou.', 'Respondent'],
  ['a number before it', '1. Interviewer: Ja?\n2. Respondent: Nou.', 'Respondent'],
  ['a tab', 'I\tJa?\nR\tNou.', 'R'],
  ['dots', 'I.: Ja?\nR.: Nou?', 'R.'],
  ['a name in brackets', 'INTERVIEWER (EVA): Ja?\nRESPONDENT (JAN): Nou? En? Hoe?', 'RESPONDENT (JAN)'],
  [
    'a long description',
    'Interviewer: Ja?\nRespondent 2 (vrouw, 45 jaar, woont alleen, Amsterdam-Noord): Nou.',
    'Respondent 2 (vrouw, 45 jaar, woont alleen, Amsterdam-Noord)',
  ],
  ['a third person beside a pair of letters', 'I: Ja?\nR: Nou? En? Zo?\nPartner: Zo.\nPartner: Ja.', 'Partner'],
])('%s', (_name, text, respondent) => {
  const roles = rolesOf(text);
  expect(roles[respondent]).toBe('respondent');
  expect(Object.values(roles).filter((role) => role === 'interviewer')).toHaveLength(1);
});

test('a bold name alone on its line that recurs', () => {
  const text = '**Eva**\n\nHoe is het? Goed?\n\n**Jan**\n\nGoed.\n\n**Eva**\n\nFijn?\n\n**Jan**\n\nJa.';
  expect(rolesOf(text, 'a.md')).toEqual({ Eva: 'interviewer', Jan: 'respondent' });
});

test('naming one respondent does not make the other respondents interviewers', () => {
  const roles = rolesOf('---\nrespondent: Jan\n---\nI: Ja?\nR: Nee.\nJan: Zo.\nR: Ja.');
  expect(roles).toEqual({ I: 'interviewer', R: 'respondent', Jan: 'respondent' });
});

test('naming one interviewer does not hide the other', () => {
  const roles = rolesOf('---\ninterviewer: Eva\n---\nEva: Ja?\nJan: Nee.\nInterviewer 2: Zo?\nJan: Ja.');
  expect(roles).toEqual({ Eva: 'interviewer', Jan: 'respondent', 'Interviewer 2': 'interviewer' });
});

test('of two unknown names beside a respondent, the one who asks is the interviewer', () => {
  const roles = rolesOf('Eva: Ja? Zo?\nRespondent: Nee.\nMoeder: Ook niet.\nEva: Ja?\nMoeder: Nee.');
  expect(roles).toEqual({ Eva: 'interviewer', Respondent: 'respondent', Moeder: 'respondent' });
});

test('a word before a colon does not become a speaker because another file has it too', async () => {
  const text = 'I: Wat is het?\nR: Ja.\nVertrouwen: dat is het.\n';
  const codebook = 'name: x\nlanguages: [nl]\ncodes: [{ id: trust, name: Trust, terms: [vertrouwen] }]\n';
  const folder = makeFolder({ 'codebook.yaml': codebook, 'a.txt': text, 'b.txt': text });
  const { out, err } = await runCli(folder, ['matrix', '.', '-f', 'csv']);
  expect(out).toContain('trust,1,1,2');
  expect(err).toContain('a.txt: warning: 1 line looks like a speaker label');
});

test('a slip of the pen behind a known name is told', () => {
  const { messages } = readText('I: Ja?\nRespondent: Nee.\nRespondent ; Nou.\nRespondent – zo.');
  expect(messages.map((message) => message.reason)).toEqual([
    expect.stringContaining('2 lines look like speaker labels'),
  ]);
});

test('what a respondent says in brackets is coded, what happens is not', () => {
  const { transcript } = readText(
    'I: Ja?\nR: Nou.\n(Ik heb vertrouwen in haar.)\n(er wordt geklopt)\nzij vertrouw[de] (stilte vind ik moeilijk, hoor)',
  );
  const said = createSegments(transcript, { unit: 'paragraph', includeInterviewer: false });
  expect(said.map(({ start, end }) => transcript.text.slice(start, end))).toEqual([
    'Nou.',
    '(Ik heb vertrouwen in haar.)',
    'zij vertrouw[de] (stilte vind ik moeilijk, hoor)',
  ]);
  expect(transcript.turns[1]?.masks).toHaveLength(2);
});

test('short paragraphs of one width that end their sentences are not joined', () => {
  const paragraph = 'Dit is een alinea van ongeveer tachtig tekens en die eindigt netjes met een punt.';
  const { transcript } = readText(`I: Ja?\nR: Nee.\n${`${paragraph}\n`.repeat(12)}`);
  expect(transcript.text.split('\n')).toHaveLength(14);
});

test('turns between two lines of dashes are no document variables', () => {
  const { transcript, messages } = readText('---\nI: Ja?\nR: Nee.\n---\nI: En?\nR: Zo.');
  expect([transcript.variables, transcript.turns.length]).toEqual([{}, 4]);
  expect(messages.map((message) => message.ruleId)).toEqual(['front-matter']);
});

test('a heading or a line that is a role word and nothing else begins a turn', () => {
  expect(rolesOf('### Interviewer\n\nJa?\n\n### Respondent\n\nNee.', 'a.md')).toEqual({
    Interviewer: 'interviewer',
    Respondent: 'respondent',
  });
  expect(rolesOf('Interviewer\nJa?\nRespondent 1\nNee.')).toEqual({
    Interviewer: 'interviewer',
    'Respondent 1': 'respondent',
  });
});

test('rows of blanks cost no time', () => {
  const { transcript } = readText(`I: Ja?\nR: Nee.\n${`a${' '.repeat(100)}b\n`.repeat(20_000)}`);
  expect(transcript.turns).toHaveLength(2);
});

test('one long line does not keep wrapped lines from being joined', () => {
  const turn = (label: string) =>
    `${label}: ${Array.from({ length: 8 }, () => 'woord '.repeat(11).trim()).join('\n')}\n`;
  const { transcript } = readText(
    `Bron: https://voorbeeld.nl/${'x'.repeat(100)}\n\n${turn('I')}\n${turn('R')}\n${turn('I')}\n${turn('R')}`,
  );
  expect(transcript.text.split('\n')).toHaveLength(5);
});

test('a name that is a function word in another language, as often as the other speaker', () => {
  const roles = rolesOf(
    'Dan: So? And?\nParticipant: Well.\nDan: What?\nParticipant: Yes.\nDan: Why?\nParticipant: No.',
  );
  expect(roles).toEqual({ Dan: 'interviewer', Participant: 'respondent' });
});

test('a plain label is found as any other is', () => {
  const name = fc.oneof(
    fc.constantFrom(
      'https',
      'mailto',
      'www',
      'ftp',
      'HTTP',
      'hij',
      'Wil',
      'zij',
      'I',
      'R2',
      'Interviewer',
      'x'.repeat(41),
    ),
    fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,44}$/),
  );
  const said = fc.constantFrom('Ja', 'a', '12:30 nou', '[0:12] ja', '  Ja', '**Ja**', '_ja_', '', '1', 'ja: nee');
  const shapeOf = (text: string) => findLabel({ text, bold: 0 });
  fc.assert(
    fc.property(name, said, (speaker, text) => {
      // Behind a hard blank, no line is plain.
      expect(shapeOf(`${speaker}: ${text}`.trim())).toEqual(shapeOf(`${speaker}:\u00A0${text}`.trim()));
    }),
    cases(1000),
  );
});
