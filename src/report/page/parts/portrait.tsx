/** The portrait of a document: its coded segments in their order, each a tile in the colours of its top-level codes. */
import type { CodeNode } from '../../../codebook/code-tree.ts';
import type { CodedDocument } from '../../../model.ts';
import { type CodedPassage, listCodedPassages } from '../../../tables/coded-passages.ts';
import type { Shown } from '../shown.ts';

const HEIGHT = 14;
const WIDTH = 180;
const WIDEST_TILE = 8;

export function Portrait({ shown: { selection, study }, document }: { shown: Shown; document: CodedDocument }) {
  const { codes } = selection;
  const passages = listCodedPassages(document.codings, codes);
  return (
    <svg
      class="portrait"
      role="img"
      aria-label={`${passages.length} coded segments`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
    >
      {[...drawTiles(passages, codes)].map(([top, path]) => (
        <path key={top} d={path} fill={study.codeOf.get(codes[top]?.code.id ?? '')?.color} />
      ))}
    </svg>
  );
}

/** One path for each top-level code, since a study can have a hundred thousand tiles. */
function drawTiles(passages: readonly CodedPassage[], codes: readonly CodeNode[]): Map<number, string> {
  const paths = new Map<number, string>();
  const tile = Math.min(WIDEST_TILE, WIDTH / Math.max(passages.length, 1));
  const write = (number: number) => String(Math.round(number * 100) / 100);
  passages.forEach((passage, index) => {
    const tops = new Set([...passage.codes].map((code) => codes[code]?.ancestors.at(-1) ?? code));
    const height = HEIGHT / tops.size;
    [...tops]
      .sort((a, b) => a - b)
      .forEach((top, at) => {
        const corner = `M${write(index * tile)} ${write(at * height)}`;
        const sides = `h${write(Math.max(tile - 0.5, 0.5))}v${write(height)}h-${write(Math.max(tile - 0.5, 0.5))}z`;
        paths.set(top, (paths.get(top) ?? '') + corner + sides);
      });
  });
  return paths;
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
