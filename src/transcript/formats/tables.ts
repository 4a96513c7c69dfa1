/** Makes turns of a table that has a column for the speaker or the time; of any other table, a paragraph of each cell. */
import type { Block, SourceLine, SpeakerLabel } from '../source.ts';
import { plainLine } from './pen.ts';
import { type Columns, guessColumns, readHeader, WIDEST_TABLE } from './table-columns.ts';

/** A cell as a format reads it. */
export interface TableCell {
  blocks: Block[];
  /** Number of columns that it spans, one when left out. */
  columns?: number | undefined;
  /** Number of rows that it spans, one when left out. */
  rows?: number | undefined;
}

/** The paragraphs of a table; a heading row stays in the text as a heading. */
export function readTable(rows: TableCell[][]): Block[] {
  const grid = expandSpans(rows);
  const titles = (grid[0] ?? []).map(textOf);
  const roles = readHeader(titles);
  if (roles) return [...headingOf(grid[0] ?? []), ...grid.slice(1).flatMap((row) => readRow(row, roles))];
  const guessed = guessColumns(grid.map((row) => row.map(textOf)));
  if (guessed) return grid.flatMap((row) => readRow(row, guessed));
  return grid.every(isKeyAndValue) ? grid.map(joinPair) : grid.flat(2);
}

const LONGEST_KEY = 40;
const LONGEST_VALUE = 100;

/** `Age | 74`, as in a table of what is known of somebody. */
function isKeyAndValue(row: Block[][]): boolean {
  const [key = '', value = ''] = row.map(textOf);
  return row.length === 2 && /^\p{L}[^.?!]*$/u.test(key) && key.length <= LONGEST_KEY && value.length <= LONGEST_VALUE;
}

/** As a line that is read like `Age: 74`. */
function joinPair(row: Block[][]): Block {
  const [key = '', value = ''] = row.map(textOf);
  return { kind: 'text', lines: [plainLine(`${key.replace(/:$/, '')}: ${value}`.trim(), lineOf(row))] };
}

const lineOf = (row: Block[][]): number => row.flat()[0]?.lines[0]?.line ?? 1;

type Grid = Block[][][];

/** Every row with a cell for each of its columns; what a merged cell covers is empty. */
function expandSpans(rows: TableCell[][]): Grid {
  const covered: number[] = [];
  return rows.map((row) => {
    const cells: Block[][] = [];
    const skipCovered = () => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length] = (covered[cells.length] ?? 0) - 1;
        cells.push([]);
      }
    };
    for (const { blocks, columns, rows: height } of row) {
      skipCovered();
      for (let index = 0; index < Math.min(columns ?? 1, WIDEST_TABLE); index++) {
        covered[cells.length] = (height ?? 1) - 1;
        cells.push(index === 0 ? blocks : []);
      }
    }
    skipCovered();
    return cells;
  });
}

function headingOf(row: Block[][]): Block[] {
  return [{ kind: 'heading', lines: [plainLine(row.map(textOf).filter(Boolean).join(' | '), lineOf(row))] }];
}

/** The text cell with its label and stamp before it; what stands in other columns is shown and is nobody's speech. */
function readRow(row: Block[][], columns: Columns): Block[] {
  const speaker = columns.speaker === undefined ? '' : textOf(row[columns.speaker] ?? []);
  const time = columns.time === undefined ? '' : textOf(row[columns.time] ?? []);
  const others = row.filter(
    (_, index) => index !== columns.speaker && index !== columns.time && index !== columns.text,
  );
  const said = row[columns.text] ?? [];
  const [first, ...rest] = said.length > 0 ? said : emptyBlock(row);
  const beside = others.flat().map((block): Block => ({ ...block, kind: 'heading' }));
  return [...(first ? [labelBlock(first, { name: speaker, time })] : []), ...rest, ...beside].filter((block) =>
    block.lines.some((line) => line.text !== ''),
  );
}

function emptyBlock(row: Block[][]): Block[] {
  return [{ kind: 'text', lines: [plainLine('', lineOf(row))] }];
}

/** Who says what a row holds. */
export interface RowLabel {
  /** Without a name the row goes on with the turn before, unless `begins`. */
  name: string;
  /** As written. */
  time: string;
  role?: SpeakerLabel['role'] | undefined;
  /** Whether the row is a turn even without a name. */
  begins?: boolean;
}

/** `Name [0:12]: text`, or `[0:12] text` for a row without a name. */
export function labelBlock(block: Block, { name: written, time, role, begins = false }: RowLabel): Block {
  const name = written.replace(/\s*:$/, '');
  const stamp = time === '' ? '' : /^[[(#]/.test(time) ? time : `[${time}]`;
  const label = name === '' ? stamp : `${[name, stamp].filter(Boolean).join(' ')}:`;
  const [first, ...others] = block.lines;
  if (!first || (label === '' && !begins)) return block;
  const start = time.split(/\s*(?:–|—|-->|\s-\s|,\s)\s*/)[0]?.replace(/[[\]()#]/g, '') ?? '';
  const prefix = first.text === '' || label === '' ? label : `${label} `;
  const shifted = first.masks.map((mask) => ({ start: mask.start + prefix.length, end: mask.end + prefix.length }));
  const line: SourceLine = { ...first, text: prefix + first.text, bold: 0, masks: shifted };
  if (name === '' && label !== '') line.masks = [{ start: 0, end: label.length }, ...shifted];
  if (name !== '' || begins)
    line.label = { name, end: prefix.length, ...(start === '' ? {} : { time: start }), ...(role ? { role } : {}) };
  return { kind: 'text', lines: [line, ...others] };
}

function textOf(cell: Block[]): string {
  return cell
    .flatMap((block) => block.lines.map((line) => line.text))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
