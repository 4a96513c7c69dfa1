/** A term that cannot match whatever is said. */
import { listCodes } from '../../codebook/code-tree.ts';
import { Matcher } from '../../coding/matcher.ts';
import type { Codebook, Term } from '../../model.ts';
import { Vocabulary } from '../../text/vocabulary.ts';
import { appendWords, clearWords, createWords } from '../../text/words.ts';
import { type CompiledTerm, compileTerm, covers, nameTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const neverMatching: CodebookRule = {
  id: 'never-matching',
  severity: 'warning',
  summary:
    'a term or an item of one that can match nothing: void by its own exception, or not written as words are cut',
  why: 'It looks as if it were counted, and its zero looks like a finding.',
  good: `
    - id: threshold
      name: Threshold
      definition: What keeps people out.
      terms:
        - term: drempel
          except: [over de drempel]`,
  bad: `
    - id: threshold
      name: Threshold
      definition: What keeps people out.
      terms:
        - term: over de drempel
          except: [drempels]`,
  check(codebook, { wordTermsOf }) {
    const found = listCodes(codebook).flatMap(({ code }) => wordTermsOf(code));
    const unheard = findUnheard(found);
    return found.flatMap((compiled) => {
      const { code, term } = compiled;
      const { position } = term;
      const exception = findVoiding(codebook, compiled);
      if (exception) {
        const reason = `Unexpected term ${nameTerm(compiled)}, which is void wherever it matches by its ${exception}`;
        return [{ position, code: code.id, reason, hint: 'make the exception narrower, or take the term out' }];
      }
      if (!unheard.has(term)) return [];
      const reason = `Unexpected term ${nameTerm(compiled)}, which no text can match, not even itself`;
      return [{ position, code: code.id, reason, hint: 'words are letters and digits with apostrophes inside' }];
    });
  },
};

/** The exceptions of a term when one of them always lies within what it matches; those of the whole void every item. */
function findVoiding(codebook: Codebook, compiled: CompiledTerm): string | undefined {
  const { code, term, versions, whole } = compiled;
  const { except } = whole ?? term;
  if (except.length === 0) return undefined;
  const exceptions = except.map((exception) => compileTerm(codebook, code, exception));
  const all = versions.map(({ language }) => ({
    language,
    sequences: exceptions.flatMap((each) =>
      each.versions.filter((version) => version.language === language).flatMap(({ sequences }) => sequences),
    ),
  }));
  if (!covers({ ...compiled, versions: all }, compiled)) return undefined;
  return `${except.length === 1 ? 'exception' : 'exceptions'} ${except.map(({ source }) => `\`${source}\``).join(', ')}`;
}

/** Terms that do not even match a text made of themselves, their exceptions left aside. */
function findUnheard(terms: readonly CompiledTerm[]): ReadonlySet<Term> {
  const unheard = new Set<Term>();
  for (const language of new Set(terms.flatMap(({ versions }) => versions.map((each) => each.language)))) {
    const vocabulary = new Vocabulary();
    const matcher = new Matcher(language, vocabulary);
    const own = terms.filter(({ term, versions }) => versions[0]?.language === language && !PLAIN.test(term.source));
    for (const [index, { versions }] of own.entries())
      for (const sequence of versions[0]?.sequences ?? []) matcher.add(sequence, index);
    const words = createWords(32);
    const isHeard = (index: number, text: string) => {
      clearWords(words);
      appendWords(words, vocabulary, { text, start: 0, end: text.length });
      return matcher.find(words).some(({ owner }) => owner === index);
    };
    for (const [index, { term }] of own.entries())
      if (!witnesses(term).some((text) => isHeard(index, text))) unheard.add(term);
  }
  return unheard;
}

/** Whatever is written so is cut into words as in any text. */
const PLAIN = /^=?[\p{L}\p{N} *?]+$/u;

/** Texts that a term should match: itself, with nothing or letters for its wildcards. */
function witnesses({ kind, source }: Term): string[] {
  const written = kind === 'exact' ? source.slice(1) : source;
  const words = written.replace(/(^|\s)\*(?=\s|$)/gu, '$1woord');
  return [words.replace(/\*/g, '').replace(/\?/g, 'a'), words.replace(/\*/g, 'en').replace(/\?/g, 'z')];
}
