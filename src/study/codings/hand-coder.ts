/** Puts imported codings on the documents of a study, in the place of the program's own or beside them. */
import { listCodes } from '../../codebook/code-tree.ts';
import { CodingPlacer } from '../../exchange/place-codings.ts';
import type { Codebook, CodedDocument, Coding, CodingSet, Message, Segment } from '../../model.ts';
import { findTouched } from '../../tables/touched-segments.ts';
import { createMessage } from '../../text/messages.ts';
import type { ReadCodings } from './read-codings.ts';
import { type ResolvedCodes, resolveCodes } from './resolve-codes.ts';

export interface PreparedCoding {
  /** With the codes of all codings. */
  codebook: Codebook;
  hand: HandCoder;
  messages: Message[];
}

/** `codebook` is that of the run; one without any code is filled with those of the codings. */
export function prepareHandCoding(read: ReadCodings, codebook: Codebook): PreparedCoding {
  const sets = read.files.map(({ set }) => set);
  const resolved = resolveCodes(codebook, sets, codebook.codes.length > 0);
  const messages = [...sets.flatMap((set) => set.messages), ...resolved.messages];
  return { codebook: resolved.codebook, hand: new HandCoder(resolved, read), messages };
}

export class HandCoder {
  /** Whether the program is to look for terms. */
  readonly findsTerms: boolean;
  readonly #placers: readonly CodingPlacer[];
  readonly #order: ReadonlyMap<string, number>;

  /** The sets have the ids of the codebook. */
  constructor(
    { sets, codebook }: Pick<ResolvedCodes, 'sets' | 'codebook'>,
    { coders, findsTerms }: Pick<ReadCodings, 'coders' | 'findsTerms'>,
  ) {
    this.findsTerms = findsTerms;
    this.#placers = sets.map((set) => new CodingPlacer(keepCoders(set, new Set(coders)), codebook));
    this.#order = new Map(listCodes(codebook).map(({ code, index }) => [code.id, index]));
  }

  /** Adds to the codings of a document; to be asked once for each. What cannot be placed is told. */
  add({ transcript, segments, codings, messages }: CodedDocument): Message[] {
    const placed = this.#placers.map((placer) => placer.place(transcript));
    const told = placed.flatMap((each) => each.messages);
    const known = new Set(codings.map(keyOf));
    let repeated = 0;
    for (const coding of placed.flatMap((each) => each.codings)) {
      const key = keyOf(coding);
      if (known.has(key)) repeated++;
      else codings.push({ ...coding, turn: firstTurnOf(coding, segments) });
      known.add(key);
    }
    codings.sort((a, b) => this.#compare(a, b));
    if (repeated > 0) told.push(reportRepeated(transcript.document, repeated));
    messages.push(...told);
    return told;
  }

  /** When all documents were asked for: what has no document. */
  finish(): Message[] {
    return this.#placers.flatMap((placer) => placer.finish());
  }

  #compare(a: Coding, b: Coding): number {
    const inBook = ({ code }: Coding) => this.#order.get(code) ?? 0;
    return a.start - b.start || a.end - b.end || inBook(a) - inBook(b) || compare(a.coder, b.coder);
  }
}

/** That of the first segment it touches, else the one it begins in. */
function firstTurnOf(coding: Coding, segments: readonly Segment[]): number {
  const { from, to } = findTouched(segments, coding);
  return (from < to ? segments[from]?.turn : undefined) ?? coding.turn;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const keyOf = ({ start, end, code, coder }: Coding): string => JSON.stringify([start, end, code, coder]);

function keepCoders(set: CodingSet, coders: ReadonlySet<string>): CodingSet {
  return { ...set, codings: set.codings.filter(({ coder }) => coders.has(coder)) };
}

function reportRepeated(document: string, repeated: number): Message {
  const codings = repeated === 1 ? '1 coding' : `${repeated} codings`;
  const reason = `Left out ${codings} that another file has too, of the same code and coder on the same passage in \`${document}\``;
  return createMessage(reason, { rule: 'repeated-coding', severity: 'information' });
}
