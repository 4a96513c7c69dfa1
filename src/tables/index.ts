/** The analyses; to add one, write its file and put it in this list. Each is a command, and loaded when it runs. */
import type { Analysis } from './analysis.ts';
import { PLACES, RELATION_VALUES } from './describe-relations.ts';
import { frequencyCounts } from './frequency-counts.ts';
import { measures } from './measures.ts';
import { CODE_ORDERS } from './sort-codes.ts';

export const analyses = [
  {
    name: 'code-matrix',
    command: 'matrix',
    summary: 'codes by documents: the number of coded segments',
    options: ['by', 'value', 'binary', 'aggregate', 'depth', 'sort', 'hideEmpty', 'transpose', 'numbers'],
    choices: { value: measures.map(({ name }) => name), sort: CODE_ORDERS },
    isResult: true,
    load: async () => (await import('./code-matrix.ts')).createCodeMatrix,
  },
  {
    name: 'code-frequencies',
    command: 'frequencies',
    summary: 'coded segments and documents per code, with percentages',
    options: ['count', 'by', 'aggregate', 'depth', 'sort'],
    choices: { count: frequencyCounts.map(({ name }) => name), sort: CODE_ORDERS },
    isResult: true,
    load: async () => (await import('./code-frequencies.ts')).createCodeFrequencies,
  },
  {
    name: 'code-relations',
    command: 'relations',
    summary: 'codes by codes: in how many segments or documents two codes occur together, or near each other',
    options: ['within', 'distance', 'value', 'depth', 'long', 'top'],
    choices: { within: PLACES, value: RELATION_VALUES },
    isResult: true,
    load: async () => (await import('./code-relations.ts')).createCodeRelations,
  },
  {
    name: 'coded-segments',
    command: 'segments',
    summary: 'every coded segment with its text, place, terms and document variables',
    options: ['sort', 'top', 'perCode', 'context'],
    choices: { sort: ['document', 'code', 'weight'] },
    isResult: true,
    load: async () => (await import('./coded-segments.ts')).createCodedSegments,
  },
  {
    name: 'saturation',
    command: 'saturation',
    summary: 'new codes per document, in the order of the study, and what any order would give',
    options: ['order', 'levels'],
    isResult: true,
    load: async () => (await import('./saturation.ts')).createSaturation,
  },
  {
    name: 'documents',
    command: 'documents',
    summary: 'how every file was understood: language, speakers and roles, turns, words, what was guessed',
    options: ['show'],
    hasRemarks: true,
    isResult: true,
    load: async () => (await import('./documents.ts')).createDocuments,
  },
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
] as const satisfies readonly Analysis[];

/** Those that are files among the results. */
export const results: readonly Analysis[] = analyses.filter((analysis: Analysis) => analysis.isResult);
