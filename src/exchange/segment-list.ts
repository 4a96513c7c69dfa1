/** Lists of coded segments, as MAXQDA, Taguette and QualCoder export them: tables with document, code and quote, but no positions. */
import { decodeText } from '../containers/decode.ts';
import { Refusal } from '../containers/refusal.ts';
import type { RowTable } from '../containers/row-table.ts';
import type { SourceFile } from '../containers/source-file.ts';
import type { CodingSet, StatedCoding, StatedDocument } from '../model.ts';
import { isError } from '../text/messages.ts';
import { type CodingFormat, emptySet } from './coding-format.ts';
import { findSegmentColumns, type SegmentColumns } from './list-headings.ts';
import { reportLeftOut } from './report-left-out.ts';

export const segmentList = {
  name: 'segments',
  title: 'a list of coded segments',
  extensions: ['.csv', '.tsv', '.txt', '.xlsx'],
  read: readList,
} satisfies CodingFormat;

async function readList(file: SourceFile): Promise<CodingSet> {
  const { rows, messages } = await readRows(file);
  const set = emptySet(file.path, messages);
  if (messages.some(isError)) return set;
  const [heading, ...body] = rows;
  const columns = heading && findSegmentColumns(heading.cells);
  if (!columns)
    throw new Refusal(
      'Unexpected table, expected a column each for document, code and segment',
      'export the coded segments with these columns, and leave their headings as they are',
    );
  const documents = new StatedDocuments();
  const coders = new Set<string>();
  for (const { line, cells } of body) {
    const read = readRow(cells, columns, nameOf(file.path));
    if (typeof read === 'string') {
      set.leftOut.push({ kind: 'row', name: `row ${line}`, reason: read });
      continue;
    }
    const { coding, group } = read;
    documents.add(coding, group);
    coders.add(coding.coder);
    set.codings.push(coding);
  }
  set.documents = documents.finish();
  set.coders = [...coders];
  messages.push(...reportLeftOut(set.leftOut, file.path));
  return set;
}

/** The documents of a list, which may have the same name in several groups. */
class StatedDocuments {
  /** By name and group. */
  #codings = new Map<string, Map<string, StatedCoding[]>>();

  add(coding: StatedCoding, group: string): void {
    const groups = this.#codings.get(coding.document) ?? new Map<string, StatedCoding[]>();
    this.#codings.set(coding.document, groups);
    const codings = groups.get(group);
    if (codings) codings.push(coding);
    else groups.set(group, [coding]);
  }

  /** Changes what documents of codings are called where others are called the same. */
  finish(): StatedDocument[] {
    return [...this.#codings].flatMap(([title, groups]) =>
      [...groups].map(([group, codings]): StatedDocument => {
        const ofGroup = group === '' ? {} : { group };
        if (groups.size === 1) return { name: title, variables: {}, ...ofGroup };
        const name = group === '' ? title : `${group}/${title}`;
        for (const coding of codings) coding.document = name;
        return { name, title, variables: {}, ...ofGroup };
      }),
    );
  }
}

async function readRows(file: SourceFile): Promise<RowTable> {
  if (file.path.toLowerCase().endsWith('.xlsx')) return (await import('../containers/workbook.ts')).readWorkbook(file);
  const { text, messages } = decodeText(file);
  if (text === undefined) return { rows: [], messages };
  const { readDelimited } = await import('../containers/delimited.ts');
  const table = readDelimited(text, file.path, (cells) => findSegmentColumns(cells) !== undefined);
  return { ...table, messages: [...messages, ...table.messages] };
}

/** A list that names no coder is that of one. */
function nameOf(path: string): string {
  return (path.split(/[/\\]/).at(-1) ?? path).replace(/\.\w+$/, '').normalize('NFC');
}

interface Row {
  coding: StatedCoding;
  group: string;
}

/** The coding of a row, or why it is none. */
function readRow(cells: readonly string[], columns: SegmentColumns, coder: string): Row | string {
  const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '').normalize('NFC').trim());
  const document = cell(columns.document);
  const path = [...columns.categories.map(cell).reverse(), ...cell(columns.code).split(STEP)].filter(Boolean);
  const id = cell(columns.codeId);
  const quote = cell(columns.segment).replace(PROTECTED, '');
  if (/^(?:imid|avid):/.test(cell(columns.id))) return 'it is of a picture or recording';
  if (document === '' || path.length === 0) return 'it names no document or no code';
  if (quote === '') return 'it has no text';
  const weight = readNumber(cell(columns.weight));
  const paragraph = readNumber(cell(columns.begin));
  const memo = cell(columns.memo);
  return {
    group: cell(columns.group),
    coding: {
      document,
      code: path,
      ...(id === '' ? {} : { codeId: id }),
      coder: cell(columns.coder) || coder,
      quote,
      ...(paragraph === undefined ? {} : { paragraph }),
      ...(weight === undefined || weight > 100 ? {} : { weight }),
      ...(memo === '' ? {} : { memo }),
    },
  };
}

/** Between the parts of a path: `Barriers > Privacy`, `Barriers\Privacy`. */
const STEP = /\s+>\s+|\s*\\\s*/;
/** What keeps a spreadsheet from taking a text for a formula. */
const PROTECTED = /^'(?=[=+\-@])/;

function readNumber(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
}
