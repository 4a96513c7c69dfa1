/** Rich text made by hand: code pages, Unicode, groups, tables; and files that are cut off or grow without end. */
import { describe, expect, test } from 'vitest';
import { readFormat } from './read-format.ts';

const read = (body: string) => readFormat('a.rtf', Buffer.from(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`, 'latin1'));
const DIALOGUE = 'I: Ja?\\par R: Nee.\\par ';

describe('what is read', () => {
  test.each<[string, string, string]>([
    ['code page and bytes', "caf\\'e9 \\'80 5 ", 'café € 5'],
    ['raw bytes of the code page', 'caf\xe9', 'café'],
    ['Unicode with a fallback', "\\u233\\'e9\\'e9n \\u8364 ?5", 'één €5'],
    ['a fallback of several or no characters', '\\uc2\\u233 xxn {\\uc0\\u233}n', 'én én'],
    ['surrogates, as negative numbers', '\\u-10179?\\u-8704?', '😀'],
    [
      'a font with a code page of its own',
      "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}{\\f1 \\'e4\\'e0} d",
      'да d',
    ],
    ['two bytes a letter', "{\\fonttbl{\\f2\\fcharset128 C;}}{\\f2 \\'82\\'a0}", 'あ'],
    ['symbols', 'a\\emdash b\\~c\\_d\\{e\\}\\\\ \\lquote f\\rquote', 'a—b\u00A0c\u2011d{e}\\ ‘f’'],
    [
      'groups that hold no text',
      '{\\*\\generator x;}{\\info{\\title y}}{\\pict 0011}{\\header z}{\\*\\foo w}woord',
      'woord',
    ],
    ['a field', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt woord}}', 'woord'],
    ['a text box', '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt doos}}{\\shprslt doos}}', 'doos'],
    ['bytes that are binary', 'a{\\pict\\bin5 }}}}} b}b', 'ab'],
    ['deleted text', 'a{\\deleted weg}b', 'ab'],
    ['a line break in the paragraph', 'een\\line twee', 'een twee'],
  ])('%s', async (_name, rtf, text) => {
    const { turns } = await read(`${DIALOGUE}R: ${rtf}\\par`);
    expect(turns.at(-1)).toBe(`R: ${text.replaceAll('\u00A0', ' ')}`);
  });

  test('bold names, on and off by words and by groups', async () => {
    const { turns } = await read(
      '{\\b Anna} 0:01 Hoi.\\par\\pard\\plain\\b Bo\\b0  0:02 Ja.\\par{\\b An}{\\b na} 0:03 Dag.\\par\\b Bo\\plain  0:04 Dag.',
    );
    expect(turns).toEqual(['Anna [0:01]: Hoi.', 'Bo [0:02]: Ja.', 'Anna [0:03]: Dag.', 'Bo [0:04]: Dag.']);
  });

  test('notes and comments are left out with one notice', async () => {
    const { turns, messages } = await read(`${DIALOGUE}R: Ja{\\footnote noot}{\\*\\annotation opmerking}.\\par`);
    expect(turns.at(-1)).toBe('R: Ja.');
    expect(messages.map((message) => message.reason)).toEqual(['Left out 1 comment and 1 footnote']);
  });

  test('what stands after a closing brace too many is told to be left out', async () => {
    const { turns, messages } = await readFormat('a.rtf', '{\\rtf1 I: Ja?\\par R: Nee.\\par}R: Wel.\\par}');
    expect(turns).toEqual(['I: Ja?', 'R: Nee.']);
    expect(messages.map((message) => message.reason)).toEqual([
      'Unexpected 12 characters after the end of the document, left out',
    ]);
  });

  test('a table, and text after it', async () => {
    const row = (...cells: string[]) =>
      `\\trowd\\cellx1\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row `;
    const { turns } = await read(
      `${row('Anna', 'Hoe gaat het met je?')}${row('Bo', 'Goed.\\par En met jou?')}${row('Anna', 'Heel erg goed.')}\\pard Einde.\\par`,
    );
    expect(turns).toEqual(['Anna: Hoe gaat het met je?', 'Bo: Goed. En met jou?', 'Anna: Heel erg goed. Einde.']);
  });
});

describe('what is refused, in one line', () => {
  test.each<[string, string, RegExp]>([
    ['another kind of file', 'I: Ja?', /not really an \.rtf file/],
    ['a file that is cut off', '{\\rtf1 I: Ja?\\par R: Ne', /end of the file inside a group/],
    ['an empty file', '', /Unexpected empty file/],
    ['no text', '{\\rtf1 \\par}', /Unexpected rich text, expected one with text in it/],
    ['groups without end', `{\\rtf1 ${'{'.repeat(100_000)}`, /nesting of more than 1000 groups/],
  ])('%s', async (_name, content, reason) => {
    const { messages } = await readFormat('a.rtf', content);
    expect([messages[0]?.reason, messages[0]?.fatal]).toEqual([expect.stringMatching(reason), true]);
  });

  test('a megabyte of escapes takes no time', async () => {
    await read(`${"\\u233?\\'e9\\b\\b0 x\\cell ".repeat(50_000)}\\row`);
  });
});
