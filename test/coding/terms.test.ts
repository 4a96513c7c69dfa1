/** The samples in each kind of term, which are also its documentation. */
import { describe, expect, test } from 'vitest';
import { termKinds } from '../../src/coding/terms/index.ts';
import type { TermKind } from '../../src/coding/terms/kind.ts';
import { codebookOf, codeText } from '../builders.ts';

const kinds: readonly TermKind[] = termKinds;

describe.each(kinds.map((kind) => [kind.kind, kind] as const))('%s', (_name, kind) => {
  const cases = kind.samples.flatMap((sample) => [
    ...sample.match.map((text) => ({ ...sample, text, expected: true })),
    ...sample.noMatch.map((text) => ({ ...sample, text, expected: false })),
  ]);

  test.each(cases)('$term in "$text": $expected', ({ term, text, expected, language = 'nl' }) => {
    const codebook = codebookOf([term], language);
    expect(codebook.codes[0]?.terms[0]?.kind).toBe(kind.kind);
    expect(codeText(codebook, text, { language }).codings.length > 0).toBe(expected);
  });
});
