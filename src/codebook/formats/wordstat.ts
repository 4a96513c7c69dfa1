/** WordStat dictionaries: categories by tabs, and terms that end in their weight, as in `GALLER* (1)`. */
import type { Code, Codebook } from '../../model.ts';
import { beginningOf, type CodebookFormat, type Draft, draftCode, readTextDraft } from './format.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { indentOf, Outline } from './outline.ts';
import { countLostNotes, writePatterns } from './write-patterns.ts';

export const wordstat = {
  name: 'wordstat',
  title: 'a WordStat dictionary',
  extensions: ['.cat'],
  // Some files with this extension are XML of Yoshikoder.
  recognizes: (bytes) => /\([\d.]+\)[ \t]*(?:\n|$)/.test(beginningOf(bytes)) && !beginningOf(bytes).startsWith('<'),
  read: (file, losses) => readTextDraft(file, (text) => readDictionary(text, losses)),
  write: writeDictionary,
} satisfies CodebookFormat;

const ABILITIES = { wildcards: 'everywhere', anyWord: false, weights: true } as const;

function readDictionary(text: string, losses: Losses): Draft {
  const outline = new Outline();
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim();
    if (line === '') continue;
    if (line.startsWith('@')) {
      losses.add(RULE, index + 1, line);
      continue;
    }
    const indent = indentOf(written);
    const entry = readEntry(line);
    const parent = entry ? outline.parentOf(indent) : undefined;
    if (!entry) outline.add(draftCode(line, index + 1), indent);
    else if (parent) parent.terms.push({ ...entry, line: index + 1 });
    else losses.add(NO_CATEGORY, index + 1, line);
  }
  return { codes: outline.codes };
}

/** In phrases WordStat writes `_` for a blank. */
function readEntry(line: string): { pattern: string; weight: number } | undefined {
  const bracket = line.lastIndexOf('(');
  const weight = /^\((\d{1,9}(?:\.\d{1,9})?)\)$/.exec(line.slice(bracket, bracket + 22))?.[1];
  if (bracket <= 0 || weight === undefined || !line.endsWith(`(${weight})`)) return undefined;
  return { pattern: line.slice(0, bracket).replaceAll('_', ' ').trim(), weight: Number(weight) };
}

function writeDictionary(codebook: Codebook, losses: Losses): string {
  countLostNotes(codebook, losses);
  const lines: string[] = [];
  const write = (code: Code, depth: number) => {
    lines.push('\t'.repeat(depth) + nameOf(code, losses));
    for (const { pattern, weight } of writePatterns(code, ABILITIES, losses))
      lines.push(`${'\t'.repeat(depth + 1)}${pattern.replaceAll(' ', '_')} (${weight ?? 1})`);
    for (const child of code.codes) write(child, depth + 1);
  };
  for (const code of codebook.codes) write(code, 0);
  return `${lines.join('\r\n')}\r\n`;
}

/** What ends in a number in brackets would be a term, and what begins with @ a rule. */
function nameOf({ name, position }: Code, losses: Losses): string {
  const changed = readEntry(name) ? name.replace(/\(([^()]*)\)$/, '[$1]') : name.replace(/^@+\s*/, '') || 'at';
  if (changed !== name) losses.add(CHANGED_NAME, position, name);
  return changed;
}

const RULE: Loss = {
  rule: 'lost-rule',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'rule')} that a term cannot say`,
  hint: 'write what is meant as terms in the codebook',
};
const NO_CATEGORY: Loss = {
  rule: 'word-without-category',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'term')} above which no category stands`,
  hint: 'indent terms with one tab more than their category',
};
const CHANGED_NAME: Loss = {
  rule: 'changed-name',
  severity: 'information',
  tell: (count) => `Changed the name of ${countOf(count, 'code')} that would be read as a term or rule`,
  hint: 'rename the code in the codebook',
};
