/** Tells how the positions of a project count, which differs from program to program, and carries them over. */
import { ORIGIN } from '../../codebook/formats/refi-codes.ts';
import type { Message, Span } from '../../model.ts';
import { isWordCodePoint } from '../../text/characters.ts';
import { type CodePoints, createCodePoints } from '../../text/code-points.ts';
import { countUpTo } from '../../text/count-up-to.ts';
import { createMessage } from '../../text/messages.ts';
import type { PositionReading } from '../coding-format.ts';
import type { RawSelection } from './raw-project.ts';

/** What a position counts: code points or UTF-16 units, and CRLF as two of them or as one. */
export type Reading = Required<PositionReading>;

/** A text as it stands in the project, and as it is here. */
export class StatedText {
  /** LF line ends, without a byte-order mark. */
  readonly text: string;
  /** Whether it makes a difference what positions count. */
  readonly isAmbiguous: boolean;
  #points: CodePoints;
  #rawPoints: CodePoints;
  #rawLength: number;
  /** Offsets of CRLF in the raw text. */
  #ends: number[] = [];

  constructor(decoded: string) {
    const raw = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
    for (let at = raw.indexOf('\r\n'); at >= 0; at = raw.indexOf('\r\n', at + 2)) this.#ends.push(at);
    this.text = raw.replace(/\r\n?/g, '\n');
    this.#points = createCodePoints(this.text);
    this.#rawPoints = this.#ends.length > 0 ? createCodePoints(raw) : this.#points;
    this.#rawLength = raw.length;
    this.isAmbiguous = this.#ends.length > 0 || this.#points.length < this.text.length;
  }

  /** UTF-16 offsets into `text`; undefined for what is reversed, empty or beyond the end. */
  map({ start, end }: Span, { offsets, newlines }: Reading): Span | undefined {
    const inRaw = newlines === 'crlf';
    const points = inRaw ? this.#rawPoints : this.#points;
    const length = offsets === 'codepoint' ? points.length : inRaw ? this.#rawLength : this.text.length;
    if (!(start >= 0 && start < end && end <= length)) return undefined;
    const move = (position: number) => {
      const offset = offsets === 'codepoint' ? points.toOffset(position) : position;
      return inRaw ? offset - countUpTo(this.#ends, this.#ends.length, offset - 1) : offset;
    };
    const span = { start: move(start), end: move(end) };
    return span.start < span.end ? span : undefined;
  }
}

/** One for each text, with the selections in it. */
export interface TextWithSelections {
  text: StatedText;
  selections: readonly RawSelection[];
}

const READINGS: readonly Reading[] = [
  { offsets: 'codepoint', newlines: 'lf' },
  { offsets: 'utf16', newlines: 'crlf' },
  { offsets: 'codepoint', newlines: 'crlf' },
  { offsets: 'utf16', newlines: 'lf' },
];

/**
 * NVivo for Windows counts UTF-16 units and both characters of a line end; everybody else is taken to count code points and a line
 * end as one. Where it makes a difference, the way is taken by which most selections are what they are named, or begin and end
 * between words; where two are equal, the usual one.
 */
export function chooseReading(
  texts: readonly TextWithSelections[],
  origin: string,
  forced: PositionReading,
): { reading: Reading; messages: Message[] } {
  const isNVivo = /^NVivo/i.test(origin);
  const usual = READINGS[isNVivo ? 1 : 0] as Reading;
  const readings = [usual, ...READINGS.filter((reading) => reading !== usual)].filter(
    ({ offsets, newlines }) => (forced.offsets ?? offsets) === offsets && (forced.newlines ?? newlines) === newlines,
  );
  // Our own projects count as they should.
  const doubtful = texts.filter(
    ({ text, selections }) => origin !== ORIGIN && text.isAmbiguous && selections.length > 0,
  );
  const first = readings[0] ?? usual;
  if (doubtful.length === 0) return { reading: first, messages: [] };
  const scored = readings.map((reading) => ({ reading, score: scoreReading(doubtful, reading) }));
  const best = scored.reduce((better, each) => (each.score > better.score ? each : better));
  const all = doubtful.reduce((sum, { selections }) => sum + selections.length, 0);
  return { reading: best.reading, messages: [report(best, all)] };
}

function report({ reading, score }: { reading: Reading; score: number }, all: number): Message {
  const unit = reading.offsets === 'codepoint' ? 'characters' : 'UTF-16 units';
  const ends = reading.newlines === 'crlf' ? 'as two' : 'as one';
  const reason = `Read positions as counted in ${unit}, a line end ${ends}: ${score} of ${all} selections then are what they are named, or begin and end between words`;
  return createMessage(reason, {
    rule: 'positions',
    severity: score * 10 < all * 9 ? 'warning' : 'information',
    hint: 'if codings are beside their place, try --offsets codepoint or utf16, and --newlines crlf or lf',
  });
}

function scoreReading(texts: readonly TextWithSelections[], reading: Reading): number {
  let score = 0;
  for (const { text, selections } of texts)
    for (const selection of selections) {
      const span = text.map(selection, reading);
      if (span && (isNamed(text.text, span, selection.name) || isBetweenWords(text.text, span))) score++;
    }
  return score;
}

const LONGEST_NAME = 63;

/** Whether the name is the selected text, or the beginning of it as far as programs show it. */
function isNamed(text: string, { start, end }: Span, name: string): boolean {
  const plain = name.replace(/(?:…|\.\.\.)\s*$/, '');
  const written = squash(plain);
  if (written === '') return false;
  const quote = squash(text.slice(start, Math.min(end, start + name.length * 2 + 10)));
  const isCut = plain !== name || [...name].length >= LONGEST_NAME - 3;
  return isCut ? quote.startsWith(written) : quote === written;
}

const squash = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Hardly anybody begins a selection with a blank. */
function isBetweenWords(text: string, { start, end }: Span): boolean {
  return isEdge(text, start) && isEdge(text, end) && !/\s/.test(text.charAt(start));
}

function isEdge(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  if ((next & 0xfc00) === 0xdc00) return false;
  return !(isWordCodePoint(text.charCodeAt(at - 1) || 0) && isWordCodePoint(next || 0));
}
