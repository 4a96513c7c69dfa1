/** The head of a grid: document groups above their documents, names upright where columns are narrow. */

import type { ColumnWindow } from './column-window.ts';
import type { GridColumn, GridProps } from './grid.tsx';

interface HeadProps {
  columns: readonly GridColumn[];
  sums: readonly GridColumn[];
  window: ColumnWindow;
  linkOf: GridProps['linkOf'];
}

export function GridHead({ columns, sums, window, linkOf }: HeadProps) {
  const { first, end, isUpright } = window;
  const drawn = columns.slice(first, end);
  const groups = groupColumns(drawn);
  const hasGroups = groups.some(({ name }) => name !== '');
  const before = first > 0 && <td colSpan={first} aria-hidden="true" />;
  const after = end < columns.length && <td colSpan={columns.length - end} aria-hidden="true" />;
  return (
    <thead class={isUpright ? 'upright' : undefined}>
      {hasGroups && (
        <tr class="groups">
          <td />
          {before}
          {groups.map(({ name, size }, index) => (
            <th key={index} scope="colgroup" colSpan={size} title={name} dir="auto">
              <span class="name">{name}</span>
            </th>
          ))}
          {after}
          {sums.length > 0 && <td colSpan={sums.length} />}
        </tr>
      )}
      <tr>
        <td />
        {before}
        {drawn.map(({ column }, index) => (
          <th key={column.key} scope="col" aria-colindex={first + index + 2} title={column.title ?? column.key}>
            <HeadName name={column.title ?? column.key} link={linkOf?.(column)} />
          </th>
        ))}
        {after}
        {sums.map(({ column }) => (
          <th key={column.key} scope="col" class="sum">
            <span class="name">{column.title ?? column.key}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Reached with the mouse; with the keyboard the list of documents is the shorter way. */
function HeadName({ name, link }: { name: string; link: string | undefined }) {
  return (
    <span class="name" dir="auto">
      {link === undefined ? (
        name
      ) : (
        <a href={link} tabIndex={-1}>
          {name}
        </a>
      )}
    </span>
  );
}

function groupColumns(columns: readonly GridColumn[]): { name: string; size: number }[] {
  const groups: { name: string; size: number }[] = [];
  for (const { column } of columns) {
    const name = column.document?.group ?? '';
    const last = groups.at(-1);
    if (last?.name === name) last.size++;
    else groups.push({ name, size: 1 });
  }
  return groups;
}
