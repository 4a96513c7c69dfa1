/** A passage with its evidence marked; the mark tells on hover and focus which code and term it is about. */
import type { Piece } from '../passage.ts';
import type { Study } from '../study.ts';

export function PassageText({ study, text, pieces }: { study: Study; text: string; pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece) => (
        <PieceText key={piece.start} study={study} text={text.slice(piece.start, piece.end)} piece={piece} />
      ))}
    </>
  );
}

function PieceText({ study, text, piece }: { study: Study; text: string; piece: Piece }) {
  const [first] = piece.evidence;
  const searched = piece.searched ? 'searched' : undefined;
  if (piece.masked) return <span class="masked">{text}</span>;
  if (!first) return searched ? <span class={searched}>{text}</span> : text;
  return (
    <mark
      class={searched}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: focus tells what hover tells
      tabIndex={0}
      data-tip={describe(study, piece)}
      style={{ borderBottomColor: study.codeOf.get(first.coding.code)?.color }}
    >
      {text}
    </mark>
  );
}

/** One line a code: "Barriers \ Privacy: term privacy*, near the negation geen", "Barriers: coded by Anna". */
function describe(study: Study, { evidence: found }: Piece): string {
  const lines = found.map(({ coding, evidence }) => {
    const path = study.codeOf.get(coding.code)?.path;
    if (!evidence) return `${path}: coded by ${coding.coder}`;
    const { term, negation } = evidence;
    const near = negation === undefined ? '' : `, near the negation “${negation}”`;
    return `${path}: term “${term}”${near}`;
  });
  return [...new Set(lines)].join('\n');
}
