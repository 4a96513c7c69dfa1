/** Word documents made by hand: labels in runs, changes, comments, tables; and containers that mean harm. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../run-cli.ts';
import { makeDocx, makeZip } from './make-zip.ts';
import { readFormat } from './read-format.ts';

const run = (text: string, bold = false) => `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => paragraph(run(text))).join('')}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((text) => cell(text)).join('')}</w:tr>`).join('')}</w:tbl>`;
const DIALOGUE = paragraph(run('I: Ja?')) + paragraph(run('R: Nee.'));

describe('what is read', () => {
  test.each<[string, string, string[]]>([
    [
      'a label split over runs, the colon outside the bold',
      paragraph(run('Inter', true), run('viewer', true), run(': Hoe?')) +
        paragraph(run('Jan', true), run(': Goed')) +
        paragraph(run('Jan: Ja')),
      ['Interviewer: Hoe?', 'Jan: Goed', 'Jan: Ja'],
    ],
    [
      'bold names without a colon, with a stamp',
      paragraph(run('Anna', true), run(' 0:03 Hallo.')) +
        paragraph(run('Bo', true), run(' 0:05 Ja.')) +
        paragraph(run('Anna', true), run(' 0:09 Dag.')) +
        paragraph(run('Bo', true), run(' 0:11 Dag.')),
      ['Anna [0:03]: Hallo.', 'Bo [0:05]: Ja.', 'Anna [0:09]: Dag.', 'Bo [0:11]: Dag.'],
    ],
    [
      'a name and stamp above what was said, parted by a line break',
      paragraph(run('Anna   0:03'), '<w:r><w:br/></w:r>', run('Hallo.')) +
        paragraph(run('Bo   0:05'), '<w:r><w:cr/></w:r>', run('Ja.')) +
        paragraph(run('Anna   0:09'), '<w:r><w:br/></w:r>', run('Dag.')) +
        paragraph(run('Bo   0:11'), '<w:r><w:br/></w:r>', run('Dag.')),
      ['Anna [0:03]: Hallo.', 'Bo [0:05]: Ja.', 'Anna [0:09]: Dag.', 'Bo [0:11]: Dag.'],
    ],
    [
      'tabs, fields, links and a page break',
      paragraph(run('I:'), '<w:r><w:tab/></w:r>', run('Ja?')) +
        paragraph(
          run('R: Een '),
          `<w:fldSimple w:instr="x">${run('veld')}</w:fldSimple>`,
          `<w:hyperlink w:anchor="x">${run(' en link')}</w:hyperlink>`,
          '<w:r><w:br w:type="page"/></w:r>',
          run('verder'),
        ),
      ['I: Ja?', 'R: Een veld en link verder'],
    ],
    [
      'a table by its content, a speaker who goes on, two paragraphs in a cell',
      `<w:tbl><w:tr>${cell('Noor:')}${cell('Hoe gaat het met u?')}</w:tr><w:tr>${cell('Joop:')}${cell('Wel goed, dank u.', 'En met u?')}</w:tr><w:tr>${cell('')}${cell('Ook goed?')}</w:tr><w:tr>${cell('Noor:')}${cell('Ja, dat gaat prima.')}</w:tr></w:tbl>`,
      ['Noor: Hoe gaat het met u?', 'Joop: Wel goed, dank u. En met u? Ook goed?', 'Noor: Ja, dat gaat prima.'],
    ],
    [
      'a table that tells of no speaker: each cell is a paragraph',
      table(['Datum', '12 maart'], ['Plaats', 'Utrecht']) + DIALOGUE,
      ['I: Ja?', 'R: Nee.'],
    ],
  ])('%s', async (_name, body, turns) => {
    expect((await readFormat('a.docx', makeDocx(body))).turns).toEqual(turns);
  });

  test('tracked changes are accepted; comments and footnotes are left out, with one notice', async () => {
    const changed = `<w:ins w:id="1" w:author="x">${run('nieuw')}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>oud</w:delText></w:r></w:del>`;
    const marks =
      '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="1"/></w:r><w:r><w:commentReference w:id="2"/></w:r>';
    const { turns, messages } = await readFormat(
      'a.docx',
      makeDocx(DIALOGUE + paragraph(run('R: Iets '), changed, marks)),
    );
    expect(turns.at(-1)).toBe('R: Nee.'.replace('Nee.', 'Iets nieuw'));
    expect(messages.map((message) => message.reason)).toEqual([
      'Left out 2 comments, 1 footnote and 1 tracked deletion',
    ]);
  });

  test('a letter and its accent in two runs are one letter', async () => {
    const { transcript } = await readFormat(
      'a.docx',
      makeDocx(DIALOGUE + paragraph(run('R: e'), run('\u0301e\u0301n'))),
    );
    expect(transcript.text).toContain('één');
  });
});

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ole = (stream: string) => Buffer.concat([Buffer.from(OLE), Buffer.alloc(600), Buffer.from(stream, 'utf16le')]);
const fixture = (name: string) => readFileSync(join(root, 'fixtures/formats', name));
const huge = '<w:p/>'.repeat(3_000_000);

describe('what is refused, in one line', () => {
  test.each<[string, () => Uint8Array, RegExp]>([
    ['an empty file', () => new Uint8Array(), /Unexpected empty file/],
    ['a truncated file', () => fixture('writer-interview.docx').subarray(0, 5000), /Unexpected end of the file/],
    ['a password', () => ole('EncryptedPackage'), /protected with a password/],
    ['an old Word file', () => fixture('writer-interview.doc'), /old Word file \(\.doc\)/],
    ['rich text under this name', () => fixture('writer-interview.rtf'), /not really a \.docx file but rich text/],
    ['a web page under this name', () => fixture('writer-interview.html'), /but a web page/],
    ['plain text under this name', () => Buffer.from('I: Ja?\nR: Nee.\n'), /but plain text/],
    ['another zip', () => fixture('writer-interview.odt'), /zip file but not a Word document/],
    ['a path out of the folder', () => makeDocx(DIALOGUE, [{ name: '../evil.xml', content: '' }]), /list of parts/],
    ['an absolute path', () => makeDocx(DIALOGUE, [{ name: '/etc/evil.xml', content: '' }]), /list of parts/],
    [
      'a link',
      () => makeDocx(DIALOGUE, [{ name: 'word/a.xml', content: '/etc/passwd', mode: 0xa1ff }]),
      /Unexpected link/,
    ],
    ['a part twice', () => makeDocx(DIALOGUE, [{ name: 'word/document.xml', content: 'x' }]), /second part/],
    [
      'an encrypted part',
      () => makeDocx(DIALOGUE, [{ name: 'word/a.xml', content: 'x', encrypted: true }]),
      /password/,
    ],
    ['a bomb', () => makeDocx(huge), /word\/document\.xml grows over 16 MB/],
    ['elements without end', () => makeDocx('<w:p/>'.repeat(500_000)), /more than 400000 elements/],
    [
      'a bomb that lies about its size',
      () => makeDocx(DIALOGUE, [{ name: 'word/styles.xml', content: huge, declared: 100 }]),
      /damage in word\/styles\.xml/,
    ],
    [
      'too many parts',
      () => makeZip(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.bin`, content: '' }))),
      /10001 parts/,
    ],
    [
      'entities',
      () => makeDocx('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bb">]><w:document>&b;</w:document>'),
      /document type declaration in word\/document\.xml/,
    ],
    ['XML that is cut off', () => makeDocx('<?xml version="1.0"?><w:document xmlns:w="x"><w:body>'), /Unexpected XML/],
    ['nesting without end', () => makeDocx('<w:smartTag>'.repeat(100_000)), /nesting of more than 256 levels/],
    [
      'fields without end',
      () => makeDocx('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100)),
      /fields without end/,
    ],
  ])('%s', async (_name, make, reason) => {
    const { messages, transcript } = await readFormat('a.docx', make());
    expect(messages[0]?.reason).toMatch(reason);
    expect([messages[0]?.fatal, messages[0]?.note !== undefined, transcript.text]).toEqual([true, true, '']);
    expect(messages.filter((message) => message.fatal)).toHaveLength(1);
  });

  test('damage at any place is told and never thrown', async () => {
    const good = fixture('pandoc-interview.docx');
    for (let at = 0; at < good.length; at += 211) {
      const bad = Buffer.from(good);
      bad.writeUInt8((bad.readUInt8(at) + 1) % 256, at);
      const { turns, messages } = await readFormat('a.docx', bad);
      expect(turns.length === 12 || messages.some((message) => message.fatal)).toBe(true);
    }
  });
});
