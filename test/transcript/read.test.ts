/** How transcripts are read: labels, turns, roles, masks, paragraphs, variables. */
import { describe, expect, test } from 'vitest';
import { createSegments } from '../../src/transcript/segments.ts';
import { type ReadOptions, readText } from '../builders.ts';

/** `role speaker: what is coded`, one a segment. */
function describeSegments(
  text: string,
  options: ReadOptions = {},
  unit: 'paragraph' | 'sentence' | 'turn' = 'paragraph',
): string[] {
  const { transcript } = readText(text, options);
  return createSegments(transcript, { unit, includeInterviewer: true }).map((segment) => {
    const { role, speaker } = transcript.turns[segment.turn] ?? {};
    return `${role} ${speaker}: ${transcript.text.slice(segment.start, segment.end)}`;
  });
}

const DIALOGUE = [
  'interviewer Interviewer: Hoe gaat het?',
  'respondent Jan: Goed. Ja.',
  'respondent Jan: En nog iets.',
  'interviewer Interviewer: Fijn?',
  'respondent Jan: Zeker.',
];

describe('label conventions give the same turns', () => {
  test.each([
    [
      'Name: in text',
      'a.txt',
      'Interviewer: Hoe gaat het?\nJan: Goed. Ja.\nEn nog iets.\nInterviewer: Fijn?\nJan: Zeker.',
    ],
    [
      'blank lines between',
      'a.txt',
      'Interviewer: Hoe gaat het?\n\nJan: Goed. Ja.\n\nEn nog iets.\n\nInterviewer: Fijn?\n\nJan: Zeker.',
    ],
    [
      'CRLF and a byte-order mark',
      'a.txt',
      '\uFEFFInterviewer: Hoe gaat het?\r\nJan: Goed. Ja.\r\nEn nog iets.\r\nInterviewer: Fijn?\r\nJan: Zeker.',
    ],
    [
      'stray blanks and other case',
      'a.txt',
      ' Interviewer : Hoe gaat het?\nJan:  Goed. Ja.\nEn nog iets.\nInterviewer: Fijn?\njan: Zeker.\n\nJan:',
    ],
    [
      'a stamp before',
      'a.txt',
      '[0:01] Interviewer: Hoe gaat het?\n[0:02] Jan: Goed. Ja.\nEn nog iets.\n[0:03] Interviewer: Fijn?\n[0:04] Jan: Zeker.',
    ],
    [
      'label and stamp on a line of their own',
      'a.txt',
      'Interviewer  0:01\nHoe gaat het?\n\nJan  0:02\nGoed. Ja.\n\nEn nog iets.\n\nInterviewer  0:03\nFijn?\n\nJan  0:04\nZeker.',
    ],
    [
      'bold with the colon inside',
      'a.md',
      '**Interviewer:** Hoe gaat het?\n\n**Jan:** Goed. Ja.\n\nEn nog iets.\n\n**Interviewer:** Fijn?\n\n**Jan:** Zeker.',
    ],
    [
      'bold with the colon outside',
      'a.md',
      '**Interviewer**: Hoe gaat het?\n\n**Jan**: Goed. Ja.\n\nEn nog iets.\n\n__Interviewer__: Fijn?\n\n**Jan**: Zeker.',
    ],
    [
      'turns on lines that follow each other',
      'a.md',
      '**Interviewer:** Hoe gaat het?\n**Jan:** Goed. Ja.\n\nEn nog iets.\n\nInterviewer: Fijn?\nJan: Zeker.',
    ],
    [
      'bold with a stamp, text below',
      'a.md',
      '**Interviewer** [0:01]  \nHoe gaat het?\n\n**Jan** 0:02\n\nGoed. Ja.\n\nEn nog iets.\n\n**Interviewer** \\[0:03\\]\nFijn?\n\n**Jan** [0:04] Zeker.',
    ],
    [
      'a bold label alone on its line',
      'a.md',
      '**Interviewer:**\n\nHoe gaat het?\n\n**Jan:**\n\nGoed. Ja.\n\nEn nog iets.\n\n**Interviewer:**\nFijn?\n\n**Jan:**\nZeker.',
    ],
  ])('%s', (_name, path, text) => {
    expect(describeSegments(text, { path })).toEqual(DIALOGUE);
  });
});

