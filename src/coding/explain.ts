/** Explains why codes are on a segment and why not: counted hits, hits that were removed, and near misses. Pure. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import type { Codebook, Segment, Span, Term, Transcript } from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';
import { createParagraphFinder } from '../text/paragraph-counter.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { createWords, type Words } from '../text/words.ts';
import { mergeSpans } from '../transcript/marks.ts';
import { createSegments, isCoded } from '../transcript/segments.ts';
import { firstEndingAfter } from '../transcript/visible-parts.ts';
import type { CodingOptions } from './code-transcript.ts';
import { CompiledCodebook, type TermHit, type VoidedHit } from './compiled-codebook.ts';
import { HitDescriber, nameTerm } from './describe-hit.ts';
import { spansOf } from './evidence.ts';
import type { CodeExplanation, Explanation, RemovedHit } from './explanation.ts';
import { keepLongest } from './keep-longest.ts';
import { MissFinder } from './nearest-misses.ts';
import { blankMasks, masksOf } from './passage.ts';
import { PassageView, TermBooks } from './passage-view.ts';
import { readWords } from './read-words.ts';
import type { WordRange } from './terms/kind.ts';

/** The segments that can be explained: those that are coded, and those of the interviewer. */
export function listExplainable(transcript: Transcript, options: CodingOptions): Segment[] {
  return createSegments(transcript, { ...options, includeInterviewer: true });
}

/** What was found for the codes of one segment, by the code's index. */
interface Findings {
  counted: Map<number, TermHit[]>;
  removed: Map<number, { hit: TermHit; by: RemovedHit['by']; other?: Term }[]>;
}

/** Explains segments of one transcript. `asked` are ids of codes; without it all codes that have to do with a segment. */
export class Explainer {
  #nodes: CodeNode[];
  #book: CompiledCodebook;
  #vocabulary = new Vocabulary();
  #words = createWords();
  /** As `#words`, what is masked included. */
  #allWords = createWords();
  #books = new TermBooks(this.#vocabulary);
  #misses = new MissFinder();
  #transcript: Transcript;
  #language: string;
  #options: CodingOptions;
  #asked: ReadonlySet<string> | undefined;
  #findParagraph: (offset: number) => { number: number; start: number };

  constructor(codebook: Codebook, transcript: Transcript, options: CodingOptions & { asked?: ReadonlySet<string> }) {
    this.#nodes = listCodes(codebook);
    this.#transcript = transcript;
    this.#language = findLanguage(transcript.language)?.code ?? transcript.language;
    this.#book = new CompiledCodebook(codebook, this.#language, this.#vocabulary);
    this.#options = options;
    this.#asked = options.asked;
    this.#findParagraph = createParagraphFinder(transcript.text);
  }

