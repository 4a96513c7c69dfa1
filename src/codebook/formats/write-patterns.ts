/** Writes terms as patterns of other programs, and tells what those do not know. */
import type { Code, Codebook, Term } from '../../model.ts';
import { areNotesMixed } from './code-notes.ts';
import { Ids } from './ids.ts';
import { countOf, type Loss, type Losses } from './losses.ts';

/** What the patterns of a program can say. */
export interface PatternAbilities {
  /** `everywhere`: `*` and `?` anywhere; `end`: only a `*` at the end. */
  wildcards: 'everywhere' | 'end';
  /** Whether a `*` between blanks stands for a word. */
  anyWord: boolean;
  weights: boolean;
}

/** A pattern with its term, each once. */
export interface WrittenPattern {
  pattern: string;
  weight?: number;
}

/** The patterns of a code, without those of its subcodes. */
export function writePatterns(code: Code, abilities: PatternAbilities, losses: Losses): WrittenPattern[] {
  const patterns = new Map<string, WrittenPattern>();
  for (const term of code.terms) {
    const pattern = writePattern(term, abilities, losses);
    if (pattern === undefined) continue;
    if (term.except.length > 0) losses.add(EXCEPT, term.position, term.source);
    if (term.memo !== undefined) losses.add(TERM_MEMO, term.position, term.source);
    if (term.weight !== undefined && !abilities.weights) losses.add(WEIGHT, term.position, term.source);
    if (!patterns.has(pattern))
      patterns.set(pattern, { pattern, ...(term.weight === undefined ? {} : { weight: term.weight }) });
  }
  return [...patterns.values()];
}

function writePattern(term: Term, { wildcards, anyWord }: PatternAbilities, losses: Losses): string | undefined {
  const { kind, source, position } = term;
  if (!(kind in KINDS)) {
    losses.add(otherKind(kind), position, source);
    return undefined;
  }
  const words = source.replace(/^=\s*/, '').split(/\s+/u);
  const pattern = words.join(' ');
  const hasPattern = /[*?]/.test(pattern);
  const isKnown =
    wildcards === 'everywhere' ? anyWord || !words.includes('*') : !/\*.|\?/su.test(pattern) && !words.includes('*');
  if (hasPattern && !isKnown) {
    losses.add(WILDCARD, position, source);
    return undefined;
  }
  if (kind === 'exact' && pattern !== pattern.toLowerCase()) losses.add(CASE, position, source);
  if (kind !== 'exact' && words.some((word) => !/[*?]/.test(word))) losses.add(STEM, position, source);
  return pattern;
}

/** The kinds that are made of words. */
const KINDS = { exact: true, wildcard: true, phrase: true, word: true };

export interface NoteAbilities {
  title?: boolean;
  notes?: boolean;
  colors?: boolean;
  terms?: boolean;
}

/** Counts what a format cannot hold beside names and terms; each code with it counts once. */
export function countLostNotes(codebook: Codebook, losses: Losses, abilities: NoteAbilities = {}): void {
  if (codebook.version !== undefined) losses.add(VERSION, 0, codebook.version);
  if (!abilities.title && codebook.title !== undefined && codebook.title !== codebook.name)
    losses.add(TITLE, 0, codebook.title);
  const ids = new Ids('code');
  const visit = (code: Code, { color, id }: { color?: string | undefined; id?: string }) => {
    const hasNotes = [code.definition, code.include, code.exclude, code.memo].some((text) => text !== undefined);
    if (hasNotes && !abilities.notes) losses.add(NOTES, code.position, code.name);
    if (abilities.notes && areNotesMixed(code)) losses.add(MIXED, code.position, code.name);
    if (code.color !== color && !abilities.colors) losses.add(COLOR, code.position, code.name);
    if (code.examples.match.length + code.examples.noMatch.length > 0) losses.add(EXAMPLES, code.position, code.name);
    if (abilities.terms === false) for (const { source, position } of code.terms) losses.add(TERMS, position, source);
    const read = ids.create(code.name, id);
    if (read !== code.id) losses.add(ID, code.position, code.id);
    for (const child of code.codes) visit(child, { color: code.color, id: read });
  };
  for (const code of codebook.codes) visit(code, {});
  const languages = new Set(codebook.codes.flatMap(languagesOf).filter((language) => language !== 'any'));
  if (languages.size > 1 && abilities.terms === undefined) losses.add(LANGUAGES, 0, [...languages].join(', '));
}

