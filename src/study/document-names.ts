/** Finds the transcript that a row of a table of document variables is about. */
import { nearestName } from '../text/nearest-name.ts';
import type { FoundFile } from './find-transcripts.ts';

/** Case, the form of accents and the kind of slash do not matter. */
const comparable = (name: string): string =>
  name.trim().normalize('NFC').toLowerCase().replaceAll('\\', '/').replace(/^\.\//, '');

const withoutExtension = (name: string): string => name.replace(/(?<=[^/])\.[a-z][a-z0-9]{0,7}$/i, '');

/** Every way in which a transcript may be called. */
export function indexNames(
  files: readonly FoundFile[],
  shown: (file: FoundFile) => string | undefined,
): Map<string, Set<FoundFile>> {
  const names = new Map<string, Set<FoundFile>>();
  for (const file of files) {
    const folders = file.group?.split('/') ?? [];
    const paths = [...folders.keys(), folders.length].map((from) => [...folders.slice(from), file.name].join('/'));
    for (const name of [...paths, ...paths.map((path) => path + file.extension), shown(file) ?? file.name]) {
      const key = comparable(name);
      names.set(key, (names.get(key) ?? new Set()).add(file));
    }
  }
  return names;
}

/** The name as it is, else without its extension: a table may know the recording or the Word file of an interview. */
export function findFiles(name: string, names: ReadonlyMap<string, ReadonlySet<FoundFile>>): FoundFile[] {
  return [...(names.get(comparable(name)) ?? names.get(withoutExtension(comparable(name))) ?? [])];
}

/** Names under which the entries of a folder may stand in a table. */
export function indexNeighbours(entries: readonly string[]): Set<string> {
  return new Set(entries.flatMap((name) => [comparable(name), comparable(withoutExtension(name))]));
}

/** Whether an entry of the folder has that name. */
export function isNeighbour(name: string, neighbours: ReadonlySet<string>): boolean {
  return neighbours.has(comparable(name)) || neighbours.has(withoutExtension(comparable(name)));
}

/** A hint for a name that is nowhere. */
export function suggestName(name: string, files: readonly FoundFile[]): string {
  const near = nearestName(
    withoutExtension(name).slice(0, 100),
    files.map((file) => file.name),
  );
  return near === undefined ? 'write the name of the file as it is in the folder' : `did you mean \`${near}\`?`;
}
