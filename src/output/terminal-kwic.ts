/** Keyword in context for the eye: documents as headings, one line a hit, aligned on the keyword. */
import type { Chalk } from 'chalk';
import type { Column, Row, Table } from '../model.ts';
import { formatCell } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { joinTitle, TITLE_KEYS } from './terminal-records.ts';
import { measure, pad, shorten, shortenLeft } from './text-layout.ts';

const GAP = '  ';
/** What stands before the context takes no more than this part of the width. */
const PLACE_SHARE = 1 / 5;
/** A long keyword is cut to this part of the line, so that something of the context is left. */
const KEYWORD_SHARE = 1 / 2;
/** Columns before the context, the most useful first; each only where there is room for it. */
const PLACE_KEYS = ['paragraph', 'time', 'speaker'];

interface Widths {
  left: number;
  keyword: number;
  /** Of everything from the keyword on. */
  rest: number;
}

/** The rows in their order; the text is cut at the width, at the ends that are far from the keyword. */
export function drawKwic(table: Table, options: WriteOptions, chalk: InstanceType<typeof Chalk>): string {
  const { width } = options;
  const rows = Array.from(table.rows);
  const titles = TITLE_KEYS.map((key) => createReader(table, key));
  const [left, keyword, right] = ['left', 'keyword', 'right'].map((key) => createReader(table, key)) as [
    Read,
    Read,
    Read,
  ];
  const drawPlace = createPlaces(table, rows, Math.floor(width * PLACE_SHARE));
  const room = width - measure(rows[0] ? drawPlace(rows[0]) : '') - GAP.length;
  // Of a long context no more is measured than can be seen.
  const widths = shareRoom(room, {
    left: widest(rows, (row) =>
      left(row)
        .trimEnd()
        .slice(-2 * width),
    ),
    keyword: widest(rows, (row) => keyword(row).slice(0, 2 * width)),
    right: widest(rows, (row) => right(row).slice(0, 2 * width)),
  });
  const lines: string[] = [];
  let last: string | undefined;
  for (const row of rows) {
    const title = joinTitle(titles.map((read) => read(row)));
    if (title !== last) lines.push(...(last === undefined ? [] : ['']), chalk.bold(shorten(title, width)));
    last = title;
    const before = pad(shortenLeft(left(row).trimEnd(), widths.left), widths.left, 'right');
    const shown = shorten(keyword(row), widths.keyword);
    const after = shorten(right(row), widths.rest - measure(shown)).trimEnd();
    lines.push(chalk.dim(drawPlace(row)) + before + GAP + chalk.bold.red(shown) + after);
  }
  return `${lines.length === 0 ? 'No hits.' : lines.join('\n')}\n`;
}

/** The text of one cell of a row. */
type Read = (row: Row) => string;

/** One line each: other blanks than the plain one would shift the columns. */
function createReader(table: Table, key: string): Read {
  const index = table.columns.findIndex((column) => column.key === key);
  const column = table.columns[index] as Column;
  return (row) => formatCell(row.cells[index] ?? null, column).replace(/[^\S ]/gu, ' ');
}

/** Paragraph, time and speaker in columns, each with a gap behind it. */
function createPlaces(table: Table, rows: readonly Row[], most: number): Read {
  let taken = 0;
  const shown = PLACE_KEYS.flatMap((key) => {
    const read = createReader(table, key);
    const width = widest(rows, read);
    if (width === 0 || taken + width + GAP.length > most) return [];
    taken += width + GAP.length;
    return [{ read, width, align: key === 'paragraph' ? ('right' as const) : ('left' as const) }];
  });
  return (row) => shown.map(({ read, width, align }) => pad(read(row), width, align) + GAP).join('');
}

function widest(rows: readonly Row[], read: Read): number {
  let width = 0;
  for (const row of rows) width = Math.max(width, measure(read(row)));
  return width;
}

/** Both sides get the same room, unless one of them does not need it. */
function shareRoom(room: number, needed: { left: number; keyword: number; right: number }): Widths {
  const keyword = Math.min(needed.keyword, Math.floor(room * KEYWORD_SHARE));
  const half = Math.floor((room - keyword) / 2);
  const left = Math.min(needed.left, Math.max(half, room - keyword - needed.right));
  return { left, keyword, rest: room - left };
}