function languagesOf(code: Code): string[] {
  return [...new Set([...code.terms.map(({ language }) => language), ...code.codes.flatMap(languagesOf)])];
}

function otherKind(kind: string): Loss {
  return {
    rule: `lost-${kind}`,
    severity: 'warning',
    tell: (count) => `Left out ${countOf(count, 'term')} of the kind ${kind}, which the format does not know`,
    hint: 'the codes are found less often with what is written',
  };
}

const loss = (rule: string, severity: Loss['severity'], tell: Loss['tell'], hint: string): Loss => ({
  rule,
  severity,
  tell,
  hint,
});
const WILDCARD = loss(
  'lost-wildcard',
  'warning',
  (count) => `Left out ${countOf(count, 'term')} with a wildcard where the format knows none`,
  'write out the words that are meant, or end the term with *',
);
const STEM = loss(
  'lost-stem',
  'warning',
  (count) => `${countOf(count, 'term')} will match only the words as they are written, for the format knows no stems`,
  'add the other forms of the word, or a wildcard, where they are needed',
);
const CASE = loss(
  'lost-case',
  'warning',
  (count) => `${countOf(count, 'term')} with a capital will match in any case`,
  'the format does not tell capitals from small letters',
);
const EXCEPT = loss(
  'lost-exception',
  'warning',
  (count) => `Left out the exceptions of ${countOf(count, 'term')}`,
  'the terms will match there too',
);
const WEIGHT = loss(
  'lost-weight',
  'information',
  (count) => `Left out ${countOf(count, 'weight')}`,
  'the format knows none',
);
const TERM_MEMO = loss(
  'lost-memo',
  'information',
  (count) => `Left out the memo of ${countOf(count, 'term')}`,
  'the format has no place for it',
);
const NOTES = loss(
  'lost-definition',
  'information',
  (count) => `Left out definitions and memos of ${countOf(count, 'code')}`,
  'export to qdc or csv as well to keep them',
);
const MIXED = loss(
  'mixed-notes',
  'warning',
  (count) => `Definition, include, exclude and memo of ${countOf(count, 'code')} will not be told apart`,
  'let no paragraph in them begin with Include:, Exclude: or Memo:',
);
const ID = loss(
  'lost-id',
  'information',
  (count) => `Left out ${countOf(count, 'id')} that ${count === 1 ? 'is' : 'are'} not made of the name of the code`,
  'versions are compared by ids, so keep the codebook in YAML',
);
const TITLE = loss(
  'lost-title',
  'information',
  () => 'Left out the title of the codebook',
  'say it in the name of the file',
);
const COLOR = loss(
  'lost-color',
  'information',
  (count) => `Left out the colours of ${countOf(count, 'code')}`,
  'the format knows none',
);
const EXAMPLES = loss(
  'lost-example',
  'information',
  (count) => `Left out the examples of ${countOf(count, 'code')}`,
  'they stay in the codebook',
);
const TERMS = loss(
  'lost-term',
  'information',
  (count) => `Left out ${countOf(count, 'term')}, for the format knows codes only`,
  'export to quanteda, liwc or wordstat to take them along',
);
const VERSION = loss(
  'lost-version',
  'information',
  () => 'Left out the version of the codebook',
  'say it in the name of the file',
);
const LANGUAGES = loss(
  'lost-language',
  'warning',
  () => 'Terms of several languages stand side by side, for the format does not tell them apart',
  'write one file for each language with --language',
);
