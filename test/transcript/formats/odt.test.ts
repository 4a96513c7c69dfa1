/** OpenDocument texts made by hand: styles, blanks, what is left out, tables; and files that mean harm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../run-cli.ts';
import { makeOdt, makeZip } from './make-zip.ts';
import { readFormat } from './read-format.ts';

const STYLES =
  '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="C" style:family="text" style:parent-style-name="B"/>' +
  '<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>' +
  '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-weight="700"/></style:style>';
const DIALOGUE = '<text:p>I: Ja?</text:p><text:p>R: Nee.</text:p>';

describe('what is read', () => {
  test.each<[string, string, string[]]>([
    [
      'bold by style, by its parent, by the paragraph',
      '<text:p><text:span text:style-name="B">Anna</text:span> 0:01 Hoi.</text:p>' +
        '<text:p><text:span text:style-name="C">B</text:span><text:span text:style-name="C">o</text:span> 0:02 Ja.</text:p>' +
        '<text:p text:style-name="P">Anna<text:span text:style-name="N"> 0:03 Dag.</text:span></text:p>' +
        '<text:p><text:span text:style-name="B">Bo</text:span> 0:04 Dag.</text:p>',
      ['Anna [0:01]: Hoi.', 'Bo [0:02]: Ja.', 'Anna [0:03]: Dag.', 'Bo [0:04]: Dag.'],
    ],
    [
      'blanks, tabs and line breaks',
      '<text:p>I:<text:tab/>Ja?</text:p><text:p>R: Een\n   twee<text:s text:c="2"/>drie<text:line-break/>I: Vier?</text:p>',
      ['I: Ja?', 'R: Een twee drie', 'I: Vier?'],
    ],
    [
      'a text box, a section, a list',
      `${DIALOGUE}<text:section><text:p>R: Nu<draw:frame><svg:title>plaatje</svg:title><draw:text-box><text:p>R: doos</text:p></draw:text-box></draw:frame> verder</text:p></text:section><text:list><text:list-item><text:p>punt</text:p></text:list-item></text:list>`,
      ['I: Ja?', 'R: Nee.', 'R: Nu verder', 'R: doos punt'],
    ],
  ])('%s', async (_name, body, turns) => {
    expect((await readFormat('a.odt', makeOdt(body, STYLES))).turns).toEqual(turns);
  });

  test('notes, comments and tracked deletions are left out with one notice', async () => {
    const { turns, messages, transcript } = await readFormat(
      'a.odt',
      makeOdt(
        `<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p></text:deletion></text:changed-region></text:tracked-changes>${DIALOGUE}<text:p>R: Ja<text:note><text:note-body><text:p>noot</text:p></text:note-body></text:note><office:annotation><text:p>opmerking</text:p></office:annotation>.</text:p>`,
      ),
    );
    expect(turns.at(-1)).toBe('R: Ja.');
    expect(messages.map((message) => message.reason)).toEqual([
      'Left out 1 comment, 1 footnote and 1 tracked deletion',
    ]);
    expect(transcript.text).not.toMatch(/weg|noot|opmerking/);
  });
});

describe('what is refused, in one line', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    [
      'a truncated file',
      () => readFileSync(join(root, 'fixtures/formats/writer-interview.odt')).subarray(0, 9000),
      /end of the file/,
    ],
    [
      'a Word document',
      () => readFileSync(join(root, 'fixtures/formats/writer-interview.docx')),
      /not an OpenDocument text/,
    ],
    [
      'a password',
      () =>
        makeZip([
          { name: 'content.xml', content: 'noise' },
          { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
        ]),
      /protected with a password/,
    ],
    [
      'entities',
      () => makeOdt('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>'),
      /document type declaration/,
    ],
    ['a bomb', () => makeOdt('<text:p/>'.repeat(4_000_000)), /content\.xml grows over 16 MB/],
    ['nesting without end', () => makeOdt('<text:span>'.repeat(100_000)), /nesting of more than 256 levels/],
    ['XML with a mistake', () => makeOdt('<text:p>R: Nee & ja</text:p>'), /Unexpected XML/],
  ])('%s', async (_name, make, reason) => {
    const { messages, transcript } = await readFormat('a.odt', make());
    expect([messages[0]?.reason, messages[0]?.fatal, transcript.text]).toEqual([
      expect.stringMatching(reason),
      true,
      '',
    ]);
  });

  test('a blank repeated a billion times is not', async () => {
    const { turns } = await readFormat(
      'a.odt',
      makeOdt(`${DIALOGUE}<text:p>R: a<text:s text:c="1000000000"/>b</text:p>`),
    );
    expect(turns.at(-1)).toBe('R: a b');
  });
});
