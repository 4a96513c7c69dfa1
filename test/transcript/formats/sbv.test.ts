/** YouTube's captions. */
import { expect, test } from 'vitest';
import { readFormat } from './read-format.ts';

test.each([
  ['as it is mostly written', '0:00:01.070,0:00:04.980\nDus toen\nging ik weg.\n\n0:00:05.000,0:00:06.000\nJa, 42.\n'],
  ['whole seconds', '0:00:01,0:00:04\nDus toen\nging ik weg.\n\n0:00:05,0:00:06\nJa, 42.'],
  ['CRLF', '0:00:01.070,0:00:04.980\r\nDus toen\r\nging ik weg.\r\n\r\n0:00:05.000,0:00:06.000\r\nJa, 42.'],
  ['a line break as a mark', '0:00:01.070,0:00:04.980\nDus toen[br]ging ik weg.\n\n0:00:05.000,0:00:06.000\nJa, 42.'],
])('%s', async (_name, content) => {
  expect((await readFormat('a.sbv', content)).transcript.text).toBe('Dus toen ging ik weg. Ja, 42.');
});

test('a pause, and a number that was said', async () => {
  const content = '0:00:01.070,0:00:04.980\n1\n\n0:00:07.000,0:00:08.000\n2\n\n';
  expect((await readFormat('a.sbv', content)).transcript.text).toBe('1\n2');
});

test('names where the speaker changes', async () => {
  const said = ['Interviewer: Hoe was het?', 'Bram: Zwaar.', 'Heel zwaar.', 'Echt.', 'Ja.', 'Bram: Nou.', 'Zo.'];
  const content = said.map((text, at) => `0:00:0${at}.000,0:00:0${at}.900\n${text}\n`).join('\n');
  expect((await readFormat('a.sbv', content)).turns).toEqual([
    'Interviewer [0:00]: Hoe was het?',
    'Bram [0:01]: Zwaar. Heel zwaar. Echt. Ja.',
    'Bram [0:05]: Nou. Zo.',
  ]);
});

test('text without cues is an error', async () => {
  const { messages } = await readFormat('a.sbv', 'Hoe gaat het?');
  expect(messages.filter(({ fatal }) => fatal).map(({ ruleId }) => ruleId)).toEqual(['wrong-format']);
});
