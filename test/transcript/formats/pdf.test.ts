/** PDFs: paragraphs out of printed lines, page furniture, divided words, columns; scans and files that cannot be read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { root } from '../../run-cli.ts';
import { makePdf, type PdfText, setLines } from './make-pdf.ts';
import { readFormat } from './read-format.ts';

const fixture = (name: string) => readFileSync(join(root, 'fixtures/formats', name));
const readPages = (pages: PdfText[][], rotate = 0) => readFormat('a.pdf', makePdf(pages, rotate));
const textOf = async (pages: PdfText[][]) => (await readPages(pages)).transcript.text.split('\n');
const reasonsOf = async (pages: PdfText[][]) => (await readPages(pages)).messages.map((message) => message.reason);

/** A line as wide as the page allows, so that the next one is its continuation. */
const FULL = 'en toen kwam er iemand van de gemeente langs die zei dat het nu echt afgelopen was met';
/** Six lines of talk, with this between them. */
const talk = (from: number, middle: string[] = []) => [
  `I: Vraag nummer ${from} over het werk?`,
  `R: Antwoord nummer ${from}, ${FULL}`,
  'het huisvuil op straat.',
  ...middle,
  `I: Vraag nummer ${from + 1} over het werk?`,
  `R: Antwoord nummer ${from + 1}, ${FULL}`,
  'de vrijwilligers in de wijk.',
];
const turnsOf = (from: number) =>
  [from, from + 1].flatMap((number) => [
    `I: Vraag nummer ${number} over het werk?`,
    `R: Antwoord nummer ${number}, ${FULL} ${number === from ? 'het huisvuil op straat.' : 'de vrijwilligers in de wijk.'}`,
  ]);

describe('lines become paragraphs', () => {
  test.each<[string, PdfText[], string[]]>([
    [
      'by a larger distance',
      setLines([FULL, 'Jan', '', 'Daarna was het', 'stil.'], {}),
      [`${FULL} Jan`, 'Daarna was het stil.'],
    ],
    ['by a label', setLines(talk(1)), turnsOf(1)],
    [
      'by the room left at the end of a sentence',
      setLines([`R: ${FULL}`, 'Jan.', FULL, 'Piet.']),
      [`R: ${FULL} Jan.`, `${FULL} Piet.`],
    ],
    [
      'by an indent',
      [
        ...setLines([`${FULL} alle honden.`, `${FULL} alle katten.`]),
        ...setLines([`${FULL} vogels`], { x: 90, y: 96 }),
        ...setLines([`${FULL} alle vissen.`], { y: 108 }),
      ],
      [`${FULL} alle honden. ${FULL} alle katten.`, `${FULL} vogels ${FULL} alle vissen.`],
    ],
    [
      'not below a label that hangs out',
      [
        ...setLines(['I:', '', 'R:', '', 'I:', '', 'R:']),
        ...setLines(['Hoe is het?', '', FULL, 'Jan.', 'En nu?', '', 'Goed.'], { x: 100 }),
      ],
      ['I: Hoe is het?', `R: ${FULL} Jan.`, 'I: En nu?', 'R: Goed.'],
    ],
    [
      'not at a word before a colon that was only wrapped to there',
      setLines([
        `R: ${FULL} een`,
        `probleem: ${FULL} een`,
        `probleem: ${FULL} de`,
        'buurt.',
        '',
        'I: En toen?',
        '',
        'R: Niets.',
        '',
        'I: Goed.',
      ]),
      [`R: ${FULL} een probleem: ${FULL} een probleem: ${FULL} de buurt.`, 'I: En toen?', 'R: Niets.', 'I: Goed.'],
    ],
  ])('%s', async (_name, page, paragraphs) => {
    expect((await textOf([page])).map((line) => line.replace('\t', ' '))).toEqual(paragraphs);
  });

  test('a larger line is a heading, and a bold name with a time is a label', async () => {
    const { turns, transcript } = await readPages([
      [
        { x: 72, y: 60, text: 'Gesprek met Anna', size: 16 },
        { x: 72, y: 100, text: 'Joris', bold: true },
        { x: 105, y: 100, text: '0:12 Hoe gaat het?' },
        { x: 72, y: 124, text: 'Anna', bold: true },
        { x: 105, y: 124, text: '0:14 Goed.' },
        { x: 72, y: 148, text: 'Joris', bold: true },
        { x: 105, y: 148, text: '0:16 Fijn.' },
        { x: 72, y: 172, text: 'Anna', bold: true },
        { x: 105, y: 172, text: '0:18 Ja.' },
      ],
    ]);
    expect(turns).toEqual([
      'Joris [0:12]: Hoe gaat het?',
      'Anna [0:14]: Goed.',
      'Joris [0:16]: Fijn.',
      'Anna [0:18]: Ja.',
    ]);
    expect(transcript.text).toMatch(/^Gesprek met Anna\n/);
  });

  test('the line of a message is the number of the paragraph', async () => {
    const { transcript } = await readPages([setLines(talk(1))]);
    expect(transcript.turns.map((turn) => turn.line)).toEqual([1, 2, 3, 4]);
  });
});

