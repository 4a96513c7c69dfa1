/** The command `explain`: what it takes, what it refuses, and the shape of its JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFolder, runCli } from '../run-cli.ts';

const BOOK =
  'name: tiny\nlanguages: [nl]\ncodes:\n  - { id: fruit, name: Fruit, terms: [appel] }\n  - { id: drank, name: Drank, terms: [=Melk] }\n';
const FILES = {
  'codebook.yaml': BOOK,
  'jan.txt': 'I: Een appel?\n\nR: Een appel en melk.\n\nI: Ja?\n\nR: Peren.\n',
  'piet.txt': 'I: Wat?\n\nR: Appels.\n\nI: Ja?\n\nR: Nee.\n',
};

describe('a sentence', () => {
  test('is explained as if a respondent said it', async () => {
    const result = await runCli(makeFolder(FILES), ['explain', '--text', 'Twee appels [lacht].']);
    expect([result.exitCode, result.err]).toEqual([
      0,
      expect.stringContaining('Read as Dutch; say another with --language\n'),
    ]);
    expect(result.out).toContain('text · paragraph 1 · respondent\n  Twee «appels» ‹[lacht]›.\n  ● fruit · Fruit\n');
    expect(result.out).toContain('counted: `appel` (word, line 4) meets `appels` at 5–11, stem `appel`\n');
  });

  test('why not', async () => {
    const result = await runCli(makeFolder(FILES), ['explain', '--text', 'melk', '--code', 'drank', '-l', 'nl']);
    expect(result.out).toContain(
      '  ○ drank · Drank\n    close: `=Melk` (exact, line 5): `melk` differs from `Melk` by case\n',
    );
  });
});

describe('transcripts', () => {
  const explain = async (...argv: string[]) => {
    const result = await runCli(makeFolder(FILES), ['explain', '.', '-f', 'json', ...argv]);
    expect(result.exitCode).toBe(0);
    return JSON.parse(result.out);
  };

  test('all segments that have a code, as JSON', async () => {
    const { segments, total } = await explain('--code', 'fruit');
    expect(total).toBe(2);
    expect(segments[0]).toEqual({
      document: 'jan',
      paragraphs: [2, 2],
      speaker: 'R',
      role: 'respondent',
      coded: true,
      language: 'nl',
      text: 'R: Een appel en melk.',
      masks: [{ start: 0, end: 3 }],
      evidence: [{ start: 7, end: 12 }],
      codes: [
        {
          code: 'fruit',
          path: 'Fruit',
          counted: [
            {
              term: 'appel',
              line: 4,
              kind: 'word',
              matched: [{ text: 'appel', paragraph: 2, start: 7, end: 12 }],
              stems: [{ word: 'appel', stem: 'appel' }],
            },
          ],
          removed: [],
        },
      ],
    });
    expect(segments[1].document).toBe('piet');
  });

  test('all segments of a document, the interviewer’s too', async () => {
    const { segments } = await explain('--document', 'JAN');
    expect(segments.map((each: { paragraphs: number[]; coded: boolean }) => [each.paragraphs[0], each.coded])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
    ]);
  });

  test('some paragraphs of a document', async () => {
    const { segments } = await explain('--document', 'jan.txt', '--paragraph', '2-3');
    expect(segments.map(({ paragraphs }: { paragraphs: number[] }) => paragraphs[0])).toEqual([2, 3]);
  });

  test('twenty in the terminal, all in a file', async () => {
    const turns = Array.from({ length: 25 }, () => 'I: Wat?\n\nR: Een appel.\n').join('\n');
    const folder = makeFolder({ 'codebook.yaml': BOOK, 'jan.txt': turns });
    const { out } = await runCli(folder, ['explain', '.', '--code', 'fruit']);
    expect(out.match(/^jan · /gm)).toHaveLength(20);
    expect(out).toContain('The first 20 of 25 segments; all with -f json or -o FILE.\n');
    await runCli(folder, ['explain', '.', '--code', 'fruit', '-o', 'why.txt']);
    const file = readFileSync(join(folder, 'why.txt'), 'utf8');
    expect(file.startsWith('# written by code-transcripts\n')).toBe(true);
    expect(file.match(/^jan · /gm)).toHaveLength(25);
  });

  test('subcodes that were not asked for are told, for tables count them too', async () => {
    const book = BOOK.replace('terms: [appel] }', 'terms: [appel], codes: [{ id: peer, name: Peer, terms: [peer] }] }');
    const folder = makeFolder({ ...FILES, 'codebook.yaml': book });
    const told = 'Segments that only subcodes have are left out; with them: --code fruit,peer\n';
    expect((await runCli(folder, ['explain', '.', '--code', 'fruit'])).err).toContain(told);
    const both = await runCli(folder, ['explain', '.', '--code', 'fruit', '--code', 'peer']);
    expect(both.err).not.toContain('left out');
    expect(both.out.match(/● (?:fruit|peer)/g)).toEqual(['● fruit', '● peer', '● fruit']);
  });

  test('a term of a codebook that is extended is where it stands', async () => {
    const own = 'extends: base.yaml\nname: own\nlanguages: [nl]\ncodes:\n  - { id: fruit, terms: [peer] }\n';
    const folder = makeFolder({ 'base.yaml': BOOK, 'own.yaml': own });
    const { out } = await runCli(folder, ['explain', '--text', 'een appel en een peer', '-c', 'own.yaml']);
    expect(out).toContain('`appel` (word, line 4 of base.yaml) meets');
    expect(out).toContain('`peer` (word, line 5) meets');
  });

  test('no segment has the code', async () => {
    const result = await runCli(makeFolder(FILES), ['explain', '.', '--code', 'drank', '-q']);
    expect(result).toEqual({
      exitCode: 0,
      out: '',
      err: 'No segment has these codes; with --document all are explained\n',
    });
  });

  test('a transcript that cannot be used is told', async () => {
    const folder = makeFolder({ ...FILES, 'leeg.txt': '' });
    const result = await runCli(folder, ['explain', '.', '--code', 'fruit', '-q']);
    expect(result.exitCode).toBe(1);
    expect(result.err).toContain('leeg.txt: error: ');
  });
});

test.each<[string, string[], string]>([
  ['an unknown code', ['.', '--code', 'friut'], 'error: No code has the id `friut` (did you mean `fruit`?)\n'],
  ['nothing to explain', [], 'error: Expected transcripts, or a sentence behind --text\n'],
  ['both', ['.', '--text', 'x'], 'error: Unexpected --text beside transcripts, expected one of them\n'],
  [
    'a paragraph of no document',
    ['.', '--paragraph', '2'],
    'error: Unexpected --paragraph without --document, expected the document that it is in\n',
  ],
  [
    'a paragraph that is not there',
    ['.', '--document', 'jan', '--paragraph', '9'],
    'error: Unexpected paragraph 9, `jan` has 4 paragraphs\n',
  ],
  ['an unknown document', ['.', '--document', 'jam'], 'error: No document is called `jam` (did you mean `jan`?)\n'],
  ['no words', ['--text', '[lacht]'], 'error: Unexpected text without words that are said after --text\n'],
  [
    'an unknown language',
    ['--text', 'x', '-l', 'xx'],
    'error: Unexpected language xx, expected one of nl (Dutch), en (English)\n',
  ],
  [
    'a transcript as output',
    ['.', '--code', 'fruit', '-o', 'jan.txt'],
    'error: jan.txt was read in this run and is not written over\n',
  ],
])('refuses %s', async (_, argv, expected) => {
  const result = await runCli(makeFolder(FILES), ['explain', ...argv]);
  expect(result.exitCode).toBe(2);
  expect(result.err.endsWith(expected), result.err).toBe(true);
});
