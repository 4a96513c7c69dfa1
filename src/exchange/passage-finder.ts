/** Finds the place of one stated coding in a transcript: by its position, else by its quote. */
import type { Evidence, Span, StatedCoding, Transcript } from '../model.ts';
import { createCodePoints } from '../text/code-points.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import { type Alignment, alignTexts } from './align-texts.ts';
import { QuoteFinder } from './find-quote.ts';
import { squeezeText } from './squeeze-text.ts';

export interface Found extends Span {
  evidence: Evidence[];
  /** `first of several`: the quote stands at more places, and nothing tells which is meant. */
  by: 'position' | 'quote' | 'first of several';
}

/** Finds the codings of one document. */
export class PassageFinder {
  #text: string;
  #alignment: Alignment;
  #statedText: string | undefined;
  #quotes: QuoteFinder;
  #paragraphOf: (offset: number) => number;
  /** How often each quote was asked for with the same code and coder, which then is the next place. */
  #asked = new Map<string, number>();

  /** `statedText` is the text that positions are stated for; without one they are code points of the transcript's text. */
  constructor({ text }: Transcript, statedText: string | undefined) {
    this.#text = text;
    this.#statedText = statedText;
    this.#quotes = new QuoteFinder(text);
    this.#paragraphOf = createParagraphCounter(text);
    this.#alignment = statedText === undefined ? countInPoints(text) : alignTexts(statedText, text);
  }

  /** Whether the rest of the codings could not be searched for. */
  get isExhausted(): boolean {
    return this.#quotes.isExhausted;
  }

  /** `code` is the id in the codebook. */
  find(coding: StatedCoding, code: string): Found | undefined {
    const { span } = coding;
    const quote = coding.quote ?? (span && this.#statedText?.slice(span.start, span.end));
    const mapped = span && this.#alignment.map(span);
    if (mapped && (quote === undefined || isSame(this.#text.slice(mapped.start, mapped.end), quote)))
      return { ...mapped, evidence: this.#mapEvidence(coding.evidence ?? [], mapped), by: 'position' };
    return quote === undefined ? undefined : this.#findQuote(quote, coding, code);
  }

  #findQuote(quote: string, coding: StatedCoding, code: string): Found | undefined {
    const places = this.#quotes.find(quote);
    const [first] = places;
    if (!first) return undefined;
    const evidence = (coding.evidence ?? []).map((item) => ({ ...item, spans: [] }));
    if (places.length === 1) return { ...first, evidence, by: 'quote' };
    const key = JSON.stringify([quote, code, coding.coder, coding.paragraph]);
    const asked = this.#asked.get(key) ?? 0;
    this.#asked.set(key, asked + 1);
    const { span, paragraph } = coding;
    if (span) return { ...nearest(places, this.#alignment.near(span.start)), evidence, by: 'quote' };
    const there = places.filter(({ start }) => this.#paragraphOf(start) === paragraph);
    const chosen = there[asked] ?? there.at(-1);
    if (chosen) return { ...chosen, evidence, by: 'quote' };
    return { ...(places[asked] ?? first), evidence, by: 'first of several' };
  }

  #mapEvidence(evidence: readonly Evidence[], { start, end }: Span): Evidence[] {
    return evidence.map((item) => {
      const spans = item.spans.flatMap((span) => this.#alignment.map(span) ?? []);
      return { ...item, spans: spans.filter((span) => span.start >= start && span.end <= end) };
    });
  }
}

/** Positions of a file that has no text are code points of the text as it is here. */
function countInPoints(text: string): Alignment {
  const points = createCodePoints(text);
  return {
    map: ({ start, end }) =>
      end <= points.length ? { start: points.toOffset(start), end: points.toOffset(end) } : undefined,
    near: points.toOffset,
  };
}

function isSame(here: string, there: string): boolean {
  return here === there || squeezeText(here, 'loose').text === squeezeText(there, 'loose').text;
}

function nearest(places: readonly Span[], offset: number): Span {
  const distance = ({ start }: Span) => Math.abs(start - offset);
  return places.reduce((best, place) => (distance(place) < distance(best) ? place : best));
}
