/** Asks every distinct word once which of the codebook's word tests it passes. */
import { fold } from '../text/fold.ts';
import type { Language } from '../text/languages/language.ts';
import { stemKey } from '../text/stem.ts';
import type { WordTest } from './terms/kind.ts';

/** All word tests of a codebook, numbered, and looked up by hash where that is possible. */
export class WordTests {
  #language: Language;
  #ids = new Map<string, number>();
  #byStem = new Map<string, number>();
  #byForm = new Map<string, number>();
  #byLowerForm = new Map<string, number>();
  #byPrefix = new Affixes((word, length) => word.slice(0, length));
  #bySuffix = new Affixes((word, length) => word.slice(word.length - length));
  #byPattern: { pattern: string; id: number }[] = [];

  /** Number of the test that every word passes. */
  static readonly ANY = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  /** The number of a test; equal tests have equal numbers. */
  add(test: WordTest): number {
    if (test.by === 'any') return WordTests.ANY;
    const key = JSON.stringify(test);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(key, id);
    if (test.by === 'stem') this.#byStem.set(test.key, id);
    else if (test.by === 'form') (test.anyCase ? this.#byLowerForm : this.#byForm).set(test.form, id);
    else this.#addPattern(test.pattern, id);
    return id;
  }

  /** Numbers of all tests that the written form passes, `any` left out. */
  testsOf(form: string): number[] {
    const lower = form.toLowerCase();
    const folded = fold(lower);
    const found: number[] = [];
    for (const id of [
      this.#byStem.get(stemKey(form, this.#language)),
      this.#byForm.get(form),
      this.#byLowerForm.get(lower),
    ]) {
      if (id !== undefined) found.push(id);
    }
    this.#byPrefix.collect(found, folded);
    this.#bySuffix.collect(found, folded);
    for (const { pattern, id } of this.#byPattern) if (matchesPattern(folded, pattern)) found.push(id);
    return found;
  }

  #addPattern(pattern: string, id: number): void {
    const inner = pattern.replace(/^\*|\*$/g, '');
    const plain = !/[*?]/.test(inner);
    if (plain && pattern.endsWith('*') && !pattern.startsWith('*')) this.#byPrefix.add(inner, id);
    else if (plain && pattern.startsWith('*') && !pattern.endsWith('*')) this.#bySuffix.add(inner, id);
    else this.#byPattern.push({ pattern, id });
  }
}

/** Beginnings or endings of words, looked up by the few lengths that occur with their outermost letter. */
class Affixes {
  #ids = new Map<string, number>();
  #lengths = new Map<string, Set<number>>();
  #cut: (word: string, length: number) => string;

  /** `cut` gives the beginning or ending of a word. */
  constructor(cut: (word: string, length: number) => string) {
    this.#cut = cut;
  }

  add(affix: string, id: number): void {
    this.#ids.set(affix, id);
    const outermost = this.#cut(affix, 1);
    this.#lengths.set(outermost, (this.#lengths.get(outermost) ?? new Set()).add(affix.length));
  }

  collect(found: number[], word: string): void {
    for (const length of this.#lengths.get(this.#cut(word, 1)) ?? NO_LENGTHS) {
      const id = length <= word.length ? this.#ids.get(this.#cut(word, length)) : undefined;
      if (id !== undefined) found.push(id);
    }
  }
}

const NO_LENGTHS: ReadonlySet<number> = new Set();

/** Whether one written form passes one test, asked without a codebook. */
export function passesTest(form: string, test: WordTest, language: Language): boolean {
  if (test.by === 'stem') return stemKey(form, language) === test.key;
  if (test.by === 'form') return (test.anyCase ? form.toLowerCase() : form) === test.form;
  return test.by === 'any' || matchesPattern(fold(form), test.pattern);
}

/** Whether the whole word fits a pattern of letters, `*` and `?`; at most word × pattern steps. */
export function matchesPattern(word: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let resume = 0;
  while (at < word.length) {
    const mark = pattern[next];
    if (mark === '*') {
      star = next++;
      resume = at;
    } else if (mark === '?' || (mark !== undefined && mark === word[at])) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++resume;
    } else return false;
  }
  while (pattern[next] === '*') next++;
  return next === pattern.length;
}
