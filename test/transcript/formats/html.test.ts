/** Web pages made by hand: blocks, blanks, bold, entities, tables, noScribe's anchors; and pages without end. */
import { describe, expect, test } from 'vitest';
import { readFormat } from './read-format.ts';

const DIALOGUE = '<p>I: Ja?</p><p>R: Nee.</p>';

describe('what is read', () => {
  test.each<[string, string, string[]]>([
    [
      'blocks, line breaks, blanks and entities',
      '<div>I:  Hoe\n gaat&nbsp;het?<br>R: Caf&eacute; &amp;amp; <i>zo</i> </div>R: los <b>staand</b>\n<p>verder<ul><li>een<li>twee</ul>',
      ['I: Hoe gaat het?', 'R: Café &amp; zo', 'R: los staand verder een twee'],
    ],
    [
      'no scripts, styles and head',
      `<html><head><title>weg</title><style>.a { x: 1 }</style></head><body><script>weg()</script><h1>Kop</h1>${DIALOGUE}<!-- weg --></body></html>`,
      ['I: Ja?', 'R: Nee.'],
    ],
    [
      'bold by tag, style and class',
      '<style>.c1,.c2{color:red;font-weight:700}</style><p><strong>Anna</strong> 0:01 Hoi.<p><span style="font-weight:bold">Bo</span> 0:02 Ja.<p><span class="c2">Anna</span> 0:03 Dag.<p><b style="font-weight:normal"><b>Bo</b> 0:04 Dag.</b>',
      ['Anna [0:01]: Hoi.', 'Bo [0:02]: Ja.', 'Anna [0:03]: Dag.', 'Bo [0:04]: Dag.'],
    ],
    [
      'a table with a merged cell for the speaker',
      '<table><thead><tr><th>Spreker</th><th>Tekst</th></tr></thead><tr><td rowspan="2">Anna</td><td>Hoe?</td></tr><tr><td>En waar?</td></tr><tr><td>Bo</td><td>Hier.</td></tr></table>',
      ['Anna: Hoe? En waar?', 'Bo: Hier.'],
    ],
    ['preformatted lines', '<pre>I: Ja?\nR: Nee.</pre>', ['I: Ja?', 'R: Nee.']],
  ])('%s', async (_name, page, turns) => {
    expect((await readFormat('a.html', page)).turns).toEqual(turns);
  });

  test.each([
    ['with the label in the text', ['S00: Hoe gaat het?', 'S01: Goed. ', 'S00: Fijn.']],
    ['without', ['Hoe gaat het?', 'Goed. ', 'Fijn.']],
  ])("noScribe's anchors tell speakers and times, %s", async (_name, [first, second, third]) => {
    const { turns } = await readFormat(
      'a.html',
      `<html><head><meta name="audio_source" content="x.wav"></head><body><p>Transcript van een gesprek</p><p><a name="ts_0_4000_S00">${first}</a></p><p><a name="ts_4000_9000_S01">${second}</a><a name="ts_9000_9500_S01">Ja, goed.</a></p><p><a name="ts_9600_9700_S01">Echt.</a></p><p><a name="ts_3661000_3662000_S00">${third}</a></p></body></html>`,
    );
    expect(turns).toEqual(['S00 [0:00]: Hoe gaat het?', 'S01 [0:04]: Goed. Ja, goed. Echt.', 'S00 [1:01:01]: Fijn.']);
  });

  test('the line is that of the file', async () => {
    const { transcript } = await readFormat('a.html', '<html>\n<body>\n<p>I: Ja?</p>\n<p>R: Nee.</p>\n');
    expect(transcript.turns.map((turn) => turn.line)).toEqual([3, 4]);
  });
});

test('a comment without end hides what is below it, and that is told', async () => {
  const { turns, messages } = await readFormat('a.html', '<p>I: Ja?</p>\n<p>R: Nee.</p>\n<!-- <p>R: Wel.</p>');
  expect(turns).toEqual(['I: Ja?', 'R: Nee.']);
  expect(messages.map(String)).toEqual([expect.stringMatching(/^a\.html:3:1: Unexpected comment without end/)]);
});

describe('pages without end', () => {
  test.each([
    ['elements in one another', '<div>'.repeat(50_000)],
    ['bold that is never closed', Array.from({ length: 50_000 }, (_, index) => `<p><b id=${index}>`).join('')],
    ['tables in tables', '<table><tr><td>'.repeat(50_000)],
  ])('%s are refused', async (_name, page) => {
    const { messages } = await readFormat('a.html', page);
    expect([messages[0]?.reason, messages[0]?.fatal]).toEqual([expect.stringMatching(/^Unexpected nesting/), true]);
  });
});
