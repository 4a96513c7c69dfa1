/** Splits coded documents into the columns of a table: documents, document groups, speakers, coders, or values of a variable. */
import type { CodedDocument, Column, VariableValue } from '../model.ts';
import { describeAlikeValues } from './alike-values.ts';
import {
  type ColumnSplit,
  compareValues,
  type DocumentPart,
  giveKeys,
  NO_VALUE,
  type SplitColumn,
} from './column-split.ts';
import { findVariable, normalizeVariable, refuseVariable } from './find-variable.ts';
import { CoderSplit } from './split-coders.ts';
import { SpeakerSplit } from './split-speakers.ts';
import { VariableColumns } from './variable-columns.ts';

/** `by` is `document` (also when left out), `group`, `speaker`, `coder` or the name of a document variable, capitals or not. */
export function createColumnSplit(by = 'document'): ColumnSplit {
  const name = normalizeVariable(by);
  if (name === 'document') return new DocumentSplit();
  if (name === 'speaker') return new SpeakerSplit();
  if (name === 'coder') return new CoderSplit();
  if (name === 'group')
    return new ValueSplit('document group', '(no group)', ({ transcript }) => transcript.group || undefined);
  return new VariableSplit(by);
}

/** Words for `by` that are no variables. */
const SPLIT_WORDS = ['document', 'group', 'speaker', 'coder'] as const;

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
