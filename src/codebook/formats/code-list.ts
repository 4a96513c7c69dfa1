/** Makes a codebook of a list of codes in rows, as MAXQDA, QualCoder, Taguette, NVivo and people write them. */
import { Refusal } from '../../containers/refusal.ts';
import type { TableRow } from '../../containers/row-table.ts';
import { joinNotes, readNotes } from './code-notes.ts';
import type { Draft, DraftCode, DraftTerm } from './format.ts';
import { findListColumns, type ListColumns, PLAIN_COLUMNS } from './list-columns.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { indentOf, PathTree } from './outline.ts';

/** Levels are told by `>`, `>>`, `\` or `::` in the name, by several columns, or by blanks before the name. */
export function readCodeList(rows: readonly TableRow[], losses: Losses): Draft {
  const headed = findListColumns(rows[0]?.cells ?? []);
  const columns = headed ?? PLAIN_COLUMNS;
  const body = headed ? rows.slice(1) : rows;
  if (isScored(body, headed !== undefined))
    throw new Refusal(
      'Unexpected list of words with scores, expected codes and what is said of them',
      'a score is no code: make a code for the words of each kind',
    );
  for (const heading of columns.others) losses.add(OTHER_COLUMN, rows[0]?.line ?? 0, heading);
  const tree = new PathTree();
  const told = new Set<DraftCode>();
  const paths = new PathReader(body, columns);
  for (const row of body) {
    const path = paths.read(row.cells);
    const code = path.length === 0 ? undefined : tree.take(path, row.line)?.code;
    if (!code) {
      losses.add(NO_NAME, row.line);
      continue;
    }
    if (told.has(code)) losses.add(DOUBLE_CODE, row.line, path.join(' > '));
    told.add(code);
    fillCode(code, row, columns);
  }
  return { codes: tree.codes };
}

/** Whether nearly every row is one word and a number. */
function isScored(rows: readonly TableRow[], isHeaded: boolean): boolean {
  const scores = rows.filter(
    ({ cells }) => cells.length === 2 && /^[-+]?\d+(?:[.,]\d+)?$/.test(cells[1]?.trim() ?? ''),
  );
  return !isHeaded && rows.length > 1 && scores.length > rows.length * 0.8;
}

class PathReader {
  #levels: number[];
  #separator: string | undefined;
  #above: { indent: number; name: string }[] = [];

  constructor(rows: readonly TableRow[], { levels }: ListColumns) {
    this.#levels = levels;
    const names = rows.map(({ cells }) => cells[levels[0] ?? 0] ?? '');
    this.#separator =
      levels.length > 1 ? undefined : SEPARATORS.find((mark) => names.some((name) => name.trim().includes(mark)));
  }

  /** Names from the top down; empty where the row has none. */
  read(cells: readonly string[]): string[] {
    const [first = 0] = this.#levels;
    const separator = this.#separator;
    if (separator !== undefined) return (cells[first] ?? '').split(separator).map(tidy).filter(Boolean);
    if (this.#levels.length === 1) {
      const written = cells[first] ?? '';
      return tidy(written) === '' ? [] : this.#place(indentOf(written), tidy(written));
    }
    let path: string[] = [];
    for (const [level, column] of this.#levels.entries()) {
      const name = tidy(cells[column] ?? '');
      if (name !== '') path = this.#place(level, name);
    }
    return path;
  }

  #place(indent: number, name: string): string[] {
    while ((this.#above.at(-1)?.indent ?? -1) >= indent) this.#above.pop();
    const path = [...this.#above.map((each) => each.name), name];
    if (this.#above.length < DEEPEST) this.#above.push({ indent, name });
    return path;
  }
}

const SEPARATORS = ['>>', ' > ', '>', '\\', '::'];
const DEEPEST = 50;

const tidy = (name: string): string => name.trim();

function fillCode(code: DraftCode, { cells, line }: TableRow, columns: ListColumns): void {
  const notes = columns.notes === undefined ? '' : (cells[columns.notes] ?? '').trim();
  const color = columns.color === undefined ? '' : (cells[columns.color] ?? '').trim();
  if (notes !== '') code.notes = joinNotes(code.notes, readNotes(notes));
  if (color !== '') code.color ??= color;
  for (const { column, language } of columns.terms) code.terms.push(...readTerms(cells[column] ?? '', line, language));
}

/** Our own tables have a term a line; others put commas or semicolons between them. */
function readTerms(cell: string, line: number, language: string | undefined): DraftTerm[] {
  return cell
    .split(language === undefined ? /[\n;,]/ : '\n')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
    .map((pattern) => ({ pattern, line, ...(language === undefined ? {} : { language }) }));
}

const OTHER_COLUMN: Loss = {
  rule: 'lost-column',
  severity: 'information',
  tell: (count) => `Left out ${countOf(count, 'column')}`,
  hint: 'read are names of codes, descriptions or memos, colours and terms',
};
const NO_NAME: Loss = {
  rule: 'row-without-code',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'row')} without the name of a code`,
  hint: 'write the name in the column of the codes',
};
const DOUBLE_CODE: Loss = {
  rule: 'double-code',
  severity: 'information',
  tell: (count) => `Took ${countOf(count, 'row')} together with an earlier one of the same code`,
  hint: 'give them different names if they are not the same code',
};
