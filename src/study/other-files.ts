/** Files that lie beside transcripts or are named in their place, and what is told of them. */
import type { Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { UsageError } from './usage-error.ts';

/** Files beside transcripts that are known and not transcripts. */
export const NO_TRANSCRIPTS = /^(?:readme|license|licence|changelog|contributing)(?:\.|$)/i;
export const KNOWN_OTHERS = /\.(?:ya?ml|jsonl|qdpx|qdc)$/i;
/** Tables are of many kinds: one in a folder must look like a transcript, one that is named need not. */
export const TABLES = /\.(?:csv|tsv|tab|xlsx)$/i;
/** Only what their content says makes them transcripts. */
export const MAY_BE_TRANSCRIPTS = /\.(?:csv|tsv|tab|xlsx|json)$/i;

/** Paths of what was passed over in folders, and is told of. */
export interface OtherFiles {
  messages: readonly Message[];
  /** No format is for them. */
  unreadable: readonly string[];
  /** Tables and the like of which nothing says that they are transcripts. */
  unlike: readonly string[];
}

/** One message a kind of file; `expected` names what transcripts end in. */
export function reportOthers({ unreadable, unlike }: OtherFiles, expected: string): Message[] {
  const skipped = [...groupByExtension(unreadable)].map(([extension, paths]) => {
    const reason = `Skipped ${count(paths, 'file')} with ${extension}, first ${paths[0]}; transcripts are ${expected}`;
    return createMessage(reason, { rule: 'unknown-format', severity: 'warning' });
  });
  const passedOver = [...groupByExtension(unlike)].map(([extension, paths]) => {
    const [files, hint] = TABLES.test(extension)
      ? [count(paths, 'table'), READ_TABLE]
      : [count(paths, 'file'), READ_FILE];
    const reason = `Passed over ${files} with ${extension}, first ${paths[0]}, in which nothing says that it is a transcript`;
    return createMessage(reason, { rule: 'other-table', severity: 'information', hint });
  });
  return [...skipped, ...passedOver];
}

/** Why there is not one transcript in all the paths. */
export function nothingFound(paths: string[], others: OtherFiles, expected: string): UsageError {
  const where = paths.join(', ');
  const [refused] = others.messages;
  if (refused) return new UsageError(`No readable transcripts in ${where}: ${refused.file}: ${refused.reason}`);
  const [unlike] = others.unlike;
  if (unlike !== undefined)
    return new UsageError(
      `No transcripts in ${where}, and nothing says that ${unlike} is one`,
      TABLES.test(unlike) ? READ_TABLE : READ_FILE,
    );
  const [first] = others.unreadable;
  if (first === undefined) return new UsageError(`No transcripts in ${where}`, `expected files ending in ${expected}`);
  const files = count(others.unreadable, 'other file');
  return new UsageError(
    `No readable transcripts in ${where}: ${files}, first ${first}`,
    `expected files ending in ${expected}`,
  );
}

const READ_TABLE =
  'if it is one, name the file itself, or say which columns to read with --columns speaker=NAME,text=NAME';
const READ_FILE = 'if it is one, name the file itself, and you are told what is wrong with it';

const count = (paths: readonly string[], noun: string) =>
  paths.length === 1 ? `1 ${noun}` : `${paths.length} ${noun}s`;

function groupByExtension(paths: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const extension = splitName(path).extension.toLowerCase() || 'no extension';
    const known = groups.get(extension);
    if (known) known.push(path);
    else groups.set(extension, [path]);
  }
  return groups;
}

/** The extension with its dot. */
export function splitName(path: string): { name: string; extension: string } {
  const base = (path.split(/[/\\]/).at(-1) ?? path).normalize('NFC');
  const dot = base.lastIndexOf('.');
  return dot > 0 ? { name: base.slice(0, dot), extension: base.slice(dot) } : { name: base, extension: '' };
}

/** What to do with a file that was named as a transcript and is none. */
export function adviseOn(path: string): string {
  // A project is more than transcripts.
  if (/\.qdpx$/i.test(path)) return 'import it into a folder, and name that';
  if (/\.jsonl$/i.test(path)) return 'name the transcripts, and the codings with --codings';
  if (/\.ya?ml$/i.test(path)) return 'name the transcripts, and the codebook with --codebook';
  return 'save the transcript as text or Markdown';
}
