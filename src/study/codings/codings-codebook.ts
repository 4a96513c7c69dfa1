/** The codebook of a run on codings: the one that is named, else that of the project, else one beside them, else one of their codes. */
import { Ids } from '../../codebook/formats/ids.ts';
import type { Io } from '../../io.ts';
import type { Codebook } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { type LoadedCodebook, loadCodebook } from '../load-codebook.ts';
import type { CodingsFile, ReadCodings } from './read-codings.ts';

/** Throws a usage error when a named codebook is not there. Without any other codebook it has no code yet. */
export function loadCodingsCodebook(read: ReadCodings, settings: Settings, io: Io): LoadedCodebook {
  const { files, hasAutomatic } = read;
  // The terms that the program looks for stand in no project.
  const project = hasAutomatic ? undefined : files.find(({ set }) => set.codebook);
  if (settings.codebook === undefined && project?.set.codebook) return takeFrom(project, project.set.codebook);
  const places = [...settings.paths, ...files.map(({ path }) => path)];
  const loaded = loadCodebook(settings.codebook, places, io);
  const [first] = files;
  if (loaded.origin !== 'bundled' || hasAutomatic || !first) return loaded;
  const name = fileName(first.path).replace(/\.[^.]*$/, '');
  const codebook: Codebook = { name: new Ids('codings').create(name), title: name, languages: [], codes: [] };
  return takeFrom(first, codebook);
}

function takeFrom({ path, location, sha256 }: CodingsFile, codebook: Codebook): LoadedCodebook {
  return { codebook, isText: false, path, location, sha256, bases: [], origin: 'from the codings', messages: [] };
}

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
