/** Reads the terms of a codebook file: text in the notation of a kind, or items with what belongs to them. */
import type { Term } from '../model.ts';
import type { MessageDetails } from '../text/messages.ts';
import type { YamlFile } from '../text/yaml.ts';
import type { TermNotation } from './notation.ts';
import type { TermEntry } from './schema.ts';

export type Path = (string | number)[];
/** Where a term stands, and in which language. */
export interface TermPlace {
  language: string;
  path: Path;
}
/** Words between neighbours of a `near` that does not say how many. */
const DEFAULT_WITHIN = 5;

export type ReportError = (reason: string, details: Omit<MessageDetails, 'severity' | 'path'>) => void;

export class TermReader {
  #yaml: YamlFile;
  #notations: readonly TermNotation[];
  #error: ReportError;

  constructor(yaml: YamlFile, notations: readonly TermNotation[], error: ReportError) {
    this.#yaml = yaml;
    this.#notations = notations;
    this.#error = error;
  }

  /** The term, or nothing where an error was told. */
  read(entry: TermEntry, { language, path }: TermPlace): Term[] {
    if (typeof entry === 'string') return this.#readText(entry, { language, path });
    const { except: exceptions, weight, memo } = entry;
    const except = (exceptions ?? []).flatMap((source, index) =>
      this.#readText(source, { language, path: [...path, 'except', index] }),
    );
    const details = { except, ...(weight === undefined ? {} : { weight }), ...(memo ? { memo } : {}) };
    const terms =
      'term' in entry
        ? this.#readText(entry.term, { language, path: [...path, 'term'] })
        : this.#readItems(entry, { language, path });
    return terms.map((term) => ({ ...term, ...details }));
  }

  #readText(written: string, { language, path }: TermPlace): Term[] {
    const notation = this.#findNotation(written, path);
    if (!notation) return [];
    return [
      { kind: notation.kind, source: written.trim(), language, except: [], position: this.#yaml.positionOf(path) },
    ];
  }

  /** A term that is made of others; none of those may be of such a kind itself, since they are written as text. */
  #readItems(entry: Exclude<TermEntry, string | { term: string }>, { language, path }: TermPlace): Term[] {
    const key = 'near' in entry ? 'near' : 'all';
    const written = 'near' in entry ? entry.near : entry.all;
    const notation = this.#notations.find((kind) => kind.key === key);
    const items = written.flatMap((source, index) => this.#readText(source, { language, path: [...path, key, index] }));
    if (!notation || items.length < written.length) return [];
    const within = 'near' in entry ? (entry.within ?? DEFAULT_WITHIN) : undefined;
    const ordered = 'near' in entry && entry.ordered === true;
    const source = `${key}: [${items.map((item) => item.source).join(', ')}]`;
    return [
      {
        kind: notation.kind,
        source: `${source}${within === undefined ? '' : ` within: ${within}`}${ordered ? ' ordered' : ''}`,
        language,
        except: [],
        items,
        ...(within === undefined ? {} : { within }),
        ...(ordered ? { ordered } : {}),
        position: this.#yaml.positionOf(path, { key: false }),
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