describe('from page to page', () => {
  test.each<[string, string[], string[], string[]]>([
    ['a sentence goes on', [`R: ${FULL}`], ['de buren.', 'I: En toen?'], [`R: ${FULL} de buren.`, 'I: En toen?']],
    ['a word goes on', [`R: ${FULL} de vrij-`], ['willigers.'], [`R: ${FULL} de vrijwilligers.`]],
    [
      'a label ends what was broken off',
      [`R: ${FULL}`],
      ['I: En toen?', 'R: Ja.'],
      [`R: ${FULL}`, 'I: En toen?', 'R: Ja.'],
    ],
    ['a short last line ends a paragraph', ['R: Ja.'], [FULL, 'Jan.'], ['R: Ja.', `${FULL} Jan.`]],
  ])('%s', async (_name, first, second, paragraphs) => {
    expect(await textOf([setLines(first), setLines(second)])).toEqual(paragraphs);
  });
});

describe('words divided at the end of a line', () => {
  test.each([
    ['de vrijwil-', 'ligers', 'de vrijwilligers'],
    ['in Noord-', 'Holland', 'in Noord-Holland'],
    ['de in-', 'en uitgaande post', 'de in- en uitgaande post'],
    ['een e-', 'mail', 'een e-mail'],
    ['een e-mail-', 'adres', 'een e-mailadres'],
    ['de GGZ-', 'instelling', 'de GGZ-instelling'],
    ['de vrij-', 'vrijwilliger', 'de vrij- vrijwilliger'],
    ['de oud-', 'burgemeester kwam. De oud-burgemeester', 'de oud-burgemeester kwam. De oud-burgemeester'],
    ['de app-', 'groep. Geen app, geen groep', 'de app-groep. Geen app, geen groep'],
    ['dat weet ik niet -', 'denk ik', 'dat weet ik niet - denk ik'],
  ])('%s / %s', async (first, second, joined) => {
    expect(await textOf([setLines([`${FULL} ${first}`, second])])).toEqual([`${FULL} ${joined}`]);
  });

  test('where hardly any line ends in one, a hyphen was typed', async () => {
    const lines = Array.from({ length: 50 }, () => FULL);
    const text = await textOf([setLines(lines), setLines([...lines, `${FULL} een oud-`, 'vrachtwagenchauffeur.'])]);
    expect(text.at(-1)).toMatch(/oud-vrachtwagenchauffeur\.$/);
  });
});

describe('pieces of a line', () => {
  test.each<[string, PdfText[], string]>([
    [
      'a gap is a blank, a touch is none',
      [
        { x: 72, y: 72, text: 'vrij' },
        { x: 84.8, y: 72, text: 'willig' },
        { x: 110, y: 72, text: 'werk' },
      ],
      'vrijwillig werk',
    ],
    [
      'in any order of printing',
      [
        { x: 110, y: 72, text: 'werk' },
        { x: 72, y: 72, text: 'vrij' },
        { x: 84.8, y: 72, text: 'willig' },
      ],
      'vrijwillig werk',
    ],
    [
      'printed twice to look bold',
      [
        { x: 72, y: 72, text: 'werk' },
        { x: 72.3, y: 72, text: 'werk' },
      ],
      'werk',
    ],
    [
      'a raised number stays in its line',
      [
        { x: 72, y: 72, text: 'werk' },
        { x: 95, y: 68.5, text: '2', size: 6 },
      ],
      'werk 2',
    ],
  ])('%s', async (_name, page, line) => {
    expect(await textOf([[...page, ...setLines([FULL], { y: 120 })]])).toEqual([line, FULL]);
  });

  test('ligatures become letters', async () => {
    const { turns } = await readFormat('a.pdf', fixture('print-browser.pdf'));
    expect(turns[1]).toContain('koffie');
  });
});