describe('what is no label', () => {
  test.each([
    ['a time in speech', 'I: Wanneer?\nR: Om 10:30 uur, of\nR: 12:30 uur: dat is laat.'],
    ['an address', 'I: Waar?\nR: Kijk op https://voorbeeld.nl: daar.\nR: http://voorbeeld.nl'],
    ['a remark that recurs', 'I: Wat?\nNB: niet vergeten.\nR: Dit.\nNB: echt niet.'],
    ['running speech before a colon', 'I: Wat?\nR: Nou.\nEn hij zei: kom.\nEn hij zei: ga.'],
    ['a label-like line that occurs once', 'I: Wat?\nR: Nou.\nKoffie: ook.\nR: Ja.'],
  ])('%s', (_name, text) => {
    const speakers = new Set(readText(text).transcript.turns.map((turn) => turn.speaker));
    expect([...speakers]).toEqual(['I', 'R']);
  });
});

describe('roles', () => {
  const rolesOf = (text: string, options: ReadOptions = {}) => {
    const { transcript, messages } = readText(text, options);
    return {
      roles: Object.fromEntries(transcript.turns.map((turn) => [turn.speaker, turn.role])),
      rules: messages.map((message) => message.ruleId),
    };
  };

  test.each<[string, string, ReadOptions, Record<string, string>, string[]]>([
    [
      'role words',
      'Moderator: Ja?\nDeelnemer 1: Ja.\nDeelnemer 2: Nee.',
      {},
      { Moderator: 'interviewer', 'Deelnemer 1': 'respondent', 'Deelnemer 2': 'respondent' },
      [],
    ],
    ['letters as a pair', 'V: Ja?\nA: Ja.', {}, { V: 'interviewer', A: 'respondent' }, []],
    ['a legend', '(M = manager; O = onderzoeker)\nO: Ja.\nM: Nee?', {}, { O: 'interviewer', M: 'respondent' }, []],
    [
      'letters never against a legend',
      '(I = Ina; R = onderzoeker)\nI: Ja?\nR: Nee.',
      {},
      { I: 'respondent', R: 'interviewer' },
      [],
    ],
    [
      'front matter',
      '---\ninterviewer: Eva\n---\nEva: Ja.\nJan: Nee?\nJan: Nee?',
      {},
      { Eva: 'interviewer', Jan: 'respondent' },
      [],
    ],
    [
      'the user',
      'Eva: Ja.\nJan: Nee?\nEva: Ja.\nJan: Nee?',
      { interviewers: ['eva'] },
      { Eva: 'interviewer', Jan: 'respondent' },
      [],
    ],
    [
      'a name beside a role word',
      'Eva: Ja.\nRespondent: Nee?\nEva: Ja.',
      {},
      { Eva: 'interviewer', Respondent: 'respondent' },
      ['interviewer-guessed'],
    ],
    [
      'the questions asked',
      'Eva: Ja?\nJan: Nee.\nEva: Ja?\nJan: Nee.',
      {},
      { Eva: 'interviewer', Jan: 'respondent' },
      ['interviewer-guessed'],
    ],
    [
      'nothing',
      'Eva: Ja.\nJan: Nee.\nEva: Ja.\nJan: Nee.',
      {},
      { Eva: 'other', Jan: 'other' },
      ['interviewer-unknown'],
    ],
  ])('by %s', (_name, text, options, roles, rules) => {
    expect(rolesOf(text, options)).toEqual({ roles, rules });
  });

  test('a text without labels is coded as a whole, and it is said', () => {
    const { transcript, messages } = readText('Een verhaal.\n\nNog een verhaal.');
    expect(transcript.turns).toMatchObject([{ role: 'respondent', start: 0, end: transcript.text.length }]);
    expect(messages.map((message) => message.ruleId)).toEqual(['no-speakers']);
  });
});

test('a label that occurs once is read as speech, and the line is told', () => {
  const { transcript, messages } = readText('I: Ja?\nR: Nee.\nPiet: ook niet.\nR: Nou.');
  expect(transcript.turns).toHaveLength(3);
  expect(messages.map(String)).toEqual([expect.stringContaining('1 line looks like a speaker label')]);
  expect(messages[0]?.reason).toContain(': line 3');
});

test('headings, label lines and titles are paragraphs; what stands above the first label belongs to nobody', () => {
  const { transcript } = readText(
    '# Interview 1\n\nOp kantoor.\n\n**I:**\n\nJa?\n\n**R:** Nee.\n\n## Pauze\n\nEn door.',
    { path: 'a.md' },
  );
  expect(transcript.text.split('\n')).toEqual([
    'Interview 1',
    'Op kantoor.',
    'I:',
    'Ja?',
    'R: Nee.',
    'Pauze',
    'En door.',
  ]);
  const segments = createSegments(transcript, { unit: 'paragraph', includeInterviewer: false });
  expect(segments.map(({ start, end }) => transcript.text.slice(start, end))).toEqual(['Nee.', 'En door.']);
  expect(transcript.turns.map((turn) => turn.line)).toEqual([5, 9]);
});

