/** Counts what a format cannot carry over, and tells each kind of loss once: how many, and where the first is. */
import type { Message, Position } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';

export interface Loss {
  rule: string;
  /** A warning where counts may change by it. */
  severity: 'warning' | 'information';
  /** What is lost, for so many of them: `Left out 3 terms`. */
  tell(count: number): string;
  hint: string;
}

export class Losses {
  #found = new Map<string, { loss: Loss; count: number; place: Place; example: string | undefined }>();

  /** `place` is a 1-based line, 0 where there is none, or a position of a codebook; `example` is a piece of the codebook. */
  add(loss: Loss, place: number | Position = 0, example?: string): void {
    const known = this.#found.get(loss.rule);
    if (known) known.count++;
    else this.#found.set(loss.rule, { loss, count: 1, place: placeOf(place), example });
  }

  /** In the order in which the first of each was found; `path` is that of what names no other file. */
  report(path: string): Message[] {
    return [...this.#found.values()].map(({ loss, count, place, example }) => {
      const { line, file = path } = place;
      const { rule, severity, hint } = loss;
      const first = example === undefined ? '' : `, ${count === 1 ? '' : 'the first is '}\`${shorten(example)}\``;
      const position = line > 0 ? { position: { line, column: 1 } } : {};
      return createMessage(`${loss.tell(count)}${first}`, { rule, severity, path: file, hint, ...position });
    });
  }
}

interface Place {
  line: number;
  /** Of a codebook that is extended. */
  file?: string | undefined;
}

function placeOf(place: number | Position): Place {
  return typeof place === 'number' ? { line: place } : { line: place.line, file: place.file };
}

/** `1 term`, `3 terms`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

const LONGEST_EXAMPLE = 60;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_EXAMPLE ? `${line.slice(0, LONGEST_EXAMPLE)}…` : line;
}
