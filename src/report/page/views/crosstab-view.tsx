/** The crosstab: codes by the values of a document variable. */
import { createCrosstab } from '../../../tables/crosstab.ts';
import { listAttributes } from '../columns.ts';
import type { Shown } from '../shown.ts';
import { CodeGrid } from './code-grid.tsx';

export function CrosstabView({ shown }: { shown: Shown }) {
  const [first, ...others] = listAttributes(shown.study);
  if (!first)
    return (
      <>
        <h1 tabIndex={-1}>Crosstab</h1>
        <p>
          There is nothing to compare: documents have no variables and no groups, or do not differ in them. Variables
          stand at the top of a transcript between two lines of three hyphens, or in documents.csv beside it.
        </p>
      </>
    );
  return <CodeGrid shown={shown} analysis={createCrosstab} drawing="numbers" kinds={[first, ...others]} />;
}
