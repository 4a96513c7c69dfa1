/** Joins codebooks that extend each other: codes by their ids, terms as they are written. */
import type { Code, Codebook, Example, Position, Term } from '../model.ts';

export interface JoinProblem {
  rule: string;
  position: Position;
  reason: string;
  hint?: string;
}

interface Place {
  code: Code;
  parent: string | undefined;
}

/**
 * The last of the books with all that stands in the others and not in itself: their codes first, in their order. A code of
 * a later book adds its terms, examples and subcodes to the one with its id, and puts its name, definition and so on in
 * the place of what that had; so does a term that is written the same. Subcodes without a colour get that of their parent.
 */
export function joinCodebooks(parts: readonly Codebook[]): { codebook: Codebook; problems: JoinProblem[] } {
  const places = new Map<string, Place>();
  const problems: JoinProblem[] = [];
  const codes: Code[] = [];
  const add = (code: Code, parent: Code | undefined): void => {
    const known = places.get(code.id);
    if (!known) {
      if (code.name === '') problems.push(reportNameless(code));
      const copy = { ...code, codes: [] };
      places.set(code.id, { code: copy, parent: parent?.id });
      (parent?.codes ?? codes).push(copy);
      for (const child of code.codes) add(child, copy);
    } else if (known.parent === parent?.id) {
      Object.assign(known.code, extendCode(known.code, code));
      for (const child of code.codes) add(child, known.code);
    } else problems.push(reportClash(code, parent?.id, known));
  };
  for (const part of parts) for (const code of part.codes) add(code, undefined);
  const own = parts.at(-1) as Codebook;
  const languages = [...new Set([own, ...parts].flatMap((part) => part.languages))];
  return { codebook: { ...own, languages, codes: codes.map((code) => inheritColor(code, undefined)) }, problems };
}

/** What changes in a code; subcodes are joined one by one. */
function extendCode(base: Code, own: Code): Partial<Code> {
  const { name, definition, include, exclude, color, memo } = own;
  const said = Object.entries({ name, definition, include, exclude, color, memo }).filter(([, value]) => value);
  return {
    ...(Object.fromEntries(said) as Partial<Code>),
    examples: {
      match: joinExamples(base.examples.match, own.examples.match),
      noMatch: joinExamples(base.examples.noMatch, own.examples.noMatch),
    },
    terms: joinTerms(base.terms, own.terms),
  };
}

function joinExamples(base: readonly Example[], own: readonly Example[]): Example[] {
  const known = new Set(base.map(({ text }) => text));
  return [...base, ...own.filter(({ text }) => !known.has(text))];
}

/** A term of a book that extends another may give one of its terms exceptions or a weight by writing it again. */
function joinTerms(base: readonly Term[], own: readonly Term[]): Term[] {
  const keyOf = ({ kind, language, source }: Term) => JSON.stringify([kind, language, source]);
  const rewritten = new Map(own.map((term) => [keyOf(term), term]));
  const known = new Set(base.map(keyOf));
  return [...base.map((term) => rewritten.get(keyOf(term)) ?? term), ...own.filter((term) => !known.has(keyOf(term)))];
}

function inheritColor(code: Code, parentColor: string | undefined): Code {
  const color = code.color ?? parentColor;
  return { ...code, ...(color ? { color } : {}), codes: code.codes.map((child) => inheritColor(child, color)) };
}

function reportNameless({ id, position }: Code): JoinProblem {
  const reason = `Unexpected code \`${id}\` without a name, which no extended codebook has either`;
  return { rule: 'missing-key', position, reason, hint: 'add `name:`, or correct the id' };
}

function reportClash(code: Code, parent: string | undefined, known: Place): JoinProblem {
  const nameOf = (id: string | undefined) => (id === undefined ? 'at the top level' : `under \`${id}\``);
  const { file, line } = known.code.position;
  return {
    rule: 'extends-clash',
    position: code.position,
    reason: `Unexpected code \`${code.id}\` ${nameOf(parent)}, expected it ${nameOf(known.parent)}`,
    hint: `it stands there ${file === undefined ? '' : `in ${file} `}on line ${line}`,
  };
}
