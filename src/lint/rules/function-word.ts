/** A term that is nothing but a function word. */
import { listCodes } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const functionWord: CodebookRule = {
  id: 'function-word',
  severity: 'warning',
  summary: 'a word term that is a function word or modal verb, such as `niet` or `moeten`',
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
      termsOf(code).flatMap(({ term, versions }) => {
        const isCommon = versions.some(({ sequences }) =>
          sequences.every((tests) => tests.every((test) => test.by === 'stem' && test.key.startsWith('='))),
        );
        if (term.kind !== 'word' || !isCommon) return [];
        const reason = `Unexpected function word \`${term.source}\`, expected a word with a meaning of its own`;
        const hint = 'write a phrase around it; `=` before it if the word itself is meant';
        return [{ position: term.position, code: code.id, reason, hint }];
      }),
    ),
};
