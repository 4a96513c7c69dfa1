/** `documents --show NAME`: one transcript as the program sees it, to stdout or to a file. */
import type { Io } from '../io.ts';
import type { Table } from '../model.ts';
import { writeTranscriptJson } from '../output/transcript-json.ts';
import { writeTranscriptLines, writeTranscriptView } from '../output/transcript-view.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { openStudy } from '../study/open-study.ts';
import { pickDocument } from '../study/pick-document.ts';
import { Progress } from '../study/progress.ts';
import type { ExitCode } from '../study/run-study.ts';
import { writeTableFile } from '../study/table-file.ts';
import { giveUp } from '../study/tell.ts';
import { UsageError } from '../study/usage-error.ts';
import { createDocuments } from '../tables/documents.ts';
import { chooseFormat } from './table.ts';
import { writeOptions } from './write-options.ts';

/** All transcripts are read, since speaker labels are recognised over the whole study; nothing is told of the others. */
export async function run(name: string, paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const settings = resolveSettings(paths, flags);
  const format = chooseFormat(settings).name;
  if (format !== 'terminal' && format !== 'json')
    throw new UsageError(`A transcript is shown as text or json, not as ${format}`);
  const progress = new Progress(io, settings.quiet);
  const study = await openStudy(settings, io, progress);
  progress.clear();
  if (!('documents' in study)) return giveUp(study.messages, io, 'the codebook has errors; nothing was read').exitCode;
  const document = await pickDocument(study, name);
  const fold = createDocuments();
  fold.add(document);
  const write = (forEye: boolean) =>
    format === 'json' ? writeTranscriptJson(document) : writeText(fold.finish(), forEye);
  const writeText = (record: Table, forEye: boolean) =>
    forEye ? writeTranscriptView(document, record, writeOptions(settings, io)) : writeTranscriptLines(document, record);
  if (settings.output === undefined) io.out(write(io.outIsTerminal));
  else writeTableFile(settings.output, write(false), study, io);
  return 0;
}
