/** The codings of a project's texts: one for each code, coder and selection. */
import { ORIGIN } from '../../codebook/formats/refi-codes.ts';
import type { Codebook, LeftOutItem, Span, StatedCoding, StatedMemo } from '../../model.ts';
import { createCodePoints } from '../../text/code-points.ts';
import { type CodingNotes, type CountedText, readCodingNotes } from './coding-notes.ts';
import { nameCodes } from './name-codes.ts';
import type { Coders } from './people.ts';
import type { RawCoding, RawProject, RawSelection, RawSource } from './raw-project.ts';
import { joinMemos, type ProjectNotes } from './read-notes.ts';
import type { Reading, StatedText } from './read-positions.ts';

export interface SelectionContext {
  raw: RawProject;
  /** Ids of codes by GUID. */
  ids: ReadonlyMap<string, string>;
  codebook: Codebook | undefined;
  coders: Coders;
  notes: ProjectNotes;
  reading: Reading;
  /** GUIDs of cases, which NVivo puts on passages as codes. */
  cases: ReadonlySet<string>;
  /** Grows. */
  leftOut: LeftOutItem[];
}

/** A coding of a project, and the description of the selection that it is on. */
interface Placed {
  span: Span;
  description: string;
  /** What else is said of the selection. */
  memo: string;
  document: string;
  user: string;
}

export class SelectionReader {
  readonly codings: StatedCoding[] = [];
  /** Of passages without a code. */
  readonly memos: StatedMemo[] = [];
  #context: SelectionContext;
  #isOurs: boolean;
  /** What codes are called in descriptions that we wrote. */
  #names: ReadonlyMap<string, string>;

  constructor(context: SelectionContext) {
    this.#context = context;
    this.#isOurs = context.raw.attributes.origin === ORIGIN;
    this.#names = this.#isOurs && context.codebook ? nameCodes(context.codebook) : new Map();
  }

  /** Adds the codings of one source. */
  read(source: RawSource, text: StatedText, document: string): void {
    const from: CountedText = { text: text.text, points: createCodePoints(text.text) };
    const whole = { start: 0, end: text.text.length };
    if (whole.end > 0)
      this.#addCodings(source.codings, { span: whole, description: '', memo: '', document, user: source.user }, from);
    for (const selection of source.selections) this.#readSelection(selection, text, { document, from });
  }

  #readSelection(
    selection: RawSelection,
    text: StatedText,
    { document, from }: { document: string; from: CountedText },
  ): void {
    const { notes, reading, leftOut } = this.#context;
    const { guid, user, description, codings } = selection;
    const span = text.map(selection, reading);
    const memo = notes.of(guid, selection.notes);
    if (span && codings.length > 0) {
      this.#addCodings(codings, { span, description, memo, document, user }, from);
      return;
    }
    const said = joinMemos(description, memo);
    const reason = span ? 'it has no code and no memo' : explainPlace(selection);
    for (const _ of codings) leftOut.push({ kind: 'coding', name: document, reason });
    if (said !== undefined) this.memos.push({ title: `Passage at ${selection.start}`, text: said, about: [document] });
    else if (codings.length === 0) leftOut.push({ kind: 'selection', name: document, reason });
  }

  #addCodings(codings: readonly RawCoding[], placed: Placed, from: CountedText): void {
    const { ids, coders, notes, cases, leftOut } = this.#context;
    const names = codings.flatMap(({ code }) => this.#names.get(ids.get(code) ?? '') ?? []);
    const described = this.#isOurs ? readCodingNotes(placed.description, names, from) : undefined;
    for (const { guid, user, code, notes: references } of codings) {
      const id = ids.get(code);
      if (id === undefined) {
        const reason = cases.has(code) ? 'it is of a case, not of a code' : 'its code is missing';
        leftOut.push({ kind: 'coding', name: placed.document, reason });
        continue;
      }
      const own: CodingNotes = described?.get(this.#names.get(id) ?? '') ?? { evidence: [] };
      const memo = joinMemos(
        described ? (own.memo ?? '') : placed.description,
        placed.memo,
        notes.of(guid, references),
      );
      this.codings.push({
        document: placed.document,
        code: [id],
        coder: coders.nameOf(user, placed.user),
        span: placed.span,
        ...(own.weight === undefined ? {} : { weight: own.weight }),
        ...(memo === undefined ? {} : { memo }),
        ...(own.evidence.length === 0 ? {} : { evidence: own.evidence }),
      });
    }
  }
}

function explainPlace({ start, end }: RawSelection): string {
  if (Number.isNaN(start) || Number.isNaN(end) || start < 0) return 'its position is no number';
  if (end === start) return 'it is empty';
  return end < start ? 'it ends before it begins' : 'it ends behind the end of the text';
}
