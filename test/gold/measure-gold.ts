/** Codes passages that people coded, and counts for every theme where the codebook agrees with them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { cohenKappa } from '../../src/agreement/coefficients.ts';
import { countFourfold, type Fourfold } from '../../src/agreement/fourfold.ts';
import { f1, precision, recall } from '../../src/agreement/retrieval.ts';
import { readCodebook } from '../../src/codebook/read-codebook.ts';
import { TranscriptCoder } from '../../src/coding/code-transcript.ts';
import { termKinds } from '../../src/coding/terms/index.ts';
import type { Code, Codebook, Transcript } from '../../src/model.ts';
import { root } from '../run-cli.ts';

/** One passage, and the ids of the themes that it has. */
export interface Passage {
  id: string;
  language: string;
  text: string;
  themes: string[];
}

/** Agreement of one theme: a both, b the codebook alone, c people alone, d neither. */
export interface ThemeAgreement extends Fourfold {
  theme: string;
  kappa: number;
  precision: number;
  recall: number;
  f1: number;
}

/** The passages of `fixtures/gold/NAME.csv`. */
export function readGold(name: string): Passage[] {
  const rows = parse(readFileSync(join(root, `fixtures/gold/${name}.csv`)), { columns: true }) as Record<
    string,
    string
  >[];
  return rows.map(({ id = '', language = '', passage = '', themes = '' }) => ({
    id,
    language,
    text: passage,
    themes: themes === '' ? [] : themes.split(';'),
  }));
}

export function readBundledCodebook(): Codebook {
  const path = 'codebooks/volunteer-support.yaml';
  const { codebook } = readCodebook(readFileSync(join(root, path), 'utf8'), { path, notations: termKinds });
  if (!codebook) throw new Error(`${path} cannot be read`);
  return codebook;
}

/** A passage has a theme where any of its codes is on it; the passage is the unit. */
export function measureThemes(codebook: Codebook, passages: readonly Passage[]): ThemeAgreement[] {
  const coder = new TranscriptCoder(codebook, { unit: 'turn', includeInterviewer: false });
  const coded = passages.map((passage) => new Set(coder.code(asTranscript(passage)).codings.map(({ code }) => code)));
  return codebook.codes.map((theme) => {
    const ids = listIds(theme);
    const counts = { a: 0, b: 0, c: 0, d: 0 };
    passages.forEach(({ themes }, at) => {
      const found = ids.some((id) => coded[at]?.has(id));
      const meant = themes.includes(theme.id);
      counts[found ? (meant ? 'a' : 'b') : meant ? 'c' : 'd']++;
    });
    return { theme: theme.id, ...counts, ...describe(counts) };
  });
}

function describe(counts: Fourfold): Omit<ThemeAgreement, 'theme' | keyof Fourfold> {
  const hits = { right: counts.a, wrong: counts.b, missed: counts.c };
  return {
    kappa: cohenKappa(countFourfold(counts)).value ?? 0,
    precision: precision(hits).value ?? 0,
    recall: recall(hits).value ?? 0,
    f1: f1(hits).value ?? 0,
  };
}

/** Mean F1 of the themes. */
export function macroF1(themes: readonly ThemeAgreement[]): number {
  return themes.reduce((sum, theme) => sum + theme.f1, 0) / themes.length;
}

function listIds(code: Code): string[] {
  return [code.id, ...code.codes.flatMap(listIds)];
}

function asTranscript({ id, language, text }: Passage): Transcript {
  const turn = { start: 0, end: text.length, role: 'respondent' as const, masks: [], stamps: [], line: 1 };
  return { document: id, language, variables: {}, text, turns: [turn] };
}
