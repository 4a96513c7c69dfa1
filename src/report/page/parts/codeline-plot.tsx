/** The codeline above a transcript; a click leads to the paragraph. */
import { useMemo } from 'preact/hooks';
import type { CodedDocument } from '../../../model.ts';
import { createDocumentCodeline } from '../codeline.ts';
import type { Shown } from '../shown.ts';
import { drawCodeline } from './draw-codeline.tsx';
import { Plot } from './plot.tsx';

interface CodelinePlotProps {
  shown: Shown;
  document: CodedDocument;
  /** Called with the number of the paragraph that is clicked. */
  onPick(paragraph: number): void;
}

export function CodelinePlot({ shown, document: coded, onPick }: CodelinePlotProps) {
  const { study, selection } = shown;
  const { paragraphs, codes } = useMemo(() => createDocumentCodeline(selection, coded), [selection, coded]);
  if (codes.length === 0) return null;
  const title = `Codeline of ${coded.transcript.document}`;
  const strips = codes.map(({ id, directly, depth, stretches }) => {
    const code = study.codeOf.get(id);
    return { name: directly ? '(directly)' : (code?.code.name ?? id), depth, color: code?.color, stretches };
  });
  return (
    <details open class="codeline">
      <summary>Codeline: which paragraphs have which codes</summary>
      <Plot title={title} draw={(width) => drawCodeline({ title, paragraphs, strips, onPick }, width)} />
    </details>
  );
}
