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
): Generator<Uint8Array> {
  const title = `Quotes: ${codebook.title ?? codebook.name}`;
  const sections = listQuotes(codebook, segments, quotes);
  const list = function* (): Generator<Paragraph> {
    yield { style: 'Title', text: title };
    for (const section of sections) yield* listSection(section, quotes, languages);
    yield { style: 'Heading1', text: 'Notes' };
    for (const text of segments.notes) yield { style: 'Normal', text };
  };
  return writeWordDocument(title, list());
}

function* listSection(
  section: QuoteSection,
  table: Table,
  languages: ReadonlyMap<string, string>,
): Generator<Paragraph> {
  const { code, depth, path, rows } = section;
  const definition = code.definition?.trim();
  const where = depth > 0 ? [path] : [];
  yield { style: `Heading${Math.min(depth + 1, DEEPEST_HEADING)}`, text: code.name, color: code.color };
  if (definition) yield { style: 'Normal', text: definition, language: detectLanguage(definition) };
  yield { style: 'Subtitle', text: [...where, describeCount(section)].join(' · ') };
  for (const row of rows) {
    const { text, document, details } = describeQuote(row, table);
    const language = languages.get(document);
    for (const line of text.split('\n')) yield { style: 'Quote', text: line, language };
    yield { style: 'Caption', text: `— ${details}` };
  }
}
