/** Decides how the rows of a table are read: as turns, as questions with answers, as passages, or as one participant each. */
import { normalizeName } from '../normalize-name.ts';
import { roleWordOf } from '../role-words.ts';
import type { ColumnMapping } from '../source.ts';
import {
  type Columns,
  findHeading,
  guessColumns,
  type Heading,
  isTime,
  normalizeTitle,
  readHeader,
} from './table-columns.ts';

export interface RowPlan {
  /** Columns with what was said, in order; more than one where each is a question of its own. */
  texts: number[];
  speaker?: number | undefined;
  time?: number | undefined;
  role?: number | undefined;
  /** When it ended, which is told apart from columns that are not read. */
  end?: number | undefined;
  /** What the interviewer asked before the text. */
  question?: number | undefined;
  /** Index of the heading row, if there is one; rows above it are titles. */
  header?: number | undefined;
  /** Whether nothing but its shape says that the heading row is one. */
  isDoubtful?: boolean;
  /** Whether the heading stands above each cell, as the question that it answers. */
  headings: boolean;
  /** Whether everybody answers and nobody asks, as in a list of answers. */
  survey: boolean;
  /** Whether headings or times say that this is a transcript; else only its long texts do. */
  sure: boolean;
}

type Row = readonly string[];

/** Undefined when no column can be told to hold what was said. `rows` are cells as one line each, a sample of the table. */
export function planRows(rows: readonly Row[], mapping: ColumnMapping = {}): RowPlan | undefined {
  const header = findHeader(rows, mapping);
  const body = rows.slice(header + 1);
  const columns = nameColumns(rows[header] ?? [], mapping);
  const known = { columns, header };
  const plan =
    planByHeading(known) ??
    planHeadless(rows) ??
    planByQuestions(rows[header] ?? [], body, known) ??
    planByContent(rows, columns) ??
    planPassages(known) ??
    planByLength(rows, known);
  return plan && { ...plan, survey: plan.survey || isSurvey(plan, columns, body) };
}

/** Whether the heading row is that of coded segments, ours or another program's: quotes, and no transcript. */
export function isCodedList(titles: Row): boolean {
  const has = (pattern: RegExp) => titles.some((title) => pattern.test(normalizeTitle(title)));
  return has(/^code id$/) || (has(/^(?:codes?|codings?|kodes?)$/) && has(/^(?:document|dokument|quotation)/));
}

/** Column of a title that the user names, if there is one. */
export function findTitle(titles: Row, name: string): number | undefined {
  const wanted = comparable(name);
  const index = titles.findIndex((title) => comparable(title) === wanted);
  return index < 0 ? undefined : index;
}

const comparable = (title: string): string => title.normalize('NFC').trim().toLowerCase();

/** A title may stand above the heading row. */
const MOST_TITLE_ROWS = 10;

function findHeader(rows: readonly Row[], mapping: ColumnMapping): number {
  const names = Object.values(mapping);
  const index = rows
    .slice(0, MOST_TITLE_ROWS)
    .findIndex((row) => readHeader(row) || names.some((name) => findTitle(row, name) !== undefined));
  return Math.max(index, 0);
}

type NamedColumns = Partial<Record<Heading, number | undefined>>;

const HEADINGS = ['speaker', 'text', 'time', 'end', 'role', 'question', 'answer', 'participant'] as const;

function nameColumns(titles: Row, mapping: ColumnMapping): NamedColumns {
  const normalized = titles.map(normalizeTitle);
  const columns: NamedColumns = {};
  for (const heading of HEADINGS) columns[heading] = findHeading(normalized, heading);
  if (columns.text === columns.speaker) columns.speaker = undefined;
  for (const [heading, name] of Object.entries(mapping)) {
    const index = findTitle(titles, name);
    if (index !== undefined) columns[heading as keyof ColumnMapping] = index;
  }
  return columns;
}

interface Known {
  columns: NamedColumns;
  /** Index of the row that would be the heading row. */
  header: number;
}

/** What was said, and beside it who, when or upon which question. */
function planByHeading({ columns, header }: Known): RowPlan | undefined {
  const { time, end, role, question, answer, participant } = columns;
  const text = question === undefined ? (columns.text ?? answer) : (answer ?? columns.text);
  const nobody = time === undefined && role === undefined && columns.speaker === undefined;
  if (text === undefined || (nobody && question === undefined)) return undefined;
  const isTimed = time !== undefined || role !== undefined;
  // A number for each row beside a time counts rows and names nobody.
  const speaker = columns.speaker ?? (isTimed ? undefined : participant);
  // Beside the speakers of a conversation a question is a heading for the analyst, and nobody's turn.
  const isAsked = answer !== undefined || (!isTimed && (speaker === undefined || speaker === participant));
  const shared = { texts: [text], speaker, time, end, role, header, headings: false, sure: true };
  return question !== undefined && isAsked ? { ...shared, question, survey: true } : { ...shared, survey: false };
}

/** One column with what was said, and perhaps one that says whose it is. */
function planPassages({ columns, header }: Known): RowPlan | undefined {
  const { text, answer, participant } = columns;
  const said = text ?? answer;
  if (said === undefined) return undefined;
  return { texts: [said], speaker: participant, header, headings: false, survey: true, sure: text !== undefined };
}

