/** LIWC dictionaries: a legend of numbered categories between two lines with `%`, then a word a line with the numbers of its categories. */
import { Refusal } from '../../containers/refusal.ts';
import type { Codebook } from '../../model.ts';
import { listCodes } from '../code-tree.ts';
import { beginningOf, type CodebookFormat, type Draft, type DraftCode, draftCode, readTextDraft } from './format.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { Outline } from './outline.ts';
import { countLostNotes, writePatterns } from './write-patterns.ts';

export const liwc = {
  name: 'liwc',
  title: 'a LIWC dictionary',
  extensions: ['.dic'],
  recognizes: (bytes) => /^%[ \t]*\n/.test(beginningOf(bytes)),
  read: (file, losses) => readTextDraft(file, (text) => readDictionary(text, losses)),
  write: writeDictionary,
} satisfies CodebookFormat;

const ABILITIES = { wildcards: 'end', anyWord: false, weights: false } as const;

function readDictionary(text: string, losses: Losses): Draft {
  const lines = text.split('\n');
  const isMark = (line: string) => line.trim() === '%';
  const first = lines.findIndex(isMark);
  const second = lines.findIndex((line, index) => index > first && isMark(line));
  if (first < 0 || second < 0)
    throw new Refusal(
      'Unexpected dictionary without a legend, expected one between two lines with %',
      'put % above and below the list of numbered categories',
    );
  const legend = readLegend(lines.slice(0, second), first, losses);
  const hasTabs = lines.some((line, index) => index > second && line.trim().includes('\t'));
  for (let index = second + 1; index < lines.length; index++) {
    const line = (lines[index] ?? '').trim();
    if (line !== '') readWord(splitWord(line, hasTabs), { line: index + 1, legend, losses });
  }
  for (const code of legend.codes) dropFromParents(code, losses);
  return { codes: legend.codes };
}

interface Legend {
  codes: DraftCode[];
  byId: Map<string, DraftCode>;
}

/** Only tabs before the number make subcategories; blanks before it align the numbers. */
function readLegend(lines: readonly string[], first: number, losses: Losses): Legend {
  const outline = new Outline();
  const byId = new Map<string, DraftCode>();
  for (let index = first + 1; index < lines.length; index++) {
    const written = lines[index] ?? '';
    const line = written.trim();
    if (line === '') continue;
    const number = /^\d+(?=\s)/.exec(line)?.[0];
    if (number === undefined) {
      losses.add(NO_NUMBER, index + 1, line);
      continue;
    }
    const id = plainNumber(number);
    if (byId.has(id)) {
      losses.add(DOUBLE_NUMBER, index + 1, line);
      continue;
    }
    const code = draftCode(line.slice(number.length).trim(), index + 1);
    byId.set(id, code);
    outline.add(code, /^\t*/.exec(written)?.[0].length ?? 0);
  }
  return { codes: outline.codes, byId };
}

const plainNumber = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** At the first tab where the file has tabs, else before the numbers at the end: a phrase holds blanks. */
function splitWord(line: string, hasTabs: boolean): { pattern: string; numbers: string[] } {
  const tab = hasTabs ? line.indexOf('\t') : -1;
  if (tab >= 0) return { pattern: line.slice(0, tab).trim(), numbers: line.slice(tab).trim().split(/\s+/) };
  const pieces = line.split(/\s+/);
  const start = pieces.findLastIndex((piece) => !/^\d+$/.test(piece)) + 1;
  const words = Math.max(start, 1);
  return { pattern: pieces.slice(0, words).join(' '), numbers: pieces.slice(words) };
}

interface WordContext {
  line: number;
  legend: Legend;
  losses: Losses;
}

function readWord({ pattern, numbers }: { pattern: string; numbers: string[] }, context: WordContext): void {
  const { line, legend, losses } = context;
  const written = numbers.join(' ');
  if (written.includes('<of>') || pattern.includes('<of>')) {
    losses.add(CONDITION, line, `${pattern} ${written}`);
    return;
  }
  if (/[(/]/.test(written)) losses.add(CONDITION_PART, line, `${pattern} ${written}`);
  const plain = written
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\/\d*/g, ' ')
    .trim();
  let known = 0;
  for (const number of plain === '' ? [] : plain.split(/\s+/)) {
    const code = legend.byId.get(plainNumber(number));
    if (code) code.terms.push({ pattern, line });
    else losses.add(UNKNOWN_NUMBER, line, `${pattern} ${number}`);
    if (code) known++;
  }
  if (known === 0) losses.add(NO_CATEGORY, line, pattern);
}

/** LIWC wants a word in every category above its own; here a code counts what its subcodes find. */
function dropFromParents(code: DraftCode, losses: Losses): Set<string> {
  const below = new Set(code.codes.flatMap((child) => [...dropFromParents(child, losses)]));
  const own = code.terms.filter(({ pattern }) => !below.has(pattern.toLowerCase()));
  if (own.length < code.terms.length)
    for (const { pattern, line } of code.terms)
      if (below.has(pattern.toLowerCase())) losses.add(IN_SUBCODE, line, pattern);
  code.terms = own;
  for (const { pattern } of own) below.add(pattern.toLowerCase());
  return below;
}

function writeDictionary(codebook: Codebook, losses: Losses): string {
  countLostNotes(codebook, losses);
  const nodes = listCodes(codebook);
  const words = new Map<string, Set<number>>();
  for (const { code, index, ancestors } of nodes)
    for (const { pattern } of writePatterns(code, ABILITIES, losses)) {
      const numbers = words.get(pattern.toLowerCase()) ?? new Set();
      for (const number of [index, ...ancestors]) numbers.add(number + 1);
      words.set(pattern.toLowerCase(), numbers);
    }
  const legend = nodes.map(({ code, index, depth }) => `${'\t'.repeat(depth)}${index + 1}\t${code.name}`);
  const body = [...words].map(([word, numbers]) => [word, ...[...numbers].sort((a, b) => a - b)].join('\t'));
  return `${['%', ...legend, '%', ...body].join('\n')}\n`;
}

const NO_NUMBER: Loss = {
  rule: 'category-without-number',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'line')} of the legend without a number`,
  hint: 'a category is written as its number, a tab and its name',
};
const DOUBLE_NUMBER: Loss = {
  rule: 'double-number',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'category', 'categories')} with a number that another has`,
  hint: 'their words went to the first with the number',
};
const UNKNOWN_NUMBER: Loss = {
  rule: 'unknown-category',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'number')} behind a word that no category has`,
  hint: 'add the category to the legend, or remove the number',
};
const NO_CATEGORY: Loss = {
  rule: 'word-without-category',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'word')} of no category`,
  hint: 'put the number of a category behind it, after a tab',
};
const CONDITION: Loss = {
  rule: 'condition',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'word')} with a condition`,
  hint: 'add the phrases that are meant to the codebook by hand',
};
const CONDITION_PART: Loss = {
  rule: 'condition-part',
  severity: 'warning',
  tell: (count) =>
    `Left out the conditions of ${countOf(count, 'word')}, which ${count === 1 ? 'is' : 'are'} now coded always`,
  hint: 'look at what it matches, and add exceptions in the codebook',
};
const IN_SUBCODE: Loss = {
  rule: 'in-subcode',
  severity: 'information',
  tell: (count) => `Left out ${countOf(count, 'term')} of a code that a subcode of it has too`,
  hint: 'a code counts what its subcodes find, so its count is the same',
};
