/** Reads a codebook: YAML with positions, checked against the schema, made into the codebook of the model. */
import type { Code, Codebook, Example, Message, Position, Term } from '../model.ts';
import { findLanguage, languages } from '../text/languages/index.ts';
import { createMessage, isError } from '../text/messages.ts';
import { parseYaml, type YamlFile } from '../text/yaml.ts';
import { explainIssue } from './explain-issue.ts';
import { joinCodebooks } from './join-codebooks.ts';
import type { TermNotation } from './notation.ts';
import { type BaseReference, type CodebookText, type OpenBase, readParts } from './read-parts.ts';
import { type Path, type ReportError, TermReader } from './read-terms.ts';
import { type CodebookFile, type CodeEntry, codebookSchema } from './schema.ts';

export interface ReadCodebookOptions {
  /** Shown in messages. */
  path: string;
  /** The kinds of term that are understood, most special first. */
  notations: readonly TermNotation[];
  /** Tells the file from all others when books extend it; `path` when left out. */
  location?: string;
  /** Finds the books that are extended; without it `extends` is an error. */
  openBase?: OpenBase;
}

/** One file of a codebook: its text as positions in messages mean it, and its YAML. */
export interface FileText {
  /** As shown in messages. */
  path: string;
  text: string;
  yaml: YamlFile;
}

/** The file of a codebook, and those of the books that it extends, each once; the nearest come last. */
export interface ReadFile extends FileText {
  bases: FileText[];
}

/**
 * The codebook, or the errors that keep it from being used. Every message has a line and a column. `file` is there when
 * the codebook is.
 */
export function readCodebook(
  source: string,
  options: ReadCodebookOptions,
): { codebook?: Codebook; file?: ReadFile; messages: Message[] } {
  const { path, location = path, notations, openBase } = options;
  const bases: FileText[] = [];
  let own: FileText | undefined;
  const { parts, messages } = readParts(
    { path, location, text: source, messages: [] },
    {
      ...(openBase ? { openBase } : {}),
      read: (part, isBase) => {
        const read = readPart(part, isBase, notations);
        if (!isBase) own = read.file;
        else if (read.file) bases.unshift(read.file);
        return read;
      },
    },
  );
  if (messages.some(isError)) return { messages };
  const { codebook, problems } = joinCodebooks(parts);
  messages.push(
    ...problems.map(({ reason, ...place }) => createMessage(reason, { severity: 'error', path, ...place })),
  );
  return problems.length > 0 ? { messages } : { codebook, ...(own ? { file: { ...own, bases } } : {}), messages };
}

/** One file by itself. Codes that it shares with a book that it extends may lack a name, which is then empty. */
function readPart(
  file: CodebookText,
  isBase: boolean,
  notations: readonly TermNotation[],
): { codebook?: Codebook; file?: FileText; bases: BaseReference[]; messages: Message[] } {
  const messages: Message[] = [];
  const text = file.text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
  const yaml = isBase ? nameFile(parseYaml(text), file.path) : parseYaml(text);
  const error: ReportError = (reason, details) =>
    void messages.push(createMessage(reason, { severity: 'error', path: file.path, ...details }));
  for (const { reason, line, column, hint } of yaml.problems) {
    error(reason, { rule: 'yaml', position: { line, column }, ...(hint ? { hint } : {}) });
  }
  if (messages.length > 0) return { bases: [], messages };
  const parsed = codebookSchema.safeParse(yaml.value);
  if (!parsed.success) {
    for (const problem of parsed.error.issues.flatMap((issue) => explainIssue(issue, yaml.value))) {
      const { rule, path, key, reason, hint } = problem;
      error(reason, { rule, position: yaml.positionOf(path, { key }), ...(hint ? { hint } : {}) });
    }
    return { bases: [], messages };
  }
  const bases = [parsed.data.extends ?? []].flat().map((reference, index): BaseReference => {
    const place = typeof parsed.data.extends === 'string' ? ['extends'] : ['extends', index];
    return { reference, position: yaml.positionOf(place) };
  });
  const codebook = new Reader(parsed.data, yaml, notations, error).read();
  return { ...(messages.length > 0 ? {} : { codebook }), file: { path: file.path, text, yaml }, bases, messages };
}

/** Places that say in which file they are. */
function nameFile(yaml: YamlFile, file: string): YamlFile {
  return { ...yaml, positionOf: (path, options) => ({ ...yaml.positionOf(path, options), file }) };
}

/** Makes the model's codebook and reports what the schema cannot see: double ids, unknown languages, bad terms. */
class Reader {
  #file: CodebookFile;
  #yaml: YamlFile;
  #terms: TermReader;
  #error: ReportError;
  #ids = new Map<string, Position>();

  constructor(file: CodebookFile, yaml: YamlFile, notations: readonly TermNotation[], error: ReportError) {
    this.#file = file;
    this.#yaml = yaml;
    this.#terms = new TermReader(yaml, notations, error);
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
      codes: this.#file.codes.map((code, index) => this.#readCode(code, ['codes', index])),
    };
  }

  #readCode(entry: CodeEntry, path: Path): Code {
    const position = this.#yaml.positionOf([...path, 'id']);
    const first = this.#ids.get(entry.id);
    if (first)
      this.#error(`Unexpected second code with the id \`${entry.id}\``, {
        rule: 'duplicate-id',
        position,
        hint: `the first is on line ${first.line}`,
      });
    this.#ids.set(entry.id, first ?? position);
    if (entry.name === undefined && this.#file.extends === undefined)
      this.#error('Unexpected end, expected the key `name`', {
        rule: 'missing-key',
        position: this.#yaml.positionOf(path),
      });
    const color = entry.color?.toLowerCase();
    const { id, name = '', definition, include, exclude, memo } = entry;
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
      codes: (entry.codes ?? []).map((child, index) => this.#readCode(child, [...path, 'codes', index])),
      position,
    };
  }

  #readExamples(texts: string[] | undefined, path: Path): Example[] {
    return (texts ?? []).map((text, index) => ({ text, position: this.#yaml.positionOf([...path, index]) }));
  }

  #readTerms(terms: CodeEntry['terms'], path: Path): Term[] {
    if (terms === undefined) return [];
    if (Array.isArray(terms)) {
      return terms.flatMap((entry, index) =>
        this.#terms.read(entry, { language: this.#file.languages[0] ?? 'any', path: [...path, index] }),
      );
    }
    return Object.entries(terms).flatMap(([language, entries]) => {
      if (!this.#checkLanguage(language, [...path, language], true)) return [];
      return entries.flatMap((entry, index) => this.#terms.read(entry, { language, path: [...path, language, index] }));
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
}
