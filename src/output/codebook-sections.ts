/** A codebook as readers see it, before it is Markdown or HTML: for every code its texts, examples and terms. */
import { type CodeNode, listCodes } from '../codebook/code-tree.ts';
import { describeTerm } from '../codebook/write-term.ts';
import type { Code, Codebook, Term } from '../model.ts';
import { findLanguage } from '../text/languages/index.ts';

export interface CodeSection extends CodeNode {
  /** Place in the tree: `2.1`. */
  number: string;
  texts: { title: string; text: string }[];
  examples: { title: string; texts: string[] }[];
  terms: TermSection[];
}

/** The terms of one language, by kind in the order in which kinds first occur; languages in the order of the book. */
export interface TermSection {
  title: string;
  kinds: { kind: string; terms: { source: string; details: string }[] }[];
}

/** All codes, depth first; what a code does not have is left out. */
export function listSections(codebook: Codebook): CodeSection[] {
  const numbers = numberCodes(codebook.codes);
  return listCodes(codebook).map((node) => {
    const { definition, include, exclude, memo, examples, terms } = node.code;
    const texts = Object.entries({ Definition: definition, Include: include, Exclude: exclude, Memo: memo });
    const sentences = Object.entries({ Examples: examples.match, 'Counter-examples': examples.noMatch });
    return {
      ...node,
      number: numbers.get(node.code.id) ?? '',
      texts: texts.flatMap(([title, text]) => (text ? [{ title, text: text.trim() }] : [])),
      examples: sentences
        .map(([title, each]) => ({ title, texts: each.map(({ text }) => text.trim()) }))
        .filter((each) => each.texts.length > 0),
      terms: groupTerms(terms, codebook.languages),
    };
  });
}

function numberCodes(codes: readonly Code[], above = ''): Map<string, string> {
  const numbers = new Map<string, string>();
  codes.forEach((code, index) => {
    const number = `${above}${index + 1}`;
    numbers.set(code.id, number);
    for (const [id, below] of numberCodes(code.codes, `${number}.`)) numbers.set(id, below);
  });
  return numbers;
}

function groupTerms(terms: readonly Term[], order: readonly string[]): TermSection[] {
  const languages = new Map<string, Map<string, Term[]>>([...order, 'any'].map((language) => [language, new Map()]));
  for (const term of terms) {
    const kinds = languages.get(term.language) ?? new Map<string, Term[]>();
    const own = kinds.get(term.kind) ?? [];
    own.push(term);
    languages.set(term.language, kinds.set(term.kind, own));
  }
  const used = [...languages].filter(([, kinds]) => kinds.size > 0);
  return used.map(([language, kinds]) => ({
    title: `Terms, ${language === 'any' ? 'any language' : (findLanguage(language)?.name ?? language)}`,
    kinds: [...kinds].map(([kind, own]) => ({
      kind,
      // A term of several items says its kind itself.
      terms: own.map((term) => ({
        source: term.source.startsWith(`${kind}: `) ? term.source.slice(kind.length + 2) : term.source,
        details: describeTerm(term),
      })),
    })),
  }));
}
