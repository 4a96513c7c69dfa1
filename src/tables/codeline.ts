/** Codeline: in which paragraphs of each document each code lies (MAXQDA's Codeline), as stretches from paragraph to paragraph. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Codebook, CodedDocument, Column, Row } from '../model.ts';
import { createParagraphFinder } from '../text/paragraph-counter.ts';
import type { CreateFold, Fold } from './analysis.ts';
import { CodeSlots, type SlotRow } from './code-slots.ts';
import { listCodedPassages } from './coded-passages.ts';
import { StudySize } from './notes.ts';

/** What is told of it stands in the list of analyses. */
export const createCodeline: CreateFold = (codebook, options) => new Codeline(codebook, options.depth);

const COLUMNS = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'paragraphs', title: 'Paragraphs', kind: 'integer' },
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'begin', title: 'Begin', kind: 'integer' },
  { key: 'end', title: 'End', kind: 'integer' },
] as const satisfies Column[];

interface Line {
  group: string;
  document: string;
  /** Number of the last. */
  paragraphs: number;
  /** By slot, paragraph numbers in order. */
  stretches: Map<number, Stretch[]>;
}

interface Stretch {
  begin: number;
  end: number;
}

class Codeline implements Fold {
  #codes;
  #slots: CodeSlots;
  #lines: Line[] = [];
  #used = new Set<number>();
  #size = new StudySize();

  constructor(codebook: Codebook, depth: number | undefined) {
    this.#codes = listCodes(codebook);
    this.#slots = new CodeSlots(this.#codes, depth);
  }

  add(document: CodedDocument): void {
    const { text, group = '', document: name } = document.transcript;
    this.#size.add(document);
    const find = createParagraphFinder(text);
    const stretches = new Map<number, Stretch[]>();
    for (const { start, end, codes } of listCodedPassages(document.codings, this.#codes)) {
      const stretch = { begin: find(start).number, end: find(end - 1).number };
      for (const slot of this.#slots.slotsOf(codes)) {
        this.#used.add(slot);
        stretches.set(slot, extend(stretches.get(slot) ?? [], stretch));
      }
    }
    this.#lines.push({ group, document: name, paragraphs: find(text.length).number, stretches });
  }

  finish() {
    const slotRows = this.#slots.listRows((slot) => this.#used.has(slot));
    const lines = this.#lines;
    return {
      name: 'codeline',
      title: 'Codeline',
      display: 'codeline' as const,
      columns: COLUMNS,
      rows: { [Symbol.iterator]: () => listRows(lines, slotRows) },
      notes: [
        'Files have one row for each stretch of paragraphs that follow each other and have the code, and one without begin and end for a code that a document does not have.',
        'Paragraphs are counted from 1, with those of the interviewer, headings and label lines. A segment over several paragraphs fills them all.',
        'A code with subcodes fills the paragraphs of its subcodes too.',
        ...this.#size.describe(),
      ],
    };
  }
}

/** Passages come in the order of the text. */
function extend(stretches: Stretch[], next: Stretch): Stretch[] {
  const last = stretches.at(-1);
  if (last && next.begin <= last.end + 1) last.end = Math.max(last.end, next.end);
  else stretches.push({ ...next });
  return stretches;
}

function* listRows(lines: readonly Line[], slotRows: readonly SlotRow[]): Generator<Row> {
  for (const { group, document, paragraphs, stretches } of lines) {
    for (const { row, slot } of slotRows) {
      const place = [group, document, paragraphs, ...row.cells];
      for (const stretch of stretches.get(slot) ?? [undefined])
        yield { ...row, cells: [...place, stretch?.begin ?? null, stretch?.end ?? null] };
    }
  }
}
