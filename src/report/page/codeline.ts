/** The codeline of one document, from the analysis of that name, by code. */
import type { CodedDocument } from '../../model.ts';
import { createCodeline } from '../../tables/codeline.ts';
import { runAnalysis } from './run-analysis.ts';
import type { Selection } from './selection.ts';

/** Paragraph numbers, both inside. */
export interface Stretch {
  begin: number;
  end: number;
}

export interface Codeline {
  paragraphs: number;
  /** Codes that the document has, in the order of the book. */
  codes: { id: string; directly: boolean; depth: number; stretches: Stretch[] }[];
}

export function createDocumentCodeline(selection: Selection, document: CodedDocument): Codeline {
  const table = runAnalysis(createCodeline, { ...selection, documents: [document] });
  const at = (key: string) => table.columns.findIndex((column) => column.key === key);
  const [paragraphs, begin, end] = [at('paragraphs'), at('begin'), at('end')];
  const codes: Codeline['codes'] = [];
  for (const { code: id = '', directly = false, depth = 0, cells } of table.rows) {
    const [from, to] = [cells[begin], cells[end]];
    if (typeof from !== 'number' || typeof to !== 'number') continue;
    const last = codes.at(-1);
    if (last?.id === id && last.directly === directly) last.stretches.push({ begin: from, end: to });
    else codes.push({ id, directly, depth, stretches: [{ begin: from, end: to }] });
  }
  return { paragraphs: Number(table.rows[0]?.cells[paragraphs] ?? 0), codes };
}
