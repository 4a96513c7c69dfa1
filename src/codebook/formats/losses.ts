/** Counts what a format cannot carry over, and tells each kind of loss once: how many, and where the first is. */
import type { Message } from '../../model.ts';
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
  #found = new Map<string, { loss: Loss; count: number; line: number; example: string | undefined }>();

  /** `line` is 1-based, 0 where there is none; `example` is a piece of the codebook. */
  add(loss: Loss, line = 0, example?: string): void {
    const known = this.#found.get(loss.rule);
    if (known) known.count++;
    else this.#found.set(loss.rule, { loss, count: 1, line, example });
  }

  /** In the order in which the first of each was found. */
  report(path: string): Message[] {
    return [...this.#found.values()].map(({ loss, count, line, example }) => {
      const { rule, severity, hint } = loss;
      const first = example === undefined ? '' : `, ${count === 1 ? '' : 'the first is '}\`${shorten(example)}\``;
      const position = line > 0 ? { position: { line, column: 1 } } : {};
      return createMessage(`${loss.tell(count)}${first}`, { rule, severity, path, hint, ...position });
    });
  }
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
