/** Reads a codebook file and all that it extends, each once, the extended ones first. */
import type { Codebook, Message, Position } from '../model.ts';
import { createMessage, isError } from '../text/messages.ts';

/** Longer chains are a mistake, and nobody could follow them. */
const DEEPEST_CHAIN = 10;

export interface CodebookText {
  /** Shown in messages. */
  path: string;
  /** The same for one file, however it is written. */
  location: string;
  text: string;
  /** What opening it told; with an error among them the text is not read. */
  messages: Message[];
}

/** A book under `extends`, as written. */
export interface BaseReference {
  reference: string;
  position: Position;
}

/** Opens a book that the file at `from` extends, or says why it cannot be opened. */
export type OpenBase = (reference: string, from: string) => CodebookText | { reason: string; hint?: string };

export interface PartsOptions {
  openBase?: OpenBase;
  /** Reads one file by itself. */
  read(file: CodebookText, isBase: boolean): { codebook?: Codebook; bases: BaseReference[]; messages: Message[] };
}

/** The books in the order in which they are joined; the last is the file itself. With an error among the messages some are missing. */
export function readParts(file: CodebookText, options: PartsOptions): { parts: Codebook[]; messages: Message[] } {
  const parts: Codebook[] = [];
  const messages: Message[] = [];
  const known = new Set([file.location]);
  const visit = (current: CodebookText, chain: readonly string[]): void => {
    messages.push(...current.messages);
    if (current.messages.some(isError)) return;
    const read = options.read(current, chain.length > 1);
    messages.push(...read.messages);
    for (const base of read.bases) {
      const opened = openReference(base, chain, options.openBase);
      if ('rule' in opened) {
        const { reason, rule, hint } = opened;
        const place = { path: current.path, position: base.position };
        messages.push(createMessage(reason, { rule, severity: 'error', ...place, ...(hint ? { hint } : {}) }));
      } else if (!known.has(opened.location)) {
        known.add(opened.location);
        visit(opened, [...chain, opened.location]);
      }
    }
    if (read.codebook) parts.push(read.codebook);
  };
  visit(file, [file.location]);
  return { parts, messages };
}

/** `chain` leads from the file that was asked for to the one that holds the reference. */
function openReference(
  { reference }: BaseReference,
  chain: readonly string[],
  open: OpenBase | undefined,
): CodebookText | { reason: string; rule: string; hint?: string } {
  if (chain.length > DEEPEST_CHAIN) {
    const reason = `Unexpected \`extends\`, expected a chain of at most ${DEEPEST_CHAIN} codebooks`;
    return { reason, rule: 'extends-depth' };
  }
  const opened = open?.(reference, chain.at(-1) ?? '') ?? {
    reason: 'Unexpected `extends`, expected a codebook that stands by itself',
  };
  if ('reason' in opened) return { ...opened, rule: 'extends-missing' };
  if (!chain.includes(opened.location)) return opened;
  const reason = `Unexpected circle: \`${reference}\` extends this codebook, directly or through others`;
  return { reason, rule: 'extends-cycle', hint: 'remove one of the lines' };
}
