/** Takes over a project of another program: a folder that is a study, with the codings in a file of our own. */
import { countOf } from '../codebook/formats/losses.ts';
import type { PositionReading } from '../exchange/coding-format.ts';
import { readCodingSet } from '../exchange/index.ts';
import { CodingPlacer } from '../exchange/place-codings.ts';
import { writeCodings } from '../exchange/write-codings.ts';
import type { Io } from '../io.ts';
import type { Codebook, CodingSet, Message } from '../model.ts';
import { resolveSettings } from '../settings.ts';
import { isError } from '../text/messages.ts';
import { buildReadFile } from './code-sources.ts';
import { CODINGS_FILE, createImportedFiles } from './imported-files.ts';
import { takeCodebook } from './load-codebook.ts';
import { PartialFile } from './partial-file.ts';
import { Progress } from './progress.ts';
import { readStudy } from './read-study.ts';
import type { ExitCode } from './run-study.ts';
import { tellMessages } from './tell.ts';
import { UsageError } from './usage-error.ts';
import { writeWhole } from './write-whole.ts';

export interface ImportRequest extends PositionReading {
  /** The folder. */
  output?: string;
  force?: boolean;
  quiet?: boolean;
}

/** Exit code 2 when the project cannot be used. Throws a usage error for what is wrong with paths and the folder. */
export async function importProject(path: string, request: ImportRequest, io: Io): Promise<ExitCode> {
  const { quiet = false, ...reading } = request;
  const output = checkFolder(request, io);
  const shown = io.shorten(path);
  const read = await readCodingSet({ path: shown, bytes: readFile(path, shown, io) }, reading);
  tellMessages(read.messages, io, quiet);
  if (read.messages.some(isError)) return 2;
  const { files, set } = createImportedFiles(read);
  for (const folder of new Set([output, ...[...files.keys()].map((name) => folderOf(`${output}/${name}`))]))
    io.makeFolder(folder);
  for (const [name, content] of files) writeWhole(`${output}/${name}`, content, io);
  const { placed, messages } = await placeAll(set, output, io);
  tellMessages(messages, io, quiet);
  if (!quiet) io.err(describe(set, { output, placed, files: [...files.keys()] }));
  return 0;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** A folder of somebody is not written into without being asked. */
function checkFolder({ output, force = false }: ImportRequest, io: Io): string {
  if (output === undefined) throw new UsageError('No folder is named', 'name a new one with -o FOLDER');
  const kind = io.kindOf(output);
  if (kind !== undefined && kind !== 'folder') throw new UsageError(`Unexpected file ${output}, expected a folder`);
  if (kind === 'folder' && !force && io.listFolder(output).length > 0)
    throw new UsageError(`The folder ${output} is not empty`, 'choose another, or write into it with --force');
  return output.replace(/[/\\]+$/, '') || output;
}

function readFile(path: string, shown: string, io: Io): Uint8Array {
  if (io.kindOf(path) !== 'file') throw new UsageError(`No such file: ${shown}`);
  try {
    return io.readBytes(path);
  } catch (error) {
    throw new UsageError(`Cannot read ${shown}: ${(error as Error).message.split(',')[0]}`);
  }
}

/** Reads the transcripts as every later run reads them, so that positions are of the text that is coded. */
async function placeAll(set: CodingSet, output: string, io: Io): Promise<{ placed: number; messages: Message[] }> {
  const codebook = set.codebook ?? EMPTY;
  const file = new PartialFile(`${output}/${CODINGS_FILE}`, io);
  const placer = new CodingPlacer(set, codebook);
  const messages: Message[] = [];
  let placed = 0;
  if (set.documents.length > 0) {
    const settings = resolveSettings([output], { quiet: true });
    const study = await readStudy(() => takeCodebook(codebook), { settings, io, progress: new Progress(io, true) });
    const read = 'files' in study ? study : { files: [], labels: new Map() };
    for (const each of read.files) {
      const { transcript } = buildReadFile(each, await each.load(), { codebook, labels: read.labels, settings });
      const { codings, messages: told } = placer.place(transcript);
      placed += codings.length;
      messages.push(...told);
      file.write(new TextEncoder().encode(writeCodings(transcript, codings)));
    }
  }
  file.finish();
  return { placed, messages: [...messages, ...placer.finish()] };
}

const EMPTY: Codebook = { name: 'empty', languages: ['nl', 'en'], codes: [] };

interface Imported {
  output: string;
  placed: number;
  files: readonly string[];
}

function describe({ path, documents, codings, coders }: CodingSet, { output, placed, files }: Imported): string {
  const of = placed === codings.length ? '' : ` of ${codings.length}`;
  const counted = `${countOf(documents.length, 'document')}, ${placed}${of} ${codings.length === 1 ? 'coding' : 'codings'}`;
  const by = coders.length === 0 ? '' : ` by ${coders.length > 5 ? `${coders.length} coders` : coders.join(', ')}`;
  const beside = files.filter((name) => !name.endsWith('.txt'));
  const next =
    placed === 0
      ? ''
      : `Count them: code-transcripts ${quoteName(output)} --codings ${quoteName(`${output}/${CODINGS_FILE}`)}\n`;
  return `Imported ${path} into ${output}/: ${counted}${by}; beside the transcripts ${[CODINGS_FILE, ...beside].join(', ')}\n${next}`;
}

/** So that the line can be copied into a terminal. */
const quoteName = (path: string): string => (/[^\w./\\:-]/.test(path) ? `"${path}"` : path);
