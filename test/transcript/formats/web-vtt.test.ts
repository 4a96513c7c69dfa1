/** What programs call WebVTT: one case a quirk. */
import { describe, expect, test } from 'vitest';
import { readFormat } from './read-format.ts';

const TURNS = [
  'Anna Jansen [0:03]: Hoe was de verhuizing?',
  'Bram [0:06]: Zwaar. Heel zwaar.',
  'Anna Jansen [0:12]: Ja?',
];

const cue = (seconds: number, ...lines: string[]): string =>
  [
    `00:00:${String(seconds).padStart(2, '0')}.000 --> 00:00:${String(seconds + 2).padStart(2, '0')}.500`,
    ...lines,
  ].join('\n');
const voices = [
  cue(3, '<v Anna Jansen>Hoe was de verhuizing?</v>'),
  cue(6, '<v Bram>Zwaar.</v>'),
  cue(9, '<v Bram>Heel zwaar.</v>'),
  cue(12, '<v Anna Jansen>Ja?</v>'),
];
const vtt = (...cues: string[]): string => `WEBVTT\n\n${cues.join('\n\n')}\n`;

describe('the same interview gives the same turns', () => {
  test.each([
    ['as the standard has it', vtt(...voices)],
    ['byte-order mark and CRLF', `\uFEFF${vtt(...voices).replaceAll('\n', '\r\n')}`],
    ['CR alone', vtt(...voices).replaceAll('\n', '\r')],
    ['no final newline', vtt(...voices).trimEnd()],
    ['no header', voices.join('\n\n')],
    ['no blank line below the header', `WEBVTT\n${voices.join('\n\n')}`],
    ['no blank lines between cues', `WEBVTT\n\n${voices.join('\n')}`],
    ['a title and settings in the header', vtt(...voices).replace('WEBVTT', 'WEBVTT Gesprek 1\nKind: captions')],
    [
      'ids as Teams writes them',
      vtt(...voices.map((each, at) => `1e8f0a2b-11aa-4c3d-9e9e-0123456789ab/${at}-0\n${each}`)),
    ],
    ['numbered ids', vtt(...voices.map((each, at) => `${at + 1}\n${each}`))],
    ['numbers without blank lines', `WEBVTT\n\n${voices.map((each, at) => `${at + 1}\n${each}`).join('\n')}`],
    ['settings', vtt(...voices.map((each) => each.replace('.500', '.500 align:start position:10%,line-left')))],
    ['no hours', vtt(...voices).replaceAll('00:00:', '00:')],
    [
      'unpadded stamps',
      vtt(...voices)
        .replaceAll('00:00:0', '0:0:')
        .replaceAll('00:00:', '0:0:'),
    ],
    ['NOTE, STYLE and REGION', vtt('STYLE\n::cue { color: red }', 'REGION\nid:a', 'NOTE niets\nmeer', ...voices)],
    ['a comment between cues', vtt(...voices.slice(0, 2), 'NOTE\nherstart', ...voices.slice(2))],
    ['no closing tags', vtt(...voices).replaceAll('</v>', '')],
    ['classes', vtt(...voices).replaceAll('<v ', '<v.first.loud ')],
    ['a colon behind the name', vtt(...voices).replaceAll('Jansen>', 'Jansen:>')],
    ['the device behind the name', vtt(...voices).replace('Jansen>', 'Jansen@1>')],
    [
      'two voices in a cue',
      vtt(
        cue(3, '<v Anna Jansen>Hoe was de verhuizing?'),
        cue(6, '<v Bram>Zwaar.</v>\n<v Bram>Heel zwaar.'),
        cue(12, '<v Anna Jansen>Ja?'),
      ),
    ],
    ['line breaks in a cue', vtt(...voices).replace('de verhuizing', 'de\nverhuizing')],
    ['a blank line in a cue', vtt(...voices).replace('de verhuizing', 'de\n\nverhuizing')],
    ['formatting', vtt(...voices).replace('Zwaar.', '<i>Zwaar</i><b.red>.</b><00:00:07.000><c> </c>')],
    ['empty cues', vtt(cue(0, ''), ...voices, cue(20, '<v Anna Jansen></v>'))],
    ['a voice that goes on without its tag', vtt(...voices).replace('<v Bram>Heel zwaar.</v>', 'Heel zwaar.')],
    [
      'names in the text, as Zoom writes',
      vtt(...voices)
        .replaceAll('</v>', '')
        .replace(/<v ([^>]*)>/g, '$1: '),
    ],
    [
      'names in brackets, as WhisperX writes',
      vtt(...voices)
        .replaceAll('</v>', '')
        .replace(/<v ([^>]*)>/g, '[$1]: '),
    ],
  ])('%s', async (_name, content) => {
    const { turns, messages } = await readFormat('a.vtt', content);
    expect(turns).toEqual(TURNS);
    expect(messages.map(({ ruleId }) => ruleId).filter((rule) => rule !== 'language-unclear')).toEqual([
      'interviewer-guessed',
    ]);
  });
});