test('marks stay in the text and are masked', () => {
  const text =
    'I: Ja?\nR: [lacht] Nou (onverstaanbaar) zo (…) ja (dat denk ik) #00:01:02-3#\nR: (telefoon gaat)\n[stilte]';
  const { transcript } = readText(text);
  const masked = transcript.turns.flatMap((turn) =>
    turn.masks.map((mask) => transcript.text.slice(mask.start, mask.end)),
  );
  expect(masked).toEqual([
    'I: ',
    'R: [lacht]',
    '(onverstaanbaar)',
    '(…)',
    '#00:01:02-3#',
    'R: (telefoon gaat)',
    '[stilte]',
  ]);
  expect(createSegments(transcript, { unit: 'paragraph', includeInterviewer: false })).toHaveLength(1);
});

test('front matter gives variables, group and language, and is no speech', () => {
  const { transcript } = readText(
    '---\nfunction: nurse\nyear: 2013\ncode: 007\nurban: true\ngroup: North\nlanguage: en\n---\nI: So?\nR: Yes.',
    { language: '' },
  );
  expect(transcript).toMatchObject({
    group: 'North',
    variables: { function: 'nurse', year: 2013, code: '007', urban: true },
    text: 'I: So?\nR: Yes.',
  });
});

test('a broken front matter is reported and left in the text', () => {
  const { transcript, messages } = readText('---\na: [b\n---\nI: Ja?\nR: Nee.');
  expect(messages.map((message) => message.ruleId)).toContain('front-matter');
  expect(transcript.text).toContain('a: [b');
});

test('the language is told by the words', () => {
  const told = (text: string) => readText(text, { language: 'detect' }).transcript.language;
  expect(told('I: Wat is het?\nR: Dat is een huis dat ik van mijn moeder heb.')).toBe('nl');
  expect(told('I: What is it?\nR: That is a house which I have from my mother.')).toBe('en');
});

test('lines wrapped at one width are joined', () => {
  const line = 'woord woord woord woord woord woord woord woord woord woord woord'.slice(0, 64);
  const turn = (label: string) => `${label}: ${Array.from({ length: 8 }, () => line).join('\n')}\n`;
  const { transcript } = readText([turn('I'), turn('R')].join('\n'));
  expect(transcript.text.split('\n')).toHaveLength(2);
});

test('a new label in wrapped or Markdown lines begins a turn, other lines join', () => {
  expect(describeSegments('I: Ja?\nR: Eerst\ndan.\n', { path: 'a.md' })).toEqual([
    'interviewer I: Ja?',
    'respondent R: Eerst dan.',
  ]);
});

test('units', () => {
  const text = 'I: Ja?\nR: Dhr. Jansen is er. En mevr. De Boer ook! Om 3.30 uur... toch? 1. Punt.\nR: Zo.';
  const of = (unit: 'sentence' | 'turn') => describeSegments(text, {}, unit).slice(1);
  expect(of('sentence')).toEqual(
    ['Dhr. Jansen is er.', 'En mevr. De Boer ook!', 'Om 3.30 uur... toch?', '1. Punt.', 'Zo.'].map(
      (each) => `respondent R: ${each}`,
    ),
  );
  expect(of('turn')).toHaveLength(2);
});

describe('Markdown eats nothing that was said', () => {
  test.each([
    ['a line of dashes below speech', 'R: Tekst\n---\nmeer', 'R: Tekst'],
    ['indented speech', 'R: Ja.\n\n    ingesprongen woorden', 'ingesprongen woorden'],
    ['what looks like a definition', 'R: Ja.\n\n[lacht]: nou ja zeg', '[lacht]: nou ja zeg'],
    ['HTML blocks', '<div>\nR: tussen de tags\n</div>', 'tussen de tags'],
    ['tags as marks', 'R: nou <lacht> ja', 'nou <lacht> ja'],
    ['list numbers', '3. derde punt\n4. vierde punt', '3. derde punt\n4. vierde punt'],
    ['bullets', '- een\n- twee', 'een\ntwee'],
    ['quotations', '> R: geciteerd', 'R: geciteerd'],
    ['code fences', '```\nR: in een blok\n```', 'R: in een blok'],
    ['link targets', 'R: kijk [hier](https://voorbeeld.nl) maar', 'kijk hier (https://voorbeeld.nl) maar'],
    ['images', '![foto van de tuin](tuin.png)', 'foto van de tuin (tuin.png)'],
    ['entities and escapes', 'R: caf&eacute; &amp; 1\\. zo\\*', 'R: café & 1. zo*'],
    ['decomposed letters', 'R: cafe\u0301', 'R: café'],
  ])('%s', (_name, text, expected) => {
    expect(readText(text, { path: 'a.md' }).transcript.text).toContain(expected);
  });
});