  explain(segment: Segment): Explanation {
    const { text, document, group, turns, language } = this.#transcript;
    const turn = turns[segment.turn];
    const role = turn?.role ?? 'other';
    const coded = isCoded(role, this.#options.includeInterviewer);
    const masks = masksOf(this.#transcript, segment);
    const shown = widen(segment, masks, text);
    const findings = this.#find(segment, coded);
    const codes = this.#nodes
      .filter(({ code, index }) =>
        this.#asked ? this.#asked.has(code.id) : findings.counted.has(index) || findings.removed.has(index),
      )
      .map((node) => this.#explainCode(node, segment, findings));
    const ids = new Set(codes.map(({ code }) => code));
    const evidence = [...findings.counted.values()]
      .flat()
      .filter(({ owned }) => ids.has(owned.code.id))
      .flatMap((hit) => spansOf(hit, this.#words));
    return {
      document,
      ...(group === undefined ? {} : { group }),
      paragraphs: [this.#findParagraph(segment.start).number, this.#findParagraph(segment.end - 1).number],
      ...(turn?.speaker === undefined ? {} : { speaker: turn.speaker }),
      role,
      coded,
      language,
      text: text.slice(shown.start, shown.end),
      masks: cutSpans(masks, shown),
      evidence: cutSpans(mergeSpans(evidence), shown),
      codes,
    };
  }

  #find(segment: Segment, coded: boolean): Findings {
    const transcript = this.#transcript;
    const masks = masksOf(transcript, segment);
    const findings: Findings = { counted: new Map(), removed: new Map() };
    const remove = (hit: TermHit, by: RemovedHit['by'], other?: Term) =>
      addTo(findings.removed, hit.owned.codeIndex, { hit, by, ...(other ? { other } : {}) });
    readWords(this.#words, this.#vocabulary, { text: transcript.text, span: segment, masks });
    const voided: VoidedHit[] = [];
    const byCode = new Map<number, TermHit[]>();
    for (const hit of this.#book.find(this.#words, () => blankMasks(transcript, segment, masks), voided))
      addTo(byCode, hit.owned.codeIndex, hit);
    for (const [code, hits] of byCode) {
      const kept = keepLongest(hits, this.#words, (hit, by) => remove(hit, 'longer', by.owned.term));
      if (coded) findings.counted.set(code, kept);
      else for (const hit of kept) remove(hit, 'role');
    }
    for (const hit of voided) remove(hit, 'exception', hit.exception);
    const masked = new Map<number, TermHit[]>();
    for (const hit of this.#findMasked(segment, masks)) addTo(masked, hit.owned.codeIndex, hit);
    for (const hits of masked.values()) for (const hit of keepLongest(hits, this.#allWords)) remove(hit, 'mask');
    return findings;
  }

  /** Hits that would be there if nothing were masked, and that lie over something masked. */
  #findMasked(segment: Segment, masks: readonly Span[]): TermHit[] {
    const span = widen(segment, masks, this.#transcript.text);
    const inside = cutSpans(masks, span).map((mask) => shift(mask, span.start));
    if (inside.length === 0) return [];
    const words = this.#allWords;
    readWords(words, this.#vocabulary, { text: this.#transcript.text, span, masks: [] });
    const hits = this.#book.find(words, () => blankMasks(this.#transcript, span, []));
    const isMasked = ({ first, end }: WordRange) => {
      const mask = inside[firstEndingAfter(inside, words.starts[first] as number)];
      return mask !== undefined && mask.start < (words.ends[end - 1] as number);
    };
    return hits.filter((hit) => (hit.parts ?? [hit]).some(isMasked));
  }

  #explainCode(node: CodeNode, segment: Segment, { counted, removed }: Findings): CodeExplanation {
    const { code, index, path } = node;
    const describer = (words: Words) =>
      new HitDescriber({
        words,
        vocabulary: this.#vocabulary,
        book: this.#book,
        transcript: this.#transcript,
        findParagraph: this.#findParagraph,
      });
    const explained: CodeExplanation = {
      code: code.id,
      path,
      counted: (counted.get(index) ?? []).map((hit) => describer(this.#words).describe(hit)),
      removed: (removed.get(index) ?? []).map(({ hit, by, other }) => ({
        ...describer(by === 'mask' ? this.#allWords : this.#words).describe(hit),
        by,
        ...(other ? { other: nameTerm(other) } : {}),
      })),
    };
    if (!this.#asked || explained.counted.length > 0) return explained;
    if (code.terms.length === 0) return { ...explained, note: describeLackOfTerms(node) };
    const found = new Set((removed.get(index) ?? []).map(({ hit }) => hit.owned.term));
    const view = this.#createView(segment);
    const misses = this.#misses.find(code, view, found).map(({ term, reason, range }) => ({
      ...nameTerm(term),
      reason,
      ...(range ? { matched: describer(this.#words).locate(range) } : {}),
    }));
    return { ...explained, misses };
  }

  #createView(segment: Segment): PassageView {
    return new PassageView({
      words: this.#words,
      vocabulary: this.#vocabulary,
      text: this.#transcript.text,
      passage: () => blankMasks(this.#transcript, segment, masksOf(this.#transcript, segment)),
      language: this.#language,
      books: this.#books,
    });
  }
}

function describeLackOfTerms({ code }: CodeNode): string {
  if (code.codes.length === 0) return 'the code has no terms';
  return `the code has no terms of its own; its subcodes are ${code.codes.map(({ id }) => `\`${id}\``).join(', ')}`;
}

function addTo<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The parts of sorted spans inside `within`, relative to its beginning. */
function cutSpans(spans: readonly Span[], within: Span): Span[] {
  const parts: Span[] = [];
  for (let at = firstEndingAfter(spans, within.start); (spans[at]?.start ?? within.end) < within.end; at++) {
    const { start, end } = spans[at] as Span;
    parts.push(shift({ start: Math.max(start, within.start), end: Math.min(end, within.end) }, -within.start));
  }
  return parts;
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** With the label and the marks before a segment in its first paragraph, since a term may stand there too. */
function widen({ start, end }: Span, masks: readonly Span[], text: string): Span {
  let from = start;
  for (let at = firstEndingAfter(masks, start) - 1; at >= 0; at--) {
    const mask = masks[at] as Span;
    if (!/^[^\S\n]*$/u.test(text.slice(mask.end, from))) break;
    from = mask.start;
  }
  return { start: from, end };
}
