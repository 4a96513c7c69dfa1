/** What tables count where people coded: passages that are parts of segments, or run over several, by two coders. */
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const CODEBOOK = `
name: fruit
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    codes:
      - { id: apple, name: Apple }
  - { id: bread, name: Bread }
`;

/** Two segments with ten words in the one, two with five in the other; 69 and 42 characters. */
const TRANSCRIPTS = {
  'one.txt': 'I: Een appel?\nR: Een appel, nog een appel en een peer.\nR: Een vrucht.\n',
  'two.txt': 'I: Brood?\nR: Brood en een appel.\nR: Niets.\n',
};

const code = (document: string, id: string, coder: string, quote: string, more: object = {}) =>
  `${JSON.stringify({ document, code: id, coder, quote, ...more })}\n`;

/**
 * One: both put Apple on the same part of the first answer; Anna put Fruit on a question with a part of that answer, and Bread
 * on the question alone. Two: Ben put Bread on both answers at once.
 */
const CODINGS = [
  code('one', 'apple', 'Anna', 'Een appel, nog een appel'),
  code('one', 'apple', 'Ben', 'Een appel, nog een appel'),
  code('one', 'fruit', 'Anna', 'Een appel?\nR: Een appel', { memo: 'ask again' }),
  code('one', 'bread', 'Anna', 'Een appel?'),
  code('two', 'bread', 'Ben', 'Brood en een appel.\nR: Niets.'),
].join('');

const STUDY = { 'codebook.yaml': CODEBOOK, 'codings.jsonl': CODINGS, ...TRANSCRIPTS };

async function readTable(argv: string[], files: Record<string, string> = STUDY): Promise<string[]> {
  const [name = '', ...others] = argv;
  const folder = makeFolder(files);
  const run = ['.', '--codings', 'codings.jsonl', '-f', 'csv', '-q', ...others];
  const { out, err, exitCode } = await runCli(folder, [name, ...run]);
  expect([err, exitCode]).toEqual(['', 0]);
  return out.trimEnd().split('\n');
}

describe('the code matrix', () => {
  test.each<[string, string[], string[]]>([
    [
      'counts passages of each coder, and the segments that they touch',
      [],
      [
        'code,code_id,one,two,sum',
        'Fruit,fruit,3,0,3',
        'Fruit (directly),fruit,1,0,1',
        'Fruit \\ Apple,apple,2,0,2',
        'Bread,bread,1,1,2',
        'Coded segments,,4,1,5',
        'Segments with a code,,1,2,3', // the first answer of one; both of two
      ],
    ],
    [
      'counts those of one coder',
      ['--coder', 'ben'],
      [
        'code,code_id,one,two,sum',
        'Fruit,fruit,1,0,1',
        'Fruit \\ Apple,apple,1,0,1',
        'Bread,bread,0,1,1',
        'Coded segments,,1,1,2',
        'Segments with a code,,1,2,3',
      ],
    ],
    [
      'has a column for each coder',
      ['--by', 'coder'],
      [
        'code,code_id,Anna,Ben,all',
        'Fruit,fruit,2,1,3',
        'Fruit (directly),fruit,1,0,1',
        'Fruit \\ Apple,apple,1,1,2',
        'Bread,bread,1,1,2',
        'Coded segments,,3,2,5',
        'Segments with a code,,1,3,3',
        'N (documents),,1,2,2',
      ],
    ],
    [
      'gives a question with its answer to who answers, and a question alone to who asks',
      ['--by', 'speaker', '--depth', '1'],
      [
        'code,code_id,I,R,sum',
        'Fruit,fruit,0,3,3',
        'Bread,bread,1,1,2',
        'Coded segments,,1,4,5',
        'Segments with a code,,0,3,3',
        'N (documents),,1,2,2',
      ],
    ],
    [
      'counts codable words inside passages once',
      ['--value', 'words', '--depth', '1'],
      [
        'code,code_id,one,two,sum',
        'Fruit,fruit,5,0,5',
        'Bread,bread,0,5,5',
        'Words with a code,,5,5,10',
        'Words,,10,5,15',
      ],
    ],
    [
      'has a code that lies on a question only',
      ['--binary', '--depth', '1', '--coder', 'Anna'],
      ['code,code_id,one,two,sum', 'Fruit,fruit,1,0,1', 'Bread,bread,1,0,1', 'Any code,,1,0,1'],
    ],
    [
      'has no hits',
      ['--value', 'hits', '--depth', '1'],
      ['code,code_id,one,two,sum', 'Fruit,fruit,0,0,0', 'Bread,bread,0,0,0', 'Hits,,0,0,0', 'Places with a hit,,0,0,0'],
    ],
    [
      'keeps passages that overlap one with the code',
      ['--depth', '1', '--where', 'code:bread'],
      [
        'code,code_id,one,two,sum',
        'Fruit,fruit,1,0,1',
        'Bread,bread,1,1,2',
        'Coded segments,,2,1,3',
        'Segments with a code,,1,2,3',
      ],
    ],
  ])('%s', async (_, options, lines) => {
    expect(await readTable(['matrix', ...options])).toEqual(lines);
  });
});

