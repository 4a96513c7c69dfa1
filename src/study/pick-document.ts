/** Finds the one document of a study that a user means by a name. */
import type { FailedFile } from '../model.ts';
import { isError } from '../text/messages.ts';
import { nearestName } from '../text/nearest-name.ts';
import type { CodedStudy, StudyDocument } from './open-study.ts';
import { UsageError } from './usage-error.ts';

/** A document or a file that could not be used, with the names that it may be called by. */
interface Candidate {
  document: string;
  path: string;
  found: StudyDocument | FailedFile;
}

/**
 * Fails with a usage error when no document is called so, when several could be meant, and when the one could not be used.
 * Looked for in this order: the name of a document; its file, with or without extension; how a name begins; a part of it.
 */
export async function pickDocument(study: CodedStudy, name: string): Promise<StudyDocument> {
  const search = new Search(name);
  for await (const document of study.documents)
    search.add({ document: document.transcript.document, path: document.file.relativePath, found: document });
  for (const file of study.failed) search.add({ document: file.document, path: file.path, found: file });
  return search.finish();
}

class Search {
  #name: string;
  #wanted: string;
  #rank = Number.POSITIVE_INFINITY;
  /** The first of the best; of the others only the names are kept. */
  #best: Candidate | undefined;
  #names: string[] = [];
  #all: string[] = [];

  constructor(name: string) {
    this.#name = name;
    this.#wanted = normalize(name);
  }

  add(candidate: Candidate): void {
    this.#all.push(candidate.document);
    const rank = this.#rankOf(candidate);
    if (rank > this.#rank) return;
    if (rank < this.#rank) {
      this.#rank = rank;
      this.#best = candidate;
      this.#names = [];
    }
    this.#names.push(candidate.document);
  }

  finish(): StudyDocument {
    const found = this.#best?.found;
    if (!found) throw this.#notFound();
    if (this.#names.length > 1)
      throw new UsageError(
        `Several documents could be meant by \`${this.#name}\`: ${list(this.#names)}`,
        'write more of it',
      );
    if ('transcript' in found) return found;
    const [error] = found.messages.filter(isError);
    throw new UsageError(`\`${found.document}\` could not be used: ${error?.reason ?? 'unreadable'}`, error?.note);
  }

  /** 0 is best; infinite for a document that is not meant. */
  #rankOf({ document, path }: Candidate): number {
    if (document === this.#name.normalize('NFC')) return 0;
    const file = normalize(path);
    const base = file.slice(file.lastIndexOf('/') + 1);
    const names = [normalize(document), file, base, withoutExtension(file), withoutExtension(base)];
    const tests = [
      names.slice(0, 3).includes(this.#wanted),
      names.includes(this.#wanted),
      names.some((each) => each.startsWith(this.#wanted)),
      names.some((each) => each.includes(this.#wanted)),
    ];
    const first = tests.indexOf(true);
    return first < 0 ? Number.POSITIVE_INFINITY : first + 1;
  }

  #notFound(): UsageError {
    const near = nearestName(this.#name, this.#all);
    const hint = near === undefined ? `there are ${list(this.#all)}` : `did you mean \`${near}\`?`;
    return new UsageError(`No document is called \`${this.#name}\``, hint);
  }
}

/** Case, the form of accents and the kind of slash do not matter, nor does a `./` before a path. */
function normalize(name: string): string {
  return name.normalize('NFC').toLowerCase().replaceAll('\\', '/').replace(/^\.\//, '');
}

function withoutExtension(path: string): string {
  return path.replace(/(?<=[^/])\.[^./]+$/, '');
}

const MOST_NAMES = 8;

function list(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return names.slice(0, MOST_NAMES).join(', ') + more;
}
