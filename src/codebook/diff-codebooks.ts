/** What differs between two codebooks: codes by their ids, terms and examples by their text. */
import type { Code, Codebook, Term } from '../model.ts';
import { type CodeNode, listCodes } from './code-tree.ts';
import { writeTerm } from './write-term.ts';

export interface CodebookChange {
  /** `moved`: the same id under another parent; `renamed`: the same id with another name. */
  change: 'added' | 'removed' | 'moved' | 'renamed' | 'changed';
  /** `code`, `term`, `example`, `counter-example`, or the key that changed, such as `definition`. */
  what: string;
  /** The code as it is in the new book, or was in the old one if it is gone; missing for a key of the book itself. */
  code?: CodeNode;
  /** Of a term. */
  language?: string;
  /** Empty for what was not there, or is not any more. */
  before: string;
  after: string;
}

/**
 * Changes of the book itself, then of each code in the order of the new book, then codes that are gone, in that of the
 * old one. The order of codes and terms, and where they stand in their files, is no difference.
 */
export function diffCodebooks(before: Codebook, after: Codebook): CodebookChange[] {
  const [old, now] = [before, after].map((book) => new Map(listCodes(book).map((node) => [node.code.id, node])));
  const pairs = [...(now as Nodes).values()].map((node) => ({ node, was: (old as Nodes).get(node.code.id) }));
  const gone = [...(old as Nodes).values()].filter(({ code }) => !(now as Nodes).has(code.id));
  const parents = { before: mapParents(before), after: mapParents(after) };
  return [
    ...diffKeys(describeBook(before), describeBook(after)),
    ...pairs.flatMap(({ node, was }) => (was ? diffCode(was, node, parents) : listAll(node, 'added'))),
    ...gone.flatMap((node) => listAll(node, 'removed')),
  ];
}

type Nodes = Map<string, CodeNode>;
type Parents = Map<string, Code | undefined>;

function mapParents(book: Codebook): Parents {
  const parents: Parents = new Map(book.codes.map(({ id }) => [id, undefined]));
  for (const { code } of listCodes(book)) for (const child of code.codes) parents.set(child.id, code);
  return parents;
}

function describeBook({ name, title, version, languages }: Codebook): Keys {
  return { name, title, version, languages: languages.join(', ') };
}

type Keys = Record<string, string | undefined>;

function diffKeys(before: Keys, after: Keys): CodebookChange[] {
  return Object.keys(after).flatMap((what): CodebookChange[] => {
    const [was = '', is = ''] = [before[what], after[what]];
    return was === is ? [] : [{ change: 'changed', what, before: was, after: is }];
  });
}

/** A code that is in one book only, with everything in it. */
function listAll(code: CodeNode, change: 'added' | 'removed'): CodebookChange[] {
  const sided = (text: string) => (change === 'added' ? { before: '', after: text } : { before: text, after: '' });
  const { definition = '', terms, examples } = code.code;
  return [
    { change, what: 'code', code, ...sided(definition) },
    ...terms.map((term) => ({ change, what: 'term', code, language: term.language, ...sided(writeTerm(term)) })),
    ...examples.match.map(({ text }) => ({ change, what: 'example', code, ...sided(text) })),
    ...examples.noMatch.map(({ text }) => ({ change, what: 'counter-example', code, ...sided(text) })),
  ];
}

function diffCode(was: CodeNode, code: CodeNode, parents: { before: Parents; after: Parents }): CodebookChange[] {
  const [old, now] = [was.code, code.code];
  const [oldParent, parent] = [parents.before.get(old.id), parents.after.get(now.id)];
  const changes: CodebookChange[] = [];
  if (oldParent?.id !== parent?.id) {
    const [before, after] = [oldParent, parent].map((each) => each?.name ?? 'top level') as [string, string];
    changes.push({ change: 'moved', what: 'code', code, before, after });
  }
  if (old.name !== now.name) changes.push({ change: 'renamed', what: 'code', code, before: old.name, after: now.name });
  changes.push(...diffKeys(keysOf(old), keysOf(now)).map((each) => ({ ...each, code })));
  // A colour that comes with the parent's is told there.
  const isInherited = old.color === oldParent?.color && now.color === parent?.color;
  if (old.color !== now.color && !isInherited)
    changes.push(...diffKeys({ color: old.color }, { color: now.color }).map((each) => ({ ...each, code })));
  changes.push(...diffTerms(old.terms, now.terms).map((each) => ({ ...each, code })));
  for (const [what, key] of [
    ['example', 'match'],
    ['counter-example', 'noMatch'],
  ] as const) {
    const texts = [old, now].map(({ examples }) => new Set(examples[key].map(({ text }) => text)));
    const [had, has] = texts as [Set<string>, Set<string>];
    for (const text of had)
      if (!has.has(text)) changes.push({ change: 'removed', what, code, before: text, after: '' });
    for (const text of has) if (!had.has(text)) changes.push({ change: 'added', what, code, before: '', after: text });
  }
  return changes;
}

function keysOf({ definition, include, exclude, memo }: Code): Keys {
  return { definition, include, exclude, memo };
}

function diffTerms(before: readonly Term[], after: readonly Term[]): CodebookChange[] {
  const [old, now] = [indexTerms(before), indexTerms(after)];
  const what = 'term';
  const removed = [...old].filter(([key]) => !now.has(key));
  return [
    ...removed.map(([, term]): CodebookChange => {
      return { change: 'removed', what, language: term.language, before: writeTerm(term), after: '' };
    }),
    ...[...now].flatMap(([key, term]): CodebookChange[] => {
      const was = old.get(key);
      const { language } = term;
      if (!was) return [{ change: 'added', what, language, before: '', after: writeTerm(term) }];
      if (fingerprint(was) === fingerprint(term)) return [];
      return [{ change: 'changed', what, language, before: writeTerm(was), after: writeTerm(term) }];
    }),
  ];
}

/** By language and text; a term that stands there twice is told apart by its turn. */
function indexTerms(terms: readonly Term[]): Map<string, Term> {
  const index = new Map<string, Term>();
  const counts = new Map<string, number>();
  for (const term of terms) {
    const text = JSON.stringify([term.language, term.kind, term.source]);
    const count = counts.get(text) ?? 0;
    counts.set(text, count + 1);
    index.set(`${text}${count}`, term);
  }
  return index;
}

/** All of the term but where it stands. */
function fingerprint(term: Term): string {
  return JSON.stringify(term, (key, value) => (key === 'position' ? undefined : value));
}
