/** Divides lines into cues, for the formats that write each as a line of stamps with lines of text below it. */
import { decodeText } from '../../containers/decode.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Block, Source } from '../source.ts';
import { type Cue, layOutCues, reportBackwardCues, reportUnreadable } from './cues.ts';

/** How one of these formats differs from the others. */
export interface TimedTextRules {
  /** A line of stamps; groups 1 and 2 are start and end. */
  stamps: RegExp;
  /** Such a line, to show to the user. */
  example: string;
  /** Whether a line between a blank one and the stamps is the cue's id. */
  isId(line: string): boolean;
  /** Whether the line begins a block that nobody said. */
  isComment?(line: string): boolean;
  /** Number of lines at the top of the file that are not part of the text. */
  headerLines?(lines: readonly string[]): number;
  /** The pieces of a cue, one a speaker, their markup removed; the cue's text is as written. */
  interpret(cue: Cue): Cue[];
}

/** What stands above the first cue becomes headings, since nobody said it. Takes time in proportion to the file's length. */
export function readTimedText(file: SourceFile, rules: TimedTextRules): Source {
  const { text = '', messages } = decodeText(file);
  const lines = text.split('\n');
  const header = rules.headerLines?.(lines) ?? 0;
  const reading = new Reading(rules);
  lines.forEach((line, index) => {
    reading.add(index < header ? '' : line);
  });
  const { preamble, cues } = reading.finish();
  if (cues.length === 0 && preamble.length > 0) {
    const reason = `Unexpected text without cues, expected lines such as \`${rules.example}\``;
    messages.push(reportUnreadable(reason, 'give the file the extension of what it is', file.path));
  }
  messages.push(...reportBackwardCues(cues, file.path));
  const blocks = [...preamble, ...layOutCues(cues.flatMap((cue) => rules.interpret(cue)))];
  return { blocks, frontMatter: {}, messages };
}

interface OpenCue {
  start?: number;
  end?: number;
  line: number;
  lines: string[];
}

/** Text after a blank line belongs to the cue above it, so that no word is lost where a cue holds a blank line. */
class Reading {
  #rules: TimedTextRules;
  #preamble: OpenCue = { line: 1, lines: [] };
  #cues: OpenCue[] = [];
  #open = this.#preamble;
  #line = 0;
  #afterBlank = true;
  #inComment = false;
  /** The last id, if it was a number. */
  #number = 0;

  constructor(rules: TimedTextRules) {
    this.#rules = rules;
  }

  add(line: string): void {
    this.#line++;
    const stamps = this.#rules.stamps.exec(line);
    if (stamps) this.#begin(readSeconds(stamps[1]), readSeconds(stamps[2]));
    else {
      const blank = line.trim() === '';
      if (blank) this.#inComment = false;
      else if (this.#afterBlank && this.#rules.isComment?.(line)) this.#inComment = true;
      this.#open.lines.push(this.#inComment ? '' : line);
      this.#afterBlank = blank;
    }
  }

  finish(): { preamble: Block[]; cues: Cue[] } {
    while (this.#open.lines.at(-1)?.trim() === '') this.#open.lines.pop();
    this.#dropId(false);
    const { lines, line: first } = this.#preamble;
    const preamble = lines.flatMap((line, index): Block[] => {
      const text = line.replace(/\s+/g, ' ').trim();
      return text === '' ? [] : [{ kind: 'heading', lines: [{ text, line: first + index, bold: 0, masks: [] }] }];
    });
    return { preamble, cues: this.#cues.map(({ lines: said, ...cue }) => ({ ...cue, text: said.join('\n') })) };
  }

  #begin(start: number | undefined, end: number | undefined): void {
    this.#dropId(true);
    this.#open = {
      line: this.#line + 1,
      lines: [],
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
    };
    this.#cues.push(this.#open);
    this.#afterBlank = false;
    this.#inComment = false;
  }

  /** The line above the stamps is an id after a blank line, and without one if it is the next number; at the file's end it is if both. */
  #dropId(beforeStamps: boolean): void {
    const { lines } = this.#open;
    const last = (lines.at(-1) ?? '').trim();
    if (last === '' || !this.#rules.isId(last)) return;
    const number = /^\d{1,9}$/.test(last) ? Number(last) : 0;
    const isNext = this.#number > 0 && number === this.#number + 1;
    const isApart = (lines.at(-2) ?? (this.#open === this.#preamble ? '' : 'stamps')).trim() === '';
    if (beforeStamps ? !isNext && !isApart : !isNext || !isApart) return;
    lines.pop();
    this.#number = number;
  }
}

/** A stamp with or without hours, with a comma or a dot; Teams writes negative ones, part by part (`0:0:-3.-250`). */
export const STAMP = String.raw`-?\d{1,9}:-?\d{1,9}(?::-?\d{1,9})?(?:[.,:]-?\d{1,9})?`;

/** The line of stamps of WebVTT and SubRip; settings may follow. */
export const ARROW = new RegExp(String.raw`^\s*(${STAMP})\s*-{1,3}>\s*(${STAMP})`);

function readSeconds(stamp: string | undefined): number | undefined {
  const match = /^(?:(-?\d+):)?(-?\d+):(-?\d+)(?:[.,:](-?\d+))?$/.exec(stamp ?? '');
  if (!match) return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  const decimals = (match[4] ?? '').replace('-', '');
  const fraction = Number(decimals) / 10 ** decimals.length;
  const before = /-/.test(stamp ?? '') ? -fraction : fraction;
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0) + before;
}

/** Formatting that cues have in several formats, and stamps inside them; it is taken away without a trace. */
const FORMATTING =
  /<\/?(?:i|b|u|c|s|em|strong|span|font|ruby|rt|lang)(?:[.\s][^<>]*)?\/?>|<\d[\d:.,]*>|\{\\[^{}]*\}|\{\/?[ibu]\}/gi;

/** The text of a cue without its markup; other things in angle brackets stay. */
export function withoutFormatting(text: string): string {
  return text.replace(/<br\s?\/?>/gi, ' ').replace(FORMATTING, '');
}
