/** Keyword in context for the eye: documents as headings, one line a hit, aligned on the keyword. */
import type { Chalk } from 'chalk';
import stringWidth from 'string-width';
import type { Column, Row, Table } from '../model.ts';
import { formatCell } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { joinTitle, TITLE_KEYS } from './terminal-records.ts';
import { largestOf, pad, shorten, shortenLeft } from './text-layout.ts';

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
  const rows = Array.from(table.rows);
  const textsOf = (key: string) => listTexts(table, rows, key);
  const titles = TITLE_KEYS.map(textsOf);
  const places = drawPlaces(PLACE_KEYS.map(textsOf), Math.floor(options.width * PLACE_SHARE));
  const lefts = textsOf('left').map((text) => text.trimEnd());
  const [keywords, rights] = [textsOf('keyword'), textsOf('right')];
  const room = options.width - stringWidth(places[0] ?? '') - GAP.length;
  const widths = shareRoom(room, { lefts, keywords, rights });
  const lines: string[] = [];
  let last: string | undefined;
  rows.forEach((_, at) => {
    const title = joinTitle(titles.map((texts) => texts[at] ?? ''));
    if (title !== last) lines.push(...(last === undefined ? [] : ['']), chalk.bold(shorten(title, options.width)));
    last = title;
    const left = pad(shortenLeft(lefts[at] ?? '', widths.left), widths.left, 'right');
    const keyword = shorten(keywords[at] ?? '', widths.keyword);
    const right = shorten(rights[at] ?? '', widths.rest - stringWidth(keyword));
    lines.push(chalk.dim(places[at] ?? '') + left + GAP + chalk.bold.red(keyword) + right.trimEnd());
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/** One line each: other blanks than the plain one would shift the columns. */
function listTexts(table: Table, rows: readonly Row[], key: string): string[] {
  const index = table.columns.findIndex((column) => column.key === key);
  const column = table.columns[index] as Column;
  return rows.map((row) => formatCell(row.cells[index] ?? null, column).replace(/\s/gu, ' '));
}

/** Paragraph, time and speaker in columns, each with a gap behind it. */
function drawPlaces(columns: readonly string[][], most: number): string[] {
  let taken = 0;
  const shown = columns.flatMap((texts) => {
    const width = largestOf(
      0,
      texts.map((text) => stringWidth(text)),
    );
    if (width === 0 || taken + width + GAP.length > most) return [];
    taken += width + GAP.length;
    return [{ texts, width }];
  });
  const [first] = columns;
  return (first ?? []).map((_, at) =>
    shown.map(({ texts, width }, index) => pad(texts[at] ?? '', width, index === 0 ? 'right' : 'left') + GAP).join(''),
  );
}

/** Both sides get the same room, unless one of them does not need it. */
function shareRoom(room: number, texts: { lefts: string[]; keywords: string[]; rights: string[] }): Widths {
  const widest = (list: string[]) =>
    largestOf(
      0,
      list.map((text) => stringWidth(text)),
    );
  const keyword = Math.min(widest(texts.keywords), Math.floor(room * KEYWORD_SHARE));
  const half = Math.floor((room - keyword) / 2);
  const left = Math.min(widest(texts.lefts), Math.max(half, room - keyword - widest(texts.rights)));
  return { left, keyword, rest: room - left };
}
