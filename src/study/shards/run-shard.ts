/** Codes one shard of a study and writes what merging needs of it. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { Io } from '../../io.ts';
import type { Message } from '../../model.ts';
import type { Settings } from '../../settings.ts';
import { Selection } from '../../tables/selection.ts';
import { createMessage, packMessage } from '../../text/messages.ts';
import type { Source } from '../../transcript/source.ts';
import { version } from '../../version.ts';
import { type CodingWork, type ReadFile, SourceCoder } from '../code-sources.ts';
import { refuseCodings } from '../codings/asked-codings.ts';
import { loadCodebook } from '../load-codebook.ts';
import { packSource } from '../packed-source.ts';
import { Progress } from '../progress.ts';
import { readStudy, type StudyRead } from '../read-study.ts';
import { RESULT_FORMAT } from '../run-file.ts';
import type { ExitCode } from '../run-study.ts';
import { giveUp, tellMessages } from '../tell.ts';
import { KnownLabels, packLabels } from './known-labels.ts';
import { packCoded } from './pack-coded.ts';
import {
  PART_FORMAT,
  PART_KIND,
  type PartHeader,
  packFailure,
  pickPartSettings,
  type WaitingLine,
} from './part-format.ts';
import { type AskedShard, describeShard, divideFiles } from './shard.ts';
import { ShardFiles } from './shard-files.ts';

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function runShard(settings: Settings, io: Io, place: ShardTask): Promise<ExitCode> {
  const { shard } = place;
  const hint = 'code the whole study in one run';
  await refuseCodings(settings, io, { option: '--shard', hint });
  const progress = new Progress(io, settings.quiet);
  let sizes: number[] = [];
  const load = () => loadCodebook(settings.codebook, settings.paths, io);
  const read = await readStudy(load, { settings, io, progress }, (found) => {
    sizes = found.map(({ path }) => io.stampOf(path)?.bytes ?? 0);
    const range = divideFiles(sizes, shard);
    tellShard(shard, sizes, range, io);
    return range;
  });
  if (!('files' in read)) return giveUp(read.messages, io, 'the codebook has errors; nothing was coded').exitCode;
  // Codes that are not in the book are told before the work and not after it.
  const selection = new Selection(read.codebook, settings.selection);
  const header = makeHeader(read, { shard, sizes, settings });
  const files = await ShardFiles.open(header, { ...place, settings, selection }, io);
  const forget = io.onInterrupt(() => {
    files.abandon();
    return undefined;
  });
  try {
    const { messages, failures, waiting } = await codeShard(read, { shard, settings, progress, files });
    const { before, reading, tables, variables } = read.told;
    const told = [...before, ...reading, ...tables, ...variables, ...messages, ...reportWaiting(waiting, settings)];
    if (settings.strict && failures > 0) return giveUp(told, io, 'stopped because of --strict').exitCode;
    files.finish();
    tellMessages(told, io, settings.quiet);
    if (!settings.quiet) io.err(`\nPart in ${files.path}; merge it with the others when all are there.\n`);
    return failures > 0 ? 1 : 0;
  } finally {
    forget();
    files.abandon();
  }
}

export interface ShardTask {
  shard: AskedShard;
  /** Folder for the part. */
  output: string;
}

interface ShardWork {
  shard: AskedShard;
  settings: Settings;
  progress: Progress;
  files: ShardFiles;
}

/** A transcript whose speakers hang on other parts goes into the part as it was read. */
async function codeShard(read: StudyRead, { shard, settings, progress, files }: ShardWork) {
  const labels = new KnownLabels(read.labels, shard.count === 1);
  const messages: Message[] = [];
  const work: CodingWork = { codebook: read.codebook, labels, settings, messages: [], failed: [] };
  const coder = new SourceCoder(work);
  const indexOf = new Map(listCodes(read.codebook).map(({ code, index }) => [code.id, index]));
  const placeOf = new Map(read.found.map((file, index) => [file, index]));
  let failures = read.failedFolders.length + read.failed.length;
  let waiting = 0;
  progress.start('Coding', read.files.length);
  for (const file of read.files) {
    const index = placeOf.get(file.file) ?? 0;
    const source = await file.load();
    labels.takeOpen();
    const document = coder.code(file, source);
    const told = work.messages.splice(0);
    const [refused] = work.failed.splice(0);
    await progress.step();
    if (labels.takeOpen()) {
      files.add(packWaiting(file, index, source));
      waiting++;
      continue;
    }
    messages.push(...told);
    if (document) files.add(packCoded(document, told, { index, indexOf }), document);
    else if (refused) {
      files.add({ index, told: told.map(packMessage), refused: packFailure(refused) });
      failures++;
    }
  }
  progress.clear();
  return { messages, failures, waiting };
}

function packWaiting({ document, frontMatter, told }: ReadFile, index: number, source: Source): WaitingLine {
  return { index, document, source: packSource(source), frontMatter, readingTold: told.map(packMessage) };
}

function makeHeader(
  read: StudyRead,
  { shard: { index, count }, sizes, settings }: { shard: AskedShard; sizes: number[]; settings: Settings },
): PartHeader {
  const { loaded, codebook, found, files, told } = read;
  const placeOf = new Map(found.map((file, at) => [file, at]));
  return {
    kind: PART_KIND,
    partFormat: PART_FORMAT,
    program: { name: 'code-transcripts', version, format: RESULT_FORMAT },
    shard: { index, count },
    codebook: {
      path: loaded.path,
      sha256: loaded.sha256,
      origin: loaded.origin,
      book: codebook,
      bases: loaded.bases.map(({ path, sha256 }) => ({ path, sha256 })),
    },
    settings: pickPartSettings(settings),
    files: found.map((file, at) => ({ ...file, size: sizes[at] ?? 0 })),
    failedFolders: read.failedFolders.map(packFailure),
    variables: read.tables,
    before: told.before.map(packMessage),
    tables: told.tables.map(packMessage),
    reading: told.reading.map(packMessage),
    conflicts: told.variables.map(packMessage),
    failed: read.failed.map(packFailure),
    read: files.map(({ file, sha256 }) => [placeOf.get(file) ?? 0, sha256]),
    labels: packLabels(read.labels),
  };
}

/** What was taken out of the environment is told in any case. */
function tellShard(shard: AskedShard, sizes: readonly number[], { from, to }: { from: number; to: number }, io: Io) {
  const add = (some: readonly number[]) => some.reduce((sum, size) => sum + size, 0);
  const [unit, bytes] = add(sizes) >= 1e6 ? (['MB', 1e6] as const) : (['kB', 1e3] as const);
  const show = (some: readonly number[]) => (add(some) / bytes).toFixed(1);
  const origin = shard.origin === undefined ? '' : ` (${shard.origin})`;
  const size = `${to - from} of ${sizes.length} files, ${show(sizes.slice(from, to))} of ${show(sizes)} ${unit}`;
  io.err(`Shard ${describeShard(shard)}${origin}: ${size}\n`);
}

function reportWaiting(waiting: number, { parquet }: Settings): Message[] {
  if (waiting === 0) return [];
  const documents = waiting === 1 ? '1 transcript waits' : `${waiting} transcripts wait`;
  const reason = `${documents} for merging: whether a name in it is a speaker's depends on the other shards`;
  if (!parquet) return [createMessage(reason, { rule: 'waiting', severity: 'information' })];
  const hint = 'it is not in the Parquet files of this shard, but in those that merge writes';
  return [createMessage(reason, { rule: 'waiting', severity: 'warning', hint })];
}
