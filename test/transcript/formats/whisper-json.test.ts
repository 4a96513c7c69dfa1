/** JSON of speech recognisers, and JSON that is none of theirs. */
import { describe, expect, test } from 'vitest';
import { whisperJson } from '../../../src/transcript/formats/whisper-json.ts';
import { readFormat } from './read-format.ts';

const SPOKEN: [start: number, end: number, text: string, speaker: string][] = [
  [1.2, 3, ' Hoe was het?', 'SPEAKER_00'],
  [3.5, 5, ' Zwaar.', 'SPEAKER_01'],
  [5, 6, ' Heel\nzwaar.', 'SPEAKER_01'],
  [3661, 3662, ' Echt?', 'SPEAKER_00'],
];
const TURNS = [
  'SPEAKER_00 [0:01]: Hoe was het?',
  'SPEAKER_01 [0:03]: Zwaar. Heel zwaar.',
  'SPEAKER_00 [1:01:01]: Echt?',
];

const whisperX = {
  segments: SPOKEN.map(([start, end, text, speaker]) => ({ start, end, text, speaker, words: [] })),
  word_segments: [],
};
const whisper = {
  text: SPOKEN.map(([, , text]) => text).join(''),
  segments: SPOKEN.map(([start, end, text], id) => ({ id, seek: 0, start, end, text, tokens: [1], temperature: 0 })),
  language: 'nl',
};
const whisperCpp = {
  systeminfo: '',
  transcription: SPOKEN.map(([from, to, text]) => ({
    timestamps: { from: '00:00:00,000', to: '00:00:00,000' },
    offsets: { from: from * 1000, to: to * 1000 },
    text,
  })),
};
const sonix = {
  name: 'Gesprek',
  transcript: SPOKEN.map(([start_time, end_time, text, speaker]) => ({
    speaker,
    start_time,
    end_time,
    words: text
      .trim()
      .split(/\s/)
      .map((word) => ({ text: word, start_time, end_time })),
  })),
};

test.each([
  ['WhisperX', JSON.stringify(whisperX)],
  ['WhisperX, indented, with a byte-order mark', `\uFEFF${JSON.stringify(whisperX, null, 2)}`],
  ['Sonix', JSON.stringify(sonix)],
  [
    'Sonix with text',
    JSON.stringify({ transcript: sonix.transcript.map((each, at) => ({ ...each, text: SPOKEN[at]?.[2] })) }),
  ],
])('%s', async (_name, content) => {
  expect((await readFormat('a.json', content)).turns).toEqual(TURNS);
  expect(whisperJson.recognizes(new TextEncoder().encode(content))).toBe(true);
});

test.each([
  ['Whisper', whisper],
  ['whisper.cpp', whisperCpp],
])('%s: no speakers, so a paragraph ends at a pause', async (_name, content) => {
  const { transcript } = await readFormat('a.json', JSON.stringify(content));
  expect(transcript.text).toBe('Hoe was het? Zwaar. Heel zwaar.\nEcht?');
});

test('a piece without text is passed over and told', async () => {
  const { transcript, messages } = await readFormat(
    'a.json',
    '{"segments":[{"text":"Ja.","start":null},{"start":3},null]}',
  );
  expect(transcript.text).toBe('Ja.');
  expect(messages.map(String)).toContain('a.json: Unexpected 2 segments without text, expected speech; passed over');
});

describe('JSON that is no transcript', () => {
  test.each([
    ['another object', '{"name":"x","rows":[]}'],
    ['segments of something else', '{"segments":[{"id":1},{"id":2}]}'],
    ['a list', '[{"text":"Ja."}]'],
    ['text', '"Ja."'],
    ['a transcript that was cut off', '{"segments":[{"text":"Ja."}', true],
    ['another object that was cut off', '{"rows":[{"text":"Ja."}'],
    ['nesting without end', '['.repeat(1_000_000)],
    ['nothing', ''],
  ])('%s', async (_name, content, isRecognized = false) => {
    const { messages } = await readFormat('a.json', content);
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([
      'a.json: Unexpected JSON, expected a transcript of Whisper or WhisperX (`segments`), whisper.cpp (`transcription`) or Sonix (`transcript`)',
    ]);
    expect(whisperJson.recognizes(new TextEncoder().encode(content))).toBe(isRecognized);
  });
});

test('a piece of WhisperX without a speaker is nobody known, not the last speaker', async () => {
  const content = JSON.stringify(whisperX).replace(/(zwaar\."),"speaker":"SPEAKER_01"/, '$1');
  const { turns, transcript } = await readFormat('a.json', content);
  expect(turns.find((turn) => turn.includes('zwaar'))).toMatch(/^Unknown speaker/);
  expect(transcript.turns.find((turn) => turn.speaker === 'Unknown speaker')?.role).toBe('other');
});

test('Amberscript keeps the names of its speakers apart', async () => {
  const said = (speaker: string, start: number, text: string) => ({
    speaker,
    words: text.split(' ').map((word, at) => ({ text: word, start: start + at, end: start + at + 0.5 })),
  });
  const content = JSON.stringify({
    segments: [said('spk1', 3, 'Hoe was het? Druk?'), said('spk2', 8, 'Zwaar.'), said('spk1', 70, 'Echt waar?')],
    speakers: [
      { spkid: 'spk1', name: 'Spreker 1' },
      { spkid: 'spk2', name: 'Noor' },
    ],
  });
  const { turns } = await readFormat('a.json', content);
  expect(turns).toEqual([
    'Spreker 1 [0:03]: Hoe was het? Druk?',
    'Noor [0:08]: Zwaar.',
    'Spreker 1 [1:10]: Echt waar?',
  ]);
});
