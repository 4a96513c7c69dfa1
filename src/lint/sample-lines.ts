/** Interviews for the samples of rules. */

/** Each line as many times as the number before it, a paragraph each. */
export function repeatLines(lines: readonly (readonly [number, string])[]): string {
  return lines.map(([times, line]) => `${line}\n\n`.repeat(times)).join('');
}
