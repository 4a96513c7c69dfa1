/** A word whose stem is that of another word, of which the researcher did not think. */
import { listCodes } from '../../codebook/code-tree.ts';
import { passesTest } from '../../coding/word-tests.ts';
import type { Code, Codebook } from '../../model.ts';
import { fold } from '../../text/fold.ts';
import type { Language, MergedWords } from '../../text/languages/language.ts';
import { stemKey } from '../../text/stem.ts';
import { type CompiledTerm, compileTerm, nameTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const overReachingStem: CodebookRule = {
  id: 'over-reaching-stem',
  severity: 'warning',
  summary: 'a word term with the stem of another common word, of which the code does not speak',
  why: 'The stemmer takes `zekerheid` and `zeker` for one word, and every `zeker` would be counted.',
  good: `
    - id: security
      name: Security
      definition: What one can rely on.
      terms:
        - term: zekerheid
          except: [=zeker]`,
  bad: `
    - id: security
      name: Security
      definition: What one can rely on.
      terms: [zekerheid]`,
  check(codebook, { wordTermsOf }) {
    const rowOf = createRowSearch();
    return listCodes(codebook).flatMap(({ code }) =>
      wordTermsOf(code).flatMap((compiled) => {
        const others = listOthers(compiled, rowOf).filter(
          (other) => !isExcepted(other, compiled, codebook) && !isMeant(other, compiled),
        );
        if (others.length === 0) return [];
        const { term } = compiled;
        const names = others.map(({ forms }) => `\`${forms[0]}\``).join(' and ');
        const reason = `Unexpected reach of ${nameTerm(compiled)}, whose stem is also that of ${names}`;
        const except = others.flatMap(({ forms }) => forms.map((form) => `=${form}`)).join(', ');
        const hint = `give it \`except: [${except}]\`, or write \`=${term.source}\` for this form alone`;
        return [{ position: term.position, code: code.id, reason, hint }];
      }),
    );
  },
};

/** A word that a term finds besides its own. */
interface OtherWord {
  forms: readonly string[];
  row: MergedWords;
  language: Language;
}

type RowSearch = (language: Language, key: string, form: string) => MergedWords | undefined;

const ALIKE = 3;

/** Rows of merged words by their key; only of rows in which a form begins like the word is the key made. */
function createRowSearch(): RowSearch {
  const byLanguage = new Map<Language, Map<string, Set<MergedWords>>>();
  return (language, key, form) => {
    const rows = byLanguage.get(language) ?? groupByBeginning(language.mergedWords);
    byLanguage.set(language, rows);
    const alike = rows.get(form.slice(0, ALIKE)) ?? [];
    return [...alike].find(([word]) => stemKey(word?.[0] ?? '', language) === key);
  };
}

function groupByBeginning(rows: readonly MergedWords[]): Map<string, Set<MergedWords>> {
  const groups = new Map<string, Set<MergedWords>>();
  for (const row of rows) {
    for (const form of row.flat()) {
      const beginning = form.slice(0, ALIKE);
      groups.set(beginning, (groups.get(beginning) ?? new Set()).add(row));
    }
  }
  return groups;
}

/** Only of single words: within a phrase the other word is hardly ever said. */
function listOthers({ term, versions }: CompiledTerm, rowOf: RowSearch): OtherWord[] {
  if (term.kind !== 'word') return [];
  for (const { language, sequences } of versions) {
    const [test, ...more] = sequences[0] ?? [];
    if (test?.by !== 'stem' || more.length > 0) continue;
    const form = fold(term.source);
    const row = rowOf(language, test.key, form);
    const own = row && nearestWord(form, row);
    if (row) return row.filter((word) => word !== own).map((forms) => ({ forms, row, language }));
  }
  return [];
}

/** The word of the row of which this is most likely a form. */
function nearestWord(form: string, row: MergedWords): readonly string[] | undefined {
  const likeness = (word: readonly string[]) => Math.max(...word.map((known) => compareBeginnings(form, known)));
  return row.toSorted((a, b) => likeness(b) - likeness(a))[0];
}

/** Larger when more letters are the same, and when fewer of the second are left. */
function compareBeginnings(form: string, known: string): number {
  let same = 0;
  while (same < known.length && known[same] === form[same]) same++;
  return 2 * same - known.length;
}

function isExcepted({ forms, language }: OtherWord, { code, term, whole }: CompiledTerm, codebook: Codebook): boolean {
  return (whole ?? term).except.some((exception) =>
    compileTerm(codebook, code, exception).versions.some(({ sequences }) =>
      sequences.some(
        ([test, ...more]) => test && more.length === 0 && forms.some((form) => passesTest(form, test, language)),
      ),
    ),
  );
}

/** Whether the code itself speaks of the other word, so that it may well be counted. */
function isMeant({ forms, row, language }: OtherWord, { code }: CompiledTerm): boolean {
  const key = stemKey(forms[0] ?? '', language);
  return wordsOf(code).some((form) => stemKey(form, language) === key && nearestWord(form, row) === forms);
}

function wordsOf({ name, definition = '', include = '', examples, terms }: Code): string[] {
  const texts = [name, definition, include, ...examples.match.map(({ text }) => text)];
  const written = terms.flatMap(({ source, items = [] }) => [source, ...items.map((item) => item.source)]);
  return fold([...texts, ...written].join(' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
}
