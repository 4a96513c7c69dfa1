/** Tables of text as transcripts: every convention of columns, and what can be wrong with a table. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/transcript/formats/csv.ts';
import type { ColumnMapping } from '../../../src/transcript/source.ts';
import { root } from '../../run-cli.ts';
import { readFormat } from './read-format.ts';

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
const rulesOf = (messages: readonly { ruleId?: string | undefined }[]) =>
  messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== 'language-unclear');

const TALK = ['Interviewer: Wat vraagt dit werk?', 'Anna: Geduld, vooral.'];

describe('a row is a turn', () => {
  test.each<[string, string[], string[]]>([
    ['commas', ['Speaker,Text', 'Interviewer,Wat vraagt dit werk?', 'Anna,"Geduld, vooral."'], TALK],
    ['semicolons', ['Spreker;Tekst', 'Interviewer;Wat vraagt dit werk?', 'Anna;Geduld, vooral.'], TALK],
    ['tabs', ['speaker_name\tContent', 'Interviewer\tWat vraagt dit werk?', 'Anna\tGeduld, vooral.'], TALK],
    ['bars', ['WIE|TEKST:', 'Interviewer|Wat vraagt dit werk?', 'Anna|Geduld, vooral.'], TALK],
    [
      'the first line of Excel',
      ['sep=;', 'naam;inhoud', 'Interviewer;Wat vraagt dit werk?', 'Anna;Geduld, vooral.'],
      TALK,
    ],
    ['a byte-order mark', ['\uFEFFSpeaker;Text', 'Interviewer;Wat vraagt dit werk?', 'Anna;Geduld, vooral.'], TALK],
    ['empty rows', ['Speaker;Text', '', ';', 'Interviewer;Wat vraagt dit werk?', '', 'Anna;Geduld, vooral.'], TALK],
    [
      'a title above',
      ['Interview 3;', '', 'Speaker;Text', 'Interviewer;Wat vraagt dit werk?', 'Anna;Geduld, vooral.'],
      TALK,
    ],
    [
      'an empty speaker goes on',
      ['Speaker;Text', 'Interviewer;Wat vraagt', ';dit werk?', 'Anna;Geduld, vooral.'],
      TALK,
    ],
    [
      'times and a column that is not read',
      [
        'Start;End;Speaker;Text;Memo',
        '0:01;0:04;Interviewer;Wat vraagt dit werk?;x',
        '0:04;0:09;Anna;Geduld, vooral.;',
      ],
      ['Interviewer [0:01]: Wat vraagt dit werk?', 'Anna [0:04]: Geduld, vooral.'],
    ],
    [
      'seconds',
      ['start,speaker,text', '1.5,Interviewer,Wat vraagt dit werk?', '3725.25,Anna,Geduld'],
      ['Interviewer [0:01]: Wat vraagt dit werk?', 'Anna [1:02:05]: Geduld'],
    ],
    [
      'milliseconds',
      ['start,end,speaker,text', '0,4000,Interviewer,Wat vraagt dit werk?', '4000,5000,Anna,Geduld'],
      ['Interviewer [0:00]: Wat vraagt dit werk?', 'Anna [0:04]: Geduld'],
    ],
    [
      'as NVivo writes it',
      [
        'Timespan,Content,Speaker',
        '"0:00.0 - 0:04.2",Wat vraagt dit werk?,Interviewer',
        '0:04.2 - 0:09.0,Geduld.,Anna',
      ],
      ['Interviewer [0:00.0]: Wat vraagt dit werk?', 'Anna [0:04.2]: Geduld.'],
    ],
    [
      'without headings',
      [
        '0:00.0 - 0:04.2\tWat vraagt, zeg eens, dit werk?\tNoor',
        '0:04.2 - 0:09.0\tGeduld.\tAnna',
        '0:09.0 - 0:10.0\tEn?\tNoor',
        '0:10.0 - 0:11.0\tTijd.\tAnna',
      ],
      [
        'Noor [0:00.0]: Wat vraagt, zeg eens, dit werk?',
        'Anna [0:04.2]: Geduld.',
        'Noor [0:09.0]: En?',
        'Anna [0:10.0]: Tijd.',
      ],
    ],
    [
      'headings that nobody knows',
      [
        'Wer,Sagt',
        'Noor,Wat vraagt dit werk van u?',
        'Anna,Geduld vooral en tijd.',
        'Noor,En wat nog meer?',
        'Anna,Moed is nodig.',
      ],
      [
        'Noor: Wat vraagt dit werk van u?',
        'Anna: Geduld vooral en tijd.',
        'Noor: En wat nog meer?',
        'Anna: Moed is nodig.',
      ],
    ],
    [
      'entities, tags and line ends in a cell',
      ['Speaker;Text', 'Interviewer;Goed &amp; wel<br>met <b>u</b>?', 'Anna;"Ja, ""echt"".\nEn nog iets."'],
      ['Interviewer: Goed & wel met u?', 'Anna: Ja, "echt". En nog iets.'],
    ],
    [
      'labels in the text itself',
      ['tijd;tekst', '0:01;Interviewer: Wat vraagt dit werk?', '0:04;Anna: Geduld, vooral.', '0:09;Anna: En tijd.'],
      ['Interviewer [0:01]: Wat vraagt dit werk?', 'Anna [0:04]: Geduld, vooral.', 'Anna [0:09]: En tijd.'],
    ],
    [
      'question and answer',
      ['Vraag;Antwoord', 'Wat vraagt dit werk?;Geduld, vooral.', 'En wie helpt?;'],
      ['Interviewer: Wat vraagt dit werk?', 'Respondent: Geduld, vooral.', 'Interviewer: En wie helpt?'],
    ],
  ])('%s', async (_name, rows, expected) => {
    const { turns, messages } = await readFormat('a.csv', lines(...rows));
    expect(turns).toEqual(expected);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  });

  test('a role column says who asks, against what names and question marks suggest', async () => {
    const rows = [
      'Speaker;Role;Text',
      'Noor;respondent;Waarom? Hoezo? Echt?',
      'Anna;interviewer;Vertel.',
      'Jan;R;Goed.',
    ];
    const { transcript, messages } = await readFormat('a.csv', lines(...rows));
    expect(transcript.turns.map(({ speaker, role }) => `${speaker} ${role}`)).toEqual([
      'Noor respondent',
      'Anna interviewer',
      'Jan respondent',
    ]);
    expect(rulesOf(messages)).toEqual([]);
  });

  test('a role column without names', async () => {
    const { turns } = await readFormat('a.csv', lines('role;text', 'interviewer;Ja?', 'respondent;Nee.'));
    expect(turns).toEqual(['interviewer: Ja?', 'respondent: Nee.']);
  });

  test('lines are those of the file, also behind a cell of several lines', async () => {
    const { transcript } = await readFormat('a.csv', 'sep=;\nSpeaker;Text\n\nI;"Ja?\n\nEcht?"\nR;Nee.\n');
    expect(transcript.text).toBe('Speaker | Text\nI: Ja?\nEcht?\nR: Nee.');
    expect(transcript.turns.map(({ line }) => line)).toEqual([4, 7]);
  });

  test('Windows-1252', async () => {
    const bytes = Buffer.from('Spreker;Tekst\nI;Ja?\nR;De cli\xEBnt \x93zegt\x94 iets.\n', 'latin1');
    const { turns } = await readFormat('a.csv', bytes);
    expect(turns).toEqual(['I: Ja?', 'R: De cliënt “zegt” iets.']);
  });
});

describe('a row is an answer', () => {
  test('one column of text: each row a turn of its own, and nobody asks', async () => {
    const { transcript, messages } = await readFormat(
      'a.csv',
      lines('tekst', 'Ja, waarom?', '"Nee, hoezo? Echt?"', 'Goed, hoor'),
    );
    expect(transcript.text).toBe('tekst\nJa, waarom?\nNee, hoezo? Echt?\nGoed, hoor');
    expect(transcript.turns.map(({ role, speaker }) => [role, speaker])).toEqual(
      Array(3).fill(['respondent', undefined]),
    );
    expect(rulesOf(messages)).toEqual([]);
  });

  test('a column of text without a heading', async () => {
    const rows = ['Ik vind de begeleiding hier wel goed.', 'Er is te weinig tijd, vind ik zelf.'];
    expect((await readFormat('a.csv', lines(...rows))).turns).toEqual(rows.map((row) => `-: ${row}`));
  });

  test('beside an id', async () => {
    const { turns, transcript } = await readFormat(
      'a.csv',
      lines('id,age,text', 'P1,40,Waarom? Hoe?', 'P2,50,"Nee, goed."'),
    );
    expect(turns).toEqual(['P1: Waarom? Hoe?', 'P2: Nee, goed.']);
    expect(transcript.turns.map(({ role }) => role)).toEqual(['respondent', 'respondent']);
  });

  const SURVEY = [
    'Leeftijd;Geslacht;Wat vindt u van de begeleiding?;Wat kan er beter in het werk?;Hoe vaak komt u?',
    '40;v;Ik vind de begeleiding wel goed;Meer tijd voor de mensen graag;wekelijks',
    '52;m;Waarom zou het niet goed zijn?;;maandelijks',
    '61;v;;Niets op aan te merken;wekelijks',
  ];

  test('a column a question: headings stand in the text and are not coded', async () => {
    const { transcript, turns, messages } = await readFormat('a.csv', lines(...SURVEY));
    expect(turns).toEqual([
      'Participant 1: Ik vind de begeleiding wel goed',
      'Participant 1: Meer tijd voor de mensen graag',
      'Participant 2: Waarom zou het niet goed zijn?',
      'Participant 3: Niets op aan te merken',
    ]);
    expect(transcript.text.split('\n').slice(0, 4)).toEqual([
      'Wat vindt u van de begeleiding?',
      'Participant 1: Ik vind de begeleiding wel goed',
      'Wat kan er beter in het werk?',
      'Participant 1: Meer tijd voor de mensen graag',
    ]);
    expect(transcript.turns.every(({ role }) => role === 'respondent')).toBe(true);
    expect(messages.map(({ reason }) => reason)).toContain(
      'Columns that were not read: Leeftijd, Geslacht, Hoe vaak komt u?',
    );
  });

  test('a column a question, with the participant', async () => {
    const rows = SURVEY.map((row, index) => `${['Respondent', 'R01', 'R02', 'R03'][index]};${row}`);
    expect((await readFormat('a.csv', lines(...rows))).turns[3]).toBe('R03: Niets op aan te merken');
  });
});

describe('columns by name', () => {
  const ROWS = lines(
    'Who,Original,Said,When',
    'I,Why does one do this all day?,Waarom?,0:01',
    'R,Because I do like it very much,Daarom.,0:02',
  );

  test.each<[string, ColumnMapping, string[], string[]]>([
    [
      'all',
      { speaker: 'who', text: 'SAID', time: 'When' },
      ['I [0:01]: Waarom?', 'R [0:02]: Daarom.'],
      ['columns-not-read'],
    ],
    ['only the text', { text: 'Said' }, ['I [0:01]: Waarom?', 'R [0:02]: Daarom.'], ['columns-not-read']],
    [
      'a name that is none',
      { text: 'Sayd', time: 'When' },
      ['I [0:01]: Waarom?', 'R [0:02]: Daarom.'],
      ['unknown-column', 'columns-not-read'],
    ],
  ])('%s', async (_name, columns, expected, rules) => {
    const { turns, messages } = await readFormat('a.csv', ROWS.replace('When', 'Time').replaceAll('Time', 'When'), {
      columns,
    });
    expect(turns).toEqual(expected);
    expect(rulesOf(messages)).toEqual(rules);
  });

  test('an unknown name is told with the names that there are', async () => {
    const { messages } = await readFormat('a.csv', lines('Speaker,Text', 'I,Ja?', 'R,Nee.'), {
      columns: { speaker: 'Wie' },
    });
    const told = messages.find(({ ruleId }) => ruleId === 'unknown-column');
    expect([told?.reason, told?.note]).toEqual([
      'No column is called Wie, so it is not taken for the speaker',
      'the columns are Speaker, Text',
    ]);
  });

  test('long texts that are not read are a warning', async () => {
    const { messages } = await readFormat('a.csv', ROWS, { columns: { text: 'Said' } });
    const told = messages.find(({ ruleId }) => ruleId === 'columns-not-read');
    expect([told?.fatal, told?.reason]).toEqual([
      false,
      'Columns that were not read: Original; there are long texts in Original',
    ]);
  });
});

describe('what is wrong with a table', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'text that was not quoted',
      lines('Speaker,Text,Time', 'I,Ja, echt?,0:01', 'R,Nee, hoor, nooit.,0:02'),
      ['I [0:01]: Ja, echt?', 'R [0:02]: Nee, hoor, nooit.'],
      ['ragged-row'],
    ],
    ['a line torn off', lines('Speaker;Text', 'I;Ja?', 'R;Nee', 'nooit.'), ['I: Ja?', 'R: Nee nooit.'], ['ragged-row']],
    ['empty cells at the end', lines('Speaker;Text', 'I;Ja?;;', 'R;Nee.;'), ['I: Ja?', 'R: Nee.'], []],
    [
      'quotes in a cell',
      lines('Speaker;Text', 'I;Zei u "ja"?', 'R;"Nee" zei ik.'),
      ['I: Zei u "ja"?', 'R: "Nee" zei ik.'],
      [],
    ],
    [
      'a quote that is never closed',
      lines('Speaker;Text', 'I;Ja?', 'R;"Nee.', 'I;Echt?', 'R;Echt.'),
      ['I: Ja?', 'R: "Nee.', 'I: Echt?', 'R: Echt.'],
      ['unclosed-quote'],
    ],
    [
      'a quote that the next one seems to close',
      lines('Speaker;Text', 'I;Ja?', 'R;"Nee.', 'I;Echt?', 'R;"Echt."'),
      ['I: Ja?', 'R: "Nee.', 'I: Echt?', 'R: Echt.'],
      ['unclosed-quote'],
    ],
  ])('%s', async (_name, content, expected, rules) => {
    const { turns, messages } = await readFormat('a.csv', content);
    expect(turns).toEqual(expected);
    expect(rulesOf(messages)).toEqual(rules);
  });

  test('more broken quotes than are mended lose nothing', async () => {
    const rows = Array.from({ length: 60 }, (_, index) => `${index % 2 ? 'R' : 'I'};"Regel ${index}`);
    const { turns } = await readFormat('a.csv', lines('Speaker;Text', ...rows));
    expect(turns).toHaveLength(60);
  });

  test.each([
    ['no text', lines('id,age', '1,40', '2,50'), 'expected a column with what was said; its columns are id, age'],
    [
      'our coded segments',
      readFileSync(join(root, 'fixtures/golden/demo/expected/coded-segments.csv'), 'utf8'),
      'list of coded segments',
    ],
    ['coded segments of others', lines('Document;Code;Segment', 'a;b;Ik vind het goed.'), 'list of coded segments'],
    ['binary data', 'a,b\n\0\0', 'Unexpected binary data'],
  ])('an error: %s', async (_name, content, expected) => {
    const { messages, turns } = await readFormat('a.csv', content);
    expect(turns).toEqual([]);
    expect(
      messages
        .filter(({ fatal }) => fatal)
        .map(String)
        .join(),
    ).toContain(expected);
    expect(await csv.recognizes(new TextEncoder().encode(content))).toBe(false);
  });

  test.each([
    ['twenty megabytes in one line', `Speaker,Text\nR,${'woord '.repeat(3_500_000)}`, 1],
    ['in one quoted line', `Speaker,Text\nR,"${'woord "" '.repeat(2_300_000)}"`, 1],
    ['a million cells in a row', `Speaker,Text\nR,woord${','.repeat(1_000_000)}`, 1],
    ['many lines with a quote', `Speaker,Text\n${'R,"woord\n'.repeat(100_000)}`, 100_000],
  ])(
    'a large one: %s',
    async (_name, content, count) => {
      const { turns } = await readFormat('a.csv', content);
      expect(turns).toHaveLength(count);
    },
    60_000,
  );

  test('more than is read at once is refused', async () => {
    const { messages } = await readFormat('a.csv', `Speaker,Text\nR,${'x'.repeat(65 * 2 ** 20)}`);
    expect(messages.map(String).join()).toContain('Unexpected size of more than 64 MB');
  }, 60_000);
});
