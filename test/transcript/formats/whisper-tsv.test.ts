/** Whisper's table. */
import { expect, test } from 'vitest';
import { tsv } from '../../../src/transcript/formats/tsv.ts';
import { readWhisperTsv } from '../../../src/transcript/formats/whisper-tsv.ts';
import { readFormat } from './read-format.ts';

const CONTENT = 'start\tend\ttext\n0\t4000\tDus toen\n4000\t6000\tging ik weg.\n8000\t9000\t42\n';
const TEXT = 'Dus toen ging ik weg.\n42';

test.each([
  ['as Whisper writes it', CONTENT, TEXT],
  ['byte-order mark and CRLF', `\uFEFF${CONTENT.replaceAll('\n', '\r\n')}`, TEXT],
  ['no final newline', CONTENT.trimEnd(), TEXT],
  ['blank lines and empty text', CONTENT.replace('8000', '\n7000\t8000\t\n8000'), TEXT],
  ['a tab in the text', CONTENT.replace('ging ik', 'ging\tik'), TEXT],
  ['only the header', 'start\tend\ttext\n', ''],
])('%s', async (_name, content, expected) => {
  const { transcript, messages } = await readFormat('a.tsv', content);
  expect(transcript.text).toBe(expected);
  expect(messages.some(({ ruleId }) => ruleId === 'strange-row')).toBe(false);
});

test('names in brackets, as WhisperX writes', async () => {
  const content =
    'start\tend\ttext\n0\t1000\t[SPEAKER_00]: Ja?\n1000\t2000\t[SPEAKER_01]: Nee.\n2000\t3000\t[SPEAKER_01]: Echt.\n';
  const { turns, transcript } = await readFormat('a.tsv', content);
  expect(turns).toEqual(['SPEAKER_00 [0:00]: Ja?', 'SPEAKER_01 [0:01]: Nee. Echt.']);
  expect(transcript.turns.map(({ line }) => line)).toEqual([2, 3]);
});

test('a row that is none goes on with the text and is told', async () => {
  const { transcript, messages } = await readFormat('a.tsv', CONTENT.replace('4000\t6000\t', ''));
  expect(transcript.text).toBe('Dus toen ging ik weg.\n42');
  expect(messages.map(String)).toContain(
    'a.tsv:3:1: Unexpected 1 row, expected start, end and text between tabs; read as text that goes on',
  );
});

test('another table is nothing to this reader', async () => {
  const content = 'speaker\ttext\nAnna\tJa.\n';
  expect(readWhisperTsv(content)).toBeUndefined();
  expect((await readFormat('a.tsv', content)).turns).toEqual(['Anna: Ja.']);
  expect(await tsv.recognizes(new TextEncoder().encode('id\tage\n1\t40\n'))).toBe(false);
  expect(await tsv.recognizes(new TextEncoder().encode(CONTENT))).toBe(true);
});
