/** A term that is nothing but function words. */
import { listCodes } from '../../codebook/code-tree.ts';
import { type CompiledTerm, nameTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const functionWord: CodebookRule = {
  id: 'function-word',
  severity: 'warning',
  summary:
    'a word term that is a function word or modal verb, such as `niet` or `moeten`, an item of `all` that is, or a `near` of nothing else',
  why: 'It stands in every second sentence, and it is never stemmed: `moeten` does not match moet.',
  good: `
    - id: duties
      name: Duties
      definition: What one has to do.
      terms: [verplichting, moeten doen]`,
  bad: `
    - id: duties
      name: Duties
      definition: What one has to do.
      terms: [verplichting, moeten]`,
  check: (codebook, { termsOf }) =>
    listCodes(codebook).flatMap(({ code }) =>
      termsOf(code)
        .flatMap(listCommon)
        .map((compiled) => ({
          position: compiled.term.position,
          code: code.id,
          reason: `Unexpected function word ${nameTerm(compiled)}, expected a word with a meaning of its own`,
          hint: compiled.whole ? HINT_FOR_ITEMS : HINT,
        })),
    ),
};

const HINT = 'write a phrase around it; `=` before it if the word itself is meant';
const HINT_FOR_ITEMS =
  'write `near:` or a phrase with a word that says more; `=` before it if the word itself is meant';

/** Beside another word a function word says something (`near: [geen, tijd]`), but not anywhere in the segment. */
function listCommon(compiled: CompiledTerm): CompiledTerm[] {
  const { term, items } = compiled;
  if (items.length === 0) return isFunctionWord(compiled) ? [compiled] : [];
  const common = items.filter(isFunctionWord);
  return term.kind === 'all' || common.length === items.length ? common.slice(0, 1) : [];
}

function isFunctionWord({ term, versions }: CompiledTerm): boolean {
  if (term.kind !== 'word') return false;
  return versions.some(({ sequences }) =>
    sequences.every((tests) => tests.every((test) => test.by === 'stem' && test.key.startsWith('='))),
  );
}
