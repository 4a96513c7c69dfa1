/** What rules share: the file, its places, and work on the book that is done once. */
import type { FileText, ReadFile } from '../codebook/read-codebook.ts';
import type { Code, Codebook, CodedDocument, Position } from '../model.ts';
import { createExampleCoder } from './code-example.ts';
import { type CompiledTerm, compileTerms, listWordTerms } from './compiled-terms.ts';
import type { RuleContext } from './rule.ts';

/** What is the same for every rule. */
export type SharedContext = Omit<RuleContext, 'limit'>;

/** The context of one codebook; terms are compiled and the coder is made when the first rule asks. */
export function createContext(codebook: Codebook, file: ReadFile): SharedContext {
  const wordsByCode = new Map<string, CompiledTerm[]>();
  let byCode: Map<string, CompiledTerm[]> | undefined;
  let codeExample: ((text: string) => CodedDocument) | undefined;
  const termsOf = (code: Code) => {
    byCode ??= groupByCode(compileTerms(codebook));
    return byCode.get(code.id) ?? [];
  };
  return {
    files: [file, ...file.bases].map(({ yaml }) => yaml),
    placeOf: createPlaces(file),
    pointTo: (place, from) => pointTo(place, from, file.path),
    termsOf,
    wordTermsOf(code) {
      const known = wordsByCode.get(code.id) ?? listWordTerms(termsOf(code));
      wordsByCode.set(code.id, known);
      return known;
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

/** Finds the keys of a code by its id: in the file itself, else in the nearest of those that it extends. */
function createPlaces(file: ReadFile): RuleContext['placeOf'] {
  const files = [file, ...file.bases.toReversed()].map((each) => ({ yaml: each.yaml, paths: listCodePaths(each) }));
  return (code, key) => {
    for (const { yaml, paths } of files) {
      const path = paths.get(code.id);
      if (path && yaml.has([...path, key])) return yaml.positionOf([...path, key]);
    }
    return code.position;
  };
}

function listCodePaths({ yaml }: FileText): Map<string, (string | number)[]> {
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
  return paths;
}

function pointTo(place: Position, from: Position, own: string): string {
  return `on line ${place.line}${place.file === from.file ? '' : ` of ${place.file ?? own}`}`;
}