const PAGES = [1, 2, 3];
const withEdges = (head: (page: number) => string, foot: (page: number) => string, middle: string[] = []) =>
  PAGES.map((page) => [
    ...setLines([head(page)], { y: 40 }),
    ...setLines(talk(page * 2 - 1, middle), { y: 90 }),
    ...setLines([foot(page)], { y: 800 }),
  ]);

describe('page furniture', () => {
  test.each<[string, PdfText[][], string]>([
    [
      'running heads and page numbers',
      withEdges(() => 'Interview met Jan', String),
      'Left out 3 page headers and 3 page numbers',
    ],
    [
      'of left and right pages, with a number in the head',
      withEdges(
        (page) => `Project Buurt ${page}`,
        (page) => `- ${page} -`,
      ),
      'Left out 3 page headers and 3 page numbers',
    ],
    [
      'page numbers in words',
      withEdges(
        () => 'Interview met Jan',
        (page) => `Pagina ${page} van 3`,
      ),
      'Left out 3 page headers and 3 page numbers',
    ],
    [
      'head and foot of a browser',
      withEdges(
        () => '3/12/24, 9:05 AM   Interview 04',
        (page) => `https://example.org/interview-04   ${page}/3`,
      ),
      'Left out 3 page headers and 3 page footers',
    ],
  ])('%s', async (_name, pages, reason) => {
    const { turns, messages } = await readPages(pages);
    expect(turns).toEqual([...turnsOf(1), ...turnsOf(3), ...turnsOf(5)]);
    expect(messages.map((message) => message.reason)).toEqual([reason]);
  });

  test.each<[string, PdfText[][], string]>([
    ['a short answer in the middle of each page', PAGES.map((page) => setLines(talk(page, ['Ja.', '']))), 'Ja.'],
    ['a short answer at the foot of each page', PAGES.map((page) => setLines([...talk(page), 'Ja.'])), 'Ja.'],
    [
      'a speaker at the head of each page',
      PAGES.map((page) => [...setLines(['R: Ja.'], { y: 40 }), ...setLines(talk(page), { y: 90 })]),
      'R: Ja.',
    ],
    [
      'a time at the head of each page',
      PAGES.map((page) => [...setLines([`[0:0${page}]`], { y: 40 }), ...setLines(talk(page), { y: 90 })]),
      '[0:01]',
    ],
    ['a number at the foot of one page', [setLines(talk(1)), setLines([...talk(3), '', 'R: Dat was in', '12'])], '12'],
  ])('%s stays', async (_name, pages, line) => {
    const { transcript, messages } = await readPages(pages);
    expect(transcript.text.split(line)).toHaveLength(line.startsWith('[') || line === '12' ? 2 : 4);
    expect(messages.filter((message) => message.ruleId === 'left-out')).toEqual([]);
  });

  test('the numbers of paragraphs in the margin go, and tell where paragraphs begin', async () => {
    const lines = [FULL, FULL, FULL, `${FULL} dat.`, FULL, FULL];
    const number = (text: string, line: number) => ({ x: 40, y: 71 + line * 12, text });
    const page = [...setLines(lines), number('1', 0), number('2', 2), number('3', 3), number('4', 5)];
    expect(await textOf([page])).toEqual([`${FULL} ${FULL}`, FULL, `${FULL} dat. ${FULL}`, FULL]);
    expect(await reasonsOf([page])).toContain('Left out 4 paragraph numbers');
  });

  test.each([
    ['that begin anew on each page', (_page: number, line: number) => line + 1],
    ['that go on', (page: number, line: number) => (page - 1) * 12 + line + 1],
    ['of every fifth line', (_page: number, line: number) => (line % 5 === 0 ? line + 5 : undefined)],
  ])('line numbers %s', async (_name, numberOf) => {
    const pages = PAGES.map((page) => {
      const lines = [...talk(page * 4 - 3), ...talk(page * 4 - 1)];
      const numbers = lines.flatMap((_line, index) => {
        const number = numberOf(page, index);
        return number === undefined ? [] : [{ x: 40, y: 72 + index * 12, text: String(number) }];
      });
      return [...setLines(lines), ...numbers];
    });
    const { turns, messages } = await readPages(pages);
    expect(turns).toEqual([1, 3, 5, 7, 9, 11].flatMap(turnsOf));
    expect(messages.map((message) => message.reason)).toEqual([expect.stringMatching(/^Left out \d+ line numbers$/)]);
  });

  test('a watermark is left out', async () => {
    const page = [...setLines(talk(1)), { x: 200, y: 500, text: 'CONCEPT', size: 60, turn: 45 }];
    expect((await readPages([page])).turns).toEqual(turnsOf(1));
    expect(await reasonsOf([page])).toContain('Left out 1 slanted text');
  });
});

