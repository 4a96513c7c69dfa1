/** What a coding has that REFI-QDA has no place for, as text in the description of its selection: memo, weight, evidence. */
import type { Coding, Evidence, Span } from '../../model.ts';
import type { CodePoints } from '../../text/code-points.ts';

/** The text that spans are of, and how it is counted. */
export interface CountedText {
  text: string;
  points: CodePoints;
}

/** A coding, and what its code is called in the description. */
export interface NamedCoding {
  name: string;
  coding: Coding;
}

export interface CodingNotes {
  memo?: string;
  weight?: number;
  evidence: Evidence[];
}

/**
 * The memo, below it a line for each weight and each piece of evidence, which says the words, the term, their place in code
 * points, and a negating word: `Evidence for Barriers: “no time” (geen tijd) [12-19] near “geen”`.
 */
export function writeCodingNotes(codings: readonly NamedCoding[], from: CountedText): string {
  const memo = codings.find(({ coding }) => coding.memo !== undefined)?.coding.memo?.trim() ?? '';
  const lines = codings.flatMap(({ name, coding }) => [
    ...(coding.weight > 0 ? [`Weight for ${name}: ${coding.weight}`] : []),
    ...coding.evidence.map((item) => `Evidence for ${name}: ${writeEvidence(item, from)}`),
  ]);
  return [memo, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

function writeEvidence({ term, spans, negation }: Evidence, from: CountedText): string {
  const places = spans.map(({ start, end }) => `${from.points.fromOffset(start)}-${from.points.fromOffset(end)}`);
  const near = negation === undefined ? '' : ` near “${oneLine(negation)}”`;
  return `${wordsOf(spans, from)} (${oneLine(term)}) [${places.join(', ')}]${near}`;
}

function wordsOf(spans: readonly Span[], { text }: CountedText): string {
  return `“${spans.map(({ start, end }) => oneLine(text.slice(start, end))).join(' … ')}”`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

const LINE = /^(Weight|Evidence) for (.*)$/;
const PLACES = / \[((?:\d{1,9}-\d{1,9}(?:, )?)*)\](?: near “(.{1,60})”)?$/;

/** What `writeCodingNotes` wrote, by the names of codes; lines that are not as it writes them are memo, which all of them have. */
export function readCodingNotes(description: string, names: readonly string[], from: CountedText) {
  const notes = new Map(names.map((name): [string, CodingNotes] => [name, { evidence: [] }]));
  const memo: string[] = [];
  for (const line of description.split('\n')) if (!readLine(line, notes, from)) memo.push(line);
  const text = memo.join('\n').trim();
  if (text !== '') for (const each of notes.values()) each.memo = text;
  return notes;
}

function readLine(line: string, notes: ReadonlyMap<string, CodingNotes>, from: CountedText): boolean {
  const [, kind, rest = ''] = LINE.exec(line) ?? [];
  if (kind === undefined) return false;
  // A name may have a colon in it, and one name may begin as another does.
  const name = [...notes.keys()].filter((each) => rest.startsWith(`${each}: `)).sort((a, b) => b.length - a.length)[0];
  const note = name === undefined ? undefined : notes.get(name);
  if (name === undefined || !note) return false;
  const said = rest.slice(name.length + 2);
  if (kind === 'Weight') {
    if (!/^(?:100|\d{1,2})(?:\.\d{1,6})?$/.test(said)) return false;
    note.weight = Number(said);
    return true;
  }
  const evidence = readEvidence(said, from);
  if (evidence) note.evidence.push(evidence);
  return evidence !== undefined;
}

/** Undefined where the words are no longer where they were. */
function readEvidence(said: string, from: CountedText): Evidence | undefined {
  const found = PLACES.exec(said);
  if (!found) return undefined;
  const spans = (found[1] ?? '').split(', ').flatMap((place): Span[] => {
    const [start = 0, end = 0] = place.split('-').map(Number);
    return place === '' ? [] : [{ start: from.points.toOffset(start), end: from.points.toOffset(end) }];
  });
  const before = `${wordsOf(spans, from)} (`;
  const written = said.slice(0, found.index);
  if (!written.startsWith(before) || !written.endsWith(')')) return undefined;
  const negation = found[2];
  return { term: written.slice(before.length, -1), spans, ...(negation === undefined ? {} : { negation }) };
}
