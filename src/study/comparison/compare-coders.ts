/** Compares coders over a study: reads their codings, codes the transcripts where the program is one of them, and gathers. */
import { dirname } from 'node:path';
import { listCodes } from '../../codebook/code-tree.ts';
import { AUTOMATIC_CODER } from '../../coding/code-transcript.ts';
import type { Io } from '../../io.ts';
import type { Settings } from '../../settings.ts';
import { CoderComparison } from '../../tables/comparison/coder-comparison.ts';
import type { ComparedCoders } from '../../tables/comparison/compared-coders.ts';
import { selectCodes } from '../../tables/select-codes.ts';
import { type ReadCodings, readCodings } from '../codings/read-codings.ts';
import { openStudy, type Study } from '../open-study.ts';
import { Progress } from '../progress.ts';
import { giveUp, SpeakerSummary, tellCodebook, tellMessages } from '../tell.ts';
import { type CoderChoice, type PickedCoders, pickCoders } from './pick-coders.ts';
import { findProjectTexts } from './project-texts.ts';
import { tellCodersApart } from './tell-coders-apart.ts';

export interface CodersRequest extends CoderChoice, Pick<ComparedCoders, 'match' | 'overlap'> {
  /** Files of codings, and `auto`. */
  sources: readonly string[];
  /** Whether a document without a coding of a coder is one in which the coder found nothing. */
  countEmpty: boolean;
}

export interface ComparedStudy {
  comparison: CoderComparison;
  study: Study;
  files: ReadCodings['files'];
  exitCode: 0 | 1;
}

/** The comparison, or 2 with everything told. Throws a usage error for bad paths, unknown coders and codes. */
export async function compareCoders(
  request: CodersRequest,
  settings: Settings,
  io: Io,
): Promise<ComparedStudy | { exitCode: 2 }> {
  const hasAutomatic = request.sources.includes(AUTOMATIC_CODER);
  const files = request.sources.filter((source) => source !== AUTOMATIC_CODER);
  const read = await readCodings({ files, hasAutomatic, coders: [] }, io);
  if ('messages' in read) return giveUp(read.messages, io, 'the codings could not be read; nothing was compared');
  const apart = tellCodersApart(read);
  // Why there are too few would be lost with the error.
  if (apart.coders.length < 2)
    tellMessages(
      read.files.flatMap(({ set }) => set.messages),
      io,
      settings.quiet,
    );
  const picked = pickCoders(apart.coders, request);
  const findsTerms = hasAutomatic && picked.coders.includes(AUTOMATIC_CODER);
  const progress = new Progress(io, settings.quiet);
  const texts = settings.paths.length > 0 ? undefined : findProjectTexts(apart, io);
  const beside = [...new Set(files.map((path) => dirname(path)))];
  const paths = settings.paths.length > 0 ? settings.paths : texts ? [texts.path] : beside;
  // What stands in a project is written nowhere else.
  const opened = texts ? { ...settings, paths, cache: false } : { ...settings, paths };
  const study = await openStudy(opened, texts?.io ?? io, progress, {
    handCodings: { ...(texts?.read ?? apart), hasAutomatic: findsTerms, findsTerms, coders: picked.coders },
  });
  if (!('files' in study)) return giveUp(study.messages, io, 'the codebook has errors; nothing was compared');
  const comparison = createComparison(study, { request, settings, picked });
  const speakers = new SpeakerSummary();
  let documents = 0;
  progress.start('Coding', study.fileCount);
  for await (const document of study.documents) {
    await progress.step();
    comparison.add(document);
    speakers.add(document.speakers);
    documents++;
  }
  progress.clear();
  if (documents === 0) return giveUp(study.messages, io, 'no transcript could be used');
  if (settings.strict && study.failed.length > 0) return giveUp(study.messages, io, 'stopped because of --strict');
  if (comparison.tally.documents === 0)
    return giveUp(study.messages, io, `no document was coded by two of ${picked.coders.join(', ')}`);
  tellCodebook(study.loaded, io, settings.quiet);
  tellMessages(study.messages, io, settings.quiet);
  speakers.tell(io, settings.quiet);
  return { comparison, study, files: read.files, exitCode: study.failed.length > 0 ? 1 : 0 };
}

function createComparison(
  { codebook }: Study,
  { request, settings, picked }: { request: CodersRequest; settings: Settings; picked: PickedCoders },
): CoderComparison {
  const { codes } = settings.selection;
  const compared: ComparedCoders = {
    ...picked,
    codes: listCodes(codes ? selectCodes(codebook, codes) : codebook),
    unit: settings.unit,
    match: request.match,
    overlap: request.overlap,
  };
  return new CoderComparison(compared, { countEmpty: request.countEmpty, everywhere: new Set([AUTOMATIC_CODER]) });
}
