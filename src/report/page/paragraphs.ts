/** A transcript as it is read on the screen: paragraphs with who speaks, and which codes they have. */
import type { CodedDocument, Coding, Span, Turn } from '../../model.ts';
import { cutPassage, findText, listEvidence, type Piece } from './passage.ts';

export interface Paragraph extends Span {
  /** 1-based, as in the tables. */
  number: number;
  turn?: Turn;
  /** Whether the turn begins here. */
  begins: boolean;
  /** Whether what is said here is coded at all. */
  codable: boolean;
  pieces: Piece[];
  /** Codings of the segments in it. */
  codings: Coding[];
}

/** All paragraphs with something in them; codings only of the given codes. Takes time linear in the length of the text. */
export function listParagraphs(
  document: CodedDocument,
  { codes, searched }: { codes: ReadonlySet<string>; searched: string },
): Paragraph[] {
  const { transcript, segments } = document;
  const { text, turns } = transcript;
  const codings = document.codings.filter(({ code }) => codes.has(code)).sort((a, b) => a.start - b.start);
  const evidence = new Slider(listEvidence(codings));
  const coded = new Slider(codings);
  const masks = new Slider(turns.flatMap((turn) => turn.masks));
  const codable = new Slider(segments);
  const paragraphs: Paragraph[] = [];
  let start = 0;
  let at = 0;
  text.split('\n').forEach((line, index) => {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    while ((turns[at]?.end ?? text.length) < span.end) at++;
    const turn = (turns[at]?.start ?? text.length) <= span.start ? turns[at] : undefined;
    if (line.trim() === '') return;
    paragraphs.push({
      ...span,
      number: index + 1,
      ...(turn ? { turn } : {}),
      begins: turn?.start === span.start,
      codable: codable.within(span).length > 0,
      pieces: cutPassage(span, {
        masks: turn ? masks.within(span) : [span],
        found: evidence.within(span),
        searched: findText(text, span, searched),
      }),
      codings: coded.within(span),
    });
  });
  return paragraphs;
}

/** Gives the spans that lie in a passage, for passages that come one after the other. */
class Slider<T extends Span> {
  #spans: readonly T[];
  #next = 0;
  #active: T[] = [];

  /** Sorted by their beginnings. */
  constructor(spans: readonly T[]) {
    this.#spans = spans;
  }

  within(passage: Span): T[] {
    for (let each = this.#spans[this.#next]; each && each.start < passage.end; each = this.#spans[++this.#next])
      this.#active.push(each);
    this.#active = this.#active.filter(({ end }) => end > passage.start);
    return [...this.#active];
  }
}
