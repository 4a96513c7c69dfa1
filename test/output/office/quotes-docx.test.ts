/** The quotes for Word: headings that its navigation pane lists, quotes with their origin and language, and nothing that breaks the file. */
import { expect, test } from 'vitest';
import type { Row, Table } from '../../../src/model.ts';
import { isOwnOutput } from '../../../src/output/own-output.ts';
import { writeQuotesDocx } from '../../../src/output/quotes-docx.ts';
import { SEGMENT_COLUMNS } from '../../../src/tables/segment-cells.ts';
import { parseCodebook } from '../../builders.ts';
import { canOpen, convert } from './libre-office.ts';
import { unpack } from './unpack.ts';

const BOOK = parseCodebook(`
name: small
title: Zorg & "<b>steun</b>"
languages: [nl]
codes:
  - id: a
    name: Steun
    color: "#b3261e"
    definition: Wat men voor een ander doet, en waarom het niet vanzelf gaat.
    terms: [steun]
    codes: [{ id: b, name: Hulp, terms: [hulp] }]
  - { id: c, name: Niets, terms: [niets] }
`);

function rowOf(code: string, segment: string): Row {
  const cells: Record<string, string | number> = {
    document_group: 'Noord',
    document: 'een',
    code,
    code_id: code,
    speaker: 'R',
    begin: 2,
    end: 3,
    weight: 0,
    segment,
    evidence: 'steun',
    time: '1:02',
  };
  return { kind: 'body', code, cells: SEGMENT_COLUMNS.map(({ key }) => cells[key] ?? '') };
}

const HARD = 'regel een\n<script>&\tpijp | \\end{tabular}\u0007 \uD800👩‍👩‍👧';

const SEGMENTS: Table = {
  name: 'coded-segments',
  title: 'Coded segments',
  columns: [...SEGMENT_COLUMNS],
  rows: [rowOf('a', HARD), rowOf('b', 'שלום hulp')],
  notes: ['Begin and end are paragraphs.'],
};

const write = (segments = SEGMENTS) =>
  Buffer.concat([...writeQuotesDocx(BOOK, segments, { languages: new Map([['een', 'nl']]) })]);

test('every code has a heading of its level, every quote its origin and its language', async () => {
  const parts = await unpack(write());
  const paragraphs = [...(parts['word/document.xml'] ?? '').matchAll(/<w:p>.*?<\/w:p>/g)].map(([paragraph]) => {
    const style = /<w:pStyle w:val="(\w+)"/.exec(paragraph)?.[1];
    const language = /<w:lang w:val="([\w-]+)"/.exec(paragraph)?.[1];
    const text = paragraph.replace(/<w:(?:br|tab)\/>/g, ' ').replace(/<[^>]+>/g, '');
    return [style, text, ...(language ? [language] : [])];
  });
  expect(paragraphs).toEqual([
    ['Title', 'Quotes: Zorg &amp; &quot;&lt;b&gt;steun&lt;/b&gt;&quot;'],
    ['Heading1', 'Steun'],
    ['Normal', 'Wat men voor een ander doet, en waarom het niet vanzelf gaat.', 'nl-NL'],
    ['Subtitle', '1 coded segment of its own, without its subcodes'],
    ['Quote', 'regel een', 'nl-NL'],
    ['Quote', '&lt;script&gt;&amp; pijp | \\end{tabular} 👩‍👩‍👧', 'nl-NL'],
    ['Caption', '— Noord \\ een : 2 - 3 (0) · R · 1:02 · matched: steun'],
    ['Heading2', 'Hulp'],
    ['Subtitle', 'Steun \\ Hulp · 1 coded segment'],
    ['Quote', 'שלום hulp'],
    ['Caption', '— Noord \\ een : 2 - 3 (0) · R · 1:02 · matched: steun'],
    ['Heading1', 'Niets'],
    ['Subtitle', '0 coded segments'],
    ['Heading1', 'Notes'],
    ['Normal', 'Begin and end are paragraphs.'],
  ]);
  expect(parts['word/document.xml']).toContain(
    '<w:pBdr><w:left w:val="single" w:sz="36" w:space="6" w:color="B3261E"/>',
  );
  expect(parts['word/document.xml']).toContain('<w:bidi/>');
});

test('the styles are those by which Word makes its navigation pane', async () => {
  const { 'word/styles.xml': styles } = await unpack(write());
  for (const name of ['heading 1', 'heading 9', 'Quote', 'caption', 'Title', 'footer'])
    expect(styles).toContain(`<w:name w:val="${name}"/>`);
});

test('the same quotes give the same bytes, by which the program knows its own file', () => {
  expect(write()).toEqual(write());
  expect(isOwnOutput(write())).toBe(true);
});

test.skipIf(!canOpen)('LibreOffice reads every line of it (needs LibreOffice)', () => {
  const { 'quotes.txt': text = '' } = convert({ 'quotes.docx': write() }, 'txt');
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (const line of [
    'Steun',
    'Hulp',
    'regel een',
    '<script>&\tpijp | \\end{tabular} 👩‍👩‍👧',
    'שלום hulp',
    '0 coded segments',
  ])
    expect(lines).toContain(line);
});
