/** Which columns of a matrix fit into a terminal: by name, by number with a legend, by document group, or sums alone. */
import type { Column, Row, Table } from '../model.ts';
import { headingOf, removeControls } from './format-cell.ts';
import { largestOf, measure, pad, shorten, wrapText } from './text-layout.ts';

/** A column of the drawing: one of the table, or all documents of a group. */
export interface Field {
  heading: string;
  /** For the kind of its numbers. */
  column: Column;
  /** Places of its columns in the table. */
  indices: number[];
}

/** How many columns at the end are those of all: a number, perhaps with its share. */
export function countLast({ columns }: Pick<Table, 'columns'>): number {
  return columns.at(-1)?.isShare ? 2 : 1;
}

interface Room {
  /** For the fields of one block. */
  block: number;
  /** Of the page. */
  width: number;
  /** Of the widest cell of some fields. */
  widestCell(fields: Field[]): number;
}

export const GAP = 2;
const WIDEST_HEADING = 24;
const WIDEST_GROUP = 14;
/** More blocks than this are harder to read than the file; groups are shown instead. */
const MOST_BLOCKS = 4;

/** Names where they fit, else numbers with a legend, else one column a group, else sums alone. */
export function chooseFields(table: Table, room: Room): { fields: Field[]; legend: string[] } {
  const columns = table.columns.map((column, index) => ({ column, index })).slice(0, -countLast(table));
  const counted = columns.filter(({ column }) => column.kind !== 'text');
  const named = counted.map(({ column, index }) => ({ heading: headingOf(column), column, indices: [index] }));
  const widths = measureFields(named, room.widestCell(named));
  const total = widths.reduce((sum, width) => sum + width + GAP, 0);
  if (largestOf(0, widths) <= WIDEST_HEADING && total <= room.block) return { fields: named, legend: [] };
  const all = counted.flatMap(({ column }) => (column.isShare ? [] : column));
  const numbers = new Map(all.map((column, at) => [column, String(at + 1)]));
  const numbered = named.map((field) => ({ ...field, heading: numbers.get(field.column) ?? field.heading }));
  const cell = Math.max(String(all.length).length, room.widestCell(numbered));
  if (named.length * (cell + GAP) <= room.block * MOST_BLOCKS)
    return { fields: numbered, legend: [listColumns(all, room.width)] };
  const groups = canAdd(table) ? groupDocuments(counted) : [];
  const fits = groups.length > 1 && groups.length * (WIDEST_GROUP + GAP) <= room.block * MOST_BLOCKS;
  const what = all.every(({ document }) => document) ? 'documents' : 'columns';
  const shown = fits
    ? 'Shown by document group, added up'
    : `Only ${canAdd(table) ? 'sums' : 'numbers of all together'} are shown`;
  const told = `${shown}: ${all.length} ${what} do not fit here; the files have them all.`;
  return { fields: fits ? groups : [], legend: [wrapText(told, room.width).join('\n')] };
}

/** How wide each field is drawn when no cell is wider than `cell`. */
export function measureFields(fields: readonly Field[], cell: number): number[] {
  return fields.map(({ heading }) => Math.max(cell, measure(heading)));
}

/** Whether the last column is the sum of the others, or of what they are shares of: then they can be added up by groups. */
function canAdd({ columns }: Table): boolean {
  return columns.at(-1)?.key === 'sum';
}

function groupDocuments(counted: readonly { column: Column; index: number }[]): Field[] {
  const [first] = counted;
  const groups = new Map<string, number[]>();
  for (const { column, index } of counted) {
    if (!column.document) return [];
    const group = column.document.group ?? 'no group';
    const indices = groups.get(group);
    if (indices) indices.push(index);
    else groups.set(group, [index]);
  }
  if (!first) return [];
  return [...groups].map(([group, indices]) => ({
    heading: shorten(removeControls(group), WIDEST_GROUP),
    column: first.column,
    indices,
  }));
}

/** "1 Interview Jan (North)" for every numbered column, in as many columns as fit. */
function listColumns(columns: Column[], width: number): string {
  const digits = String(columns.length).length;
  const entries = columns.map((column, at) => {
    const group = column.document?.group === undefined ? '' : ` (${removeControls(column.document.group)})`;
    return `${pad(String(at + 1), digits, 'right')}  ${headingOf(column)}${group}`;
  });
  const widest =
    largestOf(
      0,
      entries.map((entry) => measure(entry)),
    ) + GAP;
  if (widest - GAP > width) return entries.flatMap((entry) => wrapText(entry, width)).join('\n');
  const perLine = Math.max(1, Math.floor(width / widest));
  const height = Math.ceil(entries.length / perLine);
  const lines = Array.from({ length: height }, (_, line) =>
    Array.from({ length: perLine }, (__, column) => pad(entries[column * height + line] ?? '', widest, 'left'))
      .join('')
      .trimEnd(),
  );
  return lines.join('\n');
}

/** What the row has in the columns of a field, added; `null` where it is undefined. */
export function numberOf(row: Row, { indices }: Field): number | null {
  const cells = indices.map((index) => row.cells[index] ?? null);
  if (cells.every((cell) => cell === null)) return null;
  return cells.reduce<number>((sum, cell) => sum + Number(cell ?? 0), 0);
}
