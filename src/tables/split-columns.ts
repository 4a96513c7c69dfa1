/** Splits coded documents into the columns of a table: documents, document groups, speakers, or values of a variable. */
import type { CodedDocument, Column, VariableValue } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { normalizeName } from '../transcript/normalize-name.ts';
import { describeAlikeValues } from './alike-values.ts';
import { findVariable, normalizeVariable, refuseVariable } from './find-variable.ts';
import { VariableColumns } from './variable-columns.ts';

/** What of one document belongs to one column. */
export interface DocumentPart {
  /** Id of the column. */
  column: string;
  /** The document with the segments, words and codings of the column; its transcript is whole. */
  part: CodedDocument;
}

export interface SplitColumn {
  id: string;
  /** Unique among the columns and the reserved keys, whatever the order of the documents. */
  key: string;
  title: string;
  /** Set where the column stands for one document. */
  document?: NonNullable<Column['document']>;
}

/** Takes documents one by one; which columns there are is known when all have passed by. */
export interface ColumnSplit {
  split(document: CodedDocument): DocumentPart[];
  /** In their order; throws an `OptionError` where no document has the variable. `reserved` are the keys of the table's own columns. */
  columns(reserved: readonly string[]): SplitColumn[];
  /** What a column is: `document`, `document group`, `speaker`, or the variable as it is spelt. */
  readonly noun: string;
  /** Whether something can stand in several columns, so that columns are not to be added. */
  readonly overlaps: boolean;
  /** What has to be said of the columns. */
  describe(): string[];
}

/** `by` is `document` (also when left out), `group`, `speaker` or the name of a document variable, capitals or not. */
export function createColumnSplit(by = 'document'): ColumnSplit {
  const name = normalizeVariable(by);
  if (name === 'document') return new DocumentSplit();
  if (name === 'speaker') return new SpeakerSplit();
  if (name === 'group')
    return new ValueSplit('document group', '(no group)', ({ transcript }) => transcript.group || undefined);
  return new VariableSplit(by);
}

/** Words for `by` that are no variables. */
const SPLIT_WORDS = ['document', 'group', 'speaker'] as const;

class DocumentSplit implements ColumnSplit {
  readonly noun = 'document';
  readonly overlaps = false;
  #documents: NonNullable<Column['document']>[] = [];

  split(document: CodedDocument): DocumentPart[] {
    const { document: name, group } = document.transcript;
    this.#documents.push({ name, ...(group === undefined ? {} : { group }) });
    return [{ column: name, part: document }];
  }

  columns(reserved: readonly string[]): SplitColumn[] {
    const columns = this.#documents.map((document) => ({ id: document.name, title: document.name, document }));
    return giveKeys(columns, reserved, 'document');
  }

  describe(): string[] {
    return [];
  }
}

class ValueSplit implements ColumnSplit {
  readonly overlaps = false;
  readonly #noun: string;
  readonly #none: string;
  readonly #read: (document: CodedDocument) => VariableValue | undefined;
  #values = new Set<string>();
  #without = 0;

  constructor(noun: string, none: string, read: (document: CodedDocument) => VariableValue | undefined) {
    this.#noun = noun;
    this.#none = none;
    this.#read = read;
  }

  get noun(): string {
    return this.#noun;
  }

  split(document: CodedDocument): DocumentPart[] {
    const value = this.#read(document);
    if (value === undefined) this.#without++;
    else this.#values.add(String(value));
    return [{ column: value === undefined ? NO_VALUE : String(value), part: document }];
  }

  columns(reserved: readonly string[]): SplitColumn[] {
    const values = [...this.#values].sort(compareValues).map((value) => ({ id: value, title: value }));
    const rest = this.#without > 0 ? [{ id: NO_VALUE, title: this.#none }] : [];
    return giveKeys([...values, ...rest], reserved, this.noun);
  }

  describe(): string[] {
    return describeAlikeValues([...this.#values].sort(compareValues));
  }
}

class VariableSplit extends ValueSplit {
  #name: string;
  #known = new VariableColumns();
  #documents = 0;

  constructor(name: string) {
    super(name, '(no value)', ({ transcript }) => findVariable(transcript.variables, name));
    this.#name = name;
  }

  /** As the documents spell it. */
  override get noun(): string {
    const wanted = normalizeVariable(this.#name);
    return this.#names().find((name) => normalizeVariable(name) === wanted) ?? this.#name;
  }

  override split(document: CodedDocument): DocumentPart[] {
    this.#documents++;
    this.#known.add(document.transcript.variables);
    return super.split(document);
  }

  override columns(reserved: readonly string[]): SplitColumn[] {
    const isKnown = this.#names().some((name) => normalizeVariable(name) === normalizeVariable(this.#name));
    if (!isKnown && this.#documents > 0) throw refuseVariable(this.#name, this.#names(), SPLIT_WORDS);
    return super.columns(reserved);
  }

  #names(): string[] {
    return this.#known.columns([]).map(({ title, key }) => title ?? key);
  }
}

/** A name that several documents have is one column: the same person, or one who happens to be called the same. */
class SpeakerSplit implements ColumnSplit {
  readonly noun = 'speaker';
  readonly overlaps = false;
  #spellings = new Map<string, Set<string>>();
  #documents = new Map<string, number>();

  split(document: CodedDocument): DocumentPart[] {
    const parts = splitBySpeaker(document, (speaker) => this.#identify(speaker));
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
    const shared = [...this.#documents.values()].filter((count) => count > 1).length;
    if (shared === 0) return [];
    return ['A speaker whose name stands in several documents is one column, be it one person or several.'];
  }
}

/** No value and no name is spelt like this. */
const NO_VALUE = '\n';

/** One part for every speaker who has a segment, in the order of the text. */
function splitBySpeaker(document: CodedDocument, identify: (speaker: string | undefined) => string): DocumentPart[] {
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
  for (const coding of codings) partOf(ids[coding.turn] ?? NO_VALUE).codings.push(coding);
  for (const speaker of speakers) parts.get(identify(speaker.speaker))?.speakers.push(speaker);
  return [...parts].map(([column, part]) => ({ column, part }));
}

/** Numbers by their value and before words. */
export function compareValues(a: string, b: string): number {
  const [isA, isB] = [NUMBER.test(a), NUMBER.test(b)];
  if (isA && isB) return Number(a) - Number(b) || compareNames(a, b);
  return isA === isB ? compareNames(a, b) : isA ? -1 : 1;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** The title is the key, with `word` before it where it would be that of another column. */
export function giveKeys(
  columns: readonly Omit<SplitColumn, 'key'>[],
  reserved: readonly string[],
  word: string,
): SplitColumn[] {
  const taken = new Set([...reserved, ...columns.map(({ title }) => title)]);
  const seen = new Set(reserved);
  return columns.map((column) => {
    let key = column.title;
    while (seen.has(key)) {
      do key = `${word} ${key}`;
      while (taken.has(key));
    }
    seen.add(key);
    const { id, title, document } = column;
    return { id, key, title, ...(document ? { document } : {}) };
  });
}
