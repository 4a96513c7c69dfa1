/** Writes a coded study for other programs: a project, or a file with all codings. */
import { countOf } from '../codebook/formats/losses.ts';
import { writeCodings } from '../exchange/write-codings.ts';
import type { Io } from '../io.ts';
import type { Codebook, CodedDocument } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Gatherer } from '../tables/analysis.ts';
import { PartialFile } from './partial-file.ts';
import { ProjectOutput, type ProjectRequest } from './project-output.ts';
import { type ExitCode, runStudy } from './run-study.ts';
import { withLists } from './scratch-list.ts';
import { tellMessages } from './tell.ts';
import { UsageError } from './usage-error.ts';

export interface StudyExport extends ProjectRequest {
  format: 'qdpx' | 'codings';
}

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function exportStudy(settings: Settings, request: StudyExport, io: Io): Promise<ExitCode> {
  const { output } = settings;
  if (output === undefined) throw new UsageError('No file is named', 'name it with -o study.qdpx');
  checkOutput(output, settings, io);
  const file = new PartialFile(output, io);
  const forget = io.onInterrupt(() => void file.abandon());
  try {
    return await withLists(io, (createList) =>
      fillExport(file, { output, settings, request: { ...request, createList }, io }),
    );
  } finally {
    forget();
    file.abandon();
  }
}

interface ExportWork {
  output: string;
  settings: Settings;
  request: StudyExport;
  io: Io;
}

async function fillExport(file: PartialFile, { output, settings, request, io }: ExportWork): Promise<ExitCode> {
  const create =
    request.format === 'qdpx' ? await ProjectOutput.load((bytes) => file.write(bytes), request) : undefined;
  let written: ProjectOutput | CodingLines | undefined;
  const createGatherers = (codebook: Codebook) => {
    written = create?.(codebook) ?? new CodingLines((bytes) => file.write(bytes));
    return [written];
  };
  const finished = await runStudy(settings, io, () => [], { createGatherers });
  if (!('study' in finished) || !written) return 2;
  if (finished.study.inputs.has(io.truePath(output)))
    throw new UsageError(`${output} was read in this run and is not written over`);
  written.finish();
  file.finish();
  tellMessages(written.warn(finished.study.loaded.path), io, settings.quiet);
  if (!settings.quiet) io.err(`Exported ${written.describe()} to ${output}\n`);
  return finished.exitCode;
}

/** A project may be somebody's work, so an existing file is not written over without being asked. */
function checkOutput(output: string, { force }: Settings, io: Io): void {
  const kind = io.kindOf(output);
  if (kind === 'folder') throw new UsageError(`Unexpected folder ${output}, expected the name of a file`);
  if (kind !== undefined && !force)
    throw new UsageError(`${output} is there already`, 'choose another name, or write over it with --force');
}

/** The codings as lines of JSON. */
class CodingLines implements Gatherer {
  #sink: (bytes: Uint8Array) => void;
  #codings = 0;

  constructor(sink: (bytes: Uint8Array) => void) {
    this.#sink = sink;
  }

  add({ transcript, codings }: CodedDocument): void {
    this.#codings += codings.length;
    this.#sink(new TextEncoder().encode(writeCodings(transcript, codings)));
  }

  finish(): void {}

  warn(): [] {
    return [];
  }

  describe(): string {
    return countOf(this.#codings, 'coding');
  }
}
