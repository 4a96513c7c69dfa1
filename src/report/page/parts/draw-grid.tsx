/** A grid as a picture: circles or shades with numbers, names at the left and slanted above. */
import type { VNode } from 'preact';
import type { Row } from '../../../model.ts';
import { type GridProps, largestCell } from './grid.tsx';
import { shorten } from './shorten.ts';

const ROW = 24;
const COLUMN = 40;
const NAMES = 270;
const HEAD = 150;
const LONGEST = 24;
const LETTER = 6.6;

export function drawGrid(grid: GridProps): VNode {
  const { rows, columns, sums } = grid;
  const all = [...columns, ...sums];
  const width = NAMES + (all.length + 2) * COLUMN;
  const height = HEAD + rows.length * ROW + 10;
  const most = largestCell(rows, columns);
  return (
    <svg role="img" aria-label={grid.caption} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {all.map(({ column }, index) => {
        const x = NAMES + (index + 0.5) * COLUMN;
        return (
          <text key={column.key} x={x} y={HEAD - 10} transform={`rotate(-50 ${x} ${HEAD - 10})`}>
            {shorten(column.title ?? column.key, LONGEST)}
          </text>
        );
      })}
      {rows.map((row, index) => (
        <g key={index} transform={`translate(0 ${HEAD + index * ROW})`}>
          <path class="line" d={`M0 0H${NAMES + all.length * COLUMN}`} />
          <Name grid={grid} row={row} />
          {all.map((each, at) => (
            <CellDrawing
              key={each.column.key}
              {...{ grid, row, most: at < columns.length ? most : 0 }}
              cell={each}
              x={NAMES + at * COLUMN}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Name({ grid, row }: { grid: GridProps; row: Row }) {
  const x = Math.min(row.depth ?? 0, 6) * 14;
  const color = row.kind === 'body' && !row.directly ? grid.colorOf(row) : undefined;
  return (
    <>
      {color !== undefined && (
        <rect x={x} y="7" width="9" height="9" rx="2" fill={color} stroke="#000" stroke-opacity="0.2" />
      )}
      <text x={x + 16} y="16" class={row.kind === 'total' ? 'muted' : undefined}>
        {shorten(grid.nameOf(row), Math.floor((NAMES - x - 24) / LETTER))}
      </text>
    </>
  );
}

interface CellDrawingProps {
  grid: GridProps;
  row: Row;
  cell: GridProps['columns'][number];
  x: number;
  /** 0 for a number without a drawing. */
  most: number;
}

function CellDrawing({ grid, row, cell: { column, at }, x, most }: CellDrawingProps) {
  const cell = row.cells[at] ?? null;
  const share = most > 0 && row.kind === 'body' ? Number(cell ?? 0) / most : 0;
  const middle = x + COLUMN / 2;
  if (grid.drawing === 'circles' && most > 0 && row.kind === 'body')
    return share > 0 ? <circle class="bar" cx={middle} cy={ROW / 2} r={1.5 + 9 * Math.sqrt(share)} /> : null;
  return (
    <>
      {grid.drawing === 'shades' && share > 0 && (
        <rect class="shade" x={x} width={COLUMN} height={ROW} fill-opacity={share.toFixed(3)} />
      )}
      <text x={middle} y="16" text-anchor="middle">
        {cell === 0 && row.kind === 'body' ? '' : grid.write(cell, column, row)}
      </text>
    </>
  );
}
