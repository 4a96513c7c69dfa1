/** Gathers what `run.json` says of a finished run. */
import type { Settings } from '../settings.ts';
import { compareNames } from '../text/compare.ts';
import { languages } from '../text/languages/index.ts';
import { version } from '../version.ts';
import { RESULT_FORMAT, type RunFile } from './run-file.ts';
import type { FinishedStudy } from './run-study.ts';

/** `files` are the names of all files of the result but run.json. */
export function describeRun(
  { study, documents, leftOut, coders }: FinishedStudy,
  settings: Settings,
  files: string[],
): RunFile {
  const { loaded, codebook, codings, failed, tables } = study;
  const { unit, includeInterviewer, interviewers, respondents, columns, selection, table, language, excel } = settings;
  const total = (key: 'segments' | 'words' | 'codings') => documents.reduce((sum, document) => sum + document[key], 0);
  return {
    program: { name: 'code-transcripts', version, format: RESULT_FORMAT },
    stemmers: Object.fromEntries(languages.map(({ code, stemmer }) => [code, stemmer])),
    codebook: {
      path: fileName(loaded.path),
      name: codebook.name,
      ...(codebook.version ? { version: codebook.version } : {}),
      sha256: loaded.sha256,
      ...(loaded.bases.length === 0
        ? {}
        : { extends: loaded.bases.map(({ path, sha256 }) => ({ path: fileName(path), sha256 })) }),
    },
    settings: {
      unit,
      includeInterviewer,
      interviewers,
      respondents,
      ...(columns ? { columns } : {}),
      ...(selection.where ? { where: selection.where.text } : {}),
      ...(selection.codes ? { codes: selection.codes } : {}),
      aggregate: table.aggregate,
      depth: table.depth ?? null,
      ...(table.perCode === undefined ? {} : { quotesPerCode: table.perCode }),
      language: language ?? null,
      excel,
    },
    ...(tables.length === 0
      ? {}
      : { variables: tables.map(({ relativePath, sha256 }) => ({ path: relativePath, sha256 })) }),
    ...(codings
      ? {
          codings: codings.files.map(({ path, sha256 }) => ({ path: fileName(path), sha256 })),
          coders: [...coders]
            .sort(([a], [b]) => compareNames(a, b))
            .map(([coder, count]) => ({ coder, codings: count })),
        }
      : {}),
    documents,
    counts: {
      documents: documents.length,
      segments: total('segments'),
      words: total('words'),
      codings: total('codings'),
    },
    ...(leftOut.length === 0 ? {} : { leftOut }),
    failed: failed.map(({ path }) => path),
    files,
  };
}

/** Folders may tell who somebody is. */
function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