test('shares of segments are shares of those that are touched', async () => {
  const lines = await readTable(['frequencies', '--depth', '1']);
  expect(lines.slice(1)).toEqual([
    // 3 passages on one of four segments; 3 segments have a code
    'Fruit,fruit,3,60,25,1,50,200,33.33',
    'Bread,bread,2,40,50,2,100,133.33,66.67',
    'Coded segments,,5,100,,2,100,333.33,',
    'Segments with a code,,3,,75,2,100,200,100',
  ]);
});

test('coverage is that of all passages together, and the rest is what nobody coded and nobody could', async () => {
  const lines = await readTable(['coverage', '--depth', '1']);
  expect(lines.slice(1).map((line) => line.split(',').filter((_, at) => at !== 3 && at !== 5))).toEqual([
    ['Fruit', 'fruit', '38', '5'], // from the question to the second apple
    ['Bread', 'bread', '39', '5'], // 10 of the question, 29 of both answers
    ['With a code', '', '67', '10'],
    ['Without a code', '', '24', '5'], // " en een peer." and "Een vrucht."
    ['The rest', '', '20', ''],
  ]);
});

test('a coded segment is what was marked, with who coded it and what was written to it', async () => {
  const lines = await readTable(['segments', '--coder', 'Anna', '--where', 'code:fruit']);
  expect(lines.slice(0, 3).join('\n')).toBe(
    [
      'document_group,document,code,code_id,speaker,begin,end,weight,segment,terms,evidence,negation,time,coder,memo,characters,percent_of_document,color,code_1,code_2',
      ',one,Bread,bread,I,1,1,0,Een appel?,,,,,Anna,,10,14.49,,Bread,',
      ',one,Fruit,fruit,R,1,2,0,"Een appel?',
    ].join('\n'),
  );
  expect(lines[3]).toBe('R: Een appel",,,,,Anna,ask again,23,33.33,,Fruit,');
});

test.each([
  ['relations', ['--long'], 'Fruit \\ Apple,apple,Bread,bread,0,1,2,0,0'],
  ['relations', ['--long', '--within', 'document', '--depth', '1'], 'Fruit,fruit,Bread,bread,1,1,2,0.5,1'],
  ['relations', ['--long', '--within', 'paragraphs', '--coder', 'Anna'], 'Fruit,fruit,Bread,bread,0,1,0,0,'],
  ['codeline', ['--depth', '1'], ',one,3,Bread,bread,1,1'],
  ['codeline', ['--depth', '1'], ',two,3,Bread,bread,2,3'],
  ['uncoded', [], ',one,R,3,3,,2,Een vrucht.'],
  ['saturation', [], '2,two,1,0,3,100,3,3,3'],
  ['quote-matrix', ['--coder', 'Ben', '--depth', '1'], 'R: Niets.'],
])('%s %j', async (table, options, line) => {
  expect(await readTable([table, ...options])).toContain(line);
});

test('notes say who coded what, and nothing of terms', async () => {
  const folder = makeFolder(STUDY);
  const { out } = await runCli(folder, ['segments', '.', '--codings', 'codings.jsonl', '-f', 'json', '-q']);
  const { notes } = JSON.parse(out) as { notes: string[] };
  const said = notes.join('\n');
  expect(said).toContain('Coded segments by coder: Anna (3), Ben (2). All are counted together');
  expect(said).toContain('1 of them touches none');
  expect(said).not.toMatch(/negat|hits/);
});
