/** Codebook changes: what was added to a codebook, removed, moved, renamed or changed, one row a change. */
import { type CodebookChange, diffCodebooks } from '../codebook/diff-codebooks.ts';
import type { Codebook, Column, Table } from '../model.ts';

/** The differences between two books; rows have the colour of their code. */
export function tabulateCodebookChanges(before: Codebook, after: Codebook): Table {
  const changes = diffCodebooks(before, after);
  return {
    name: 'codebook-changes',
    title: 'Codebook changes',
    columns: COLUMNS,
    rows: changes.map(({ change, what, code, language = '', before: was, after: is }) => ({
      kind: 'body',
      ...(code ? { code: code.code.id } : {}),
      ...(code?.code.color ? { color: code.code.color } : {}),
      cells: [change, what, code?.path ?? '', code?.code.id ?? '', language, was, is],
    })),
    notes: [
      describeCounts(changes),
      'Codes are the same when their ids are, terms when they are written the same; their order is no difference.',
    ],
  };
}

const COLUMNS = [
  { key: 'change', title: 'Change', kind: 'text' },
  { key: 'what', title: 'What', kind: 'text' },
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'language', title: 'Language', kind: 'text' },
  { key: 'before', title: 'Before', kind: 'text' },
  { key: 'after', title: 'After', kind: 'text' },
] as const satisfies Column[];

/** "Codes: 1 added, 2 moved. Terms: 3 added, 1 removed. Other: 1 changed." */
function describeCounts(changes: readonly CodebookChange[]): string {
  if (changes.length === 0) return 'The codebooks do not differ.';
  const kindOf = ({ what }: CodebookChange) => (what === 'code' ? 'Codes' : what === 'term' ? 'Terms' : 'Other');
  const sentences = ['Codes', 'Terms', 'Other'].flatMap((kind) => {
    const counts = new Map<string, number>();
    for (const each of changes) if (kindOf(each) === kind) counts.set(each.change, (counts.get(each.change) ?? 0) + 1);
    return counts.size === 0
      ? []
      : `${kind}: ${[...counts].map(([change, count]) => `${count} ${change}`).join(', ')}.`;
  });
  return sentences.join(' ');
}
