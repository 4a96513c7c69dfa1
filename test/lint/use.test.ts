/** What the rules on transcripts say of terms of several items and of patterns. */
import { expect, test } from 'vitest';
import { CodebookUseFold } from '../../src/lint/codebook-use.ts';
import { lintCodebook } from '../../src/lint/run.ts';
import { codeText, readBook } from '../builders.ts';

/** `line:column rule` of the findings of these rules, in a code with these terms and interviews of these paragraphs. */
function lintUse(terms: string[], paragraphs: string[]) {
  const rows = terms.map((term) => `      - ${term}\n`).join('');
  const { codebook, file } = readBook(
    `name: test\nlanguages: [nl]\ncodes:\n  - id: c\n    name: C\n    definition: A code.\n    terms:\n${rows}`,
  );
  const fold = new CodebookUseFold(codebook);
  fold.add(codeText(codebook, paragraphs.join('\n\n')));
  return lintCodebook(codebook, file, { path: 'test.yaml', use: fold.finish() }).map(
    ({ message }) => `${message.line}:${message.column} ${message.ruleId}`,
  );
}

test('a term of several items, or a pattern, that gives no coded segment is told', () => {
  const terms = [
    'agenda',
    'near: [oude, vrouw]',
    '{ near: [vrouw, huis], within: 1 }',
    'all: [vrouw, geld]',
    'all: [vrouw, fiets]',
    "'/huiz?en?/'",
    "'/fietsen?/'",
  ];
  const paragraphs = ['De oude vrouw heeft geld.', 'De vrouw is in huis.', 'De agenda.'];
  expect(lintUse(terms, paragraphs)).toEqual([
    '10:9 unmatched-term',
    '12:9 unmatched-term',
    '13:9 unmatched-term',
    '14:9 unmatched-term',
  ]);
});

test('a term of several items, or a pattern, may be most of its code', () => {
  const paragraphs = [...Array(12).fill('De vrouw heeft geld.'), 'De agenda.', ...Array(20).fill('Het regent.')];
  expect(lintUse(['agenda', 'near: [vrouw, geld]'], paragraphs)).toEqual(['9:9 dominant-term']);
  expect(lintUse(['agenda', "'/heeft geld/'"], paragraphs)).toEqual(['9:9 dominant-term']);
});
