/** Finds the tables of document variables that lie beside transcripts: `documents.csv`, `.tsv` or `.xlsx`. */
import type { Io } from '../io.ts';
import type { Message } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { createMessage } from '../text/messages.ts';
import { TABLE_EXTENSIONS } from '../transcript/formats/table-file.ts';
import type { FoundFile } from './find-transcripts.ts';
import { listResults } from './listed-results.ts';

export interface FoundTable {
  /** Relative to the working folder where it lies below it, with `/`. */
  path: string;
  /** Below the path that was given. */
  relativePath: string;
  /** The transcripts in its folder and below. */
  files: FoundFile[];
  /** Names of everything in its folder: rows may be about transcripts that were not asked for. */
  neighbours: string[];
}

/** Whether a file of this name holds document variables and is no transcript. */
export function isDocumentTable(name: string): boolean {
  return extensionOf(name) !== undefined;
}

/** Index of its extension in the order in which one of several tables is taken. */
function extensionOf(name: string): number | undefined {
  const index = TABLE_EXTENSIONS.findIndex((extension) => name.toLowerCase() === `documents${extension}`);
  return index < 0 ? undefined : index;
}

/** The innermost folders last, so that what is nearer to a transcript comes later. */
export function findDocumentTables(files: readonly FoundFile[], io: Io): { tables: FoundTable[]; messages: Message[] } {
  const folders = new Map<string, { below: string; files: FoundFile[] }>();
  for (const file of files) {
    const groups = file.group?.split('/') ?? [];
    let folder = parentOf(file.path);
    for (let depth = groups.length; depth >= 0; depth--) {
      const below = groups.slice(0, depth).join('/');
      const known = folders.get(folder);
      if (known) known.files.push(file);
      else folders.set(folder, { below, files: [file] });
      folder = parentOf(folder);
    }
  }
  const ordered = [...folders].sort(([a], [b]) => a.split('/').length - b.split('/').length || compareNames(a, b));
  const messages: Message[] = [];
  const tables = ordered.flatMap(([folder, { below, files: covered }]): FoundTable[] => {
    const { names, neighbours } = listTables(folder, io);
    const [name, ...others] = names;
    if (name === undefined) return [];
    const path = io.shorten(join(folder, name));
    if (others.length > 0) messages.push(reportSecond(path, others));
    return [{ path, relativePath: below === '' ? name : `${below}/${name}`, files: covered, neighbours }];
  });
  return { tables, messages };
}

function parentOf(path: string): string {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return slash < 0 ? '.' : path.slice(0, slash) || '/';
}

const join = (folder: string, name: string): string => (folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`);

/** Names in the order of preference; a `documents.csv` that an earlier run wrote is a result. */
function listTables(folder: string, io: Io): { names: string[]; neighbours: string[] } {
  try {
    const entries = io.listFolder(folder);
    const neighbours = entries.map(({ name }) => name);
    const found = entries.flatMap(({ name, kind }) => (kind === 'file' && isDocumentTable(name) ? [name] : []));
    const results = found.length > 0 ? listResults(folder, neighbours, io) : undefined;
    const names = found
      .filter((name) => !results?.has(name))
      .sort((a, b) => (extensionOf(a) ?? 0) - (extensionOf(b) ?? 0) || compareNames(a, b));
    return { names, neighbours };
  } catch {
    return { names: [], neighbours: [] };
  }
}

function reportSecond(path: string, others: readonly string[]): Message {
  const reason = `Several tables of document variables lie beside each other; ${others.join(', ')} is not read`;
  return createMessage(reason, { rule: 'second-table', severity: 'warning', path, hint: 'keep one of them' });
}
