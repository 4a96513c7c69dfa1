/** What the readers of transcripts do with a failure, and how they tell what they left out. */
import { Refusal, reportFailure } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Message } from '../../model.ts';
import { createMessage, isError } from '../../text/messages.ts';
import type { Source } from '../source.ts';

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
