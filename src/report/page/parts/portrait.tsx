/** The portrait of a document: its coded segments in their order, each a tile in the colours of its top-level codes. */
import type { CodedDocument } from '../../../model.ts';
import { listCodedPassages } from '../../../tables/coded-passages.ts';
import type { Shown } from '../shown.ts';

const HEIGHT = 14;
const WIDTH = 180;
const WIDEST_TILE = 8;

export function Portrait({ shown: { selection, study }, document }: { shown: Shown; document: CodedDocument }) {
  const { codes } = selection;
  const passages = listCodedPassages(document.codings, codes);
  const tile = Math.min(WIDEST_TILE, WIDTH / Math.max(passages.length, 1));
  return (
    <svg
      class="portrait"
      role="img"
      aria-label={`${passages.length} coded segments`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {passages.map((passage, index) => {
        const tops = [...new Set([...passage.codes].map((code) => codes[code]?.ancestors.at(-1) ?? code))].sort(
          (a, b) => a - b,
        );
        const height = HEIGHT / tops.length;
        return tops.map((top, at) => (
          <rect
            key={`${index} ${top}`}
            x={index * tile}
            y={at * height}
            width={Math.max(tile - 0.5, 0.5)}
            height={height}
            fill={study.codeOf.get(codes[top]?.code.id ?? '')?.color}
          />
        ));
      })}
    </svg>
  );
}

/** What the colours stand for. */
export function PortraitLegend({ shown: { selection, study } }: { shown: Shown }) {
  return (
    <p class="legend">
      Portrait: the coded segments of a document in their order, in the colours of{' '}
      {selection.codebook.codes.map(({ id, name }) => (
        <span key={id} class="code">
          <span class="mark" style={{ background: study.codeOf.get(id)?.color }} aria-hidden="true" />
          <bdi>{name}</bdi>
        </span>
      ))}
    </p>
  );
}
