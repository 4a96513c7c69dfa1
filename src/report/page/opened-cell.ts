/** The cell of a grid that the reader opened, and the quotes that it counts. */
import type { CodedDocument } from '../../model.ts';
import { OWN_KEYS } from '../../tables/code-grid-table.ts';
import { createParagraphCounter } from '../../text/paragraph-counter.ts';
import { DOCUMENTS, listAttributes, partsOfColumn } from './columns.ts';
import { listQuotes, listSegmentQuotes, type Quote } from './quotes.ts';
import { readRelation } from './relation-settings.ts';
import type { Shown } from './shown.ts';

export interface OpenedCell {
  /** The same for the same cell. */
  key: string;
  title: string;
  quotes: Quote[];
}

/** Nothing where no cell is open, or one that is not there. */
export function findOpenedCell(shown: Shown): OpenedCell | undefined {
  const { view, options } = shown.address;
  const { row = '', column = '', directly = '' } = options;
  const first = readCodes(shown, row, directly !== '');
  if (!first || column === '') return undefined;
  const key = [view, row, column, directly].join('\n');
  if (view === 'relations') return openRelation(shown, key, first);
  const documents = partsOfColumn(shown.selection.documents, byOf(shown), column);
  const place = OWN_KEYS.includes(column) ? 'all columns' : column;
  return { key, title: `${first.title} · ${place}`, quotes: listQuotes(documents, [first.codes]) };
}

interface Codes {
  title: string;
  /** Ids. */
  codes: ReadonlySet<string>;
}

function readCodes({ study }: Shown, id: string, directly: boolean): Codes | undefined {
  const code = study.codeOf.get(id);
  if (!code) return undefined;
  return directly
    ? { title: `${code.path} (directly)`, codes: new Set([id]) }
    : { title: code.path, codes: code.family };
}

/** What the columns of the view stand for. */
function byOf({ address: { view, options }, study }: Shown): string {
  const attributes = listAttributes(study).map(({ value }) => value);
  const kinds = view === 'crosstab' ? attributes : [DOCUMENTS.value, 'group', 'speaker'];
  return kinds.find((value) => value === options.by) ?? kinds[0] ?? DOCUMENTS.value;
}

/** Segments with both codes; or those with either, where the other is in the same document, or near. */
function openRelation(shown: Shown, key: string, first: Codes): OpenedCell | undefined {
  const { column = '', with: withDirectly = '' } = shown.address.options;
  const second = readCodes(shown, column, withDirectly !== '');
  if (!second) return undefined;
  const { within, distance } = readRelation(shown.address.options);
  const { documents } = shown.selection;
  const sets = [first.codes, second.codes] as const;
  const quotes =
    within === 'segment'
      ? listSegmentQuotes(documents, sets)
      : documents.flatMap((document) => listRelated(document, sets, within === 'document' ? undefined : distance));
  return { key: `${key}\n${withDirectly}`, title: `${first.title} with ${second.title}`, quotes };
}

type Sets = readonly [ReadonlySet<string>, ReadonlySet<string>];

/** `distance` in paragraphs, as far as the document goes when left out. */
function listRelated(document: CodedDocument, sets: Sets, distance = Number.POSITIVE_INFINITY): Quote[] {
  const union = [new Set([...sets[0], ...sets[1]])];
  const isNear = Number.isFinite(distance);
  const either = isNear ? listSegmentQuotes([document], union) : listQuotes([document], union);
  const paragraphOf = createParagraphCounter(document.transcript.text);
  const placed = either.map((quote) => ({
    quote,
    begin: paragraphOf(quote.start),
    end: paragraphOf(quote.end - 1),
    has: sets.map((codes) => quote.codings.some(({ code }) => codes.has(code))),
  }));
  // Few segments have either of two codes.
  return placed
    .filter((one) =>
      placed.some(
        (other) =>
          ((one.has[0] && other.has[1]) || (one.has[1] && other.has[0])) &&
          other.begin <= one.end + distance &&
          one.begin <= other.end + distance,
      ),
    )
    .map(({ quote }) => quote);
}
