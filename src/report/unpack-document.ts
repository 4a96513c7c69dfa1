/** Makes coded documents of packed ones, in the page, so that the same analyses run on them as in the program. */
import type { CodeNode } from '../codebook/code-tree.ts';
import type { CodedDocument, Coding, Segment, Span, Transcript, Turn } from '../model.ts';
import { type PackedCoding, type PackedDocument, type PackedText, type PackedTurn, ROLES } from './report-data.ts';

/** The document; its text and turns are read when they are first asked for. */
export function unpackDocument(
  packed: PackedDocument,
  codes: readonly CodeNode[],
  readText: () => PackedText,
): CodedDocument {
  const segments: Segment[] = [];
  const segmentWords: number[] = [];
  for (let at = 0; at < packed.segments.length; at += 4) {
    const [start = 0, end = 0, turn = 0, words = 0] = packed.segments.slice(at, at + 4);
    segments.push({ start, end, turn });
    segmentWords.push(words);
  }
  const { words, speakers } = packed;
  const codings = packed.codings.map((coding) => unpackCoding(coding, packed, codes));
  const transcript = new LazyTranscript(packed, readText);
  return { transcript, segments, segmentWords, codings, words, speakers, messages: [] };
}

class LazyTranscript implements Transcript {
  document;
  group?: string;
  language;
  variables;
  #readText: () => PackedText;
  #text: PackedText | undefined;
  #turns: Turn[] | undefined;

  constructor({ name, group, language, variables }: PackedDocument, readText: () => PackedText) {
    this.document = name;
    if (group !== undefined) this.group = group;
    this.language = language;
    this.variables = variables;
    this.#readText = readText;
  }

  get text(): string {
    return this.#packed().text;
  }

  get turns(): Turn[] {
    this.#turns ??= unpackTurns(this.#packed());
    return this.#turns;
  }

  #packed(): PackedText {
    this.#text ??= this.#readText();
    return this.#text;
  }
}

function unpackCoding(packed: PackedCoding, document: PackedDocument, codes: readonly CodeNode[]): Coding {
  const [code, start, end, turn, weight, coder, evidence, memo] = packed;
  return {
    code: codes[code]?.code.id ?? '',
    document: document.name,
    coder: document.coders[coder] ?? '',
    start,
    end,
    turn,
    weight,
    evidence: evidence.map(([term, spans, negation]) => ({
      term: document.terms[term] ?? '',
      spans: unflatten(spans),
      ...(negation === undefined ? {} : { negation }),
    })),
    ...(memo === undefined ? {} : { memo }),
  };
}

/** The turns of a packed text. */
export function unpackTurns({ turns, names }: PackedText): Turn[] {
  return turns.map((turn) => unpackTurn(turn, names));
}

function unpackTurn([start, end, by, role, line, masks, stamps, time]: PackedTurn, names: readonly string[]): Turn {
  const speaker = names[by];
  return {
    start,
    end,
    ...(speaker === undefined ? {} : { speaker }),
    role: ROLES[role] ?? 'other',
    line,
    masks: unflatten(masks),
    stamps: stamps.map((stamp) => ({ start: stamp[0], time: stamp[1] })),
    ...(time === undefined ? {} : { time }),
  };
}

function unflatten(numbers: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < numbers.length; at += 2) spans.push({ start: numbers[at] ?? 0, end: numbers[at + 1] ?? 0 });
  return spans;
}
