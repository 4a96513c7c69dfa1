/** Runs analyses over a study: opens it, codes every document once, tells what there is to tell. */
import type { Io } from '../io.ts';
import type { Codebook, Message, Table } from '../model.ts';
import type { Settings } from '../settings.ts';
import type { Fold, Gatherer } from '../tables/analysis.ts';
import { Coders } from '../tables/coders.ts';
import { Selection } from '../tables/selection.ts';
import { compareNames } from '../text/compare.ts';
import { type PreparedRun, prepareCodings } from './codings/prepare-codings.ts';
import { type CodedStudy, openStudy, type StudyDocument } from './open-study.ts';
import { pickDocument } from './pick-document.ts';
import { Progress } from './progress.ts';
import type { RunFile } from './run-file.ts';
import type { FileReader } from './source-reader.ts';
import { giveUp, SpeakerSummary, tellCodebook, tellFailed, tellMessages } from './tell.ts';

/** Exit codes: 0 fine, 1 some transcripts could not be used, 2 nothing could. */
export type ExitCode = 0 | 1 | 2;

export interface FinishedStudy {
  /** With the codes that are shown. */
  study: CodedStudy;
  tables: Table[];
  documents: RunFile['documents'];
  /** Paths of those that the selection leaves out. */
  leftOut: string[];
  /** What the selection keeps, in sentences. */
  selected: string[];
  /** Coded segments of each coder. */
  coders: ReadonlyMap<string, number>;
  exitCode: 0 | 1;
}

export interface RunOptions {
  /** In place of one from a file. */
  codebook?: Codebook | undefined;
  /** The tables say what is told of single documents, so that only errors are told beside them. */
  hasRemarks?: boolean;
  /** Take the documents as the folds do, and end in something else than tables. */
  createGatherers?: (codebook: Codebook) => Gatherer[];
  /** In place of reading and coding what the settings name. */
  open?: (() => Promise<CodedStudy>) | undefined;
  /** In place of one for this run alone; who hands it over ends it. */
  reader?: FileReader | undefined;
}

/** The tables of the folds in their order, or 2 with everything told. */
export async function runStudy(
  settings: Settings,
  io: Io,
  createFolds: (codebook: Codebook) => Fold[],
  { codebook, hasRemarks = false, createGatherers, reader, open }: RunOptions = {},
): Promise<FinishedStudy | { exitCode: 2 }> {
  const progress = new Progress(io, settings.quiet);
  const prepared: PreparedRun | { messages: Message[] } =
    open || codebook ? { settings, io } : await prepareCodings(settings, io);
  if ('messages' in prepared)
    return giveUp(prepared.messages, io, 'the codings could not be read; nothing was counted');
  const { handCodings } = prepared;
  const study = await (open
    ? open()
    : openStudy(prepared.settings, prepared.io, progress, { codebook, reader, handCodings }));
  if (!('documents' in study)) return giveUp(study.messages, io, 'the codebook has errors; nothing was coded');
  const selection = new Selection(study.codebook, settings.selection);
  const folds = createFolds(selection.codebook);
  const gatherers = [...folds, ...(createGatherers?.(selection.codebook) ?? [])];
  const speakers = new SpeakerSummary();
  const coders = new Coders();
  const remarks = new Set<Message>();
  progress.start('Coding', study.fileCount);
  const documents: RunFile['documents'] = [];
  const leftOut: string[] = [];
  const picked = settings.document === undefined ? study.documents : [await pickDocument(study, settings.document)];
  for await (const whole of picked) {
    await progress.step();
    const document = selection.apply(whole);
    if (!document) {
      leftOut.push(whole.file.relativePath);
      continue;
    }
    for (const gatherer of gatherers) gatherer.add(document);
    speakers.add(document.speakers);
    coders.add(document);
    if (hasRemarks) for (const message of document.messages) remarks.add(message);
    documents.push(summarize(document));
  }
  progress.clear();
  if (documents.length + leftOut.length === 0) return giveUp(study.messages, io, 'no transcript could be used');
  if (settings.strict && study.failed.length > 0) return giveUp(study.messages, io, 'stopped because of --strict');
  study.messages.push(...selection.finish());
  if (documents.length === 0) return giveUp(study.messages, io, 'no document meets the condition of --where');
  tellCodebook(study.loaded, io, settings.quiet);
  // In the order of files, whatever it was that they failed at.
  study.failed.sort((a, b) => compareNames(a.path, b.path));
  for (const file of study.failed) for (const gatherer of gatherers) gatherer.fail?.(file);
  tellMessages(
    study.messages.filter((message) => !remarks.has(message)),
    io,
    settings.quiet,
  );
  speakers.tell(io, settings.quiet);
  tellFailed(study.failed.length, documents.length, io);
  const selected = selection.describe();
  // What is left out stands first among the notes, since it concerns every number.
  const tables = folds.map((fold) => addNotes(fold.finish(), selected));
  const shown = { ...study, codebook: selection.codebook };
  return {
    study: shown,
    tables,
    documents,
    leftOut,
    selected,
    coders: coders.counts,
    exitCode: study.failed.length > 0 ? 1 : 0,
  };
}

function addNotes(table: Table, notes: readonly string[]): Table {
  return { ...table, notes: [...notes, ...table.notes] };
}

function summarize({
  transcript,
  file,
  sha256,
  segments,
  codings,
  words,
  speakers,
}: StudyDocument): RunFile['documents'][number] {
  const { document, group, language } = transcript;
  return {
    document,
    ...(group === undefined ? {} : { group }),
    path: file.relativePath,
    language,
    sha256,
    segments: segments.length,
    codings: codings.length,
    words,
    speakers,
  };
}
