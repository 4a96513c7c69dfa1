/** Makes a transcript of the rows of a table, whatever file they were in. */

import { Refusal } from '../../containers/refusal.ts';
import type { RowTable, TableRow } from '../../containers/row-table.ts';
import { findLabel } from '../labels.ts';
import { normalizeName } from '../normalize-name.ts';
import { LETTER_PAIRS, roleWordOf } from '../role-words.ts';
import type { Block, ReadOptions, Source, SpeakerLabel } from '../source.ts';
import { readCellBlocks, readCellLine } from './cell-text.ts';
import { formatTime } from './cues.ts';
import { plainLine } from './pen.ts';
import { evenRows } from './row-cells.ts';
import { HOW_TO_NAME, listTitles, reportHeading, reportMapping, reportRagged, reportUnread } from './row-messages.ts';
import { isCodedList, isLong, planRows, type RowPlan } from './row-plan.ts';
import { WIDEST_TABLE } from './table-columns.ts';
import { labelBlock } from './tables.ts';

const ENOUGH_ROWS = 1000;

/** The rows as blocks. Throws a refusal for a table in which no column can be told to be speech, and for coded segments. */
export function readRowTranscript(table: RowTable, path: string, { columns: mapping = {} }: ReadOptions): Source {
  if (table.rows.length === 0) return { blocks: [], frontMatter: {}, messages: table.messages };
  const sample = sampleOf(table.rows);
  if (sample.some((row) => isCodedList(row)))
    throw new Refusal('Unexpected list of coded segments, expected a transcript', 'name the transcripts themselves');
  const plan = planRows(sample, mapping);
  const titles = sample[plan?.header ?? 0] ?? [];
  if (!plan)
    throw new Refusal(
      `Unexpected table, expected a column with what was said; its columns are ${listTitles([...titles.keys()], titles)}`,
      HOW_TO_NAME,
    );
  const { rows, width, ragged } = evenRows(table, plan.header, plan.texts.at(-1) ?? 0);
  const about = { titles: plan.header === undefined ? [] : titles, path };
  const { unread, long } = findUnread(sampleOf(rows).slice((plan.header ?? -1) + 1), plan);
  const messages = [
    ...table.messages,
    ...reportHeading(plan.isDoubtful, path),
    ...reportMapping(mapping, { titles, path }),
    ...reportRagged(ragged, width, path),
    ...reportUnread(unread, long, about),
  ];
  return { blocks: readRows(rows, plan, table.delimiter === undefined ? 0 : 1), frontMatter: {}, messages };
}

/** Whether the rows are most likely a transcript. */
export function isRowTranscript(table: RowTable, { columns = {} }: ReadOptions): boolean {
  const sample = sampleOf(table.rows);
  return !sample.some((row) => isCodedList(row)) && planRows(sample, columns)?.sure === true;
}

const sampleOf = (rows: readonly TableRow[]): string[][] =>
  rows
    .slice(0, ENOUGH_ROWS)
    .map(({ cells }) => cells.slice(0, WIDEST_TABLE).map((cell) => readCellLine(cell.slice(0, LONGEST_SAMPLE))));

/** UTF-16 units of a cell that tell what is in it. */
const LONGEST_SAMPLE = 2000;

function findUnread(body: string[][], plan: RowPlan): { unread: number[]; long: number[] } {
  const used = new Set([...plan.texts, plan.speaker, plan.time, plan.role, plan.question, plan.end]);
  const width = body.reduce((most, row) => Math.max(most, row.length), 0);
  const cellsOf = (column: number) => body.map((row) => row[column] ?? '');
  const unread = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !used.has(column) && cellsOf(column).some((cell) => cell !== ''),
  );
  return { unread, long: unread.filter((column) => isLong(cellsOf(column))) };
}

interface Reading {
  plan: RowPlan;
  titles: string[];
  /** Whether the speakers stand in the text itself. */
  labelled: boolean;
  readTime: (cell: string) => string;
  /** Lines of the file that a line end in a cell is. */
  step: 0 | 1;
}

function readRows(rows: TableRow[], plan: RowPlan, step: 0 | 1): Block[] {
  const body = rows.slice((plan.header ?? -1) + 1);
  const titles = (rows[plan.header ?? -1]?.cells ?? []).map(readCellLine);
  const times = plan.time === undefined ? [] : body.map(({ cells }) => readCellLine(cells[plan.time ?? 0] ?? ''));
  const reading = { plan, titles, labelled: holdLabels(body, plan), readTime: createTimeReader(times), step };
  const blocks = titleBlocks(rows.slice(0, (plan.header ?? -1) + 1), plan);
  for (const [index, row] of body.entries()) for (const block of readRow(row, index, reading)) blocks.push(block);
  return blocks;
}

