/** The codeline of a document as a picture: a strip a code, filled where its paragraphs have the code. */
import type { VNode } from 'preact';
import type { Stretch } from '../codeline.ts';
import { shorten } from './shorten.ts';

const ROW = 20;
const AXIS = 22;
const LETTER = 6.6;
/** Fewest pixels between two numbers. */
const TICK = 60;

export interface CodeStrip {
  name: string;
  depth: number;
  color: string | undefined;
  stretches: readonly Stretch[];
}

export interface CodelinePicture {
  title: string;
  paragraphs: number;
  strips: readonly CodeStrip[];
  /** Called with the number of the paragraph that is clicked. */
  onPick?(paragraph: number): void;
}

export function drawCodeline({ title, paragraphs, strips, onPick }: CodelinePicture, width: number): VNode {
  const names = Math.min(230, width * 0.38);
  const unit = (width - names - 8) / Math.max(paragraphs, 1);
  const height = AXIS + strips.length * ROW + 4;
  const pick = (event: MouseEvent & { currentTarget: SVGSVGElement }) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - names;
    if (x >= 0) onPick?.(Math.min(Math.floor(x / unit) + 1, paragraphs));
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the transcript below is the way there with the keyboard
    <svg
      role="img"
      aria-label={title}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      onClick={pick}
      class={onPick ? 'pick' : undefined}
    >
      {listTicks(paragraphs, Math.ceil(TICK / unit)).map((tick) => (
        <text key={tick} class="muted" x={names + (tick - 0.5) * unit} y="14" text-anchor="middle">
          {tick}
        </text>
      ))}
      {strips.map((strip, index) => (
        <Strip key={index} {...{ strip, names, unit, paragraphs, y: AXIS + index * ROW }} />
      ))}
    </svg>
  );
}

interface StripProps {
  strip: CodeStrip;
  /** Room for names, and for a paragraph. */
  names: number;
  unit: number;
  paragraphs: number;
  y: number;
}

function Strip({ strip: { name, depth, color, stretches }, names, unit, paragraphs, y }: StripProps) {
  const x = Math.min(depth, 6) * 12;
  return (
    <g font-weight={depth === 0 ? 600 : 400}>
      <text x={x} y={y + 14}>
        {shorten(name, Math.floor((names - x - 8) / LETTER))}
      </text>
      <path class="line" d={`M${names} ${y + ROW / 2}h${paragraphs * unit}`} />
      {stretches.map(({ begin, end }) => (
        <rect
          key={begin}
          x={names + (begin - 1) * unit}
          y={y + 4}
          width={Math.max((end - begin + 1) * unit - 0.5, 1.5)}
          height={ROW - 8}
          fill={color}
          stroke="#808080"
          stroke-width="0.5"
        >
          <title>{`${name}: ${begin === end ? `paragraph ${begin}` : `paragraphs ${begin} to ${end}`}`}</title>
        </rect>
      ))}
    </g>
  );
}

/** 1, then round numbers at least `room` apart. */
function listTicks(last: number, room: number): number[] {
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000];
  const step = steps.find((each) => each >= room) ?? last;
  const ticks = [1];
  for (let tick = step; tick <= last; tick += step) if (tick - 1 >= room) ticks.push(tick);
  return ticks;
}
