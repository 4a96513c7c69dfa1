/** How well the bundled codebook codes passages that people coded: a report, and floors below which it must not fall. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../run-cli.ts';
import { macroF1, measureThemes, readBundledCodebook, readGold, type ThemeAgreement } from './measure-gold.ts';

const THEMES = ['barriers', 'volunteer-demands', 'roles', 'expectations', 'boundaries', 'supervision'];

/** What is measured, and the kappa of each theme below which it must not fall: a little under what is reached on what was never read. */
const SAMPLES = [
  {
    title: 'Dutch, told as stories',
    halves: ['development', 'frozen'],
    language: 'nl',
    floors: {
      barriers: 0.08,
      'volunteer-demands': 0.4,
      roles: 0.46,
      expectations: 0.44,
      boundaries: 0.36,
      supervision: 0.29,
    },
  },
  {
    title: 'Dutch, plain talk',
    halves: ['plain-development', 'plain-frozen'],
    language: 'nl',
    floors: {
      barriers: 0.5,
      'volunteer-demands': 0.6,
      roles: 0.6,
      expectations: 0.55,
      boundaries: 0.5,
      supervision: 0.55,
    },
  },
  {
    title: 'English, told as stories',
    halves: ['development', 'frozen'],
    language: 'en',
    floors: {
      barriers: 0.35,
      'volunteer-demands': 0.2,
      roles: 0,
      expectations: 0.5,
      boundaries: 0.45,
      supervision: 0.25,
    },
  },
].map(({ halves: [seen = '', fresh = ''], language, ...sample }) => {
  const read = (name: string) => readGold(name).filter((passage) => passage.language === language);
  return { ...sample, language, seen: read(seen), fresh: read(fresh) };
});

const codebook = readBundledCodebook();

describe.each(SAMPLES)('$title', ({ language, seen, fresh, floors }) => {
  test('both halves are as they should be', () => {
    const passages = [...seen, ...fresh];
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
    expect(new Set(passages.map(({ text }) => text)).size).toBe(passages.length);
    expect(Math.min(seen.length, fresh.length)).toBeGreaterThanOrEqual(language === 'nl' ? 100 : 50);
    const none = passages.filter(({ themes }) => themes.length === 0);
    expect(none.length / passages.length).toBeGreaterThan(0.2);
    for (const { themes } of passages) expect(THEMES).toEqual(expect.arrayContaining(themes));
  });

  test.each(measureThemes(codebook, fresh))('$theme', ({ theme, kappa }) => {
    expect(kappa).toBeGreaterThanOrEqual(floors[theme as keyof typeof floors]);
  });
});

test('the report says what is reached', async () => {
  const sections = SAMPLES.map(describeSample);
  await expect(`${INTRODUCTION}\n${sections.join('\n')}`).toMatchFileSnapshot(join(root, 'fixtures/gold/REPORT.md'));
});

const INTRODUCTION = `# How well the bundled codebook codes

Unit: the passage. A theme is found where the theme or any of its sub-codes is on the passage. Kappa is Cohen's, of the codebook and the
person who wrote and coded the passages; precision, recall and F1 take that person as the reference. Passages for development were read
while terms were written, frozen ones never: the drop is what the codebook owes to having seen the passages. The figures of the frozen
stories were looked at between two rounds of work, those of the frozen plain talk up to three times a theme. Stories tell a theme by what
happened; plain talk is how somebody answers a question about it. \`npm run update\` writes this report.
`;

function describeSample({ title, ...parts }: (typeof SAMPLES)[number]): string {
  const seen = measureThemes(codebook, parts.seen);
  const fresh = measureThemes(codebook, parts.fresh);
  const rows = seen.map((theme, at) => describeTheme(theme, fresh[at] as ThemeAgreement));
  const mean = (themes: ThemeAgreement[]) => themes.reduce((sum, { kappa }) => sum + kappa, 0) / themes.length;
  return `## ${title}: ${parts.seen.length} passages for development, ${parts.fresh.length} frozen

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
