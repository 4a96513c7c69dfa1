/** Codes the transcripts of a study with two codebooks, each file read once, and gathers what changes. */
import type { Io } from '../io.ts';
import type { Codebook, Message } from '../model.ts';
import type { Settings } from '../settings.ts';
import { type ChangesOptions, CodeChanges } from '../tables/code-changes.ts';
import { createMessage } from '../text/messages.ts';
import { type ReadFile, SourceCoder } from './code-sources.ts';
import type { LoadedCodebook } from './load-codebook.ts';
import { openStudyWith } from './open-study.ts';
import { Progress } from './progress.ts';

import { giveUp, SpeakerSummary, tellMessages } from './tell.ts';

export interface BookPair {
  before: LoadedCodebook & { codebook: Codebook };
  after: LoadedCodebook & { codebook: Codebook };
}

export interface Comparison {
  settings: Settings;
  io: Io;
  options: ChangesOptions;
}

export interface ComparedStudy {
  changes: CodeChanges;
  /** True paths of everything that was read. */
  inputs: ReadonlySet<string>;
  exitCode: 0 | 1;
}

/** The changes, or 2 with everything told. Throws a usage error for bad paths. */
export async function compareStudy(
  { before, after }: BookPair,
  { settings, io, options }: Comparison,
): Promise<ComparedStudy | { exitCode: 2 }> {
  const progress = new Progress(io, settings.quiet);
  const study = await openStudyWith(() => after, { settings, io, progress });
  if (!('files' in study)) return giveUp(study.messages, io, 'nothing was compared');
  const { messages, failed, files, labels } = study;
  messages.unshift(...before.messages);
  const old = new SourceCoder({ codebook: before.codebook, labels, settings, messages: [], failed: [] });
  const coder = new SourceCoder({ codebook: after.codebook, labels, settings, messages, failed });
  const changes = new CodeChanges(before.codebook, after.codebook, options);
  const speakers = new SpeakerSummary();
  let compared = 0;
  progress.start('Coding', files.length);
  for (const file of files) {
    const source = await file.load();
    const pair = { before: old.code(file, source), after: coder.code(file, source) };
    if (pair.after && !pair.before) messages.push(reportOneSided(file, before.path));
    if (pair.before && !pair.after) messages.push(reportOneSided(file, after.path));
    const document = pair.after ?? pair.before;
    if (document) {
      compared++;
      speakers.add(document.speakers);
      changes.add({ ...(pair.before ? { before: pair.before } : {}), ...(pair.after ? { after: pair.after } : {}) });
    }
    await progress.step();
  }
  coder.finish();
  progress.clear();
  if (compared === 0) return giveUp(messages, io, 'no transcript could be used');
  if (settings.strict && failed.length > 0) return giveUp(messages, io, 'stopped because of --strict');
  tellMessages(messages, io, settings.quiet);
  speakers.tell(io, settings.quiet);
  return { changes, inputs: study.inputs, exitCode: failed.length > 0 ? 1 : 0 };
}

/** What only one of the books can code is all gained or all lost, which is not what its terms did. */
function reportOneSided({ file }: ReadFile, codebook: string): Message {
  const reason = `${codebook} has no terms in the language of this transcript; its coded segments count as 0 there`;
  return createMessage(reason, { rule: 'coded-by-one', severity: 'warning', path: file.path });
}
