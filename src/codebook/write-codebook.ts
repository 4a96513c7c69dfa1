/** Writes a codebook as YAML that is pleasant to read and to compare: one term a line, quotes only where they are needed. */
import type { Code, Codebook, Term } from '../model.ts';
import { writeFlowList, writeProse, writeScalar } from '../text/write-yaml.ts';

/** What terms made of other terms have beside those of one text. */
interface TermParts {
  items?: Term[];
  within?: number;
  ordered?: boolean;
}

export interface WriteCodebookOptions {
  /** Lines above the codebook, without `#`. */
  comments?: readonly string[];
}

/** Every field of the book; reading it again gives the same book, apart from positions. */
export function writeCodebook(codebook: Codebook, { comments = [] }: WriteCodebookOptions = {}): string {
  const { name, title, version, languages, codes } = codebook;
  const lines = [
    ...comments.map((comment) => `# ${comment.replace(/\p{Cc}+/gu, ' ')}`.trimEnd()),
    ...writeField('name', name, 0),
    ...writeField('title', title, 0),
    ...writeField('version', version, 0),
    `languages: ${writeFlowList(languages)}`,
    ...(codes.length === 0
      ? ['codes: []']
      : ['codes:', ...codes.flatMap((code) => writeCode(code, languages, { indent: 2 }))]),
  ];
  return `${lines.join('\n')}\n`;
}

interface Place {
  /** Blanks before the dash of the entry. */
  indent: number;
  /** Colour of the code above, which a subcode takes without saying so. */
  color?: string | undefined;
}

function writeCode(code: Code, languages: readonly string[], { indent, color }: Place): string[] {
  const inner = indent + 2;
  const margin = ' '.repeat(inner);
  const { examples, codes } = code;
  const lines = [
    ...writeField('id', code.id, inner),
    ...writeField('name', code.name, inner),
    ...writeField('color', code.color === color ? undefined : code.color, inner),
    ...writeField('definition', code.definition, inner),
    ...writeField('include', code.include, inner),
    ...writeField('exclude', code.exclude, inner),
    ...writeField('memo', code.memo, inner),
    ...(examples.match.length + examples.noMatch.length > 0 ? [`${margin}examples:`] : []),
    ...writeTexts(
      'match',
      examples.match.map(({ text }) => text),
      inner + 2,
    ),
    ...writeTexts(
      'no_match',
      examples.noMatch.map(({ text }) => text),
      inner + 2,
    ),
    ...writeTerms(code.terms, languages, inner),
    ...(codes.length > 0 ? [`${margin}codes:`] : []),
    ...codes.flatMap((child) => writeCode(child, languages, { indent: inner + 2, color: code.color })),
  ];
  return markEntry(lines, indent);
}

/** The first line of an entry of a list begins with a dash. */
function markEntry([first = '', ...others]: string[], indent: number): string[] {
  return [`${' '.repeat(indent)}- ${first.slice(indent + 2)}`, ...others];
}

function writeField(key: string, text: string | undefined, indent: number): string[] {
  if (text === undefined || text === '') return [];
  return `${' '.repeat(indent)}${key}: ${writeProse(text, indent)}`.split('\n');
}

function writeTexts(key: string, texts: readonly string[], indent: number): string[] {
  if (texts.length === 0) return [];
  const margin = ' '.repeat(indent);
  return [`${margin}${key}:`, ...texts.map((text) => `${margin}  - ${writeScalar(text)}`)];
}

/** A plain list where all terms are in the first language, else a list for each language. */
function writeTerms(terms: readonly Term[], languages: readonly string[], indent: number): string[] {
  if (terms.length === 0) return [];
  const margin = ' '.repeat(indent);
  if (terms.every(({ language }) => language === languages[0]))
    return [`${margin}terms:`, ...terms.flatMap((term) => writeTerm(term, indent + 2))];
  const groups = new Map<string, Term[]>([...languages, 'any'].map((language) => [language, []]));
  for (const term of terms) {
    const group = groups.get(term.language);
    if (group) group.push(term);
    else groups.set(term.language, [term]);
  }
  const lists = [...groups].filter(([, group]) => group.length > 0);
  return [
    `${margin}terms:`,
    ...lists.flatMap(([language, group]) => [
      `${margin}  ${language}:`,
      ...group.flatMap((term) => writeTerm(term, indent + 4)),
    ]),
  ];
}

function writeTerm(term: Term & TermParts, indent: number): string[] {
  const { items, within, ordered, except, weight, memo } = term;
  const isShort = !items && except.length === 0 && weight === undefined && memo === undefined;
  if (isShort) return [`${' '.repeat(indent)}- ${writeScalar(term.source)}`];
  const inner = indent + 2;
  const margin = ' '.repeat(inner);
  const lines = [
    items
      ? `${margin}${term.kind}: ${writeFlowList(items.map(({ source }) => source))}`
      : `${margin}term: ${writeScalar(term.source)}`,
    ...(within === undefined ? [] : [`${margin}within: ${within}`]),
    ...(ordered ? [`${margin}ordered: true`] : []),
    ...writeTexts(
      'except',
      except.map(({ source }) => source),
      inner,
    ),
    ...(weight === undefined ? [] : [`${margin}weight: ${weight}`]),
    ...writeField('memo', memo, inner),
  ];
  return markEntry(lines, indent);
}
