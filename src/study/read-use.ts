/** What a codebook finds in the transcripts that a check was given. */
import type { Io } from '../io.ts';
import { type CodebookUse, CodebookUseFold } from '../lint/codebook-use.ts';
import type { Settings } from '../settings.ts';
import type { LoadedCodebook } from './load-codebook.ts';
import { openStudy } from './open-study.ts';
import { Progress } from './progress.ts';
import { giveUp, tellMessages } from './tell.ts';

export interface ReadUse {
  /** Missing when nothing could be coded. */
  use?: CodebookUse;
  /** True paths of all that was read. */
  inputs: string[];
  exitCode: 0 | 1 | 2;
}

/** Codes all transcripts once, and tells what reading them told. Throws a usage error for bad paths. */
export async function readUse({ location }: LoadedCodebook, settings: Settings, io: Io): Promise<ReadUse> {
  const progress = new Progress(io, settings.quiet);
  const study = await openStudy({ ...settings, codebook: location }, io, progress);
  if (!('documents' in study))
    return { inputs: [], exitCode: giveUp(study.messages, io, 'nothing was coded').exitCode };
  const fold = new CodebookUseFold(study.codebook);
  let documents = 0;
  for await (const document of study.documents) {
    fold.add(document);
    documents++;
  }
  progress.clear();
  const inputs = [...study.inputs];
  if (documents === 0) return { inputs, exitCode: giveUp(study.messages, io, 'no transcript could be used').exitCode };
  // What reading a codebook tells stands among its findings.
  const told = new Set(study.loaded.messages);
  tellMessages(
    study.messages.filter((message) => !told.has(message)),
    io,
    settings.quiet,
  );
  return { use: fold.finish(), inputs, exitCode: study.failed.length > 0 ? 1 : 0 };
}
