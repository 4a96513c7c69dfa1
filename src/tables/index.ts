/** The analyses; to add one, write its file and put it in this list. Each is a command and a file among the results. */
import type { Analysis } from './analysis.ts';
import { codeFrequencies } from './code-frequencies.ts';
import { codeMatrix } from './code-matrix.ts';
import { codeRelations } from './code-relations.ts';
import { codedSegments } from './coded-segments.ts';
import { documents } from './documents.ts';
import { saturation } from './saturation.ts';
import { CODE_ORDERS } from './sort-codes.ts';

/** An analysis that is a command only: it helps to make a codebook, has to be told what to compare, or is looked at more than kept. Loaded when it runs. */
export interface Exploration extends Omit<Analysis, 'create'> {
  load(): Promise<Analysis['create']>;
}

export const explorations = [
  {
    name: 'crosstab',
    command: 'crosstab',
    summary: 'codes by a document variable, or by conditions on documents, with N and percentages',
    options: ['by', 'condition', 'value', 'aggregate', 'depth', 'sort', 'hideEmpty', 'numbers'],
    choices: {
      value: ['segments', 'row-percent', 'column-percent', 'percent-of-documents', 'documents'],
      sort: CODE_ORDERS,
    },
    load: async () => (await import('./crosstab.ts')).createCrosstab,
  },
  {
    name: 'codeline',
    command: 'codeline',
    summary: 'in which paragraphs of each document each code lies, drawn as strips',
    options: ['depth', 'document'],
    load: async () => (await import('./codeline.ts')).createCodeline,
  },
  {
    name: 'coverage',
    command: 'coverage',
    summary: 'how much of the text each code covers, in characters and words, and how much has no code',
    options: ['depth', 'parts'],
    load: async () => (await import('./coverage.ts')).createCoverage,
  },
  {
    name: 'uncoded-segments',
    command: 'uncoded',
    summary: 'every segment without a code, to read what the codebook misses',
    options: ['minWords'],
    load: async () => (await import('./uncoded-segments.ts')).createUncodedSegments,
  },
  {
    name: 'words',
    command: 'words',
    summary:
      'words and two-word phrases that are typical of segments without a code, to find new themes (at most 50, or --top)',
    options: ['top', 'two'],
    load: async () => (await import('./typical-words.ts')).createTypicalWords,
  },
  {
    name: 'quote-matrix',
    command: 'quote-matrix',
    summary: 'codes by documents, groups or variables: the quotes themselves side by side',
    options: ['by', 'depth'],
    load: async () => (await import('./quote-matrix.ts')).createQuoteMatrix,
  },
] as const satisfies readonly Exploration[];

export const analyses = [
  codeMatrix,
  codeFrequencies,
  codeRelations,
  codedSegments,
  saturation,
  documents,
] as const satisfies readonly Analysis[];