describe('what is said and what is not', () => {
  test.each([
    [
      'entities are decoded once',
      '<v A&amp;B>Tom &amp; Jan &lt;3 &amp;lt; z&#39;n&nbsp;caf&#xe9; &nope;',
      ["A&B [0:03]: Tom & Jan <3 &lt; z'n café &nope;"],
    ],
    ['names with commas and brackets', '<v Jansen, Anna (UU)>Ja.', ['Jansen, Anna (UU) [0:03]: Ja.']],
    ['overlapping speech of another is a mark', '<v S01>Dat was //S02: ja// in mei.', ['S01 [0:03]: Dat was in mei.']],
    ['a smaller-than sign stays text', '<v S01>als 3 < 5 en 7 > 2', ['S01 [0:03]: als 3 < 5 en 7 > 2']],
    ['a mark in angle brackets is masked', '<v S01>Nou <lacht> ja.', ['S01 [0:03]: Nou ja.']],
    ['an arrow in speech', '<v S01>van a --> naar b', ['S01 [0:03]: van a --> naar b']],
    ['an answer that is a number', '<v S01>Hoeveel?\n42', ['S01 [0:03]: Hoeveel? 42']],
    [
      'what looks like a label within a voice',
      '<v S01>Interviewer: dat zei ik.',
      ['S01 [0:03]: Interviewer: dat zei ik.'],
    ],
    ['text outside a voice is the last speaker\u2019s', '<v A>Ja.</v> Zeker.', ['A [0:03]: Ja. Zeker.']],
    ['a voice without a name', '<v>Ja.</v>', ['- [0:03]: Ja.']],
  ])('%s', async (_name, text, expected) => {
    expect((await readFormat('a.vtt', vtt(cue(3, text)))).turns).toEqual(expected);
  });

  test('text above the first cue is in the transcript, but nobody said it', async () => {
    const { transcript, turns } = await readFormat('a.vtt', vtt('Opname van maandag', voices[0] ?? ''));
    expect(transcript.text).toBe('Opname van maandag\nAnna Jansen: Hoe was de verhuizing?');
    expect(turns).toEqual(TURNS.slice(0, 1));
  });
});

