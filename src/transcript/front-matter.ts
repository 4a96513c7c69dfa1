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

/** Reads the front matter of `text`; without one, nothing is taken away. What cannot be read is reported and left in the text. */
export function readFrontMatter(text: string, path: string): FrontMatter {
  const match = text.startsWith('---') ? FENCED.exec(text) : null;
  if (match?.index !== 0) return { values: {}, end: 0, messages: [] };
  const yaml = parseYaml(match[1] ?? '', 2);
  const reportAs = (reason: string, position: { line: number; column: number }, hint?: string) =>
    createMessage(reason, { rule: 'front-matter', severity: 'warning', path, position, ...(hint ? { hint } : {}) });
  if (yaml.problems.length > 0) {
    const messages = yaml.problems.map(({ reason, line, column, hint }) => reportAs(reason, { line, column }, hint));
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

/** Keys that tell the program how to read the file and are no document variables. */
const RESERVED = new Set(['language', 'group', 'interviewer', 'respondent']);

/** Document variables of a front matter: numbers and yes/no become such values, lists are joined with `; `. */
export function toVariables(values: Record<string, unknown>): Record<string, VariableValue> {
  const variables: Record<string, VariableValue> = {};
  for (const [key, value] of Object.entries(values)) {
    if (RESERVED.has(key)) continue;
    const scalar = toScalar(value);
    if (scalar !== undefined) variables[key.normalize('NFC')] = scalar;
  }
  return variables;
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

function toScalar(value: unknown): VariableValue | undefined {
  if (Array.isArray(value)) return value.map((item) => String(toScalar(item) ?? '')).join('; ');
  if (value !== null && typeof value === 'object') return JSON.stringify(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().normalize('NFC');
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : text;
}
