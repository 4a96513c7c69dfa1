/** Codes transcripts: which codes go on which segments, and why. Pure: no printing, no files. */
import type {
  Codebook,
  CodedDocument,
  Coding,
  Message,
  Segment,
  SpeakerCount,
  Transcript,
  Turn,
  Unit,
} from '../model.ts';
import { copyText } from '../text/copy-text.ts';
import { findLanguage } from '../text/languages/index.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import { createWords } from '../text/words.ts';
import { createSegments, isCoded } from '../transcript/segments.ts';
import { CompiledCodebook, type TermHit } from './compiled-codebook.ts';
import { describeEvidence } from './evidence.ts';
import { keepLongest } from './keep-longest.ts';
import { blankMasks, masksOf } from './passage.ts';
import { readWords } from './read-words.ts';

/** Name of the program among coders. */
export const AUTOMATIC_CODER = 'auto';

export interface CodingOptions {
  unit: Unit;
  includeInterviewer: boolean;
  /** Whether terms are looked for; else there are only segments. */
  findsTerms?: boolean;
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
      readWords(this.#words, this.#vocabulary, {
        text: transcript.text,
        span: segment,
        masks: masksOf(transcript, segment),
      });
      wordsByTurn[segment.turn] = (wordsByTurn[segment.turn] ?? 0) + this.#words.count;
      segmentWords.push(this.#words.count);
      if (this.#options.findsTerms !== false) this.#codeSegment(transcript, segment, codings);
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

  /** Adds the codings of the segment whose words were read last. */
  #codeSegment(transcript: Transcript, segment: Segment, codings: Coding[]): void {
    const book = this.#bookFor(transcript.language);
    const passage = () => blankMasks(transcript, segment, masksOf(transcript, segment));
    const found = book.find(this.#words, passage);
    if (found.length === 0) return;
    for (const hits of groupByCode(found)) {
      const kept = keepLongest(hits, this.#words);
      codings.push({
        code: kept[0]?.owned.code.id ?? '',
        document: transcript.document,
        coder: AUTOMATIC_CODER,
        start: segment.start,
        end: segment.end,
        turn: segment.turn,
        weight: kept.reduce((largest, hit) => Math.max(largest, hit.owned.term.weight ?? 0), 0),
        evidence: kept.map((hit) => describeEvidence(hit, this.#words, { book, text: transcript.text })),
      });
    }
  }

  #countSpeakers(transcript: Transcript, wordsByTurn: number[]): SpeakerCount[] {
    const counts: SpeakerCount[] = [];
    const byName = new Map<string | undefined, SpeakerCount[]>();
    transcript.turns.forEach((turn, index) => {
      const coded = isCoded(turn.role, this.#options.includeInterviewer);
      const named = byName.get(turn.speaker) ?? [];
      let count = named.find(({ role }) => role === turn.role);
      if (!count) {
        count = createCount(turn, coded);
        counts.push(count);
        byName.set(turn.speaker, [...named, count]);
      }
      count.turns++;
      count.words += coded ? (wordsByTurn[index] ?? 0) : this.#countWords(transcript, turn);
    });
    return counts.sort((a, b) => b.words - a.words);
  }

  #countWords(transcript: Transcript, turn: Turn): number {
    readWords(this.#words, this.#vocabulary, { text: transcript.text, span: turn, masks: turn.masks });
    return this.#words.count;
  }
}

/** Hits of one code together, in the order of the codebook; within a code in the order they have. */
function groupByCode(hits: readonly TermHit[]): TermHit[][] {
  const sorted = [...hits].sort((a, b) => a.owned.codeIndex - b.owned.codeIndex);
  const groups: TermHit[][] = [];
  for (const hit of sorted) {
    const group = groups.at(-1);
    if (group?.[0]?.owned.codeIndex === hit.owned.codeIndex) group.push(hit);
    else groups.push([hit]);
  }
  return groups;
}

function createCount({ speaker, role }: Turn, coded: boolean): SpeakerCount {
  return { ...(speaker === undefined ? {} : { speaker: copyText(speaker) }), role, turns: 0, words: 0, coded };
}
