/** The workbook of a whole study: LibreOffice finds in it what stands in the CSV files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeFolder, root, runCli } from '../../run-cli.ts';
import { canOpen, convert } from './libre-office.ts';

const SHEETS = {
  'Code matrix': 'code-matrix.csv',
  'Code frequencies': 'code-frequencies.csv',
  'Coded segments': 'coded-segments.csv',
  Documents: 'documents.csv',
};

test.skipIf(!canOpen)('every sheet has the values of its CSV file (needs LibreOffice)', async () => {
  const output = join(makeFolder(), 'coded');
  const codebook = join(root, 'fixtures/golden/demo/codebook.yaml');
  await runCli(root, ['fixtures/interviews', '-c', codebook, '-o', output, '-q']);
  const sheets = convert({ 'r.xlsx': readFileSync(join(output, 'results.xlsx')) }, 'csv');
  for (const [sheet, file] of Object.entries(SHEETS)) {
    const found: string[][] = parse(sheets[`r-${sheet}.csv`] ?? '');
    const wanted: string[][] = parse(readFileSync(join(output, file)));
    expect(found.slice(1).map((row) => row.map(plain))).toEqual(wanted.slice(1).map((row) => row.map(plain)));
  }
  expect(sheets['r-Notes.csv']).toMatch(/^Table,Note\n,"?Written by code-transcripts/);
  expect(sheets['r-Notes.csv']).toContain('\nCode matrix,');
});

/** Without the sign behind percentages, and the apostrophe by which CSV keeps a text from becoming a formula. */
function plain(value: string): string {
  return value.replace(/^(-?[\d.]+)%$/, '$1').replace(/^'(?=[=+\-@])/, '');
}
