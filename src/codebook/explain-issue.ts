/** Turns what the schema found into sentences "Unexpected X, expected Y" with a place and a hint. */
import type * as z from 'zod';
import { nearestName } from '../text/nearest-name.ts';

type Issue = z.core.$ZodIssue;

export interface SchemaProblem {
  rule: string;
  path: (string | number)[];
  /** Whether the key at `path` is meant, not its value. */
  key: boolean;
  reason: string;
  hint?: string;
}

const KNOWN_KEYS: Record<string, readonly string[]> = {
  book: ['extends', 'name', 'title', 'version', 'languages', 'codes'],
  code: ['id', 'name', 'definition', 'include', 'exclude', 'color', 'memo', 'examples', 'terms', 'codes'],
  examples: ['match', 'no_match'],
  term: ['term', 'near', 'within', 'ordered', 'all', 'except', 'weight', 'memo'],
};

/** The keys that are known at a path of the file. */
type ListKeys = (path: (string | number)[]) => readonly string[];

const listCodebookKeys: ListKeys = (path) => KNOWN_KEYS[placeOf(path)] ?? [];

/** One problem per unknown key, and one for everything else. Another file than a codebook says which keys it knows. */
export function explainIssue(issue: Issue, value: unknown, listKeys: ListKeys = listCodebookKeys): SchemaProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainKey(key, path, listKeys(path)));
  if (issue.code === 'invalid_union') return explainUnion(issue, path, { value, listKeys });
  const found = describe(valueAt(value, path));
  if (issue.code === 'invalid_type' && found === 'nothing') {
    const name = String(path.at(-1));
    return [
      {
        rule: 'missing-key',
        path: path.slice(0, -1),
        key: false,
        reason: `Unexpected end, expected the key \`${name}\``,
      },
    ];
  }
  const expected = issue.code === 'invalid_type' ? (TYPES[issue.expected] ?? issue.expected) : issue.message;
  const rule = issue.code === 'invalid_type' ? 'wrong-type' : 'invalid-value';
  return [{ rule, path, key: false, reason: `Unexpected ${found}, expected ${expected}`, ...hintFor(path, found) }];
}

const TYPES: Record<string, string> = {
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
  string: 'text',
};

function explainKey(key: string, path: (string | number)[], keys: readonly string[]): SchemaProblem {
  const near = nearestName(key, keys);
  const hint = near ? `did you mean \`${near}\`?` : `known here: ${keys.join(', ')}`;
  return { rule: 'unknown-key', path: [...path, key], key: true, reason: `Unexpected key \`${key}\``, hint };
}

/** Which kind of entry a path leads to. */
function placeOf(path: (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'book';
  if (last === 'examples') return 'examples';
  return path.includes('terms') ? 'term' : 'code';
}

/** A union says only that nothing fitted: the branch that got furthest says what is wrong. */
function explainUnion(
  issue: Issue & { code: 'invalid_union' },
  path: (string | number)[],
  { value, listKeys }: { value: unknown; listKeys: ListKeys },
): SchemaProblem[] {
  const branches = issue.errors.filter((errors) =>
    errors.some((error) => error.path.length > 0 || error.code === 'unrecognized_keys'),
  );
  const [furthest] = branches.toSorted((a, b) => countFaults(a) - countFaults(b));
  if (furthest && typeof valueAt(value, path) === 'object') {
    return furthest.flatMap((error) =>
      explainIssue({ ...error, path: [...path, ...error.path] } as Issue, value, listKeys),
    );
  }
  const found = describe(valueAt(value, path));
  return [{ rule: 'wrong-type', path, key: false, reason: `Unexpected ${found}, expected ${issue.message}` }];
}

/** The form that was meant has the fewest keys too many or missing. */
function countFaults(errors: readonly Issue[]): number {
  return errors.reduce((sum, error) => sum + (error.code === 'unrecognized_keys' ? error.keys.length : 1), 0);
}

function hintFor(path: (string | number)[], found: string): { hint?: string } {
  if (path.at(-1) === 'color' && found === 'empty value') return { hint: 'without quotes the # begins a comment' };
  if (found === 'empty value') return { hint: 'fill it or remove the key' };
  return {};
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const part of path) current = (current as Record<string | number, unknown> | undefined)?.[part];
  return current;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === '' || value === null) return 'empty value';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'keys and values';
  const text = String(value);
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
}
