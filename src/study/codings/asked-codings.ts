/** Whose codings a run counts: as the user says, else the configuration, else the program's own. */
import { dirname, isAbsolute } from 'node:path';
import { AUTOMATIC_CODER } from '../../coding/code-transcript.ts';
import type { Io } from '../../io.ts';
import type { Message } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { findConfig } from '../config-file.ts';
import { UsageError } from '../usage-error.ts';

export interface AskedCodings {
  /** Files of codings, each once. */
  files: string[];
  /** Whether the program's own coding is asked for. */
  hasAutomatic: boolean;
  /** Only these coders, as typed; all when empty. */
  coders: string[];
  /** The project among the paths of transcripts, which are the texts in it. */
  texts?: string;
  /** Whether only the texts of that are asked for, and not its codings. */
  isTextOnly?: boolean;
}

/** Whether a path is that of a project with texts and codings. */
export const isProject = (path: string): boolean => /\.qdpx$/i.test(path);

/** Nothing where the program alone codes; only messages where the configuration speaks of codings and cannot be read. */
export async function findAskedCodings(
  settings: Settings,
  io: Io,
): Promise<AskedCodings | { messages: Message[] } | undefined> {
  if (settings.codings?.length === 0)
    throw new UsageError('Unexpected empty --codings', 'name files with codings, or auto for those of the program');
  const configured = await readConfigured(settings, io);
  if ('messages' in configured) return configured;
  const names = settings.codings ?? configured.codings;
  // Those of the configuration belong to the files that it names.
  const coders = settings.coders ?? (settings.codings ? [] : configured.coders);
  const files = [...new Set(names)].filter((name) => name !== AUTOMATIC_CODER);
  if (settings.codings || settings.paths.some(isProject)) refuseAmongTranscripts(settings.paths, files, io);
  const texts = findProject(settings.paths, io);
  if (texts !== undefined) {
    const isTextOnly = names.length > 0 && !files.includes(texts);
    return {
      files: [texts, ...files.filter((name) => name !== texts)],
      hasAutomatic: names.includes(AUTOMATIC_CODER),
      coders,
      texts,
      isTextOnly,
    };
  }
  if (files.length === 0 && coders.length === 0) return undefined;
  return { files, hasAutomatic: names.length === 0 || names.includes(AUTOMATIC_CODER), coders };
}

/** Throws a usage error where codings are asked for that the work cannot use. */
export async function refuseCodings(settings: Settings, io: Io, work: { option: string; hint: string }): Promise<void> {
  const asked = await findAskedCodings(settings, io);
  if (asked === undefined) return;
  throw new UsageError(`Unexpected ${work.option} where the codings of people are counted`, work.hint);
}

/** Written with blanks, or as a pattern that the shell spells out, all files but the first are paths, and would not be counted. */
function refuseAmongTranscripts(paths: readonly string[], files: readonly string[], io: Io): void {
  // Memos are written beside codings, and are none.
  const counted = new Set(files.map((path) => io.truePath(path)));
  const stray = paths.find(
    (path) => /(?<!memos)\.jsonl$/i.test(path) && io.kindOf(path) === 'file' && !counted.has(io.truePath(path)),
  );
  if (stray !== undefined)
    throw new UsageError(
      `Unexpected ${stray} among the transcripts, expected it behind --codings`,
      `with commas and without blanks: --codings ${[...files, stray].join(',')}`,
    );
}

function findProject(paths: readonly string[], io: Io): string | undefined {
  const projects = paths.filter((path) => isProject(path) && io.kindOf(path) === 'file');
  if (projects.length > 1)
    throw new UsageError(
      `Unexpected second project ${projects[1]}, expected one`,
      'import each into a folder of its own, and name the folders',
    );
  const [project] = projects;
  const others = paths.filter((path) => path !== project);
  if (project !== undefined && others.length > 0)
    throw new UsageError(
      `Unexpected ${others[0]} beside the project ${project}, which has its own transcripts`,
      `name the project alone, or count its codings on these transcripts: --codings ${project}`,
    );
  return project;
}

type Configured = Pick<AskedCodings, 'coders'> & { codings: string[] };

/** The configuration beside the codebook that is named, else beside the transcripts. */
async function readConfigured(settings: Settings, io: Io): Promise<Configured | { messages: Message[] }> {
  const nothing = { codings: [], coders: [] };
  const [first = '.'] = settings.paths;
  const parent = io.kindOf(first) === 'folder' ? first : dirname(first);
  const place = findConfig(settings.codebook ?? `${parent}/codebook.yaml`, io);
  // What reads it is slow to start, and hardly a study has one.
  if (place === undefined || (settings.codings && settings.coders)) return nothing;
  const { loadConfigFile } = await import('../load-config.ts');
  const { config, messages } = loadConfigFile(place, io);
  if (messages.length > 0) return mentionsCodings(place, io) ? { messages } : nothing;
  const folder = dirname(place);
  const resolve = (name: string) =>
    name === AUTOMATIC_CODER || isAbsolute(name) || folder === '.' ? name : `${folder}/${name}`;
  return { codings: config.codings.map(resolve), coders: config.coders };
}

/** Without them the run would count something else than is asked for. */
function mentionsCodings(path: string, io: Io): boolean {
  try {
    return /^["']?(?:codings|coder)["']?[ \t]*:/m.test(Buffer.from(io.readBytes(path)).toString('utf8'));
  } catch {
    return false;
  }
}
