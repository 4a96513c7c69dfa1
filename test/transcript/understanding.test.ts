/** What the program tells of its guesses, and what the user can say against them. */
import { describe, expect, test } from 'vitest';
import { codebookOf, codeText, type ReadOptions, readText } from '../builders.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const rulesOf = (text: string, options: ReadOptions = {}) =>
  readText(text, options).messages.map((message) => message.ruleId);
const rolesOf = (text: string, options: ReadOptions = {}) =>
  readText(text, options).transcript.turns.map(({ speaker, role }) => `${speaker ?? '-'} ${role}`);

describe('what is guessed is said', () => {
  test.each<[string, string, string[]]>([
    ['only the interviewer has a label', 'I: Hoe?\nZo.\nI: Waar?\nDaar.\nI: Wanneer?\nToen.', ['unlabelled-turns']],
    [
      'only the respondent has a label',
      'Hoe ging dat?\nR: Zo.\nEn daarna?\nR: Dit.\nEn nu?\nR: Dat.',
      ['unlabelled-turns'],
    ],
    [
      'numbered questions',
      '1. Wat doet u precies?\nVan alles.\n2. Hoe lang al?\nJaren.\n3. Met wie?\nAlleen.',
      ['unlabelled-turns'],
    ],
    ['one letter too few', 'Interviewer: Ja?\nParticpant: Nou.\nInterviewer: En?\nParticipant: Zo.', ['label-slip']],
    [
      'several spellings',
      'Interviewer 1: Ja?\nR1: Nou.\nInterviewer1: En?\nR1: Zo.\nInterviewer 1: Ja?',
      ['spellings-joined'],
    ],
    ['letters that were misread', 'I: Ja?\nR: Zoâ€™n dag.', ['misread-letters']],
    ['lines of programs', 'I: Ja?\nR: Nee.\nTranscribed by https://otter.ai', ['tool-lines']],
    ['numbers in the margin', '1 I: Ja?\n2 R: Nee.\n3 Echt niet.\n4 I: Goed.\n5 R: Ja.', ['margin-numbers']],
    ['labels without a colon', 'R - ja\nI - nee\nR - zo\nI - dan\n', ['label-separator']],
    ['heads of pages', 'Kop\nI: Ja?\n\fKop\nR: Nee.\n\fKop\nI: Zo?\n', ['left-out']],
  ])('%s', (_name, text, rules) => {
    expect(rulesOf(text)).toEqual(rules);
  });

  test('plain labels are nothing to speak of', () => {
    expect(rulesOf('I: Hoe gaat het?\nR: Goed.\nInterviewer: Fijn.\nR: Ja.')).toEqual([]);
  });
});

describe('where guessing would cost speech, nothing is guessed', () => {
  test.each<[string, string, string[]]>([
    [
      'one who speaks alone, in many paragraphs',
      'Respondent: Ik begon.\nToen kwam zij.\nWat moest ik?\nIk ging.',
      ['Respondent respondent'],
    ],
    [
      'a list in a text without labels',
      'Eerst dit.\n1. Vertrouwen.\n2. Tijd.\n3. Geld.\nDaarna dat.',
      ['- respondent'],
    ],
    ['a text with a question in it', 'Ik dacht: wat nu?\n\nToen ging ik.\n\nWaarom?\n\nDaarom.', ['- respondent']],
    [
      'a respondent who is quoted',
      'I: Ja?\nR: Zo.\nZij: kom.\nZij: ga.\nI: En?\nR: Nou.',
      ['I interviewer', 'R respondent', 'I interviewer', 'R respondent'],
    ],
  ])('%s', (_name, text, turns) => {
    expect(rolesOf(text)).toEqual(turns);
  });
});

