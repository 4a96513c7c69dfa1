/** Puts codings that another program states on the transcripts of the study: their places, turns, and the codes of the codebook. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Codebook, Coding, CodingSet, Message, Span, StatedCoding, StatedDocument, Transcript } from '../model.ts';
import { CodeMatcher } from './match-codes.ts';
import { DocumentMatcher } from './match-documents.ts';
import { type Found, PassageFinder } from './passage-finder.ts';
import { reportPlacing, reportStrays } from './report-placing.ts';

export interface PlacedCodings {
  /** In the order of the text and of the codebook. */
  codings: Coding[];
  messages: Message[];
}

/** Places the codings of one transcript; for many transcripts of one set a `CodingPlacer` is faster, and tells what is left over. */
export function placeCodings(set: CodingSet, transcript: Transcript, codebook: Codebook): PlacedCodings {
  return new CodingPlacer(set, codebook).place(transcript);
}

/** Places the codings of one set, transcript by transcript. */
export class CodingPlacer {
  #path: string;
  #codes: CodeMatcher;
  #order: ReadonlyMap<string, number>;
  #documents: DocumentMatcher;
  #codings = new Map<string, StatedCoding[]>();
  /** Codings by the code that the codebook does not have. */
  #unknown = new Map<string, number>();

  constructor(set: CodingSet, codebook: Codebook) {
    this.#path = set.path;
    this.#codes = new CodeMatcher(codebook, set);
    this.#order = new Map(listCodes(codebook).map(({ code, index }) => [code.id, index]));
    this.#documents = new DocumentMatcher(set);
    for (const coding of set.codings) {
      const of = this.#codings.get(coding.document);
      if (of) of.push(coding);
      else this.#codings.set(coding.document, [coding]);
    }
  }

  /** Empty for a transcript that the set does not have. To be asked once for each transcript. */
  place(transcript: Transcript): PlacedCodings {
    const document = this.#documents.find(transcript);
    const stated = document ? (this.#codings.get(document.name) ?? []) : [];
    if (!document || stated.length === 0) return { codings: [], messages: [] };
    return this.#placeAll(stated, document, transcript);
  }

  /** When all transcripts were asked for: what of the set had no place among them. */
  finish(): Message[] {
    const strays = this.#documents
      .listOthers()
      .map(({ name }) => ({ name, codings: this.#codings.get(name)?.length ?? 0 }))
      .filter(({ codings }) => codings > 0);
    return reportStrays(this.#path, strays, this.#unknown);
  }

  #placeAll(stated: readonly StatedCoding[], document: StatedDocument, transcript: Transcript): PlacedCodings {
    const finder = new PassageFinder(transcript, document.text);
    const turnOf = createTurnFinder(transcript);
    const placed = new Map<string, Coding>();
    const outcome = { all: 0, missing: [] as StatedCoding[], ambiguous: [] as StatedCoding[], moved: 0, repeated: 0 };
    for (const coding of stated) {
      const code = this.#codes.find(coding.code, coding.codeId);
      if (code === undefined) {
        const name = coding.code.join(' \\ ');
        this.#unknown.set(name, (this.#unknown.get(name) ?? 0) + 1);
        continue;
      }
      outcome.all++;
      const found = finder.find(coding, code);
      if (!found) {
        outcome.missing.push(coding);
        continue;
      }
      if (found.by === 'first of several') outcome.ambiguous.push(coding);
      if (found.by === 'quote' && coding.span) outcome.moved++;
      const made = createCoding(coding, { code, found, turn: turnOf(found), transcript });
      const key = JSON.stringify([made.start, made.end, made.code, made.coder]);
      if (placed.has(key)) outcome.repeated++;
      else placed.set(key, made);
    }
    const messages = reportPlacing(
      { ...outcome, isExhausted: finder.isExhausted },
      { path: this.#path, document: transcript.document },
    );
    return { codings: [...placed.values()].sort((a, b) => this.#compare(a, b)), messages };
  }

  #compare(a: Coding, b: Coding): number {
    const inBook = (coding: Coding) => this.#order.get(coding.code) ?? 0;
    return a.start - b.start || a.end - b.end || inBook(a) - inBook(b) || (a.coder < b.coder ? -1 : 1);
  }
}

interface Making {
  code: string;
  found: Found;
  turn: number;
  transcript: Transcript;
}

function createCoding(stated: StatedCoding, { code, found, turn, transcript }: Making): Coding {
  const { start, end, evidence } = found;
  const { coder, weight = 0, memo } = stated;
  const { document } = transcript;
  return { code, document, coder, start, end, weight, turn, evidence, ...(memo === undefined ? {} : { memo }) };
}

/** The turn in which a span begins; of one before every turn or between two the first that it reaches. */
function createTurnFinder({ turns }: Transcript): (span: Span) => number {
  return ({ start }) => {
    let low = 0;
    let high = turns.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((turns[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return Math.max(Math.min(low, turns.length - 1), 0);
  };
}
