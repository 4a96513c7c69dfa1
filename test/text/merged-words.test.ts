/** Words that a language lists as merged are so; when its stemmer learns to tell them apart, they go from the list. */
import { expect, test } from 'vitest';
import { languages } from '../../src/text/languages/index.ts';
import { stemKey } from '../../src/text/stem.ts';

const rows = languages.flatMap((language) => language.mergedWords.map((row) => ({ language, row })));

test.each(rows.map(({ language, row }) => [row.map(([name]) => name).join(' '), language, row] as const))(
  '%s',
  (_name, language, row) => {
    const keys = new Set(row.flat().map((form) => stemKey(form, language)));
    expect(row.length).toBeGreaterThan(1);
    expect([...keys]).toEqual([expect.stringMatching(/^[^=]/)]);
  },
);

test('no key stands in two rows', () => {
  const keys = rows.map(({ language, row }) => `${language.code} ${stemKey(row[0]?.[0] ?? '', language)}`);
  expect(new Set(keys).size).toBe(keys.length);
});
