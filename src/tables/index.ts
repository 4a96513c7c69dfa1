/** The analyses; to add one, write its file and put it in this list. Each is a command and a file among the results. */
import type { Analysis } from './analysis.ts';
import { codeFrequencies } from './code-frequencies.ts';
import { codeMatrix } from './code-matrix.ts';
import { codedSegments } from './coded-segments.ts';
import { documents } from './documents.ts';

/** An analysis that is a command only: it helps to make a codebook, and is no result of coding with it. Loaded when it runs. */
export interface Exploration extends Omit<Analysis, 'create'> {
  load(): Promise<Analysis['create']>;
}

export const explorations = [
  {
    name: 'words',
    command: 'words',
    summary:
      'words and two-word phrases that are typical of segments without a code, to find new themes (50, or --top)',
    options: ['top', 'two'],
    load: async () => (await import('./typical-words.ts')).createTypicalWords,
  },
] as const satisfies readonly Exploration[];

export const analyses = [codeMatrix, codeFrequencies, codedSegments, documents] as const satisfies readonly Analysis[];
