/** Front matter: `key: value` lines between two `---` lines at the top of a file. */
import type { Message, VariableValue } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { parseYaml } from '../text/yaml.ts';

export interface FrontMatter {
  values: Record<string, unknown>;
  /** Offset into the text at which the transcript begins. */
  end: number;
  messages: Message[];
}

const FENCED = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;

/** Longer is no front matter; UTF-16 units. */
const LONGEST_FRONT_MATTER = 20_000;

/** Reads the front matter of `text`; without one, nothing is taken away. What cannot be read is reported and left in the text. */
export function readFrontMatter(text: string, path: string): FrontMatter {
  const match = text.startsWith('---') ? FENCED.exec(text.slice(0, LONGEST_FRONT_MATTER)) : null;
  if (match?.index !== 0) return { values: {}, end: 0, messages: [] };
  const yaml = parseYaml(match[1] ?? '', 2);
  const reportAs = (reason: string, position: { line: number; column: number }) =>
    createMessage(reason, { rule: 'front-matter', severity: 'warning', path, position });
  if (yaml.problems.length > 0) {
    // The parser's own words may quote what was said.
    const [{ line, column } = { line: 1, column: 1 }] = yaml.problems;
    const messages = [
      reportAs('Unexpected front matter, expected lines of `key: value`; read as speech', { line, column }),
    ];
    return { values: {}, end: 0, messages };
  }
  if (yaml.value === null || yaml.value === '') return { values: {}, end: match[0].length, messages: [] };
  if (typeof yaml.value !== 'object' || Array.isArray(yaml.value)) {
    const reason = 'Unexpected front matter, expected lines of `key: value`';
    return { values: {}, end: 0, messages: [reportAs(reason, { line: 1, column: 1 })] };
  }
  const values = yaml.value as Record<string, unknown>;
  if (Object.keys(values).some((key) => /^\p{Lu}\d?$/u.test(key))) {
    const reason = 'Unexpected speaker labels between two `---` lines, expected document variables; read as speech';
    return { values: {}, end: 0, messages: [reportAs(reason, { line: 2, column: 1 })] };
  }
  return { values, end: match[0].length, messages: [] };
}

/** Keys that have a place of their own in a transcript, and are no document variables. */
const RESERVED = new Set(['language', 'group']);

/** Document variables of a front matter: numbers and yes/no become such values, lists are joined with `; `. */
export function toVariables(values: Record<string, unknown>): Record<string, VariableValue> {
  const variables: [string, VariableValue][] = [];
  for (const [key, value] of Object.entries(values)) {
    if (RESERVED.has(key)) continue;
    const scalar = toScalar(value);
    if (scalar !== undefined) variables.push([key.normalize('NFC'), scalar]);
  }
  return Object.fromEntries(variables);
}

/** Names in a front-matter value: one, a comma-separated row, or a list. */
export function toNames(value: unknown): string[] {
  const scalar = toScalar(value);
  if (scalar === undefined) return [];
  return String(scalar)
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** A front-matter value as one text, if it has any. */
export function toText(value: unknown): string | undefined {
  const scalar = toScalar(value);
  return scalar === undefined || scalar === '' ? undefined : String(scalar);
}

function toScalar(value: unknown): VariableValue | undefined {
  if (Array.isArray(value)) return value.map((item) => String(toScalar(item) ?? '')).join('; ');
  if (value !== null && typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().normalize('NFC');
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d{1,15}(?:\.\d{1,10})?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
