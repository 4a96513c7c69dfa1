/** `examples.match` must be coded. */
import { listCodes, listFamily } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const exampleNotCoded: CodebookRule = {
  id: 'example-not-coded',
  severity: 'error',
  summary: 'a sentence under `examples.match` does not get the code or one of its subcodes',
  why: 'The examples are the tests of the codebook: if a typical sentence is missed, so are the interviews.',
  good: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      examples: { match: [Ze vertrouwen hem.] }
      terms: [vertrouwen]`,
  bad: `
    - id: trust
      name: Trust
      definition: Confidence in another.
      examples: { match: [Ze laat hem binnen.] }
      terms: [vertrouwen]`,
  check(codebook, { codeExample }) {
    return listCodes(codebook).flatMap(({ code }) => {
      const family = listFamily(code);
      return code.examples.match
        .filter(({ text }) => !codeExample(text).codings.some((coding) => family.has(coding.code)))
        .map(({ position }) => ({
          position,
          code: code.id,
          reason: `Unexpected example without the code \`${code.id}\`, expected it to be coded`,
          hint: 'add a term for it, or take it out',
        }));
    });
  },
};
