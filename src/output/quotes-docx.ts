/** The quotes document for Word: a heading for every code, its definition, and every coded segment with its origin. */
import type { Codebook, Table } from '../model.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { type Paragraph, writeWordDocument } from './office/word-document.ts';
import { DEEPEST_HEADING } from './office/word-styles.ts';
import { describeCount, describeQuote, listQuotes, type QuoteSection } from './quotes.ts';

export interface QuotesDocxOptions {
  /** Those that are shown, where not all are. */
  quotes?: Table | undefined;
  /** Language of each document, by its name. */
  languages: ReadonlyMap<string, string>;
}

/** Text from the table of coded segments, in the order of the book; codes without quotes are named too. */
export function writeQuotesDocx(
  codebook: Codebook,
  segments: Table,
  { quotes = segments, languages }: QuotesDocxOptions,
): Uint8Array {
  const title = `Quotes: ${codebook.title ?? codebook.name}`;
  const sections = listQuotes(codebook, segments, quotes);
  return writeWordDocument(title, [
    { style: 'Title', text: title },
    ...sections.flatMap((section) => createSection(section, quotes, languages)),
    { style: 'Heading1', text: 'Notes' },
    ...segments.notes.map((text): Paragraph => ({ style: 'Normal', text })),
  ]);
}

function createSection(section: QuoteSection, table: Table, languages: ReadonlyMap<string, string>): Paragraph[] {
  const { code, depth, path, rows } = section;
  const definition = code.definition?.trim();
  const where = depth > 0 ? [path] : [];
  return [
    { style: `Heading${Math.min(depth + 1, DEEPEST_HEADING)}`, text: code.name, color: code.color },
    ...(definition ? [{ style: 'Normal' as const, text: definition, language: detectLanguage(definition) }] : []),
    { style: 'Subtitle', text: [...where, describeCount(section)].join(' · ') },
    ...[...rows].flatMap((row): Paragraph[] => {
      const { text, document, details } = describeQuote(row, table);
      const language = languages.get(document);
      return [
        ...text.split('\n').map((line): Paragraph => ({ style: 'Quote', text: line, language })),
        { style: 'Caption', text: `— ${details}` },
      ];
    }),
  ];
}
