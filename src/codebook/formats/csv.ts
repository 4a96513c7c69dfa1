/** Lists of codes as CSV, TSV or text, of MAXQDA, QualCoder, Taguette and NVivo; written as a table that MAXQDA and Excel open. */
import { stringify } from 'csv-stringify/sync';
import type { TableRow } from '../../containers/row-table.ts';
import type { Code, Codebook } from '../../model.ts';
import { readCodeList } from './code-list.ts';
import { writeNotes } from './code-notes.ts';
import { type CodebookFormat, type Draft, readTextDraft } from './format.ts';
import { findListColumns } from './list-columns.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { maxqdaNames } from './reader-limits.ts';
import { countLostNotes } from './write-patterns.ts';

export const csv = {
  name: 'csv',
  title: 'a list of codes',
  extensions: ['.csv', '.tsv', '.txt'],
  async read(file, losses) {
    const { readDelimited } = await import('../../containers/delimited.ts');
    const isText = file.path.toLowerCase().endsWith('.txt');
    return readTextDraft(file, (text): Draft => {
      if (isText && !isTable(text)) return readCodeList(readTextRows(text), losses);
      const { rows, messages } = readDelimited(text, file.path, (cells) => findListColumns(cells) !== undefined);
      return { ...readCodeList(rows.map(removeGuards), losses), messages };
    });
  },
  write: writeList,
  limits: [maxqdaNames],
} satisfies CodebookFormat;

/** Whether a text is a table as it is written here, in which a cell may have several lines. */
function isTable(text: string): boolean {
  const heading = text.slice(0, Math.max(text.indexOf('\n'), 0));
  return heading.startsWith(HEADINGS.join('\t'));
}

/** Put before what a spreadsheet would take for a formula. */
const GUARD = /^'(?='*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

function removeGuards({ line, cells }: TableRow): TableRow {
  return { line, cells: cells.map((cell) => cell.replace(GUARD, '')) };
}

/** The name, a tab, what is said of it; tabs before the name are levels, and `;` begins a comment. */
function readTextRows(text: string): TableRow[] {
  return text.split('\n').flatMap((written, index) => {
    const content = written.trimStart();
    if (content === '' || content.startsWith(';')) return [];
    const margin = written.slice(0, written.length - content.length);
    const [name = '', ...others] = content.split('\t');
    return [{ line: index + 1, cells: [margin + name, others.join(' ').trim()] }];
  });
}

/** A row for each code: its path, notes, colour, and the terms of each language, one a line. */
function writeList(codebook: Codebook, losses: Losses, extension: string): string {
  countLostNotes(codebook, losses, { notes: true, colors: true, terms: true });
  const languages = [...codebook.languages, 'any'].filter((language) =>
    codebook.codes.some((code) => hasTerms(code, language)),
  );
  const rows: string[][] = [];
  const write = (code: Code, above: string) => {
    const path = above + nameOf(code, losses);
    const terms = languages.map((language) => writeTerms(code, language, losses));
    rows.push([path, writeNotes(code), code.color ?? '', ...terms]);
    for (const child of code.codes) write(child, `${path} > `);
  };
  for (const code of codebook.codes) write(code, '');
  const header = [...HEADINGS, ...languages.map((language) => `Terms (${language})`)];
  const delimiter = extension === '.csv' ? ',' : '\t';
  // What is written with a guard of its own gets another, so that it is read back as it was.
  const guarded = rows.map((cells) => cells.map((cell) => (GUARD.test(cell) ? `'${cell}` : cell)));
  return stringify([header, ...guarded], {
    bom: true,
    delimiter,
    escape_formulas: true,
    record_delimiter: 'windows',
    // Only the line end between rows is quoted by itself.
    quoted_match: /\n/,
  });
}

const HEADINGS = ['Code', 'Memo', 'Color'];

const hasTerms = (code: Code, language: string): boolean =>
  code.terms.some((term) => term.language === language) || code.codes.some((child) => hasTerms(child, language));

/** `>`, `\` and `::` in a name would be read as levels. */
function nameOf({ name, position }: Code, losses: Losses): string {
  const plain = name.replaceAll('>', '›').replaceAll('\\', '/').replaceAll('::', ':');
  if (plain !== name) losses.add(CHANGED_NAME, position, name);
  return plain;
}

function writeTerms(code: Code, language: string, losses: Losses): string {
  const lines: string[] = [];
  for (const term of code.terms.filter((each) => each.language === language)) {
    const { source, except, weight, memo, position } = term;
    if (!['exact', 'wildcard', 'phrase', 'word', 'regex'].includes(term.kind)) {
      losses.add(COMPOUND, position, source);
      continue;
    }
    if (except.length > 0 || weight !== undefined || memo !== undefined) losses.add(DETAILS, position, source);
    lines.push(source);
  }
  return lines.join('\n');
}

const CHANGED_NAME: Loss = {
  rule: 'changed-name',
  severity: 'information',
  tell: (count) => `Changed the name of ${countOf(count, 'code')} that would be read as several levels`,
  hint: 'rename the code in the codebook',
};
const COMPOUND: Loss = {
  rule: 'lost-compound',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'term')} made of several terms`,
  hint: 'they stay in the codebook',
};
const DETAILS: Loss = {
  rule: 'lost-detail',
  severity: 'warning',
  tell: (count) => `Left out exceptions, weight or memo of ${countOf(count, 'term')}`,
  hint: 'they stay in the codebook',
};