/** A participant a row, and a question a column: the headings ask, the cells are answers. */
function planByQuestions(titles: Row, body: readonly Row[], { columns, header }: Known): RowPlan | undefined {
  const answers = columnsOf(body);
  const isAnswered = (cells: string[], index: number) =>
    isQuestion(titles[index] ?? '', index, titles) && holdsAnswers(cells, /\?\W{0,3}$/.test(titles[index] ?? ''));
  if (!answers.some(isAnswered)) return undefined;
  const speaker = columns.participant ?? columns.speaker;
  const texts = indexesOf(answers, (cells, index) => index !== speaker && (isAnswered(cells, index) || isLong(cells)));
  const isDoubtful = titles.length < 2;
  return { texts, speaker, header, headings: true, survey: true, sure: !isDoubtful, isDoubtful };
}

/** Turns from the first row on, by the shape of times and names. */
function planHeadless(rows: readonly Row[]): RowPlan | undefined {
  const guess = guessColumns(rows);
  const [top = [], ...others] = rows;
  const isTurn =
    (guess?.time !== undefined && isTime(top[guess.time] ?? '')) ||
    (guess?.speaker !== undefined &&
      nameIn(top, guess) !== '' &&
      others.some((row) => nameIn(row, guess) === nameIn(top, guess)));
  return guess && isTurn ? planTurns(guess, rows, undefined) : undefined;
}

/** Turns below headings that are not known, if what stands there is no category such as the sex of a participant. */
function planByContent(rows: readonly Row[], { participant, text, answer }: NamedColumns): RowPlan | undefined {
  const others = rows.slice(1);
  const guess = guessColumns(others);
  if (!guess) return undefined;
  const names = others.map((row) => nameIn(row, guess));
  const isTurns = guess.time !== undefined || haveRoles(names) || (participant === undefined && alternates(names));
  const said = text ?? answer ?? guess.text;
  return isTurns && said !== guess.speaker ? planTurns({ ...guess, text: said }, rows, 0) : undefined;
}

const nameIn = (row: Row, { speaker }: Columns): string => normalizeName(row[speaker ?? -1] ?? '');

function planTurns({ speaker, time, text }: Columns, rows: readonly Row[], header: number | undefined): RowPlan {
  const sure =
    time !== undefined ||
    isLong(
      rows.map((row) => row[text] ?? ''),
      4,
    );
  return { texts: [text], speaker, time, header, headings: false, survey: false, sure };
}

const SHORTEST_NAME = 3;
const MOSTLY = 0.6;

const haveRoles = (names: readonly string[]): boolean => names.some((name) => roleWordOf(name) !== undefined);

function alternates(names: readonly string[]): boolean {
  const changes = names.filter((name, index) => index > 0 && name !== names[index - 1]).length;
  return names.every((name) => name === '' || name.length >= SHORTEST_NAME) && changes >= (names.length - 1) * MOSTLY;
}

/** Every column with long texts, each a question of its own. */
function planByLength(rows: readonly Row[], { columns, header }: Known): RowPlan | undefined {
  const titles = rows[header] ?? [];
  const body = rows.slice(header + 1);
  const isTitled =
    body.length > 0 && titles.every((title) => isQuestion(title) || (wordsOf(title) <= 5 && !/[.!…]$/.test(title)));
  const texts = indexesOf(columnsOf(isTitled ? body : rows), (cells) => isLong(cells));
  if (texts.length === 0) return undefined;
  const shared = { texts, survey: true, sure: false };
  if (!isTitled) return { ...shared, headings: false };
  const speaker = columns.participant ?? columns.speaker;
  return { ...shared, speaker, header, headings: texts.length > 1, isDoubtful: titles.length < 2 };
}

/** Nobody is told to ask, and nobody comes back after another has spoken. */
function isSurvey({ speaker, time, role }: RowPlan, columns: NamedColumns, body: readonly Row[]): boolean {
  if (time !== undefined || role !== undefined) return false;
  if (speaker === undefined) return true;
  if (speaker !== columns.participant) return false;
  const names = body.map((row) => normalizeName(row[speaker] ?? '')).filter((name) => name !== '');
  const runs = names.filter((name, index) => name !== names[index - 1]);
  return new Set(runs).size === runs.length;
}

function columnsOf(rows: readonly Row[]): string[][] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, index) => rows.map((row) => row[index] ?? ''));
}

function indexesOf(columns: string[][], test: (cells: string[], index: number) => boolean): number[] {
  return columns.flatMap((cells, index) => (test(cells, index) ? [index] : []));
}

/** Pieces with a letter in them, so that addresses and dates count as little. */
function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

const isQuestion = (title: string, index = 0, titles: Row = []): boolean =>
  /\?[)*"”’ ]{0,3}$/.test(title) ||
  /^(?:q|v|f|vraag|question|frage) ?\d{1,3}\b/i.test(title) ||
  // In a table of one column the first passage looks like that too.
  (index < titles.length && titles.length > 1 && wordsOf(title) >= 6 && !/[.!…]$/.test(title));

/** Whether most cells are sentences, and not a few answers that recur. */
export function isLong(cells: readonly string[], words = 5): boolean {
  const { average, varied } = measure(cells);
  return average >= words && (varied || average >= 12);
}

/** Whether the cells are more than a choice from a list; below a real question they may be shorter. */
function holdsAnswers(cells: readonly string[], asked: boolean): boolean {
  const { average, longest, varied } = measure(cells);
  return varied && (average >= 3 || longest >= (asked ? 3 : 5));
}

function measure(cells: readonly string[]): { average: number; longest: number; varied: boolean } {
  const filled = cells.filter((cell) => cell !== '');
  const counts = filled.map(wordsOf);
  const average = counts.reduce((sum, count) => sum + count, 0) / Math.max(counts.length, 1);
  const longest = counts.reduce((most, count) => Math.max(most, count), 0);
  return { average, longest, varied: new Set(filled).size * 2 > filled.length };
}
