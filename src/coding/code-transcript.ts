/** Codes transcripts: which codes go on which segments, and why. Pure: no printing, no files. */
import type {
  Codebook,
  CodedDocument,
  Coding,
  Evidence,
  Message,
  Segment,
  Span,
  SpeakerCount,
  Transcript,
  Turn,
  Unit,
} from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { createWords, type Words } from '../text/words.ts';
import { createSegments, isCoded, visibleParts } from '../transcript/segments.ts';
import { CompiledCodebook, type PassageText, type TermHit } from './compiled-codebook.ts';
import { readWords } from './read-words.ts';

/** Name of the program among coders. */
export const AUTOMATIC_CODER = 'auto';

export interface CodingOptions {
  unit: Unit;
  includeInterviewer: boolean;
}

/** Codes transcripts one by one with the same codebook; each distinct word is compared with the terms once for all of them. */
export class TranscriptCoder {
  #codebook: Codebook;
  #options: CodingOptions;
  #vocabulary = new Vocabulary();
  #words = createWords();
  #compiled = new Map<string, CompiledCodebook>();

  constructor(codebook: Codebook, options: CodingOptions) {
    this.#codebook = codebook;
    this.#options = options;
  }

  /** Whether the codebook has terms for the language; without them a document would get silent zeros. */
  supports(language: string): boolean {
    return findLanguage(language) !== undefined && this.#bookFor(language).isUsable;
  }

  /** The transcript with its segments and codings, in the order of the text and of the codebook; `messages` are what reading it told. */
  code(transcript: Transcript, messages: Message[] = []): CodedDocument {
    const segments = createSegments(transcript, this.#options);
    const codings: Coding[] = [];
    const segmentWords: number[] = [];
    const wordsByTurn = new Array<number>(transcript.turns.length).fill(0);
    for (const segment of segments) {
      this.#read(transcript, segment, transcript.turns[segment.turn]?.masks ?? []);
      wordsByTurn[segment.turn] = (wordsByTurn[segment.turn] ?? 0) + this.#words.count;
      segmentWords.push(this.#words.count);
      codings.push(...this.#codeSegment(transcript, segment));
    }
    const words = wordsByTurn.reduce((sum, count) => sum + count, 0);
    return {
      transcript,
      segments,
      segmentWords,
      codings,
      words,
      speakers: this.#countSpeakers(transcript, wordsByTurn),
      messages,
    };
  }

  #bookFor(languageCode: string): CompiledCodebook {
    const language = findLanguage(languageCode)?.code ?? languageCode;
    const compiled = this.#compiled.get(language) ?? new CompiledCodebook(this.#codebook, language, this.#vocabulary);
    this.#compiled.set(language, compiled);
    return compiled;
  }

  /** Fills the word list with the words of a passage, masks left out. */
  #read(transcript: Transcript, span: Span, masks: readonly Span[]): void {
    readWords(this.#words, this.#vocabulary, { text: transcript.text, span, masks });
  }

  #codeSegment(transcript: Transcript, segment: Segment): Coding[] {
    const book = this.#bookFor(transcript.language);
    const byCode = new Map<number, TermHit[]>();
    const passage = () => blankMasks(transcript, segment);
    for (const hit of book.find(this.#words, passage)) {
      const hits = byCode.get(hit.owned.codeIndex);
      if (hits) hits.push(hit);
      else byCode.set(hit.owned.codeIndex, [hit]);
    }
    const codes = [...byCode.keys()].sort((a, b) => a - b);
    return codes.map((code) => {
      const hits = keepLongest(byCode.get(code) ?? [], this.#words);
      return {
        code: hits[0]?.owned.code.id ?? '',
        document: transcript.document,
        coder: AUTOMATIC_CODER,
        start: segment.start,
        end: segment.end,
        turn: segment.turn,
        weight: hits.reduce((largest, hit) => Math.max(largest, hit.owned.term.weight ?? 0), 0),
        evidence: hits.map((hit) => this.#explain(hit, book, transcript.text)),
      };
    });
  }

  #explain(hit: TermHit, book: CompiledCodebook, text: string): Evidence {
    const words = this.#words;
    const parts = hit.parts ?? [hit];
    const spans = parts.map(({ first, end }) => ({
      start: words.starts[first] as number,
      end: words.ends[end - 1] as number,
    }));
    const isPart = (word: number) => parts.some(({ first, end }) => word >= first && word < end);
    const negation = parts
      .map(({ first, end }) => book.matcher.findNegation(words, { owner: 0, first, end }))
      .find((word) => word !== undefined && !isPart(word));
    const evidence: Evidence = { term: hit.owned.term.source, spans };
    if (negation !== undefined) evidence.negation = text.slice(words.starts[negation], words.ends[negation]);
    return evidence;
  }

  #countSpeakers(transcript: Transcript, wordsByTurn: number[]): SpeakerCount[] {
    const counts = new Map<string, SpeakerCount>();
    transcript.turns.forEach((turn, index) => {
      const key = JSON.stringify([turn.speaker, turn.role]);
      const coded = isCoded(turn.role, this.#options.includeInterviewer);
      const count = counts.get(key) ?? createCount(turn, coded);
      count.turns++;
      count.words += coded ? (wordsByTurn[index] ?? 0) : this.#countWords(transcript, turn);
      counts.set(key, count);
    });
    return [...counts.values()].sort((a, b) => b.words - a.words);
  }

  #countWords(transcript: Transcript, turn: Turn): number {
    this.#read(transcript, turn, turn.masks);
    return this.#words.count;
  }
}

function createCount({ speaker, role }: Turn, coded: boolean): SpeakerCount {
  return { ...(speaker === undefined ? {} : { speaker }), role, turns: 0, words: 0, coded };
}

/** The text of a segment, with blanks of the same length for what is masked. */
function blankMasks(transcript: Transcript, { start, end, turn }: Segment): PassageText {
  let text = '';
  for (const part of visibleParts({ start, end }, transcript.turns[turn]?.masks ?? []))
    text += ' '.repeat(part.start - start - text.length) + transcript.text.slice(part.start, part.end);
  return { text, start };
}

/**
 * Within one code the longest hit wins (words, then characters, then the order of the file) and overlapping hits count
 * once; terms of several items neither hide nor are hidden. Returned in the order of the text.
 */
function keepLongest(all: TermHit[], words: Words): TermHit[] {
  if (all.length < 2) return all;
  const hits = all.filter(({ parts }) => !parts);
  const length = (hit: TermHit) => (words.ends[hit.end - 1] as number) - (words.starts[hit.first] as number);
  const order = hits.map((hit, index) => ({ hit, index }));
  order.sort(
    (a, b) =>
      b.hit.end - b.hit.first - (a.hit.end - a.hit.first) || length(b.hit) - length(a.hit) || compareOrder(a, b),
  );
  const taken = new Uint8Array(words.count);
  const kept = all.filter(({ parts }) => parts);
  for (const { hit } of order) {
    if (taken.subarray(hit.first, hit.end).includes(1)) continue;
    taken.fill(1, hit.first, hit.end);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** The order of the codebook; hits of one term keep the order of the text. */
function compareOrder(a: { hit: TermHit; index: number }, b: { hit: TermHit; index: number }): number {
  return a.hit.owned.order - b.hit.owned.order || a.index - b.index;
}
