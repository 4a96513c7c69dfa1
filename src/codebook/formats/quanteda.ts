/** Dictionaries of quanteda in YAML: categories with lists of patterns, nested as deep as wished; `__` holds patterns beside subcategories. */
import { Refusal } from '../../containers/refusal.ts';
import type { Code, Codebook } from '../../model.ts';
import { writeScalar } from '../../text/write-yaml.ts';
import { parseYaml, type YamlFile } from '../../text/yaml.ts';
import { type CodebookFormat, type Draft, type DraftCode, draftCode, readTextDraft } from './format.ts';
import type { Losses } from './losses.ts';
import { SiblingNames } from './sibling-names.ts';
import { countLostNotes, writePatterns } from './write-patterns.ts';

export const quanteda = {
  name: 'quanteda',
  title: 'a quanteda dictionary',
  extensions: ['.yml', '.yaml'],
  read: (file) => readTextDraft(file, readDictionary),
  write(codebook, losses) {
    countLostNotes(codebook, losses);
    return writeCategories(codebook, losses);
  },
} satisfies CodebookFormat;

const ABILITIES = { wildcards: 'everywhere', anyWord: true, weights: false } as const;
const BESIDE = '__';

function readDictionary(text: string): Draft {
  const yaml = parseYaml(text);
  const [problem] = yaml.problems;
  if (problem) throw new Refusal(`${problem.reason} on line ${problem.line}`, problem.hint ?? 'mend it in an editor');
  const { value } = yaml;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(
      'Unexpected content, expected categories with lists of patterns',
      'write each as `category: [a, b]`',
    );
  if ('codes' in value && 'languages' in value)
    throw new Refusal(
      'Unexpected codebook of this program, expected a foreign one',
      'use it as it is, with --codebook',
    );
  const root = draftCode('', 0);
  readValue(value, { code: root, path: [], yaml });
  return { codes: root.codes };
}

interface Place {
  code: DraftCode;
  path: (string | number)[];
  yaml: YamlFile;
}

function readValue(value: unknown, { code, path, yaml }: Place): void {
  if (typeof value === 'string') {
    // A lookup takes as long as the mapping is, so patterns have the line of their category.
    if (value.trim() !== '') code.terms.push({ pattern: value, line: code.line });
  } else if (Array.isArray(value))
    for (const [index, each] of value.entries()) readValue(each, { code, path: [...path, index], yaml });
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of listEntries(value, path, yaml)) {
      const inner = [...path, key];
      if (key === BESIDE && path.length > 0) {
        readValue(each, { code, path: inner, yaml });
        continue;
      }
      const child = draftCode(key, yaml.positionOf(inner, { key: true }).line);
      code.codes.push(child);
      readValue(each, { code: child, path: inner, yaml });
    }
}

/** In the order of the file: an object has keys that look like numbers before all others. */
function listEntries(value: object, path: readonly (string | number)[], yaml: YamlFile): [string, unknown][] {
  const entries = Object.entries(value);
  if (!/^\d+$/.test(entries[0]?.[0] ?? '')) return entries;
  return entries
    .map((entry) => ({ entry, place: yaml.positionOf([...path, entry[0]], { key: true }) }))
    .sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .map(({ entry }) => entry);
}

function writeCategories(codebook: Codebook, losses: Losses): string {
  const lines: string[] = [];
  const writeAll = (codes: readonly Code[], margin: string) => {
    const names = new SiblingNames(losses);
    for (const code of codes) {
      const key = writeScalar(names.take(code).slice(0, LONGEST_KEY));
      const patterns = writePatterns(code, ABILITIES, losses).map(({ pattern }) => writeScalar(pattern));
      const hasCodes = code.codes.length > 0;
      lines.push(`${margin}${key}:${patterns.length === 0 && !hasCodes ? ' []' : ''}`);
      if (hasCodes && patterns.length > 0) lines.push(`${margin}  ${BESIDE}:`);
      for (const pattern of patterns) lines.push(`${margin}  ${hasCodes ? '  ' : ''}- ${pattern}`);
      writeAll(code.codes, `${margin}  `);
    }
  };
  writeAll(codebook.codes, '');
  return `${lines.join('\n')}\n`;
}

/** YAML wants shorter ones than 1,024 characters. */
const LONGEST_KEY = 500;
