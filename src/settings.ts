/** What a run does: flags and defaults resolved into one value. */
import type { Unit } from './model.ts';
import type { ColumnMapping } from './transcript/source.ts';

/** Flags as commander hands them over; lists and numbers are already parsed. */
export interface Flags {
  codebook?: string;
  output?: string;
  unit?: Unit;
  language?: string;
  interviewer?: string[];
  respondent?: string[];
  columns?: ColumnMapping;
  includeInterviewer?: boolean;
  aggregate?: 'distinct' | 'sum';
  depth?: number;
  numbers?: boolean;
  excel?: boolean;
  strict?: boolean;
  force?: boolean;
  quiet?: boolean;
  color?: boolean;
  format?: string;
  show?: string;
  /** In percent. */
  maxChange?: number;
  /** Of `check`. */
  transcripts?: string[];
  baseline?: string;
  writeBaseline?: string;
  fix?: boolean;
  explain?: string;
  maxWarnings?: number;
  top?: number;
  two?: boolean;
  /** Words of context. */
  context?: number;
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
  aggregate: 'distinct' | 'sum';
  depth?: number;
  /** Most rows, of a table that would be too long. */
  top?: number;
  /** Two-word phrases in place of single words. */
  two: boolean;
  numbers: boolean;
  excel: boolean;
  strict: boolean;
  force: boolean;
  quiet: boolean;
  color: boolean;
  /** As asked for; else it follows from the output. */
  format?: string;
}

/** Flags over defaults. */
export function resolveSettings(paths: string[], flags: Flags): Settings {
  const { codebook, output, language, depth, columns } = flags;
  return {
    paths,
    ...(codebook === undefined ? {} : { codebook }),
    ...(output === undefined ? {} : { output }),
    ...(language === undefined ? {} : { language }),
    ...(depth === undefined ? {} : { depth }),
    ...(columns === undefined ? {} : { columns }),
    ...(flags.top === undefined ? {} : { top: flags.top }),
    ...(flags.format === undefined ? {} : { format: flags.format }),
    unit: flags.unit ?? 'paragraph',
    interviewers: flags.interviewer ?? [],
    respondents: flags.respondent ?? [],
    includeInterviewer: flags.includeInterviewer ?? false,
    aggregate: flags.aggregate ?? 'distinct',
    two: flags.two ?? false,
    numbers: flags.numbers ?? false,
    excel: flags.excel ?? false,
    strict: flags.strict ?? false,
    force: flags.force ?? false,
    quiet: flags.quiet ?? false,
    color: flags.color ?? true,
  };
}
