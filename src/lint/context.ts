/** What rules share: the file, its places, and work on the book that is done once. */
import type { CodebookText } from '../codebook/read-codebook.ts';
import type { Code, Codebook, CodedDocument } from '../model.ts';
import { createExampleCoder } from './code-example.ts';
import { type CompiledTerm, compileTerms } from './compiled-terms.ts';
import type { RuleContext } from './rule.ts';

/** What is the same for every rule. */
export type SharedContext = Omit<RuleContext, 'limit'>;

/** The context of one codebook; terms are compiled and the coder is made when the first rule asks. */
export function createContext(codebook: Codebook, file: CodebookText): SharedContext {
  let byCode: Map<string, CompiledTerm[]> | undefined;
  let codeExample: ((text: string) => CodedDocument) | undefined;
  return {
    yaml: file.yaml,
    placeOf: createPlaces(codebook, file),
    termsOf(code) {
      byCode ??= groupByCode(compileTerms(codebook));
      return byCode.get(code.id) ?? [];
    },
    codeExample(text) {
      codeExample ??= createExampleCoder(codebook);
      return codeExample(text);
    },
  };
}

function groupByCode(terms: readonly CompiledTerm[]): Map<string, CompiledTerm[]> {
  const groups = new Map<string, CompiledTerm[]>();
  for (const term of terms) {
    const group = groups.get(term.code.id);
    if (group) group.push(term);
    else groups.set(term.code.id, [term]);
  }
  return groups;
}

/** Finds keys by the place of a code in the tree, which is its place in the file. */
function createPlaces(codebook: Codebook, { yaml }: CodebookText): RuleContext['placeOf'] {
  const paths = new Map<string, (string | number)[]>();
  const visit = (codes: readonly Code[], path: (string | number)[]) => {
    for (const [index, code] of codes.entries()) {
      paths.set(code.id, [...path, 'codes', index]);
      visit(code.codes, [...path, 'codes', index]);
    }
  };
  visit(codebook.codes, []);
  return (code, key) => {
    const path = paths.get(code.id) ?? [];
    return yaml.has([...path, key]) ? yaml.positionOf([...path, key]) : code.position;
  };
}