/** Titles, and the headings of the columns that are read, where they do not stand above each cell. */
function titleBlocks(rows: TableRow[], plan: RowPlan): Block[] {
  const read = [plan.speaker, plan.role, plan.time, plan.question, ...plan.texts];
  return rows.flatMap(({ cells, line }, index): Block[] => {
    const isHeader = index === plan.header;
    const shown = isHeader ? (plan.headings ? [] : cells.filter((_, column) => read.includes(column))) : cells;
    const text = shown.map(readCellLine).filter(Boolean).join(' | ');
    return text === '' ? [] : [{ kind: 'heading', lines: [plainLine(text, line)] }];
  });
}

function readRow({ cells, line }: TableRow, index: number, reading: Reading): Block[] {
  const { plan, titles, labelled, readTime, step } = reading;
  const cellOf = (column: number | undefined) => (column === undefined ? '' : readCellLine(cells[column] ?? ''));
  const said = cellOf(plan.role);
  const role = roleOf(said);
  const name = cellOf(plan.speaker) || (plan.speaker === undefined ? said : '') || nameless(index, plan);
  const begins = plan.speaker === undefined && plan.role === undefined && !labelled;
  const answers = plan.survey && !labelled && roleWordOf(normalizeName(name)) !== 'interviewer';
  const time = readTime(cellOf(plan.time));
  const blocks: Block[] = [];
  const asked = readCellBlocks(cells[plan.question ?? -1] ?? '', line, step);
  blocks.push(...labelFirst(asked, { name: 'Interviewer', time, role: 'interviewer' }));
  for (const column of plan.texts) {
    const passage = readCellBlocks(cells[column] ?? '', line, step);
    if (passage.length === 0 && (plan.headings || plan.question !== undefined || name === '')) continue;
    if (plan.headings && titles[column]) blocks.push({ kind: 'heading', lines: [plainLine(titles[column], line)] });
    const first = passage.length > 0 ? passage : [{ kind: 'text' as const, lines: [plainLine('', line)] }];
    blocks.push(...labelFirst(first, { name, time, role: role ?? (answers ? 'respondent' : undefined), begins }));
  }
  return blocks;
}

function labelFirst(blocks: Block[], label: Parameters<typeof labelBlock>[1]): Block[] {
  const [first, ...others] = blocks;
  return first ? [labelBlock(first, label), ...others] : [];
}

/** Who answers where no column says it. */
function nameless(index: number, plan: RowPlan): string {
  if (plan.headings) return `Participant ${index + 1}`;
  return plan.question !== undefined && plan.speaker === undefined ? 'Respondent' : '';
}

/** What a cell of the role column means. */
function roleOf(cell: string): SpeakerLabel['role'] {
  const name = normalizeName(cell);
  const [asks, ...answers] = LETTER_PAIRS[0] ?? [];
  return roleWordOf(name) ?? (name === asks ? 'interviewer' : answers.includes(name) ? 'respondent' : undefined);
}

/** Whether most cells have what looks like a speaker label in them, and no column says who speaks. */
function holdLabels(body: readonly TableRow[], { texts, speaker, role, question, headings }: RowPlan): boolean {
  if (speaker !== undefined || role !== undefined || question !== undefined || headings) return false;
  const sample = body.slice(0, ENOUGH_ROWS);
  const labelled = sample.filter(({ cells }) =>
    readCellBlocks((cells[texts[0] ?? 0] ?? '').slice(0, LONGEST_SAMPLE), 1, 0).some(({ lines }) =>
      lines.some((line) => findLabel(line)?.shape === 'certain'),
    ),
  );
  return labelled.length * 2 >= sample.length;
}

const NUMBER = /^\d{1,12}(?:[.,]\d{1,9})?$/;
/** More seconds than any interview lasts are milliseconds, and so are whole tens and nothing else, as Whisper writes them. */
const MOST_SECONDS = 36_000;

/** Numbers become `m:ss`; what is a time already stays as written. */
function createTimeReader(cells: readonly string[]): (cell: string) => string {
  const filled = cells.filter((cell) => cell !== '');
  if (!filled.every((cell) => NUMBER.test(cell))) return (cell) => cell;
  const toNumber = (cell: string) => Number(cell.replace(',', '.'));
  const largest = filled.reduce((most, cell) => Math.max(most, toNumber(cell)), 0);
  const areRounded = filled.length > 1 && largest > 0 && filled.every((cell) => cell.endsWith('0') || cell === '0');
  const unit = largest > MOST_SECONDS || (areRounded && !filled.some((cell) => /[.,]/.test(cell))) ? 1000 : 1;
  return (cell) => (cell === '' ? '' : (formatTime(toNumber(cell) / unit) ?? ''));
}
