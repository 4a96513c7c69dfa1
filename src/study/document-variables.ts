/** Adds the variables of `documents.csv` and the like to the front matter of the transcripts beside it. */

import type { TableRow } from '../containers/row-table.ts';
import type { Io } from '../io.ts';
import type { Message } from '../model.ts';
import { createMessage, isError } from '../text/messages.ts';
import { readTableFile } from '../transcript/formats/table-file.ts';
import { toText } from '../transcript/front-matter.ts';
import type { Source } from '../transcript/source.ts';
import { findFiles, indexNames, indexNeighbours, isNeighbour, suggestName } from './document-names.ts';
import { type FoundTable, findDocumentTables } from './document-tables.ts';
import type { FoundFile } from './find-transcripts.ts';
import { explainReadError } from './read-error.ts';
import { hashBytes } from './run-file.ts';

export interface VariableTable {
  path: string;
  /** Below the path that was given. */
  relativePath: string;
  sha256: string;
}

/** A transcript that was read; its front matter grows. */
interface DescribedFile {
  file: FoundFile;
  /** Name in the study. */
  document: string;
  frontMatter: Source['frontMatter'];
}

/** Every file of a study, readable or not, and what each is called. */
interface NamedFiles {
  found: readonly FoundFile[];
  names: readonly string[];
}

export interface AddedVariables {
  tables: VariableTable[];
  /** What was told of the tables. */
  messages: Message[];
  /** What was told of single documents, in their order. */
  conflicts: Message[];
}

/** Changes the front matter of `files`, which may be a part of those that were found. */
export async function addDocumentVariables(
  { found, names }: NamedFiles,
  files: readonly DescribedFile[],
  io: Io,
): Promise<AddedVariables> {
  const { tables, messages } = findDocumentTables(found, io);
  const read: VariableTable[] = [];
  const named = new Map(found.map((file, index) => [file, names[index] ?? file.name]));
  const values = new Map<FoundFile, Map<string, Value>>();
  for (const table of tables) {
    const bytes = readBytes(table.path, io, messages);
    if (!bytes) continue;
    const { path, relativePath } = table;
    read.push({ path, relativePath, sha256: hashBytes(bytes) });
    const { rows, messages: told } = await readTableFile({ path, bytes });
    messages.push(...told.map(softenError));
    if (rows.length > 0) addValues(table, rows, { named, values, messages });
  }
  const conflicts = files.flatMap((file) => mergeInto(file, values.get(file.file) ?? new Map()));
  return { tables: read, messages, conflicts };
}

interface Value {
  text: string;
  /** Path of the table. */
  path: string;
}

interface Adding {
  named: ReadonlyMap<FoundFile, string>;
  values: Map<FoundFile, Map<string, Value>>;
  messages: Message[];
}

/** A transcript without its variables is still a transcript. */
function softenError(message: Message): Message {
  if (isError(message)) message.fatal = false;
  return message;
}

function readBytes(path: string, io: Io, messages: Message[]): Uint8Array | undefined {
  try {
    return io.readBytes(path);
  } catch (error) {
    const [reason, hint] = explainReadError('file', error as NodeJS.ErrnoException);
    messages.push(createMessage(reason, { rule: 'unreadable', severity: 'warning', path, hint }));
    return undefined;
  }
}

function addValues(table: FoundTable, rows: readonly TableRow[], { named, values, messages }: Adding): void {
  const [header, ...body] = rows;
  const { columns, messages: doubtful } = readColumns(header?.cells ?? [], table.path);
  messages.push(...doubtful, ...reportUneven(body, header?.cells.length ?? 0, table.path));
  const names = indexNames(table.files, (file) => named.get(file));
  const neighbours = indexNeighbours(table.neighbours);
  const seen = new Set<FoundFile>();
  let unknown = 0;
  for (const { line, cells } of body) {
    const name = cells[columns.document] ?? '';
    if (name === '') continue;
    const matches = findFiles(name, names);
    const [file] = matches;
    const report = (rule: string, reason: string, hint: string) =>
      messages.push(
        createMessage(reason, { rule, severity: 'warning', path: table.path, position: { line, column: 1 }, hint }),
      );
    if (!file && (isNeighbour(name, neighbours) || unknown++ >= MOST_UNKNOWN)) continue;
    else if (!file) report('unknown-document', `No transcript is called \`${name}\``, suggestName(name, table.files));
    else if (matches.length > 1)
      report(
        'unclear-document',
        `${matches.length} transcripts are called \`${name}\``,
        'write their folder before the name, as in `folder/name`',
      );
    else if (seen.has(file))
      report(
        'second-row',
        `The transcript \`${name}\` has a row already, and the first is taken`,
        'delete one of them',
      );
    else {
      seen.add(file);
      const known = values.get(file) ?? new Map<string, Value>();
      values.set(file, known);
      for (const { key, index } of columns.variables) {
        const text = cells[index] ?? '';
        if (text !== '') known.set(key, { text, path: table.path });
      }
    }
  }
  messages.push(...reportMissing(table, seen.size), ...reportUnknown(unknown - MOST_UNKNOWN, table.path));
}

