/** YAML as this program allows it: every scalar a string, no anchors, aliases or tags, and a position for every value. */
import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, visit } from 'yaml';
import type { Position } from '../model.ts';
import { listCommentTokens, parseDocument } from './yaml-document.ts';

export interface YamlProblem extends Position {
  reason: string;
  hint?: string;
}

export interface YamlFile {
  /** Strings, arrays and objects; `undefined` when the file cannot be read. */
  value: unknown;
  problems: YamlProblem[];
  /** Place of the value at `path`, or of its nearest parent; `key: true` asks for the place of the key itself. */
  positionOf(path: readonly (string | number)[], options?: { key?: boolean }): Position;
  /** Whether there is a value at `path`. */
  has(path: readonly (string | number)[]): boolean;
}

/** Reads YAML text; `firstLine` is the line of the file on which the text begins (1-based). */
export function parseYaml(source: string, firstLine = 1): YamlFile {
  const lines = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const document = parseDocument(source, lines);
  if ('reason' in document) {
    lines.lineStarts = lineStarts(source);
    return {
      value: undefined,
      problems: [{ ...at(document.offset), reason: document.reason }],
      positionOf: () => at(0),
      has: () => false,
    };
  }
  const problems = document.errors.map((error) => ({
    ...at(error.pos[0]),
    reason: explain(error.message),
    ...(hintFor(source, error.pos[0]) ?? {}),
  }));
  problems.push(...findForbidden(document, source, at));
  const value = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
  return {
    value,
    problems,
    positionOf: (path, options) => at(offsetOf(document, path, options?.key ?? false)),
    has: (path) => document.hasIn(path),
  };
}

/** A comment from its `#` to the end of its line. */
export interface YamlComment extends Position {
  text: string;
}

/** All comments of a YAML text that can be parsed, in its order; a `#` inside a value is none. */
export function listComments(source: string): YamlComment[] {
  const lines = new LineCounter();
  lines.lineStarts.push(...lineStarts(source));
  return listCommentTokens(source).map(({ offset, text }) => {
    const { line, col } = lines.linePos(offset);
    return { text, line, column: col };
  });
}

function lineStarts(source: string): number[] {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

/** Anchors, aliases and tags: in a codebook they are terms that lack their quotes. */
function findForbidden(document: Document, source: string, at: (offset: number) => Position): YamlProblem[] {
  const problems: YamlProblem[] = [];
  if (!FORBIDDEN.test(source)) return problems;
  const forbid = (node: Node, mark: string) =>
    problems.push({
      ...at(startOf(node)),
      reason: `Unexpected \`${mark}\`, expected plain text`,
      hint: `a term that begins with ${mark.charAt(0)} stands in single quotes: '${mark}'`,
    });
  visit(document, {
    Alias: (_key, node) => void forbid(node, `*${node.source}`),
    Node: (_key, node) => {
      if (isAlias(node)) return;
      if (node.anchor) forbid(node, `&${node.anchor}`);
      else if (node.tag?.startsWith('!')) forbid(node, node.tag);
    },
  });
  return problems;
}

/** Wherever one of them begins a value; within a text this finds too many, and is only asked whether to look. */
const FORBIDDEN = /(?:^|[\s\uFEFF,:?[\]{}-])[&*!]/;

const startOf = (node: Node): number => node.range?.[0] ?? 0;

function explain(message: string): string {
  if (message.includes('multiple documents')) return 'Unexpected YAML: a second document behind `---`, expected one';
  const plain = message.replaceAll('\n', ' ').replace(/[.:]\s*$/, '');
  return `Unexpected YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}`;
}

/** A wildcard, apostrophe or regular expression without quotes is what most errors come from. */
function hintFor(source: string, offset: number): { hint: string } | undefined {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', offset);
  const line = source.slice(start, end < 0 ? source.length : end);
  if (line.startsWith('\t') || /^ *\t/.test(line)) return { hint: 'indent with blanks, not with tabs' };
  if (/^\s*-\s+(['*&!%@`]|\[|\{|.*: )/.test(line)) return { hint: 'put the term in single quotes' };
  return undefined;
}

/** Offset of the value at `path`, of its key if that is asked for, or of the key of the nearest parent that is there. */
function offsetOf(document: Document, path: readonly (string | number)[], key: boolean): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? startOf(node) : 0;
  for (const [index, step] of path.entries()) {
    const isLast = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step);
      if (!pair) return offset;
      if (isNode(pair.key)) offset = startOf(pair.key);
      node = pair.value;
      if (isLast && key) return offset;
      if (isLast && isNode(node)) return startOf(node);
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) return offset;
      offset = startOf(node);
    } else return offset;
  }
  return offset;
}