describe('programs', () => {
  test('Teams: unpadded and negative stamps', async () => {
    const content =
      'WEBVTT\n\n0:0:-3.-250 --> 0:0:1.930\n<v Anna>Hoi.</v>\n\n0:59:59.900 --> 1:0:2.0\n<v Bram>Dag.</v>\n\n1:0:5.0 --> 1:0:6.0\n<v Anna>Ja?</v>\n';
    const { turns, messages } = await readFormat('a.vtt', content);
    expect(turns).toEqual(['Anna [0:00]: Hoi.', 'Bram [59:59]: Dag.', 'Anna [1:00:05]: Ja?']);
    expect(messages.filter(({ ruleId }) => ruleId === 'backward-time')).toEqual([]);
  });

  test('noScribe: title, notes, pauses without a voice', async () => {
    const content = `WEBVTT Gesprek\n\nNOTE\nTranscribed with noScribe\nMedia source: a.mp3\n\n${cue(0, '(5 seconds pause)')}\n\n${cue(5, '<v S01>Hoe gaat het?')}\n\n${cue(8, '(..)')}\n\n${cue(10, '<v S00>Goed.')}\n`;
    const { turns, transcript } = await readFormat('a.vtt', content);
    expect(turns).toEqual(['S01 [0:05]: Hoe gaat het?', 'S00 [0:10]: Goed.']);
    expect(transcript.text).toBe('(5 seconds pause)\nS01: Hoe gaat het? (..)\nS00: Goed.');
  });

  test('Whisper: no speakers, so a paragraph ends at a pause of two seconds', async () => {
    const content =
      'WEBVTT\n\n00:00.000 --> 00:04.000\nDus toen\n\n00:04.000 --> 00:06.000\nging ik weg.\n\n00:08.000 --> 00:09.000\nEn daarna?\n';
    const { transcript } = await readFormat('a.vtt', content);
    expect(transcript.text).toBe('Dus toen ging ik weg.\nEn daarna?');
  });

  test('Zoom: a remark with a colon is no speaker where cues begin with names', async () => {
    const content = vtt(
      cue(1, 'Anna: Hoe was het?'),
      cue(4, 'Bram: Zwaar.'),
      cue(7, 'Let op: het regende.'),
      cue(10, 'Anna: Ja?'),
      cue(13, 'Bram: Om 10:30 uur.'),
    );
    expect((await readFormat('a.vtt', content)).turns).toEqual([
      'Anna [0:01]: Hoe was het?',
      'Bram [0:04]: Zwaar. Let op: het regende.',
      'Anna [0:10]: Ja?',
      'Bram [0:13]: Om 10:30 uur.',
    ]);
  });
});

describe('what the user is told', () => {
  test('a name that stands once where not every cue has one is left in doubt', async () => {
    const content = vtt(cue(1, 'Anna: Hoe was het?'), cue(4, 'Anna: Nou?'), cue(7, 'Bram: Zwaar.'), cue(10, 'Echt.'));
    const { turns, messages } = await readFormat('a.vtt', content);
    expect(turns).toEqual(['Anna [0:01]: Hoe was het? Nou? Bram: Zwaar. Echt.']);
    expect(messages.map(({ ruleId }) => ruleId)).toContain('label-refused');
  });

  test('a cue that ends before it starts keeps its text', async () => {
    const { turns, messages } = await readFormat(
      'a.vtt',
      'WEBVTT\n\n00:05.000 --> 00:02.000\n<v A>Ja?\n\n00:07.000 --> 00:09.000\n<v B>Nee.\n',
    );
    expect(turns).toEqual(['A [0:05]: Ja?', 'B [0:07]: Nee.']);
    expect(messages.map(String)).toContain(
      'a.vtt: 1 cue ends before it starts, first at 0:05; the text is read all the same',
    );
  });

  test.each([
    ['text without cues', 'Interviewer: Hoe gaat het?\nJan: Goed.'],
    ['a header with text', 'WEBVTT\n\nInterviewer: Hoe gaat het?'],
  ])('%s is an error', async (_name, content) => {
    const { messages } = await readFormat('a.vtt', content);
    expect(messages.filter(({ fatal }) => fatal).map(String)).toEqual([
      'a.vtt: Unexpected text without cues, expected lines such as `00:00:01.000 --> 00:00:04.000`',
    ]);
  });

  test('binary data is an error', async () => {
    const { messages } = await readFormat('a.vtt', new Uint8Array([0, 1, 2, 3]));
    expect(messages.some(({ fatal, ruleId }) => fatal && ruleId === 'binary-file')).toBe(true);
  });
});

test('lines are those of the file', async () => {
  const { transcript } = await readFormat('a.vtt', vtt('NOTE x', ...voices));
  expect(transcript.turns.map(({ line }) => line)).toEqual([6, 9, 15]);
});
