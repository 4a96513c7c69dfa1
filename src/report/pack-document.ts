/** Packs coded documents for the page: a short part for the tables, and the text apart. */
import type { CodedDocument, Coding, Message, Span, Turn } from '../model.ts';
import { type PackedCoding, type PackedDocument, type PackedText, type PackedTurn, ROLES } from './report-data.ts';

/** The part that all tables are made of; `indexOf` gives the place of a code in the book. Codings of unknown codes are left out. */
export function packDocument(document: CodedDocument, indexOf: ReadonlyMap<string, number>): PackedDocument {
  const { transcript, segments, segmentWords, codings, words, speakers, messages } = document;
  const { document: name, group, language, variables } = transcript;
  const terms = new Numbering();
  const coders = new Numbering();
  return {
    name,
    ...(group === undefined ? {} : { group }),
    language,
    variables,
    words,
    speakers,
    remarks: messages.map(writeRemark),
    segments: segments.flatMap(({ start, end, turn }, at) => [start, end, turn, segmentWords[at] ?? 0]),
    codings: codings.flatMap((coding) => {
      const code = indexOf.get(coding.code);
      return code === undefined ? [] : [packCoding(coding, code, { terms, coders })];
    }),
    terms: terms.values,
    coders: coders.values,
  };
}

/** The part that is read only where somebody looks at the text. */
export function packText({ transcript: { text, turns } }: CodedDocument): PackedText {
  const names = new Numbering();
  return { text, turns: turns.map((turn) => packTurn(turn, names)), names: names.values };
}

/** A message as a sentence, with what to do about it. */
export function writeRemark({ reason, note }: Message): string {
  return note === undefined ? reason : `${reason} (${note})`;
}

function packCoding(coding: Coding, code: number, { terms, coders }: Record<'terms' | 'coders', Numbering>) {
  const { start, end, turn, weight, coder, evidence, memo } = coding;
  const packed: PackedCoding = [
    code,
    start,
    end,
    turn,
    weight,
    coders.numberOf(coder),
    evidence.map(({ term, spans, negation }) => [
      terms.numberOf(term),
      flatten(spans),
      ...(negation === undefined ? ([] as const) : ([negation] as const)),
    ]),
  ];
  if (memo !== undefined) packed.push(memo);
  return packed;
}

function packTurn({ start, end, speaker, role, line, masks, stamps, time }: Turn, names: Numbering): PackedTurn {
  const by = speaker === undefined ? -1 : names.numberOf(speaker);
  const marks = stamps.map((stamp): [number, string] => [stamp.start, stamp.time]);
  const packed: PackedTurn = [start, end, by, ROLES.indexOf(role), line, flatten(masks), marks];
  if (time !== undefined) packed.push(time);
  return packed;
}

const flatten = (spans: readonly Span[]): number[] => spans.flatMap(({ start, end }) => [start, end]);

/** Gives equal texts equal numbers, in the order in which they come. */
class Numbering {
  values: string[] = [];
  #numbers = new Map<string, number>();

  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}
