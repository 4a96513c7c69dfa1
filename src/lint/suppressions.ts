/** Comments that suppress findings: `# check-disable-next-line rule, rule: reason` and `# check-disable-file rule: reason`. */
import type { Message, Position } from '../model.ts';
import { listComments } from '../text/yaml.ts';

export interface Suppression {
  position: Position;
  /** Rule ids as written; none when the comment is malformed. */
  rules: string[];
  reason: string;
  /** The line it is about; the whole file when left out. */
  line?: number;
  /** Rules of it that had a finding to suppress, or that did not run. */
  used: Set<string>;
}

const DIRECTIVE = /^#\s*check-disable(\S*)\s*(.*)$/su;

/** All suppressing comments of a codebook, in the order of the file. Lines are those after LF, as in messages. */
export function findSuppressions(source: string): Suppression[] {
  // Cutting a whole file into tokens takes a while, and few files have such comments.
  if (!source.includes('check-disable')) return [];
  const nextLine = listNextLines(source);
  return listComments(source).flatMap(({ text, ...position }) => {
    const [, kind, rest = ''] = DIRECTIVE.exec(text) ?? [];
    if (kind === undefined) return [];
    const colon = rest.indexOf(':');
    const ids = (colon < 0 ? rest : rest.slice(0, colon)).split(',').map((id) => id.trim());
    const known = kind === '-next-line' || kind === '-file';
    const rules = known ? ids.filter((id) => id !== '') : [];
    const reason = colon < 0 ? '' : rest.slice(colon + 1).trim();
    const next = kind === '-next-line' ? { line: nextLine[position.line] ?? 0 } : {};
    return [{ position, rules, reason, used: new Set<string>(), ...next }];
  });
}

/** The messages that no comment suppresses; notes in each comment what it did. */
export function applySuppressions<Found extends { message: Message }>(
  found: readonly Found[],
  suppressions: readonly Suppression[],
): Found[] {
  const byPlace = new Map<string, Suppression[]>();
  for (const suppression of suppressions) {
    for (const rule of suppression.rules) {
      const key = `${rule} ${suppression.line ?? ''}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), suppression]);
    }
  }
  return found.filter(({ message }) => {
    const rule = message.ruleId ?? '';
    const fitting = [`${rule} `, `${rule} ${message.line}`].flatMap((key) => byPlace.get(key) ?? []);
    for (const { used } of fitting) used.add(rule);
    return fitting.length === 0;
  });
}

/** By line, the next one that is neither blank nor a comment: comments may stand above each other. */
function listNextLines(source: string): number[] {
  const lines = source.split('\n');
  const next: number[] = [];
  for (let line = lines.length, found = line + 1; line > 0; line--) {
    next[line] = found;
    if (!/^\s*(?:#|$)/.test(lines[line - 1] ?? '')) found = line;
  }
  return next;
}