describe('columns', () => {
  const side = (name: string) => [
    `I: Wat vindt u van ${name}?`,
    'R: Daar is het altijd gezellig, en',
    'ze hebben er goede koffie ook.',
    'Ik kom er graag met de hond en',
    'met mijn zus uit de stad, die dan',
    'een paar dagen blijft logeren.',
    'I: En verder?',
    'R: Verder is er niets te melden.',
  ];

  test('of running text are read one after the other', async () => {
    const page = [
      { x: 72, y: 30, text: '3/12/24, 9:05 AM', size: 8 },
      { x: 400, y: 30, text: 'Twee kolommen', size: 8 },
      ...setLines(side('links')),
      ...setLines(side('rechts'), { x: 320 }),
    ];
    const said =
      'R: Daar is het altijd gezellig, en ze hebben er goede koffie ook. Ik kom er graag met de hond en met mijn zus uit de stad, die dan een paar dagen blijft logeren.';
    const rest = ['I: En verder?', 'R: Verder is er niets te melden.'];
    expect((await readPages([page])).turns).toEqual([
      'I: Wat vindt u van links?',
      said,
      ...rest,
      'I: Wat vindt u van rechts?',
      said,
      ...rest,
    ]);
    expect(await reasonsOf([page])).toEqual(['Left out 1 page header']);
  });

  test('of names beside what they say are read line by line', async () => {
    const names = ['I', 'R', '', '', '', '', 'I', 'R'];
    const page = [
      ...setLines(names),
      ...setLines(
        side('dit').map((line) => line.slice(/^[IR]: |/.exec(line)?.[0].length)),
        { x: 100 },
      ),
    ];
    expect((await readPages([page])).turns).toEqual([
      'I: Wat vindt u van dit?',
      'R: Daar is het altijd gezellig, en ze hebben er goede koffie ook. Ik kom er graag met de hond en met mijn zus uit de stad, die dan een paar dagen blijft logeren.',
      'I: En verder?',
      'R: Verder is er niets te melden.',
    ]);
  });
});

test('a page that lies on its side is read upright', async () => {
  const turned = talk(1).map((text, index): PdfText => ({ x: 100 + index * 12, y: 800, text, turn: 90 }));
  expect((await readPages([turned])).turns).toEqual(turnsOf(1));
  expect((await readPages([turned], 90)).turns).toEqual(turnsOf(1));
});

describe('prints of one interview', () => {
  test('with heads, numbers in the margin and divided words, on three pages', async () => {
    const { turns, messages } = await readFormat('print.pdf', fixture('print-interview.pdf'));
    const { turns: same } = await readFormat('print.html', fixture('print-browser.html'));
    expect(turns).toHaveLength(20);
    expect(turns).toEqual(same.slice(0, 20));
    expect(messages.map((message) => message.reason)).toEqual([
      'Left out 3 page headers, 3 page numbers and 20 paragraph numbers',
    ]);
  });

  test('from a browser, on two pages', async () => {
    const { turns, messages } = await readFormat('print.pdf', fixture('print-browser.pdf'));
    expect(turns).toEqual((await readFormat('print.html', fixture('print-browser.html'))).turns);
    expect(messages.map((message) => message.reason)).toEqual(['Left out 2 page headers and 2 page footers']);
  });
});

