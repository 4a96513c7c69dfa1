/** Who was not coded, and what share of all that was said is theirs. */
import type { Column, Row } from '../../../model.ts';
import { percent } from '../../../tables/notes.ts';
import type { PackedDocument } from '../../report-data.ts';
import { DataTable } from './data-table.tsx';

export function UncodedSpeakers({ documents }: { documents: readonly PackedDocument[] }) {
  const all = documents.flatMap(({ speakers }) => speakers);
  const spoken = sumWords(all);
  const uncoded = sumWords(all.filter(({ coded }) => !coded));
  const rows = documents.flatMap(({ name, speakers }): Row[] => {
    const silent = speakers.filter(({ coded }) => !coded);
    const names = silent.map(({ speaker }) => speaker ?? 'without a name').join(', ');
    const words = sumWords(silent);
    return silent.length === 0
      ? []
      : [{ kind: 'body', cells: [name, names, words, percent(words, sumWords(speakers))] }];
  });
  return (
    <>
      <h2>Who was not coded</h2>
      {rows.length === 0 ? (
        <p>Everybody was coded.</p>
      ) : (
        <>
          <p>
            {uncoded} of {spoken} words ({percent(uncoded, spoken)?.toFixed(1)} %) are of speakers that are not coded.
          </p>
          <DataTable caption="Speakers that were not coded" columns={COLUMNS} rows={rows} />
        </>
      )}
    </>
  );
}

const COLUMNS = [
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'speakers', title: 'Not coded', kind: 'text' },
  { key: 'words', title: 'Words', kind: 'integer' },
  { key: 'share', title: '% of its words', kind: 'percent' },
] as const satisfies Column[];

function sumWords(speakers: readonly { words: number }[]): number {
  return speakers.reduce((sum, { words }) => sum + words, 0);
}
