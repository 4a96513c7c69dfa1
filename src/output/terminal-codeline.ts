/** The codeline in a terminal: for each document a strip a code, filled where its paragraphs have the code. */
import type { Chalk } from 'chalk';
import type { Row, Table } from '../model.ts';
import { removeControls } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { joinTitle, TITLE_KEYS } from './terminal-records.ts';
import { indentName, largestOf, measure, pad, shorten, wrapText } from './text-layout.ts';

const FILLED = '▇';
const EMPTY = '·';
const KEY = `${FILLED} coded   ${EMPTY} not   number: paragraphs with the code`;
const GAP = '  ';
const WIDEST_NAME = 34;
const NARROWEST_STRIP = 20;
/** Marks between two numbers of the scale. */
const STEP = 10;

interface Document {
  title: string;
  paragraphs: number;
  strips: Strip[];
}

interface Strip {
  row: Row;
  /** Code with its path. */
  code: string;
  /** Paragraphs from begin to end. */
  stretches: [number, number][];
}

/** Documents and codes stand in the order of the rows; a long document has several paragraphs to a mark. */
export function drawCodeline(table: Table, options: WriteOptions, chalk: InstanceType<typeof Chalk>): string {
  const documents = gather(table);
  const names = documents.flatMap(({ strips }) => strips.map((strip) => measure(nameOf(strip))));
  const widest = Math.min(WIDEST_NAME, largestOf(4, names), Math.max(1, options.width - NARROWEST_STRIP));
  const countWidth = largestOf(
    1,
    documents.map(({ paragraphs }) => String(paragraphs).length),
  );
  const room = Math.max(NARROWEST_STRIP >> 1, options.width - widest - countWidth - 2 * GAP.length);
  const marksOf = (paragraphs: number) => {
    const perMark = Math.max(1, Math.ceil(paragraphs / room));
    return { perMark, marks: Math.ceil(paragraphs / perMark) };
  };
  const longest = largestOf(
    1,
    documents.map(({ paragraphs }) => marksOf(paragraphs).marks),
  );
  const drawn = documents.map((document) => {
    const { perMark, marks } = marksOf(document.paragraphs);
    const each = perMark === 1 ? '' : `, ${perMark} to a mark`;
    const title = `${document.title}: ${document.paragraphs} paragraph${document.paragraphs === 1 ? '' : 's'}${each}`;
    const strips = document.strips.map((strip) => {
      const { filled, count } = fill(strip, marks, perMark);
      const name = pad(shorten(nameOf(strip), widest), widest, 'left');
      const line = [name, pad(filled, longest, 'left'), pad(String(count), countWidth, 'right')].join(GAP);
      return strip.row.color ? chalk.hex(strip.row.color)(line) : line;
    });
    const scale = ' '.repeat(widest) + GAP + drawScale(marks, perMark);
    return [...wrapText(title, options.width).map((line) => chalk.bold(line)), chalk.dim(scale), ...strips].join('\n');
  });
  return `${[...drawn, KEY].join('\n\n')}\n`;
}

function gather(table: Table): Document[] {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const titles = TITLE_KEYS.map(at);
  const [paragraphs, code, begin, end] = ['paragraphs', 'code', 'begin', 'end'].map(at) as [
    number,
    number,
    number,
    number,
  ];
  const documents = new Map<string, Document>();
  for (const row of table.rows) {
    const parts = titles.map((index) => String(row.cells[index] ?? ''));
    const key = JSON.stringify(parts);
    const document = documents.get(key) ?? {
      title: removeControls(joinTitle(parts)),
      paragraphs: Number(row.cells[paragraphs]),
      strips: [],
    };
    documents.set(key, document);
    const name = String(row.cells[code]);
    const last = document.strips.at(-1);
    const strip = last?.code === name ? last : { row, code: name, stretches: [] };
    if (strip !== last) document.strips.push(strip);
    const stretch: [number, number] = [Number(row.cells[begin]), Number(row.cells[end])];
    if (row.cells[begin] !== null) strip.stretches.push(stretch);
  }
  return [...documents.values()];
}

const nameOf = ({ row, code }: Strip) => removeControls(indentName(code, row));

/** A mark is filled when one of its paragraphs has the code. */
function fill({ stretches }: Strip, marks: number, perMark: number): { filled: string; count: number } {
  const strip = new Array<string>(marks).fill(EMPTY);
  let count = 0;
  for (const [begin, end] of stretches) {
    count += end - begin + 1;
    strip.fill(FILLED, Math.floor((begin - 1) / perMark), Math.floor((end - 1) / perMark) + 1);
  }
  return { filled: strip.join(''), count };
}

/** "1         21        41": the first paragraph of a mark, above it. */
function drawScale(marks: number, perMark: number): string {
  let scale = '';
  for (let mark = 0; mark < marks; mark += STEP) {
    const number = String(mark * perMark + 1);
    if (mark > 0 && mark + number.length > marks) break;
    scale = pad(scale, mark, 'left') + number;
  }
  return scale;
}
