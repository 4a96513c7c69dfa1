/** Says in a line what is different in a code matrix since the last time. */
import type { Cell, Row, Table } from '../model.ts';

const MOST_CODES = 8;

/** "Barriers +2, Roles −1"; codes whose counts only moved to other documents are named without a number. */
export function describeCountChanges(before: Table, after: Table): string {
  const [old, rows] = [indexRows(before), indexRows(after)];
  const isSameColumns =
    before.columns.map(({ key }) => key).join('\n') === after.columns.map(({ key }) => key).join('\n');
  const changes: string[] = [];
  for (const [key, row] of rows) {
    const known = old.get(key);
    const name = nameOf(row);
    if (!known) changes.push(`${name} is new (${totalOf(row)})`);
    else if (totalOf(known) !== totalOf(row))
      changes.push(`${name} ${formatDifference(totalOf(row) - totalOf(known))}`);
    else if (isSameColumns && !isSameCells(known.cells, row.cells)) changes.push(`${name} in other columns`);
  }
  for (const [key, row] of old) if (!rows.has(key)) changes.push(`${nameOf(row)} is gone (${totalOf(row)})`);
  if (changes.length === 0) return 'no count has changed';
  const more = changes.length - MOST_CODES;
  return changes.slice(0, MOST_CODES).join(', ') + (more > 0 ? ` and ${more} more codes` : '');
}

/** The rows of codes; sums follow from them. */
function indexRows(table: Table): Map<string, Row> {
  const rows = Array.from(table.rows).filter(({ kind, code }) => kind === 'body' && code !== undefined);
  return new Map(rows.map((row) => [`${row.code} ${row.directly ?? false}`, row]));
}

const nameOf = ({ cells }: Row): string => String(cells[0] ?? '').trim();

/** That of all documents stands last. */
const totalOf = ({ cells }: Row): number => Number(cells.at(-1) ?? 0);

/** Names are in the first two. */
const isSameCells = (a: readonly Cell[], b: readonly Cell[]): boolean =>
  a.length === b.length && a.slice(2).every((cell, at) => cell === b[at + 2]);

function formatDifference(difference: number): string {
  const size = Number.isInteger(difference) ? Math.abs(difference) : Math.abs(difference).toFixed(1);
  return `${difference < 0 ? '−' : '+'}${size}`;
}