describe('what the user says', () => {
  const PANEL = 'Eva: Ja? Zo? En?\nJan: Nou.\nEva: Wat?\nJan: Zo.';

  test('--respondent against the one who asks most', () => {
    expect(rolesOf(PANEL)).toEqual(['Eva interviewer', 'Jan respondent', 'Eva interviewer', 'Jan respondent']);
    expect(new Set(rolesOf(PANEL, { respondents: ['Eva', 'Jan'] }))).toEqual(
      new Set(['Eva respondent', 'Jan respondent']),
    );
  });

  test('a name in the front matter means the label that is its first name, last name or initials', () => {
    for (const label of ['Eva', 'Vries', 'EV', 'EdV']) {
      const text = `---\ninterviewer: Eva de Vries\n---\n${label}: Zo.\nJan: Nou? En? Wat?\n${label}: Ja.\nJan: Nee.`;
      expect(rolesOf(text)[0]).toBe(`${label} interviewer`);
    }
  });

  test('who asked and who answered are document variables, too', () => {
    const { transcript } = readText('---\nrespondent: manager\ninterviewer: Eva\n---\nEva: Ja?\nR: Nee.\nEva: Zo?');
    expect(transcript.variables).toEqual({ respondent: 'manager', interviewer: 'Eva' });
  });

  test('--respondent and a name that nobody has', async () => {
    const folder = makeFolder({ 'a.txt': PANEL });
    const { out, err } = await runCli(folder, ['documents', '.', '--respondent', 'Eva,Piet', '-l', 'nl', '-f', 'csv']);
    expect(out).toContain('Eva (2 turns, 4 words)');
    expect(err).toContain('No speaker is called Piet');
  });
});

describe('header lines', () => {
  const HEADER = 'Interview 3\nDatum: 12 mei 2013\nFunctie: manager\nInterviewer: Eva de Vries\nRespondent: R3\n\n';

  test('are variables and nobody’s speech, in front of any labels', () => {
    const { transcript } = readText(`${HEADER}I: Hoe was het?\nR: Goed.\nI: Fijn.\nR: Ja.`);
    expect(transcript.variables).toEqual({
      datum: '12 mei 2013',
      functie: 'manager',
      interviewer: 'Eva de Vries',
      respondent: 'R3',
    });
    expect(transcript.turns).toHaveLength(4);
    expect(transcript.text).toContain('\nFunctie: manager\n');
  });

  test('a turn that looks like one stays a turn', () => {
    const { transcript } = readText('Datum: 12 mei\nI: Goedemorgen\nR: Morgen, dag\nI: Zo.\nR: Ja.');
    expect(transcript.variables).toEqual({ datum: '12 mei' });
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['I', 'R', 'I', 'R']);
  });

  test('the front matter wins where they differ', () => {
    const { transcript, messages } = readText('---\ndatum: 13 mei\n---\nDatum: 12 mei\n\nI: Ja?\nR: Nee.');
    expect(transcript.variables).toEqual({ datum: '13 mei' });
    expect(messages.map(({ ruleId, line }) => `${ruleId} ${line}`)).toEqual(['variable-conflict 4']);
  });
});

describe('time stamps', () => {
  const timesOf = (text: string) => readText(text).transcript.turns.map(({ time }) => time);

  test.each<[string, string, (string | undefined)[]]>([
    ['beside the label', 'I [0:01]: Ja?\nR (0:05): Nee.', ['0:01', '0:05']],
    ['before the first word', 'I: [00:00:01] Ja?\nR: {00:05} Nee.', ['00:00:01', '00:05']],
    ['at the end, where f4 sets it', 'I: Ja? #00:00:04-2#\nR: Nee. #00:00:09-7#', [undefined, '00:00:04-2']],
    ['on a line of their own', '00:00:01\nI: Ja?\n00:00:05\nR: Nee.', ['00:00:01', '00:00:05']],
  ])('%s', (_name, text, times) => {
    expect(timesOf(text)).toEqual(times);
  });

  test('inside a turn they are the times of what follows, in the quotes too', async () => {
    const folder = makeFolder({
      'codebook.yaml': 'name: x\nlanguages: [nl]\ncodes: [{ id: a, name: A, terms: [appel] }]\n',
      'a.txt': 'I: Ja?\nR [0:10]: Een appel.\n[1:30] Weer een appel.\nEn een appel. [2:45]\nEn een appel.',
    });
    const { out } = await runCli(folder, ['segments', '.', '-f', 'json']);
    const times = JSON.parse(out).rows.map((row: { cells: { time: string } }) => row.cells.time);
    expect(times).toEqual(['0:10', '1:30', '1:30', '2:45']);
  });

  test('a time of day in speech is speech', () => {
    const document = codeText(codebookOf(['=10']), 'I: Hoe laat?\nR: Om 10:30 uur, of om 11:00.');
    expect([document.words, document.codings.length]).toEqual([8, 1]);
  });
});
