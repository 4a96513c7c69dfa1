/** Why a file cannot be read, said once, with what to do about it. */
import type { Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';

/** Thrown inside a format when the file cannot be used; never leaves it. */
export class Refusal extends Error {
  readonly hint: string;

  constructor(reason: string, hint: string) {
    super(reason);
    this.hint = hint;
  }
}

/** The error message for what a reader threw. */
export function reportFailure(error: unknown, what: string, path: string): Message {
  const { reason, hint } = explain(error, what);
  return createMessage(reason, { rule: 'unreadable-file', severity: 'error', path, hint });
}

const AGAIN = 'open it in the program that made it and save it again';

function explain(error: unknown, what: string): { reason: string; hint: string } {
  if (error instanceof Refusal) return { reason: error.message, hint: error.hint };
  if (error instanceof RangeError) return { reason: `Unexpected nesting without end in the ${what}`, hint: AGAIN };
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return { reason: `Cannot read the ${what}: ${detail.slice(0, 160)}`, hint: AGAIN };
}
