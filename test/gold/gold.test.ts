/** How well the bundled codebook codes passages that people coded: a report, and floors below which it must not fall. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../run-cli.ts';
import {
  macroF1,
  measureThemes,
  type Passage,
  readBundledCodebook,
  readGold,
  type ThemeAgreement,
} from './measure-gold.ts';

const THEMES = ['barriers', 'volunteer-demands', 'roles', 'expectations', 'boundaries', 'supervision'];

/** A little under what is reached on the half that was not read while the terms were written. */
const FLOORS: Record<string, Record<string, number>> = {
  nl: { barriers: 0, 'volunteer-demands': 0, roles: 0, expectations: 0, boundaries: 0, supervision: 0 },
  en: { barriers: 0, 'volunteer-demands': 0, roles: 0, expectations: 0, boundaries: 0, supervision: 0 },
};
const LANGUAGES = { nl: 'Dutch', en: 'English' };

const codebook = readBundledCodebook();
const halves = { development: readGold('development'), frozen: readGold('frozen') };
const of = (passages: readonly Passage[], language: string) =>
  passages.filter((passage) => passage.language === language);

test.each(Object.entries(halves))('the %s half is as it should be', (_name, passages) => {
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  expect(of(passages, 'nl').length).toBeGreaterThanOrEqual(150);
  expect(of(passages, 'en').length).toBeGreaterThanOrEqual(50);
  const none = passages.filter(({ themes }) => themes.length === 0);
  expect(none.length / passages.length).toBeGreaterThan(0.2);
  for (const { themes } of passages) expect(THEMES).toEqual(expect.arrayContaining(themes));
});

test('no passage is in both halves', () => {
  const texts = new Set(halves.development.map(({ text }) => text));
  expect(halves.frozen.filter(({ text }) => texts.has(text))).toEqual([]);
});

describe.each(Object.keys(LANGUAGES))('%s', (language) => {
  test.each(measureThemes(codebook, of(halves.frozen, language)))('$theme', ({ theme, kappa }) => {
    expect(kappa).toBeGreaterThanOrEqual(FLOORS[language]?.[theme] ?? 1);
  });
});

test('the report says what is reached', async () => {
  const sections = Object.entries(LANGUAGES).map(([language, name]) => describeLanguage(name, language));
  await expect(`${INTRODUCTION}\n${sections.join('\n')}`).toMatchFileSnapshot(join(root, 'fixtures/gold/REPORT.md'));
});

const INTRODUCTION = `# How well the bundled codebook codes

Unit: the passage. A theme is found where the theme or any of its sub-codes is on the passage. Kappa is Cohen's, of the codebook and the
person who coded the passages; precision, recall and F1 take that person as the reference. The development half was read while terms
were written, the frozen half never: the drop is what the codebook owes to having seen the passages. \`npm run update\` writes this report.
`;

function describeLanguage(name: string, language: string): string {
  const parts = { development: of(halves.development, language), frozen: of(halves.frozen, language) };
  const seen = measureThemes(codebook, parts.development);
  const fresh = measureThemes(codebook, parts.frozen);
  const rows = seen.map((theme, at) => describeTheme(theme, fresh[at] as ThemeAgreement));
  const mean = (themes: ThemeAgreement[]) => themes.reduce((sum, { kappa }) => sum + kappa, 0) / themes.length;
  return `## ${name}: ${parts.development.length} passages for development, ${parts.frozen.length} frozen

| theme | kappa, development | kappa, frozen | drop | precision, frozen | recall, frozen | F1, development | F1, frozen | with the theme, frozen |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
| mean | ${show(mean(seen))} | ${show(mean(fresh))} | ${show(mean(seen) - mean(fresh))} |  |  | ${show(macroF1(seen))} | ${show(macroF1(fresh))} |  |
`;
}

function describeTheme(seen: ThemeAgreement, fresh: ThemeAgreement): string {
  const numbers = [seen.kappa, fresh.kappa, seen.kappa - fresh.kappa, fresh.precision, fresh.recall, seen.f1, fresh.f1];
  return `| ${seen.theme} | ${numbers.map(show).join(' | ')} | ${fresh.a + fresh.c} |`;
}

/** Two decimals; a hair below nothing is nothing. */
function show(value: number): string {
  return (Math.round(value * 100) / 100 + 0).toFixed(2);
}
