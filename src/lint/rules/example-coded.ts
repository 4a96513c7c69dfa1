/** `examples.no_match` must not be coded. */
import { listCodes, listFamily } from '../../codebook/code-tree.ts';
import type { CodebookRule } from '../rule.ts';

export const exampleCoded: CodebookRule = {
  id: 'example-coded',
  severity: 'error',
  summary: 'a sentence under `examples.no_match` gets the code or one of its subcodes',
  why: 'A term that catches what the code excludes makes every count of it too high.',
  good: `
    - id: supervision
      name: Supervision
      definition: Guidance of volunteers.
      examples: { no_match: [Ze hebben steun nodig.] }
      terms: [begeleiding]`,
  bad: `
    - id: supervision
      name: Supervision
      definition: Guidance of volunteers.
      examples: { no_match: [De begeleiding van cliënten kost tijd.] }
      terms: [begeleiding]`,
  check(codebook, { codeExample }) {
    return listCodes(codebook).flatMap(({ code }) => {
      const family = listFamily(code);
      return code.examples.noMatch.flatMap(({ text, position }) => {
        const coding = codeExample(text).codings.find((each) => family.has(each.code));
        if (!coding) return [];
        const term = coding.evidence[0]?.term ?? '';
        const reason = `Unexpected code \`${coding.code}\` on an example of \`${code.id}\` that must not have it`;
        const hint = `the term \`${term}\` matches; make it narrower or give it an \`except\``;
        return [{ position, reason, hint, code: code.id }];
      });
    });
  },
};
