/** The files that an imported project becomes: transcripts, codebook, variables, memos, and what was left out. */
import { writeCodebook } from '../codebook/write-codebook.ts';
import { nameKey } from '../exchange/match-codes.ts';
import type { CodingSet, StatedDocument, StatedMemo, Table } from '../model.ts';
import { csv } from '../output/csv.ts';

/** Where the codings go, which are written when the transcripts have been read again. */
export const CODINGS_FILE = 'codings.jsonl';

export interface ImportedFiles {
  /** Content by path below the folder. */
  files: Map<string, string>;
  /** The set, with documents called as their files are. */
  set: CodingSet;
}

/** Transcripts lie in the folder, or in that of their group, so that the folder is a study as it is. */
export function createImportedFiles(set: CodingSet): ImportedFiles {
  const stems = nameFiles(set.documents);
  const stemOf = (name: string) => stems.get(name) ?? name;
  const files = new Map<string, string>();
  for (const { name, text = '', group } of set.documents) {
    const folder = group === undefined ? '' : `${nameFolder(group)}/`;
    files.set(`${folder}${stemOf(name)}.txt`, text.endsWith('\n') ? text : `${text}\n`);
  }
  if (set.codebook) files.set('codebook.yaml', writeCodebook(set.codebook, { comments: describeOrigin(set.path) }));
  const documents = set.documents.map(({ title: _, ...document }) => ({ ...document, name: stemOf(document.name) }));
  const variables = listVariables(documents);
  if (variables.columns.length > 1) files.set('documents.csv', csv.write(variables, PLAIN));
  const memos = [
    ...documents.flatMap(memoOf),
    ...set.memos.map((memo) => ({ ...memo, about: memo.about.map(stemOf) })),
  ];
  if (memos.length > 0) files.set('memos.jsonl', memos.map((memo) => `${JSON.stringify(memo)}\n`).join(''));
  if (set.leftOut.length > 0) files.set('left-out.csv', csv.write(listLeftOut(set), PLAIN));
  const codings = set.codings.map((coding) => ({ ...coding, document: stemOf(coding.document) }));
  return { files, set: { ...set, documents, codings } };
}

const PLAIN = { width: 100, colorLevel: 0, numbers: false, excel: false } as const;

function describeOrigin(path: string): string[] {
  return [
    `Imported from ${path.split('/').at(-1) ?? path}, a REFI-QDA project.`,
    'Its codes have no terms: what they are put on stands in codings.jsonl. Terms can be added.',
  ];
}

function memoOf({ name, memo }: StatedDocument): StatedMemo[] {
  return memo === undefined ? [] : [{ title: name, text: memo, about: [name] }];
}

/** A name of a file for each document, each once, whatever the case. */
function nameFiles(documents: readonly StatedDocument[]): Map<string, string> {
  const taken = new Set<string>();
  const stems = documents.map(({ name }): [string, string] => {
    const plain = tidyFileName(name.replace(/\.(?:docx?|odt|rtf|txt|md)$/i, ''));
    let stem = plain;
    for (let number = 2; taken.has(nameKey(stem)); number++) stem = `${plain} (${number})`;
    taken.add(nameKey(stem));
    return [name, stem];
  });
  return new Map(stems);
}

const nameFolder = (group: string): string => group.split('/').map(tidyFileName).join('/');

const LONGEST_NAME = 80;
/** Names of devices on Windows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that every system allows, and that is not hidden. */
function tidyFileName(name: string): string {
  const plain = [...name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/^[\s.~]+|[\s.]+$/g, '');
  return plain === '' || DEVICE.test(plain) ? `_${plain}` : plain;
}

/** Headings that mean in a table of variables how to read a transcript. */
const RESERVED = /^(?:language|group)$/i;

function listVariables(documents: readonly StatedDocument[]): Table {
  const names = [...new Set(documents.flatMap(({ variables }) => Object.keys(variables)))];
  const described = documents.filter(({ variables }) => Object.keys(variables).length > 0);
  return {
    name: 'documents',
    title: 'Documents',
    columns: ['document', ...names].map((name, at) => ({
      key: at > 0 && RESERVED.test(name) ? `${name} (project)` : name,
      kind: 'text',
    })),
    rows: described.map(({ name, variables }) => ({
      kind: 'body',
      cells: [name, ...names.map((key) => (Object.hasOwn(variables, key) ? (variables[key] ?? '') : ''))],
    })),
    notes: [],
  };
}

function listLeftOut({ leftOut }: CodingSet): Table {
  return {
    name: 'left-out',
    title: 'What was left out',
    columns: (['kind', 'name', 'reason'] as const).map((key) => ({ key, kind: 'text' })),
    rows: leftOut.map(({ kind, name, reason }) => ({ kind: 'body', cells: [kind, name, reason] })),
    notes: [],
  };
}
