/** What a run does: flags and defaults resolved into one value. */
import type { Unit } from './model.ts';
import { TABLE_OPTIONS, type TableOptions } from './tables/analysis.ts';
import type { SelectionRequest } from './tables/selection.ts';
import type { ColumnMapping } from './transcript/source.ts';

/** Flags as commander hands them over; lists and numbers are already parsed. */
export interface Flags extends Partial<TableOptions>, SelectionRequest {
  codebook?: string;
  output?: string;
  unit?: Unit;
  language?: string;
  interviewer?: string[];
  respondent?: string[];
  columns?: ColumnMapping;
  includeInterviewer?: boolean;
  numbers?: boolean;
  excel?: boolean;
  /** `3/16` or `slurm`. */
  shard?: string;
  /** Files of codings in the place of the program's own; `auto` stands for these. */
  codings?: string[];
  coder?: string[];
  parquet?: boolean;
  strict?: boolean;
  force?: boolean;
  watch?: boolean;
  cache?: boolean;
  jobs?: number;
  quiet?: boolean;
  color?: boolean;
  format?: string;
  show?: string;
  /** The one document that is looked at, as it may be called. */
  document?: string;
  /** In percent. */
  maxChange?: number;
  /** Of `check`. */
  transcripts?: string[];
  baseline?: string;
  writeBaseline?: string;
  fix?: boolean;
  explain?: string;
  maxWarnings?: number;
  /** The sentence as context. */
  sentence?: boolean;
}

export interface Settings {
  paths: string[];
  codebook?: string;
  output?: string;
  unit: Unit;
  language?: string;
  interviewers: string[];
  respondents: string[];
  /** Columns of transcripts that are tables, where their headings do not say it. */
  columns?: ColumnMapping;
  includeInterviewer: boolean;
  /** The one document that is looked at, as it may be called; all when left out. */
  document?: string;
  /** What of the study is counted. */
  selection: SelectionRequest;
  /** What is asked of the tables. */
  table: TableOptions;
  numbers: boolean;
  excel: boolean;
  /** As asked for; all of the study when left out. */
  shard?: string;
  /** Files of codings, and `auto`; else the configuration says it. */
  codings?: string[];
  /** Only these coders; else the configuration says it. */
  coders?: string[];
  /** Whether codings and segments are written for databases too. */
  parquet: boolean;
  strict: boolean;
  /** Whether what was read is kept for the next run; else the configuration says it. */
  cache?: boolean;
  /** Most files that are read at a time; as many as there are processors when left out. */
  jobs?: number;
  force: boolean;
  quiet: boolean;
  color: boolean;
  /** As asked for; else it follows from the output. */
  format?: string;
}

/** Flags over defaults. */
export function resolveSettings(paths: string[], flags: Flags): Settings {
  const { codebook, output, language, columns, document, cache, jobs } = flags;
  return {
    paths,
    ...(codebook === undefined ? {} : { codebook }),
    ...(output === undefined ? {} : { output }),
    ...(language === undefined ? {} : { language }),
    ...(columns === undefined ? {} : { columns }),
    ...(document === undefined ? {} : { document }),
    ...(flags.shard === undefined ? {} : { shard: flags.shard }),
    ...(flags.codings === undefined ? {} : { codings: flags.codings }),
    ...(flags.coder === undefined ? {} : { coders: flags.coder }),
    ...(cache === undefined ? {} : { cache }),
    ...(jobs === undefined ? {} : { jobs }),
    ...(flags.format === undefined ? {} : { format: flags.format }),
    unit: flags.unit ?? 'paragraph',
    interviewers: flags.interviewer ?? [],
    respondents: flags.respondent ?? [],
    includeInterviewer: flags.includeInterviewer ?? false,
    selection: pickSelection(flags),
    table: pickTableOptions(flags),
    numbers: flags.numbers ?? false,
    excel: flags.excel ?? false,
    parquet: flags.parquet ?? false,
    strict: flags.strict ?? false,
    force: flags.force ?? false,
    quiet: flags.quiet ?? false,
    color: flags.color ?? true,
  };
}

function pickTableOptions(flags: Flags): TableOptions {
  const given = TABLE_OPTIONS.filter((name) => flags[name] !== undefined).map((name) => [name, flags[name]]);
  return { aggregate: 'distinct', ...Object.fromEntries(given) };
}

function pickSelection({ where, codes }: Flags): SelectionRequest {
  return { ...(where ? { where } : {}), ...(codes ? { codes } : {}) };
}