/** Rows without a transcript that are told one by one; a table of a larger study has many. */
const MOST_UNKNOWN = 10;

function reportUnknown(more: number, path: string): Message[] {
  if (more <= 0) return [];
  const rows = more === 1 ? '1 more row is' : `${more} more rows are`;
  return [createMessage(`${rows} of no transcript`, { rule: 'unknown-document', severity: 'warning', path })];
}

interface TableColumns {
  /** Index of the column with the document. */
  document: number;
  variables: { key: string; index: number }[];
}

/** Keys that mean in a front matter how to read the file, however they are written. */
const RESERVED = /^(?:language|group|interviewer|respondent)$/i;

/** The document stands in the column of that name, else in the first. */
function readColumns(titles: readonly string[], path: string): { columns: TableColumns; messages: Message[] } {
  const document = Math.max(
    titles.findIndex((title) => /^documents?$/i.test(title)),
    0,
  );
  const variables = new Map<string, number>();
  const doubtful: string[] = [];
  for (const [index, title] of titles.entries()) {
    const key = RESERVED.test(title) ? title.toLowerCase() : title;
    if (index === document) continue;
    if (key === '' || variables.has(key))
      doubtful.push(key === '' ? `column ${index + 1} has no heading` : `\`${key}\` is the heading of two columns`);
    else variables.set(key, index);
  }
  const [first] = doubtful;
  const messages =
    first === undefined
      ? []
      : [
          createMessage(`Unexpected headings: ${doubtful.join(', ')}; not read`, {
            rule: 'variable-heading',
            severity: 'warning',
            path,
            hint: 'give every column a name of its own',
          }),
        ];
  return { columns: { document, variables: [...variables].map(([key, index]) => ({ key, index })) }, messages };
}

function reportUneven(body: readonly TableRow[], width: number, path: string): Message[] {
  const uneven = body.filter(({ cells }) => cells.slice(width).some((cell) => cell !== ''));
  const [first] = uneven;
  if (!first) return [];
  const rows = uneven.length === 1 ? '1 row has' : `${uneven.length} rows have`;
  const hint = 'put a cell with a comma or semicolon in quotes';
  const position = { line: first.line, column: 1 };
  return [
    createMessage(`Unexpected number of cells: ${rows} more than the heading row; not read`, {
      rule: 'ragged-row',
      severity: 'warning',
      path,
      position,
      hint,
    }),
  ];
}

function reportMissing({ files, path }: FoundTable, described: number): Message[] {
  const missing = files.length - described;
  if (missing === 0) return [];
  const reason = `${missing} of ${files.length} transcripts ${missing === 1 ? 'has' : 'have'} no row here`;
  return [
    createMessage(reason, {
      rule: 'no-variables',
      severity: 'information',
      path,
      hint: 'they have no variables from this table',
    }),
  ];
}

/** What the transcript says itself is taken. */
function mergeInto(described: DescribedFile, values: ReadonlyMap<string, Value>): Message[] {
  const { document, file } = described;
  const own = new Map(Object.entries(described.frontMatter).filter(([, value]) => toText(value) !== undefined));
  // `Age` here and `age` there are one variable.
  const spelled = new Map([...own.keys()].map((key) => [key.toLowerCase(), key]));
  const messages: Message[] = [];
  for (const [key, { text, path }] of values) {
    const said = toText(own.get(spelled.get(key.toLowerCase()) ?? key));
    if (said === undefined || said === toText(text)) continue;
    const reason = `${RESERVED.test(key) ? '' : 'The variable '}\`${key}\` of \`${document}\` is \`${text}\` in ${path} and \`${said}\` in the transcript, which is taken`;
    messages.push(
      createMessage(reason, {
        rule: 'variable-conflict',
        severity: 'warning',
        path: file.path,
        hint: 'make them the same',
      }),
    );
  }
  const added = [...values].flatMap(([key, { text }]): [string, unknown][] =>
    spelled.has(key.toLowerCase()) ? [] : [[key, text]],
  );
  described.frontMatter = Object.fromEntries([...added, ...own]);
  return messages;
}
