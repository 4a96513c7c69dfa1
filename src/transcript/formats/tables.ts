/** Makes turns of a table that has a column for the speaker or the time; of any other table, a paragraph of each cell. */
import { normalizeName } from '../labels.ts';
import type { Block, SourceLine } from '../source.ts';
import { plainLine } from './pen.ts';

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
  const roles = readHeader(grid[0] ?? []);
  if (roles) return [...headingOf(grid[0] ?? []), ...grid.slice(1).flatMap((row) => readRow(row, roles))];
  const guessed = guessColumns(grid);
  return guessed ? grid.flatMap((row) => readRow(row, guessed)) : grid.flat(2);
}

/** Columns by what stands in them; `text` is what was said. */
interface Columns {
  speaker?: number | undefined;
  time?: number | undefined;
  text: number;
}

type Grid = Block[][][];
const WIDEST_SPAN = 64;

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
      for (let index = 0; index < Math.min(columns ?? 1, WIDEST_SPAN); index++) {
        covered[cells.length] = (height ?? 1) - 1;
        cells.push(index === 0 ? blocks : []);
      }
    }
    skipCovered();
    return cells;
  });
}

const HEADERS = {
  speaker: /^(?:speakers?|sprekers?|name|naam|participant|deelnemer|person|persoon|who|wie|sprecher(?:in)?)$/i,
  text: /^(?:content|text|tekst|inhoud|transcript(?:ion)?|transcriptie|utterance|uiting|uitspraak|speech|inhalt|dialogue)$/i,
  time: /^(?:time ?spans?|time|tijd|tijdstip|time ?stamps?|time ?codes?|tijdcode|start|begin|zeit)$/i,
};

function readHeader(row: Block[][]): Columns | undefined {
  const titles = row.map((cell) => textOf(cell).replace(/:$/, ''));
  const find = (pattern: RegExp) => {
    const index = titles.findIndex((title) => pattern.test(title));
    return index < 0 ? undefined : index;
  };
  const [speaker, text, time] = [find(HEADERS.speaker), find(HEADERS.text), find(HEADERS.time)];
  if (text === undefined || (speaker === undefined && time === undefined)) return undefined;
  return { speaker, time, text };
}

function headingOf(row: Block[][]): Block[] {
  const line = row.flat()[0]?.lines[0]?.line ?? 1;
  return [{ kind: 'heading', lines: [plainLine(row.map(textOf).filter(Boolean).join(' | '), line)] }];
}

const STAMP = String.raw`[[(#]?(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,:-]\d{1,3})?[\])#]?`;
const TIME = new RegExp(`^${STAMP}(?:\\s*(?:-|–|—|-->|,|to|tot)\\s*${STAMP})?$`, 'i');
const NAME = /^\p{L}[\p{L}\p{M}\p{N}_.,'’()/& -]{0,39}:?$/u;
const MOST_WORDS = 5;

/** Columns by their content: stamps; short names that recur; and the longest of the others. */
function guessColumns(grid: Grid): Columns | undefined {
  const width = Math.min(Math.max(0, ...grid.slice(0, 1000).map((row) => row.length)), WIDEST_SPAN);
  if (width < 2 || grid.length < 2) return undefined;
  const columns = Array.from({ length: width }, (_, index) => grid.map((row) => textOf(row[index] ?? [])));
  const lengths = columns.map((texts) => texts.reduce((sum, text) => sum + text.length, 0));
  const time = positionOf(columns, (texts) => holdsOnly(texts, (text) => TIME.test(text)));
  const speaker = positionOf(columns, (texts, index) => index !== time && holdsSpeakers(texts));
  const others = columns.map((_, index) => index).filter((index) => index !== time && index !== speaker);
  const text = others.toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0))[0];
  if (text === undefined || (time === undefined && speaker === undefined)) return undefined;
  const isLonger = speaker === undefined || (lengths[text] ?? 0) > 2 * (lengths[speaker] ?? 0);
  return isLonger ? { speaker, time, text } : undefined;
}

function positionOf(columns: string[][], test: (texts: string[], index: number) => boolean): number | undefined {
  const index = columns.findIndex(test);
  return index < 0 ? undefined : index;
}

function holdsOnly(texts: string[], test: (text: string) => boolean): boolean {
  const filled = texts.filter((text) => text !== '');
  return filled.length >= 2 && filled.every(test);
}

function holdsSpeakers(texts: string[]): boolean {
  if (!holdsOnly(texts, (text) => NAME.test(text) && text.split(' ').length <= MOST_WORDS)) return false;
  const filled = texts.filter((text) => text !== '');
  const distinct = new Set(filled.map(normalizeName)).size;
  return distinct < filled.length && distinct <= Math.max(2, filled.length / 2);
}

/** The text cell with its label and stamp before it; what stands in other columns follows. */
function readRow(row: Block[][], columns: Columns): Block[] {
  const speaker = columns.speaker === undefined ? '' : textOf(row[columns.speaker] ?? []);
  const time = columns.time === undefined ? '' : textOf(row[columns.time] ?? []);
  const others = row.filter(
    (_, index) => index !== columns.speaker && index !== columns.time && index !== columns.text,
  );
  const said = row[columns.text] ?? [];
  const [first, ...rest] = said.length > 0 ? said : emptyBlock(row);
  return [...(first ? [labelBlock(first, speaker.replace(/\s*:$/, ''), time)] : []), ...rest, ...others.flat()].filter(
    (block) => block.lines.some((line) => line.text !== ''),
  );
}

function emptyBlock(row: Block[][]): Block[] {
  return [{ kind: 'text', lines: [plainLine('', row.flat()[0]?.lines[0]?.line ?? 1)] }];
}

/** `Name [0:12]: text`, or `[0:12] text` for a row without a name. */
function labelBlock(block: Block, name: string, time: string): Block {
  const stamp = time === '' ? '' : /^[[(#]/.test(time) ? time : `[${time}]`;
  const label = name === '' ? stamp : `${[name, stamp].filter(Boolean).join(' ')}:`;
  const [first, ...others] = block.lines;
  if (!first || label === '') return block;
  const start = time.split(/\s*(?:–|—|-->|\s-\s|,\s)\s*/)[0]?.replace(/[[\]()#]/g, '') ?? '';
  const prefix = first.text === '' ? label : `${label} `;
  const shifted = first.masks.map((mask) => ({ start: mask.start + prefix.length, end: mask.end + prefix.length }));
  const line: SourceLine = { ...first, text: prefix + first.text, bold: 0, masks: shifted };
  if (name === '') line.masks = [{ start: 0, end: label.length }, ...shifted];
  else line.label = { name, end: prefix.length, ...(start === '' ? {} : { time: start }) };
  return { kind: 'text', lines: [line, ...others] };
}

function textOf(cell: Block[]): string {
  return cell
    .flatMap((block) => block.lines.map((line) => line.text))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