/** A PDF with one packed part. */
function packed(content: string): Uint8Array {
  const part = deflateSync(content).toString('latin1');
  return Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n${part}\nendstream\nendobj\n`, 'latin1');
}

describe('what is refused, in one line', () => {
  const good = () => makePdf([setLines(talk(1))]);
  test.each<[string, () => Uint8Array, RegExp]>([
    ['a scan', () => makePdf([[], []]), /scan/],
    ['a scan with a stamp', () => makePdf(PAGES.map((page) => [{ x: 300, y: 800, text: String(page) }])), /scan/],
    ['a password', () => fixture('password.pdf'), /protected with a password/],
    ['an empty file', () => new Uint8Array(), /empty file/],
    ['a head without pages', () => good().subarray(0, 200), /no readable pages/],
    ['a file that is cut off', () => fixture('writer-interview.pdf').subarray(0, 30_000), /no readable pages/],
    ['a Word document', () => fixture('writer-interview.docx'), /but a Word document/],
    ['an OpenDocument text', () => fixture('writer-interview.odt'), /but an OpenDocument text/],
    ['a web page', () => fixture('writer-interview.html'), /but a web page/],
    ['plain text', () => Buffer.from('I: Hoi.\nR: Dag.\n'), /but plain text/],
    ['noise', () => Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 31) % 251), /not really a \.pdf/],
    ['a bomb', () => packed('0 0 m 1 1 l S '.repeat(5_000_000)), /grows over 64 MB/],
    ['noise behind a signature', () => Buffer.from(`%PDF-1.7\n${'\x01\x02xref'.repeat(500)}`), /readable pages/],
  ])('%s', async (_name, make, reason) => {
    const { messages, transcript } = await readFormat('a.pdf', make());
    expect([messages[0]?.reason, messages[0]?.fatal, transcript.text]).toEqual([
      expect.stringMatching(reason),
      true,
      '',
    ]);
  });
});

describe('what is read all the same', () => {
  test('a file that may only not be printed', async () => {
    expect((await readFormat('a.pdf', fixture('restricted.pdf'))).turns[0]).toBe('I: Hoe gaat het?');
  });

  test('pages with text among scanned ones, and it is said which are not', async () => {
    const { turns, messages } = await readPages([setLines(talk(1)), [], setLines(talk(3)), []]);
    expect(turns).toEqual([...turnsOf(1), ...turnsOf(3)]);
    expect(messages.map((message) => message.reason)).toEqual([
      'Unexpected pages 2, 4 without text; the other pages were read',
    ]);
  });

  test('a font that does not tell its letters, with a warning', async () => {
    const { turns, messages } = await readPages([setLines([...talk(1), 'R: Nu \x01\x02\x03\x01\x02\x03\x01 hier.'])]);
    expect(turns.at(-1)).toMatch(/^R: Nu .*hier\.$/);
    expect(messages.map((message) => message.reason)).toEqual([
      'Unexpected fonts: they do not tell what letters 7 characters are, and words are missing',
    ]);
  });

  test('a part that is damaged, with a warning', async () => {
    const bytes = Uint8Array.from(fixture('print-browser.pdf'));
    const start = Buffer.from(bytes).indexOf('stream\n') + 200;
    bytes.fill(0xff, start, start + 20);
    const { messages } = await readFormat('a.pdf', bytes);
    expect(messages[0]?.reason).toBe('Unexpected damage in 1 part of the PDF, text may be missing');
  });

  test('what is there of a file that is cut off, with a warning', async () => {
    const whole = makePdf([setLines(talk(1)), setLines(talk(3))]);
    const { turns, messages } = await readFormat('a.pdf', whole.subarray(0, whole.length - 8));
    expect(turns).toEqual([...turnsOf(1), ...turnsOf(3)]);
    expect(messages[0]?.reason).toMatch(/^Unexpected end of the PDF/);
  });
});
