/** Why a file cannot be read, said once, with what to do about it. */
import type { Message } from '../../model.ts';
import { createMessage, isError } from '../../text/messages.ts';
import type { Source, SourceFile } from '../source.ts';

/** Thrown inside a format when the file cannot be used; never leaves it. */
export class Refusal extends Error {
  readonly hint: string;

  constructor(reason: string, hint: string) {
    super(reason);
    this.hint = hint;
  }
}

/** Runs a reader and makes one error message of whatever it throws, and of a file in which it finds no text without saying why. */
export async function refuseOnFailure(
  file: SourceFile,
  what: string,
  read: () => Source | Promise<Source>,
): Promise<Source> {
  try {
    const source = await read();
    if (source.blocks.length > 0 || source.messages.some(isError)) return source;
    throw new Refusal(
      `Unexpected ${what}, expected one with text in it`,
      'look at it in the program that made it: it may be damaged',
    );
  } catch (error) {
    return { blocks: [], frontMatter: {}, messages: [reportFailure(error, what, file.path)] };
  }
}

/** The error message for what a reader threw. */
export function reportFailure(error: unknown, what: string, path: string): Message {
  const { reason, hint } = explain(error, what);
  return createMessage(reason, { rule: 'unreadable-file', severity: 'error', path, hint });
}

/** Counts of what a document holds beside its text, by their names in the singular. */
export type LeftOut = Record<string, number>;

/** One notice on what was left out of the text, if anything was. */
export function reportLeftOut(leftOut: LeftOut, path: string): Message[] {
  const parts = Object.entries(leftOut)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}${count === 1 ? '' : 's'}`);
  if (parts.length === 0) return [];
  const reason = `Left out ${parts.join(', ').replace(/, (?=[^,]*$)/, ' and ')}`;
  const hint = 'they are not part of what was said';
  return [createMessage(reason, { rule: 'left-out', severity: 'information', path, hint })];
}

const AGAIN = 'open it in the program that made it and save it again';

function explain(error: unknown, what: string): { reason: string; hint: string } {
  if (error instanceof Refusal) return { reason: error.message, hint: error.hint };
  if (error instanceof RangeError) return { reason: `Unexpected nesting without end in the ${what}`, hint: AGAIN };
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return { reason: `Cannot read the ${what}: ${detail.slice(0, 160)}`, hint: AGAIN };
}
