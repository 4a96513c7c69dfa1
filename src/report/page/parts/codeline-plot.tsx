/** The codeline above a transcript; a click leads to the paragraph. */
import { useMemo } from 'preact/hooks';
import type { CodedDocument } from '../../../model.ts';
import { createDocumentCodeline } from '../codeline.ts';
import type { Shown } from '../shown.ts';
import { drawCodeline } from './draw-codeline.tsx';
import { Plot } from './plot.tsx';

export function CodelinePlot({ shown, document: coded }: { shown: Shown; document: CodedDocument }) {
  const { study, selection } = shown;
  const { paragraphs, codes } = useMemo(() => createDocumentCodeline(selection, coded), [selection, coded]);
  if (codes.length === 0) return null;
  const title = `Codeline of ${coded.transcript.document}`;
  const strips = codes.map(({ id, directly, depth, stretches }) => {
    const code = study.codeOf.get(id);
    return { name: directly ? '(directly)' : (code?.code.name ?? id), depth, color: code?.color, stretches };
  });
  const onPick = (paragraph: number) => findNear(paragraph)?.scrollIntoView({ block: 'center' });
  return (
    <details open class="codeline">
      <summary>Codeline: which paragraphs have which codes</summary>
      <Plot title={title} draw={(width) => drawCodeline({ title, paragraphs, strips, onPick }, width)} />
    </details>
  );
}

/** Paragraphs without text are not shown. */
function findNear(paragraph: number): Element | null {
  for (let number = paragraph; number > 0; number--) {
    const found = document.getElementById(`paragraph-${number}`);
    if (found) return found;
  }
  return null;
}
