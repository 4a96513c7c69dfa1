/** A codebook as tables: one row a code with all that is said of it, and the tree with numbers. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import { writeTerm } from '../codebook/write-term.ts';
import type { Code, Codebook, Column, Row, Table, Term } from '../model.ts';

/** Everything, a code a row, in the order of the book. */
export function tabulateCodebook(codebook: Codebook): Table {
  return {
    name: 'codebook',
    title: titleOf(codebook),
    columns: COLUMNS,
    rows: listCodes(codebook).map((node) => {
      const { id, name, definition, include, exclude, memo, color, terms, examples } = node.code;
      const texts = [definition, include, exclude, memo, color].map((text) => text ?? '');
      const [match, noMatch] = [examples.match, examples.noMatch].map((each) =>
        each.map(({ text }) => text).join('\n'),
      );
      const cells = [id, node.path, name, ...texts, terms.length, joinTerms(terms), match ?? '', noMatch ?? ''];
      return { ...describeRow(node), cells };
    }),
    notes: [describeSize(codebook)],
  };
}

/** The tree of codes with the number of their terms and examples. */
export function tabulateCodeTree(codebook: Codebook): Table {
  return {
    name: 'code-tree',
    title: titleOf(codebook),
    columns: TREE_COLUMNS,
    rows: listCodes(codebook).map((node) => {
      const { id, terms, examples } = node.code;
      const count = examples.match.length + examples.noMatch.length;
      return { ...describeRow(node), cells: [node.path, id, terms.length, countTerms(node.code), count] };
    }),
    notes: [describeSize(codebook)],
  };
}

/** "33 codes, 7 of them at the top level, with 412 terms in nl and en." */
export function describeSize(codebook: Codebook): string {
  const codes = listCodes(codebook);
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  const terms = codes.reduce((sum, { code }) => sum + code.terms.length, 0);
  const { length: top } = codebook.codes;
  return `${count(codes.length, 'code')}, ${top} of them at the top level, with ${count(terms, 'term')} in ${codebook.languages.join(' and ')}.`;
}

function titleOf({ title, name, version }: Codebook): string {
  return `${title ?? name}${version === undefined ? '' : ` ${version}`}`;
}

function describeRow({ code, depth }: CodeNode): Omit<Row, 'cells'> {
  return { kind: 'body', code: code.id, depth, ...(code.color ? { color: code.color } : {}) };
}

function countTerms(code: Code): number {
  return code.codes.reduce((sum, child) => sum + countTerms(child), code.terms.length);
}

/** A line a language: `nl: rol; taak`. */
function joinTerms(terms: readonly Term[]): string {
  const languages = [...new Set(terms.map(({ language }) => language))];
  return languages
    .map((language) => {
      const own = terms.filter((term) => term.language === language);
      return `${language}: ${own.map(writeTerm).join('; ')}`;
    })
    .join('\n');
}

const COLUMNS = [
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'definition', title: 'Definition', kind: 'text' },
  { key: 'include', title: 'Include', kind: 'text' },
  { key: 'exclude', title: 'Exclude', kind: 'text' },
  { key: 'memo', title: 'Memo', kind: 'text' },
  { key: 'color', title: 'Colour', kind: 'text' },
  { key: 'terms', title: 'Terms', kind: 'integer' },
  { key: 'term_list', title: 'List of terms', kind: 'text' },
  { key: 'examples', title: 'Examples', kind: 'text' },
  { key: 'counter_examples', title: 'Counter-examples', kind: 'text' },
] as const satisfies Column[];

const TREE_COLUMNS = [
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'terms', title: 'Terms', kind: 'integer' },
  { key: 'terms_with_subcodes', title: 'With subcodes', kind: 'integer' },
  { key: 'examples', title: 'Examples', kind: 'integer' },
] as const satisfies Column[];
