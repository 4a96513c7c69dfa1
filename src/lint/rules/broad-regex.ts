/** A pattern that matches words whatever their letters are. */
import { listCodes } from '../../codebook/code-tree.ts';
import { kindOf } from '../../coding/terms/index.ts';
import type { Term } from '../../model.ts';
import { languages } from '../../text/languages/index.ts';
import { nameTerm } from '../compiled-terms.ts';
import type { CodebookRule } from '../rule.ts';

export const broadRegex: CodebookRule = {
  id: 'broad-regex',
  severity: 'warning',
  summary: 'a pattern, or one among the items of a term, that matches words of any letters',
  why: 'Case does not matter in a pattern, so that `[A-Z]` is any letter, and `\\w+` is any word.',
  good: `
    - id: laws
      name: Laws
      definition: The laws that people speak of.
      terms: ['/wet \\w+ (jeugd|zorg)/']`,
  bad: `
    - id: laws
      name: Laws
      definition: The laws that people speak of.
      terms: ['/[A-Z]{3,}/']`,
  check: (codebook, { termsOf }) =>
    listCodes(codebook).flatMap(({ code }) =>
      termsOf(code)
        .flatMap((term) => [term, ...term.items])
        .filter(({ term }) => term.kind === 'regex' && matchesAnything(term))
        .map((compiled) => ({
          position: compiled.term.position,
          code: code.id,
          reason: `Unexpected pattern ${nameTerm(compiled)}, which matches words of any letters`,
          hint: 'write letters that must be there; =ABC matches a word in capitals',
        })),
    ),
};

/** A pattern that finds something in both asks for no letter of its own. */
const TEXTS = ['bcdfghjklm', 'npqrstvwxz'].map((letters) =>
  Array.from({ length: 12 }, (_, index) => repeatTo(index + 1, letters)).join(' '),
);

function repeatTo(length: number, letters: string): string {
  return Array.from({ length }, (_, at) => letters.charAt((at * 3 + length) % letters.length)).join('');
}

function matchesAnything(term: Term): boolean {
  // A pattern is the same in all of them.
  const [language] = languages;
  const compiled = language && kindOf(term).compile(term, language);
  return compiled?.by === 'text' && TEXTS.every((text) => compiled.mayFind(text) && compiled.find(text).length > 0);
}
