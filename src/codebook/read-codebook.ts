/** Reads a codebook: YAML with positions, checked against the schema, made into the codebook of the model. */
import type { Code, Codebook, Example, Message, Position, Term } from '../model.ts';
import { findLanguage, languages } from '../text/languages/index.ts';
import { createMessage, type MessageDetails } from '../text/messages.ts';
import { parseYaml, type YamlFile } from '../text/yaml.ts';
import { explainIssue } from './explain-issue.ts';
import type { TermNotation } from './notation.ts';
import { type CodebookFile, type CodeEntry, codebookSchema, type TermEntry } from './schema.ts';

export interface ReadCodebookOptions {
  /** Shown in messages. */
  path: string;
  /** The kinds of term that are understood, most special first. */
  notations: readonly TermNotation[];
}

type Path = (string | number)[];
type ReportError = (reason: string, details: Omit<MessageDetails, 'severity' | 'path'>) => void;

/** The text of a codebook as positions in messages mean it, and its YAML. */
export interface CodebookText {
  text: string;
  yaml: YamlFile;
}

/**
 * The codebook, or the errors that keep it from being used. Every message has a line and a column. `file` is there when
 * the codebook is.
 */
export function readCodebook(
  source: string,
  options: ReadCodebookOptions,
): { codebook?: Codebook; file?: CodebookText; messages: Message[] } {
  const messages: Message[] = [];
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const yaml = parseYaml(text);
  const error: ReportError = (reason, details) =>
    void messages.push(createMessage(reason, { severity: 'error', path: options.path, ...details }));
  for (const { reason, line, column, hint } of yaml.problems) {
    error(reason, { rule: 'yaml', position: { line, column }, ...(hint ? { hint } : {}) });
  }
  if (messages.length > 0) return { messages };
  const parsed = codebookSchema.safeParse(yaml.value);
  if (!parsed.success) {
    for (const problem of parsed.error.issues.flatMap((issue) => explainIssue(issue, yaml.value))) {
      const { rule, path, key, reason, hint } = problem;
      error(reason, { rule, position: yaml.positionOf(path, { key }), ...(hint ? { hint } : {}) });
    }
    return { messages };
  }
  const codebook = new Reader(parsed.data, yaml, options.notations, error).read();
  return messages.length > 0 ? { messages } : { codebook, file: { text, yaml }, messages };
}

/** Makes the model's codebook and reports what the schema cannot see: double ids, unknown languages, bad terms. */
class Reader {
  #file: CodebookFile;
  #yaml: YamlFile;
  #notations: readonly TermNotation[];
  #error: ReportError;
  #ids = new Map<string, Position>();

  constructor(file: CodebookFile, yaml: YamlFile, notations: readonly TermNotation[], error: ReportError) {
    this.#file = file;
    this.#yaml = yaml;
    this.#notations = notations;
    this.#error = error;
  }

  read(): Codebook {
    const { name, title, version, languages: declared } = this.#file;
    for (const [index, language] of declared.entries()) this.#checkLanguage(language, ['languages', index], false);
    return {
      name,
      ...(title ? { title } : {}),
      ...(version ? { version } : {}),
      languages: declared,
      codes: this.#file.codes.map((code, index) => this.#readCode(code, ['codes', index], undefined)),
    };
  }

  #readCode(entry: CodeEntry, path: Path, parentColor: string | undefined): Code {
    const position = this.#yaml.positionOf([...path, 'id']);
    const first = this.#ids.get(entry.id);
    if (first)
      this.#error(`Unexpected second code with the id \`${entry.id}\``, {
        rule: 'duplicate-id',
        position,
        hint: `the first is on line ${first.line}`,
      });
    this.#ids.set(entry.id, first ?? position);
    const color = entry.color?.toLowerCase() ?? parentColor;
    const { id, name, definition, include, exclude, memo } = entry;
    const optional = Object.entries({ definition, include, exclude, memo, color }).filter(([, value]) => value);
    return {
      id,
      name,
      ...(Object.fromEntries(optional) as Partial<Code>),
      examples: {
        match: this.#readExamples(entry.examples?.match, [...path, 'examples', 'match']),
        noMatch: this.#readExamples(entry.examples?.no_match, [...path, 'examples', 'no_match']),
      },
      terms: this.#readTerms(entry.terms, [...path, 'terms']),
      codes: (entry.codes ?? []).map((child, index) => this.#readCode(child, [...path, 'codes', index], color)),
      position,
    };
  }

  #readExamples(texts: string[] | undefined, path: Path): Example[] {
    return (texts ?? []).map((text, index) => ({ text, position: this.#yaml.positionOf([...path, index]) }));
  }

  #readTerms(terms: CodeEntry['terms'], path: Path): Term[] {
    if (terms === undefined) return [];
    if (Array.isArray(terms)) {
      return terms.flatMap((entry, index) => this.#readTerm(entry, this.#file.languages[0] ?? 'any', [...path, index]));
    }
    return Object.entries(terms).flatMap(([language, entries]) => {
      if (!this.#checkLanguage(language, [...path, language], true)) return [];
      return entries.flatMap((entry, index) => this.#readTerm(entry, language, [...path, language, index]));
    });
  }

  /** Whether terms may be in this language; `key` when it stands as a key under `terms`. */
  #checkLanguage(language: string, path: Path, key: boolean): boolean {
    if (key && (language === 'any' || this.#file.languages.includes(language))) return true;
    const position = this.#yaml.positionOf(path, { key });
    if (key) {
      const expected = `one of ${this.#file.languages.join(', ')}, any`;
      this.#error(`Unexpected language \`${language}\`, expected ${expected}`, {
        rule: 'unknown-language',
        position,
        hint: 'add it to `languages` at the top',
      });
      return false;
    }
    if (findLanguage(language)) return true;
    const expected = languages.map(({ code }) => code).join(', ');
    this.#error(`Unexpected language \`${language}\`, expected one of ${expected}`, {
      rule: 'unknown-language',
      position,
    });
    return false;
  }

  #readTerm(entry: TermEntry, language: string, path: Path): Term[] {
    const long = typeof entry === 'string' ? { term: entry } : entry;
    const termPath = typeof entry === 'string' ? path : [...path, 'term'];
    const notation = this.#findNotation(long.term, termPath);
    if (!notation) return [];
    const position = this.#yaml.positionOf(termPath);
    const except = (long.except ?? []).flatMap((source, index) =>
      this.#readTerm(source, language, [...path, 'except', index]),
    );
    const { weight, memo } = long;
    return [
      {
        kind: notation.kind,
        source: long.term.trim(),
        language,
        except,
        position,
        ...(weight === undefined ? {} : { weight }),
        ...(memo ? { memo } : {}),
      },
    ];
  }

  #findNotation(term: string, path: Path): TermNotation | undefined {
    const source = term.trim();
    const notation = this.#notations.find((kind) => kind.accepts(source));
    const problem = notation?.findProblem(source);
    if (notation && !problem) return notation;
    const { reason, hint } = problem ?? {
      reason: 'Unexpected empty term, expected at least one word',
      hint: 'remove the line or write a term',
    };
    this.#error(reason, { rule: 'invalid-term', position: this.#yaml.positionOf(path), hint });
    return undefined;
  }
}
