/** What a run on codings needs before its study is opened: the codings, and the texts of a project that is given as a path. */
import type { Io } from '../../io.ts';
import type { Message } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { UsageError } from '../usage-error.ts';
import { findAskedCodings, isProject } from './asked-codings.ts';
import type { ReadCodings } from './read-codings.ts';

export interface PreparedRun {
  settings: Settings;
  /** Shows the texts inside a project as files of a folder. */
  io: Io;
  /** Missing where the program alone codes. */
  handCodings?: ReadCodings;
}

/** Only messages when codings cannot be used. Throws a usage error for what is wrong with paths and names. */
export async function prepareCodings(settings: Settings, io: Io): Promise<PreparedRun | { messages: Message[] }> {
  const asked = await findAskedCodings(settings, io);
  if (asked === undefined) return { settings, io };
  if ('messages' in asked) return asked;
  // A run without them need not load what reads them.
  const { readCodings } = await import('./read-codings.ts');
  const read = await readCodings(asked, io);
  if ('messages' in read) return read;
  const project = asked.texts;
  if (project === undefined) return { settings, io, handCodings: read };
  const { findProjectTexts } = await import('../comparison/project-texts.ts');
  const texts = findProjectTexts(read, io);
  if (!texts) throw new UsageError(`No transcripts in ${project}`, 'it holds no documents with a text');
  const paths = settings.paths.map((path) => (isProject(path) ? texts.path : path));
  // What stands in a project is written nowhere else.
  return { settings: { ...settings, paths, cache: false }, io: texts.io, handCodings: texts.read };
}
