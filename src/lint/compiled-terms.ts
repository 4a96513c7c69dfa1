/** The terms of a codebook as sequences of word tests, and items that are, to tell which terms are equal and which cover another. */
import { listCodes } from '../codebook/code-tree.ts';
import { kindOf } from '../coding/terms/index.ts';
import type { WordSequence, WordTest } from '../coding/terms/kind.ts';
import { matchesPattern } from '../coding/word-tests.ts';
import type { Code, Codebook, Term } from '../model.ts';
import { fold } from '../text/fold.ts';
import { findLanguage } from '../text/languages/index.ts';
import type { Language } from '../text/languages/language.ts';
import { stemKey } from '../text/stem.ts';

/** Words that follow each other; others are made of items, or patterns on the text. */
const SEQUENCES = new Set(['word', 'phrase', 'wildcard', 'exact']);

export interface CompiledTerm {
  code: Code;
  term: Term;
  /** One for each language in which it is looked for, if it is words that follow each other; else none. */
  versions: { language: Language; sequences: WordSequence[] }[];
  /** What it is made of, if it is made of several terms; they come in the order of the file. */
  items: CompiledTerm[];
  /** What it is an item of. */
  whole?: Term;
  /** Equal for terms that match the same words in the same languages. */
  key: string;
}

/** The terms of all codes, in the order of the codes. */
export function compileTerms(codebook: Codebook): CompiledTerm[] {
  return listCodes(codebook).flatMap(({ code }) => code.terms.map((term) => compileTerm(codebook, code, term)));
}

/** One term, or an exception of one. */
export function compileTerm(codebook: Codebook, code: Code, term: Term): CompiledTerm {
  const languages = term.language === 'any' ? codebook.languages : [term.language];
  const items = (term.items ?? []).map((item) => ({ ...compileTerm(codebook, code, item), whole: term }));
  if (items.length > 0) return { code, term, versions: [], items, key: keyOfItems(term, items) };
  if (!SEQUENCES.has(term.kind))
    return { code, term, versions: [], items, key: JSON.stringify([term.kind, languages, term.source]) };
  const versions = languages.flatMap((name) => {
    const language = findLanguage(name);
    const compiled = language && kindOf(term).compile(term, language);
    return language && compiled?.by === 'words' ? [{ language, sequences: compiled.sequences }] : [];
  });
  const key = JSON.stringify(versions.map(({ language, sequences }) => [language.code, sequences]));
  return { code, term, versions, items, key };
}

/** The terms that are words which follow each other, and the items of others that are. */
export function listWordTerms(terms: readonly CompiledTerm[]): CompiledTerm[] {
  return terms.flatMap((term) => [term, ...term.items]).filter(({ versions }) => versions.length > 0);
}

/** How a message calls a term, or an item of one. */
export function nameTerm({ term, whole }: CompiledTerm): string {
  return whole ? `\`${term.source}\` in \`${whole.source}\`` : `\`${term.source}\``;
}

function keyOfItems({ kind, within, ordered = false }: Term, items: readonly CompiledTerm[]): string {
  const keys = items.map(({ key }) => key);
  return JSON.stringify([kind, within, ordered, ordered ? keys : keys.sort()]);
}

/** Whether wherever `covered` matches, `covering` matches within the same words. Never said where it is not certain. */
export function covers(covering: CompiledTerm, covered: CompiledTerm): boolean {
  if (covered.versions.length === 0) return false;
  return covered.versions.every(({ language, sequences }) => {
    const version = covering.versions.find((each) => each.language === language);
    return sequences.every((longer) => version?.sequences.some((shorter) => isWithin(shorter, longer, language)));
  });
}

/** Finds the terms that may cover another, without comparing each with each: dictionaries have thousands in one code. */
export function createCoverSearch(
  terms: readonly CompiledTerm[],
): (covered: CompiledTerm) => ReadonlySet<CompiledTerm> {
  const byFirst = new Map<string, CompiledTerm[]>();
  for (const term of terms) {
    for (const first of new Set(testsOf(term).map(([test]) => lookUpKey(test)))) {
      const others = byFirst.get(first);
      if (others) others.push(term);
      else byFirst.set(first, [term]);
    }
  }
  return (covered) => {
    const keys = testsOf(covered).flatMap((tests) => tests.flatMap((test) => keysCovering(test, covered)));
    return new Set([...new Set(keys)].flatMap((key) => byFirst.get(key) ?? []));
  };
}

function testsOf({ versions }: CompiledTerm): WordSequence[] {
  return versions.flatMap(({ sequences }) => sequences);
}

function lookUpKey(test: WordTest | undefined): string {
  if (test?.by === 'stem') return `stem ${test.key}`;
  if (test?.by === 'form') return `form ${test.form.toLowerCase()}`;
  return test?.by === 'pattern' && /^[^*?]+\*$/.test(test.pattern) ? `prefix ${test.pattern.slice(0, -1)}` : 'pattern';
}

/** Where the first test of a term stands that covers a word which passes this test. */
function keysCovering(test: WordTest, { versions }: CompiledTerm): string[] {
  if (test.by === 'stem') return [lookUpKey(test)];
  if (test.by === 'any') return [];
  const beginning = test.by === 'form' ? fold(test.form) : test.pattern.replace(/[*?].*$/, '');
  const prefixes = Array.from(beginning, (_, index) => `prefix ${beginning.slice(0, index + 1)}`);
  if (test.by === 'pattern') return ['pattern', ...prefixes];
  const stems = versions.map(({ language }) => `stem ${stemKey(test.form, language)}`);
  return ['pattern', ...prefixes, lookUpKey(test), ...stems];
}

function isWithin(shorter: WordSequence, longer: WordSequence, language: Language): boolean {
  for (let at = 0; at + shorter.length <= longer.length; at++) {
    if (shorter.every((test, index) => implies(longer[at + index] as WordTest, test, language))) return true;
  }
  return false;
}

/** Whether every word that passes the first test passes the second. */
function implies(first: WordTest, second: WordTest, language: Language): boolean {
  if (second.by === 'any') return true;
  if (first.by === 'stem') return second.by === 'stem' && first.key === second.key;
  if (first.by === 'form') {
    if (second.by === 'form')
      return second.anyCase ? second.form === first.form.toLowerCase() : !first.anyCase && second.form === first.form;
    return second.by === 'stem'
      ? stemKey(first.form, language) === second.key
      : matchesPattern(fold(first.form), second.pattern);
  }
  if (first.by !== 'pattern' || second.by !== 'pattern') return false;
  // A `?` must not take a `*` for one letter.
  const isPlain = !first.pattern.includes('*') || !second.pattern.includes('?');
  return isPlain && matchesPattern(first.pattern, second.pattern);
}
