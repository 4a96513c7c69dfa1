/** The analyses; to add one, write its file and put it in this list. Each is a command and a file among the results. */
import type { Analysis } from './analysis.ts';
import { codeFrequencies } from './code-frequencies.ts';
import { codeMatrix } from './code-matrix.ts';
import { codedSegments } from './coded-segments.ts';
import { documents } from './documents.ts';
import { typicalWords } from './typical-words.ts';

/** Analyses that are commands only: they help to make a codebook, and are no result of coding with it. */
export const explorations = [typicalWords] as const satisfies readonly Analysis[];

export const analyses = [codeMatrix, codeFrequencies, codedSegments, documents] as const satisfies readonly Analysis[];
