/** Files of codings of our own: one JSON object a line, pleasant under version control. */
import { decodeText } from '../containers/decode.ts';
import type { SourceFile } from '../containers/source-file.ts';
import type { CodingSet, Evidence, Message, Span, StatedCoding } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { type CodingFormat, emptySet } from './coding-format.ts';

export const codingsJsonl = {
  name: 'codings',
  title: 'a file of codings',
  extensions: ['.jsonl'],
  read: readCodings,
} satisfies CodingFormat;

/** Told one by one; the rest is counted. */
const MOST_TOLD = 5;

/** Lines that are no codings are told and left out. Positions are code points of the transcript's text. */
function readCodings(file: SourceFile): CodingSet {
  const { text, messages } = decodeText(file);
  const set = emptySet(file.path, messages);
  const documents = new Set<string>();
  const coders = new Set<string>();
  let wrong = 0;
  for (const [at, line] of (text ?? '').split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') {
      set.leftOut.push({ kind: 'line', name: `line ${at + 1}`, reason: read });
      if (++wrong <= MOST_TOLD) messages.push(tellLine(file.path, at + 1, read));
      continue;
    }
    documents.add(read.document);
    coders.add(read.coder);
    set.codings.push(read);
  }
  if (wrong > MOST_TOLD) messages.push(tellMore(file.path, wrong));
  set.documents = [...documents].map((name) => ({ name, variables: {} }));
  set.coders = [...coders];
  return set;
}

/** The coding of a line, or why it is none. */
function readLine(line: string): StatedCoding | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'it is not JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an object';
  const { document, code, coder, start, end, paragraph, quote, weight, memo, evidence } = value as Record<
    string,
    unknown
  >;
  if (!isName(document)) return 'it names no `document`';
  if (!isName(code)) return 'it names no `code`';
  const span = readSpan(start, end);
  if (!span && !isName(quote)) return 'it has neither `start` and `end` nor a `quote`';
  return {
    document: document.normalize('NFC'),
    code: [code.normalize('NFC')],
    coder: isName(coder) ? coder.normalize('NFC') : UNNAMED,
    ...(span ? { span } : {}),
    ...(typeof quote === 'string' ? { quote } : {}),
    ...(isCount(paragraph) ? { paragraph } : {}),
    ...(typeof weight === 'number' && weight >= 0 && weight <= 100 ? { weight } : {}),
    ...(typeof memo === 'string' ? { memo } : {}),
    ...(Array.isArray(evidence) ? { evidence: evidence.flatMap(readEvidence) } : {}),
  };
}

/** The coder of codings that name none. */
const UNNAMED = 'unnamed';

const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function readSpan(start: unknown, end: unknown): Span | undefined {
  return isCount(start) && isCount(end) && start < end ? { start, end } : undefined;
}

function readEvidence(value: unknown): Evidence[] {
  if (typeof value !== 'object' || value === null) return [];
  const { term, spans, negation } = value as Record<string, unknown>;
  if (typeof term !== 'string' || !Array.isArray(spans)) return [];
  const read = spans.flatMap((span) => (Array.isArray(span) ? (readSpan(span[0], span[1]) ?? []) : []));
  return [{ term, spans: read, ...(typeof negation === 'string' ? { negation } : {}) }];
}

function tellLine(path: string, line: number, reason: string): Message {
  return createMessage(`Unexpected line, expected a coding: ${reason}`, {
    rule: 'no-coding',
    severity: 'warning',
    path,
    position: { line, column: 1 },
    hint: 'mend it or take it out; the other lines are read',
  });
}

function tellMore(path: string, wrong: number): Message {
  const reason = `Left out ${wrong} lines that are no codings`;
  return createMessage(reason, { rule: 'no-coding', severity: 'warning', path, hint: 'the first of them are named' });
}
