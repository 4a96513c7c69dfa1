/** Mends lines of a codebook as text, so that every comment, quote and blank line beside them stays as it is. */
import type { Fix } from './rule.ts';

export interface FixedText {
  text: string;
  /** What was changed, in the order of the file. */
  applied: Fix[];
}

/** The text with all fixes that are safe: a line goes only when the term is all it holds, a value only when it is quoted. */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText {
  const lines = text.split(/(?<=\n)/);
  const applied: Fix[] = [];
  // From the end, so that what stands before keeps its place; one fix a line.
  const ordered = [...fixes].sort((a, b) => b.line - a.line || b.column - a.column);
  for (const fix of ordered) {
    const line = lines[fix.line - 1];
    if (line === undefined) continue;
    const changed = fix.to === undefined ? removeItem(lines, fix) : replaceQuoted(line, fix, fix.to);
    if (changed === undefined) continue;
    lines[fix.line - 1] = changed;
    applied.unshift(fix);
  }
  return { text: lines.join(''), applied };
}

/** Nothing in place of a line that is only `- term`; `undefined` when it holds more, or a comment above it is about it. */
function removeItem(lines: readonly string[], { line, column, from }: Fix): string | undefined {
  const text = lines[line - 1] ?? '';
  const value = text.slice(column - 1).trimEnd();
  const isWhole = /^\s*-\s+$/.test(text.slice(0, column - 1)) && quotings(from).includes(value);
  return isWhole && !/^\s*#/.test(lines[line - 2] ?? '') ? '' : undefined;
}

/** The line with another value between the same quotes. */
function replaceQuoted(line: string, { column, from }: Fix, to: string): string | undefined {
  const found = quotings(from).find((quoted) => /^['"]/.test(quoted) && line.startsWith(quoted, column - 1));
  if (found === undefined) return undefined;
  const replaced = quotings(to).find((quoted) => quoted.startsWith(found.charAt(0)));
  return replaced && line.slice(0, column - 1) + replaced + line.slice(column - 1 + found.length);
}

/** The ways in which a value of one line is written. */
function quotings(value: string): string[] {
  return [`'${value.replaceAll("'", "''")}'`, JSON.stringify(value), value];
}
