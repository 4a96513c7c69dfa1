/** What programs call SubRip: one case a quirk. */
import { describe, expect, test } from 'vitest';
import { readFormat } from './read-format.ts';

const LINES = ['ANNA: Hoe was de', 'verhuizing?', 'BRAM: Zwaar.', 'Heel zwaar.', 'ANNA: Ja?', 'BRAM: Ja.', 'Echt.'];
const TURNS = [
  'ANNA [0:01]: Hoe was de verhuizing?',
  'BRAM [0:03]: Zwaar. Heel zwaar.',
  'ANNA [0:05]: Ja?',
  'BRAM [0:06]: Ja. Echt.',
];
const cues = LINES.map((line, at) => `${at + 1}\n00:00:0${at + 1},000 --> 00:00:0${at + 2},000\n${line}\n`);
const content = cues.join('\n');

describe('the same interview gives the same turns', () => {
  test.each([
    ['as it is mostly written', content],
    ['decimals with a dot', content.replaceAll(',000', '.000')],
    ['unpadded hours', content.replaceAll('00:00:', '0:00:')],
    ['byte-order mark and CRLF', `\uFEFF${content.replaceAll('\n', '\r\n')}`],
    ['no final newline', content.trimEnd()],
    ['no blank lines', cues.join('')],
    ['two blank lines', cues.join('\n\n')],
    ['no numbers', content.replace(/^\d\n/gm, '')],
    ['coordinates', content.replace(/(--> \S+)/g, '$1  X1:40 X2:600 Y1:20 Y2:50')],
    ['formatting', content.replace('Zwaar', '{\\an8}<font color="#fff"><i>Zwaar</i></font>')],
    ['an empty cue', content.replace('Echt.', 'Echt.\n\n8\n00:00:08,000 --> 00:00:08,500\n')],
    [
      'an empty cue without its blank line',
      `${content}\n8\n00:00:08,000 --> 00:00:08,500\n9\n00:00:09,000 --> 00:00:09,500\n`,
    ],
    ['a number without its cue at the end', `${content}\n8\n`],
    ['a blank line in a cue', content.replace('Hoe was', 'Hoe\n\nwas')],
  ])('%s', async (_name, text) => {
    const { turns, messages } = await readFormat('a.srt', text);
    expect(turns).toEqual(TURNS);
    expect(messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== 'language-unclear')).toEqual([
      'interviewer-guessed',
    ]);
  });
});

test.each([
  ['two speakers in a cue stay text', '- Hoi. - Dag.', '- Hoi. - Dag.'],
  ['a number is an answer', '2', '2'],
  ['entities', 'Tom &amp; Jan', 'Tom & Jan'],
])('%s', async (_name, said, expected) => {
  const text = `1\n00:00:01,000 --> 00:00:02,000\n${said}\n`;
  expect((await readFormat('a.srt', text)).transcript.text).toBe(expected);
});

test('a change of speaker in a cue', async () => {
  const text = `${content}\n8\n00:00:09,000 --> 00:00:10,000\nANNA: Mooi?\nBRAM: Ja.\n`;
  expect((await readFormat('a.srt', text)).turns.slice(-2)).toEqual(['ANNA [0:09]: Mooi?', 'BRAM [0:09]: Ja.']);
});

test('text without cues is an error', async () => {
  const { messages } = await readFormat('a.srt', 'Interviewer: Hoe gaat het?');
  expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([
    'a.srt: Unexpected text without cues, expected lines such as `00:00:01,000 --> 00:00:04,000`',
  ]);
});
