/** Takes the texts inside a project for the transcripts of a study, without writing them anywhere. */
import type { FolderEntry, Io } from '../../io.ts';
import type { ReadCodings } from '../codings/read-codings.ts';
import { createImportedFiles } from '../imported-files.ts';

export interface ProjectTexts {
  /** Shows them as files of a folder. */
  io: Io;
  /** That folder, which is nowhere else. */
  path: string;
  /** With documents called as those files are. */
  read: ReadCodings;
}

/** Those of the first project that has any; nothing where none has. */
export function findProjectTexts(read: ReadCodings, io: Io): ProjectTexts | undefined {
  const project = read.files.find(({ set }) => set.documents.some(({ text = '' }) => text !== ''));
  if (!project) return undefined;
  const { files: made, set } = createImportedFiles(project.set);
  const path = `${project.path}/texts`;
  const texts = [...made].filter(([name]) => name.endsWith('.txt') || name === 'documents.csv');
  const contents = new Map(texts.map(([name, content]) => [`${path}/${name}`, new TextEncoder().encode(content)]));
  const files = read.files.map((file) => (file === project ? { ...file, set } : file));
  return { io: showFiles(contents, path, io), path, read: { ...read, files } };
}

function showFiles(contents: ReadonlyMap<string, Uint8Array>, root: string, io: Io): Io {
  const folders = new Map<string, FolderEntry[]>([[root, []]]);
  for (const file of contents.keys()) {
    const names = file.slice(root.length + 1).split('/');
    names.forEach((name, at) => {
      const parent = [root, ...names.slice(0, at)].join('/');
      const kind = at === names.length - 1 ? 'file' : 'folder';
      const entries = folders.get(parent) ?? [];
      if (!entries.some((entry) => entry.name === name)) entries.push({ name, kind });
      folders.set(parent, entries);
    });
  }
  const isShown = (path: string) => path === root || path.startsWith(`${root}/`);
  return {
    ...io,
    kindOf: (path) =>
      isShown(path) ? (folders.has(path) ? 'folder' : contents.has(path) ? 'file' : undefined) : io.kindOf(path),
    listFolder: (path) => (isShown(path) ? [...(folders.get(path) ?? [])] : io.listFolder(path)),
    truePath: (path) => (isShown(path) ? path : io.truePath(path)),
    shorten: (path) => (isShown(path) ? path : io.shorten(path)),
    readBytes: (path) => contents.get(path) ?? io.readBytes(path),
  };
}
