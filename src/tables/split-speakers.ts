/** Splits coded documents by who speaks. */
import type { CodedDocument } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { normalizeName } from '../transcript/normalize-name.ts';
import { type ColumnSplit, type DocumentPart, giveKeys, NO_VALUE, type SplitColumn } from './column-split.ts';
import { count } from './notes.ts';
import { turnsOf } from './touched-segments.ts';

/** A name that several documents have is one column: the same person, or one who happens to be called the same. */
export class SpeakerSplit implements ColumnSplit {
  readonly noun = 'speaker';
  #spellings = new Map<string, Set<string>>();
  #documents = new Map<string, number>();
  /** Codings over words of several speakers. */
  #shared = 0;

  get overlaps(): boolean {
    return this.#shared > 0;
  }

  split(document: CodedDocument): DocumentPart[] {
    const { parts, shared } = splitBySpeaker(document, (speaker) => this.#identify(speaker));
    this.#shared += shared;
    for (const { column } of parts) this.#documents.set(column, (this.#documents.get(column) ?? 0) + 1);
    return parts;
  }

  #identify(speaker: string | undefined): string {
    const id = normalizeName(speaker ?? '');
    if (id === '') return NO_VALUE;
    this.#spellings.set(id, (this.#spellings.get(id) ?? new Set()).add(speaker ?? ''));
    return id;
  }

  columns(reserved: readonly string[]): SplitColumn[] {
    const named = [...this.#documents.keys()]
      .filter((id) => id !== NO_VALUE)
      .map((id) => ({ id, title: [...(this.#spellings.get(id) ?? [])].sort(compareNames)[0] ?? id }))
      .sort((a, b) => compareNames(a.title, b.title) || compareNames(a.id, b.id));
    const rest = this.#documents.has(NO_VALUE) ? [{ id: NO_VALUE, title: '(no label)' }] : [];
    return giveKeys([...named, ...rest], reserved, 'speaker');
  }

  describe(): string[] {
    const isShared = [...this.#documents.values()].some((documents) => documents > 1);
    return [
      ...(isShared
        ? ['A speaker whose name stands in several documents is one column, be it one person or several.']
        : []),
      ...(this.#shared > 0
        ? [`${count(this.#shared, 'coded segment')} with words of several speakers: counted for each of them.`]
        : []),
    ];
  }
}

/** One part for every speaker who has a segment, in the order of the text; a passage over words of several is in each of their parts. */
function splitBySpeaker(
  document: CodedDocument,
  identify: (speaker: string | undefined) => string,
): { parts: DocumentPart[]; shared: number } {
  const { segments, segmentWords, codings, speakers, transcript } = document;
  const parts = new Map<string, CodedDocument>();
  const partOf = (id: string): CodedDocument => {
    const part = parts.get(id) ?? { ...document, segments: [], segmentWords: [], codings: [], words: 0, speakers: [] };
    parts.set(id, part);
    return part;
  };
  const ids = transcript.turns.map(({ speaker }) => identify(speaker));
  segments.forEach((segment, at) => {
    const part = partOf(ids[segment.turn] ?? NO_VALUE);
    const words = segmentWords[at] ?? 0;
    part.segments.push(segment);
    part.segmentWords.push(words);
    part.words += words;
  });
  let shared = 0;
  for (const coding of codings) {
    const owners = new Set(turnsOf(coding, segments).map((turn) => ids[turn] ?? NO_VALUE));
    if (owners.size > 1) shared++;
    for (const id of owners) partOf(id).codings.push(coding);
  }
  for (const speaker of speakers) parts.get(identify(speaker.speaker))?.speakers.push(speaker);
  const turnsBy = (id: string) => transcript.turns.filter((_, at) => ids[at] === id);
  if (shared > 0) for (const [id, part] of parts) part.within = turnsBy(id);
  return { parts: [...parts].map(([column, part]) => ({ column, part })), shared };
}
