/** What holds for every format with cues: nothing that was said is lost, and no content makes them slow. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitWords } from '../../../src/text/words.ts';
import { findFormat } from '../../../src/transcript/formats/index.ts';
import { readFormat } from './read-format.ts';

interface Said {
  speaker: string;
  text: string;
  /** Seconds of silence before it. */
  pause: number;
}

const stamp = (seconds: number, decimals: string): string =>
  `${[3600, 60, 1].map((unit) => String(Math.floor(seconds / unit) % 60).padStart(2, '0')).join(':')}${decimals}`;

/** Start and end of each cue: it lasts a second. */
function schedule(said: Said[]): (Said & { start: number; end: number })[] {
  let now = 0;
  return said.map((each) => {
    const start = now + each.pause;
    now = start + 1;
    return { ...each, start, end: now };
  });
}

/** One way of writing an interview a row, and whether speakers are in it. */
const WRITERS: [name: string, path: string, write: (said: Said[]) => string, named: boolean][] = [
  [
    'webvtt',
    'a.vtt',
    (said) => `WEBVTT\n\n${cues(said, ' --> ', '.000', ({ speaker, text }) => `<v ${speaker}>${text}</v>`)}`,
    true,
  ],
  [
    'webvtt of Zoom',
    'a.vtt',
    (said) => `WEBVTT\n\n${cues(said, ' --> ', '.000', ({ speaker, text }) => `${speaker}: ${text}`)}`,
    true,
  ],
  ['webvtt without speakers', 'a.vtt', (said) => `WEBVTT\n\n${cues(said, ' --> ', '.000', ({ text }) => text)}`, false],
  ['srt', 'a.srt', (said) => cues(said, ' --> ', ',000', ({ text }) => text, true), false],
  ['sbv', 'a.sbv', (said) => cues(said, ',', '.000', ({ text }) => text), false],
  ['whisper-json', 'a.json', (said) => JSON.stringify({ segments: schedule(said) }), true],
  [
    'whisper-tsv',
    'a.tsv',
    (said) =>
      [
        'start\tend\ttext',
        ...schedule(said).map(({ start, end, text }) => `${start * 1000}\t${end * 1000}\t${text}`),
      ].join('\n'),
    false,
  ],
];

function cues(
  said: Said[],
  between: string,
  decimals: string,
  write: (each: Said) => string,
  numbered = false,
): string {
  return schedule(said)
    .map((each, at) => {
      const number = numbered ? `${at + 1}\n` : '';
      return `${number}${stamp(each.start, decimals)}${between}${stamp(each.end, decimals)}\n${write(each)}\n`;
    })
    .join('\n');
}

const word = fc.constantFrom(
  'ja',
  'nee',
  'één',
  '42',
  '10:30',
  'Wmo',
  '[lacht]',
  '//S02: ja//',
  'a&b',
  '3 < 4',
  '-->',
  '(..)',
  'café',
);
const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const interview = fc.array(
  fc.record({ speaker: fc.constantFrom('Anna', 'Bram Bos', 'S01'), text, pause: fc.constantFrom(0, 0, 1, 3) }),
  { minLength: 3, maxLength: 10 },
);

describe.each(WRITERS)('%s', (_name, path, write, named) => {
  test('every word that was said is in the text, in order', async () => {
    await fc.assert(
      fc.asyncProperty(interview, async (said) => {
        const { transcript } = await readFormat(path, write(said));
        const spoken = withoutLabels(transcript, named);
        expect(splitWords(spoken)).toEqual(splitWords(said.map((each) => each.text).join('\n')));
      }),
      { numRuns: 200, seed: 20260101 },
    );
  });

  test('a long file takes no long time', async () => {
    const said = Array.from({ length: 30_000 }, (_, at) => ({
      speaker: `S${at % 7}`,
      text: `${'ja '.repeat(20)}.`,
      pause: 0,
    }));
    await readFormat(path, write(said));
  });
});

/** The transcript's text without the labels that the format put before it. */
function withoutLabels(
  { text: whole, turns }: Awaited<ReturnType<typeof readFormat>>['transcript'],
  named: boolean,
): string {
  if (!named) return whole;
  return whole
    .split('\n')
    .map((line) => (turns.some(({ speaker }) => line.startsWith(`${speaker}: `)) ? line.replace(/^[^:]+: /, '') : line))
    .join('\n');
}

test.each([
  ['voices without end', 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '<v '],
  ['a voice of blanks', 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v', ' '],
  ['a name of colons', 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v a', ':'],
  ['tags without end', 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '<c.'],
  ['entities without end', 'a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '&#1'],
  ['stamps', 'a.vtt', 'WEBVTT\n\n', '0:0 --> 0:0\n'],
  ['blank lines', 'a.vtt', 'WEBVTT\n\n', '\n'],
  ['blanks before stamps', 'a.srt', '', ' '],
  ['numbers', 'a.srt', '1\n00:00:01,000 --> 00:00:02,000\n', '1\n\n'],
  ['digits', 'a.srt', '', '1'],
  ['braces', 'a.srt', '1\n00:00:01,000 --> 00:00:02,000\n', '{\\'],
  ['pairs of stamps', 'a.sbv', '', '0:0:0,'],
  ['open lists', 'a.json', '{"segments":', '['],
  ['tabs', 'a.tsv', 'start\tend\ttext\n', '1\t'],
  ['brackets', 'a.tsv', 'start\tend\ttext\n', '0\t1\t[a\n'],
])('two megabytes of %s take no long time', async (_name, path, head, part) => {
  const bytes = new TextEncoder().encode(head + part.repeat(Math.ceil(2_000_000 / part.length)));
  await findFormat(path)?.read({ path, bytes });
});
