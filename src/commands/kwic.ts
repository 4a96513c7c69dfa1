/** Keyword in context: every hit of one term, without a codebook. */
import type { Io } from '../io.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { readTerm } from '../study/read-term.ts';
import type { ExitCode } from '../study/run-study.ts';
import type { CreateFold } from '../tables/analysis.ts';
import { createKwic } from '../tables/kwic.ts';
import { writeAnalysis } from './table.ts';

const DEFAULT_CONTEXT = 8;

/** Exit codes as for every table; 2 for a term that cannot be read. A term without a hit is no error. */
export function run(term: string, paths: string[], flags: Flags, io: Io): Promise<ExitCode> {
  const context = flags.sentence ? 'sentence' : (flags.context ?? DEFAULT_CONTEXT);
  const codebook = readTerm(term);
  const create: CreateFold = (_codebook, _options, createList) =>
    createKwic({ term: term.replace(/\s+/g, ' ').trim(), context }, createList);
  return writeAnalysis({ create }, resolveSettings(paths, flags), io, { codebook });
}
