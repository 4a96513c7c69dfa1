/** What the reader selected of the study: codes, documents, segments. Everything shown is made of what is left. */
import { type CodeNode, listCodes } from '../../codebook/code-tree.ts';
import type { Codebook, CodedDocument } from '../../model.ts';
import type { TableOptions } from '../../tables/analysis.ts';
import { findVariable } from '../../tables/find-variable.ts';
import { selectCodes } from '../../tables/select-codes.ts';
import { findTouched } from '../../tables/touched-segments.ts';
import { compareNames } from '../../text/compare.ts';
import { fold } from '../../text/fold.ts';
import type { Address } from './address.ts';
import { keepCoders } from './coders.ts';
import type { Study } from './study.ts';

export interface Selection {
  /** Only with the selected codes, at their places. */
  codebook: Codebook;
  codes: CodeNode[];
  documents: CodedDocument[];
  /** As in the tables of the run. */
  aggregate: TableOptions['aggregate'];
  /** One sentence for each way in which it is less than the study. */
  limits: string[];
}

/** Takes time linear in the number of documents; with a text, in the length of all segments. */
export function selectFrom(study: Study, { codes: ids, documents: names, values, coders, text }: Address): Selection {
  const known = ids.filter((id) => study.codeOf.has(id));
  const codebook = known.length === 0 ? study.codebook : selectCodes(study.codebook, known);
  const documents = selectDocuments(study.documents, names, values).map((document) => keepCoders(document, coders));
  const wanted = fold(text.trim());
  const limits = [
    ...study.data.facts.selected,
    ...(known.length === 0 ? [] : [`Only the codes ${known.map((id) => study.codeOf.get(id)?.path).join(', ')}.`]),
    ...(documents.length === study.documents.length
      ? []
      : [`Only ${documents.length} of ${study.documents.length} documents.`]),
    ...(coders.length === 0 ? [] : [`Only what ${coders.join(', ')} coded.`]),
    ...(wanted === '' ? [] : [`Only segments with the text "${text.trim()}".`]),
  ];
  return {
    codebook,
    codes: listCodes(codebook),
    aggregate: study.data.facts.settings.aggregate === 'sum' ? 'sum' : 'distinct',
    documents: wanted === '' ? documents : documents.map((document) => keepSegments(document, wanted)),
    limits,
  };
}

function selectDocuments(
  documents: readonly CodedDocument[],
  names: readonly string[],
  values: readonly string[],
): CodedDocument[] {
  const wanted = new Set(names);
  const byVariable = new Map<string, Set<string>>();
  for (const each of values) {
    const [variable, value] = splitCondition(each);
    byVariable.set(variable, (byVariable.get(variable) ?? new Set()).add(value));
  }
  return documents.filter(
    ({ transcript }) =>
      (wanted.size === 0 || wanted.has(transcript.document)) &&
      [...byVariable].every(([variable, among]) => among.has(readValue(transcript, variable))),
  );
}

/** `function=coordinator`: the name has no `=`. */
export function splitCondition(condition: string): [variable: string, value: string] {
  const at = condition.indexOf('=');
  return [condition.slice(0, at), condition.slice(at + 1)];
}

/** The document group is asked for like a variable; empty where there is no value. */
function readValue({ variables, group }: CodedDocument['transcript'], variable: string): string {
  if (variable === GROUP) return group ?? '';
  return String(findVariable(variables, variable) ?? '');
}

export const GROUP = 'document group';
/** With more values a list is no help to choose. */
const MOST_VALUES = 40;

export interface ChoosableVariable {
  name: string;
  /** Sorted; empty text for documents without a value. */
  values: { value: string; documents: number }[];
}

/** Group and document variables that some documents share and others do not. */
export function listVariables(documents: readonly CodedDocument[]): ChoosableVariable[] {
  const names = new Map<string, string>();
  for (const { transcript } of documents)
    for (const name of Object.keys(transcript.variables)) names.set(name.toLowerCase(), name);
  return [GROUP, ...[...names.values()].sort(compareNames)]
    .map((name) => ({ name, values: countValues(documents, name) }))
    .filter(({ values }) => values.length > 1 && values.length <= MOST_VALUES);
}

function countValues(documents: readonly CodedDocument[], variable: string): ChoosableVariable['values'] {
  const counts = new Map<string, number>();
  for (const { transcript } of documents) {
    const value = readValue(transcript, variable);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, documents: count }))
    .sort((a, b) => Number(a.value === '') - Number(b.value === '') || compareNames(a.value, b.value));
}

/** The document with only those segments, and the codings that lie in them. */
function keepSegments(document: CodedDocument, wanted: string): CodedDocument {
  const folded = foldSegments(document);
  const kept = document.segments.map((_, index) => folded[index]?.includes(wanted) ?? false);
  const segments = document.segments.filter((_, index) => kept[index]);
  const segmentWords = document.segmentWords.filter((_, index) => kept[index]);
  return {
    ...document,
    segments,
    segmentWords,
    words: segmentWords.reduce((sum, words) => sum + words, 0),
    codings: document.codings.filter((coding) => {
      const { from, to } = findTouched(segments, coding);
      return from < to;
    }),
  };
}

const foldedSegments = new WeakMap<CodedDocument['segments'], string[]>();

/** Kept, since it is asked for again with every letter that is typed. */
function foldSegments(document: CodedDocument): string[] {
  const known = foldedSegments.get(document.segments);
  if (known) return known;
  const { text } = document.transcript;
  const folded = document.segments.map(({ start, end }) => fold(text.slice(start, end)));
  foldedSegments.set(document.segments, folded);
  return folded;
}
