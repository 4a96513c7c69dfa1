/** The code matrix: codes by documents, groups or speakers. */
import { createCodeMatrix } from '../../../tables/code-matrix.ts';
import { DOCUMENTS, listAttributes } from '../columns.ts';
import type { Shown } from '../shown.ts';
import { CodeGrid } from './code-grid.tsx';

export function MatrixView({ shown }: { shown: Shown }) {
  const groups = listAttributes(shown.study).filter(({ value }) => value === 'group');
  return (
    <CodeGrid
      shown={shown}
      analysis={createCodeMatrix}
      drawing="circles"
      kinds={[DOCUMENTS, ...groups, { value: 'speaker', title: 'Speakers' }]}
    />
  );
}
