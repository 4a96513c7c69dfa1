/** What rules share: the file, its places, and work on the book that is done once. */
import type { ReadFile } from '../codebook/read-codebook.ts';
import type { Codebook, CodedDocument } from '../model.ts';
import { createExampleCoder } from './code-example.ts';
import { type CompiledTerm, compileTerms } from './compiled-terms.ts';
import type { RuleContext } from './rule.ts';

/** What is the same for every rule. */
export type SharedContext = Omit<RuleContext, 'limit'>;

/** The context of one codebook; terms are compiled and the coder is made when the first rule asks. */
export function createContext(codebook: Codebook, file: ReadFile): SharedContext {
  let byCode: Map<string, CompiledTerm[]> | undefined;
  let codeExample: ((text: string) => CodedDocument) | undefined;
  return {
    yaml: file.yaml,
    placeOf: createPlaces(file),
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

/** Finds the keys of a code by its id in the file; a code of a book that this one extends is where it says itself. */
function createPlaces({ yaml }: ReadFile): RuleContext['placeOf'] {
  const paths = new Map<string, (string | number)[]>();
  const visit = (codes: unknown, path: (string | number)[]) => {
    if (!Array.isArray(codes)) return;
    for (const [index, code] of codes.entries()) {
      const { id, codes: subcodes } = code as { id?: unknown; codes?: unknown };
      paths.set(String(id), [...path, index]);
      visit(subcodes, [...path, index, 'codes']);
    }
  };
  visit((yaml.value as { codes?: unknown } | undefined)?.codes, ['codes']);
  return (code, key) => {
    const path = paths.get(code.id);
    return path && yaml.has([...path, key]) ? yaml.positionOf([...path, key]) : code.position;
  };
}
