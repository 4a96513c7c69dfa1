/** Bars of numbers, one a code, as a picture. */
import type { VNode } from 'preact';
import { shorten } from './shorten.ts';

export interface Bar {
  name: string;
  depth: number;
  color: string | undefined;
  value: number;
  /** The value as it is written. */
  text: string;
}

const ROW = 24;
const TOP = 6;
const LETTER = 6.6;
const ROOM_FOR_NUMBERS = 60;

export function drawBars(bars: readonly Bar[], title: string, width: number): VNode {
  const names = Math.min(300, width * 0.42);
  const room = Math.max(width - names - ROOM_FOR_NUMBERS, 10);
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const height = bars.length * ROW + 2 * TOP;
  return (
    <svg role="img" aria-label={title} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {bars.map(({ name, depth, color, value, text }, index) => {
        const y = TOP + index * ROW;
        const x = Math.min(depth, 6) * 14;
        const length = most === 0 ? 0 : (value / most) * room;
        return (
          <g key={index} font-weight={depth === 0 ? 600 : 400}>
            <rect x={x} y={y + 7} width="9" height="9" rx="2" fill={color ?? 'none'} stroke="#00000033" />
            <text x={x + 16} y={y + 16}>
              {shorten(name, Math.floor((names - x - 24) / LETTER))}
            </text>
            <rect class="bar" x={names} y={y + 4} width={length} height={ROW - 9} rx="2" />
            <text class={value === 0 ? 'muted' : undefined} x={names + length + 6} y={y + 16} font-weight="400">
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
