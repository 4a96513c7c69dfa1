/** Tells which document of a project is a transcript of the study: by name, else by its text. */
import type { CodingSet, StatedDocument, Transcript } from '../model.ts';
import { nameKey } from './match-codes.ts';
import { squeezeText } from './squeeze-text.ts';

/** Each document is found once. */
export class DocumentMatcher {
  #exact = new Map<string, StatedDocument>();
  #byName = new Map<string, StatedDocument>();
  #documents: readonly StatedDocument[];
  #byText: Map<string, StatedDocument> | undefined;
  #taken = new Set<StatedDocument>();

  constructor(set: Pick<CodingSet, 'documents'>) {
    this.#documents = set.documents;
    for (const document of set.documents) {
      this.#exact.set(document.name, document);
      const key = withoutEnding(document.name);
      if (!this.#byName.has(key)) this.#byName.set(key, document);
    }
  }

  /** Undefined where the project does not have it. */
  find(transcript: Transcript): StatedDocument | undefined {
    const found = this.#search(transcript);
    if (!found || this.#taken.has(found)) return undefined;
    this.#taken.add(found);
    return found;
  }

  /** Those that no transcript was. */
  listOthers(): StatedDocument[] {
    return this.#documents.filter((document) => !this.#taken.has(document));
  }

  #search({ document, path, text }: Transcript): StatedDocument | undefined {
    const file = path?.split('/').at(-1) ?? document;
    const named =
      this.#exact.get(document) ??
      this.#exact.get(file) ??
      this.#byName.get(withoutEnding(document)) ??
      this.#byName.get(withoutEnding(file));
    if (named) return named;
    if (!this.#byText) {
      this.#byText = new Map();
      for (const each of this.#documents)
        if (each.text !== undefined) this.#byText.set(squeezeText(each.text, 'loose').text, each);
    }
    return this.#byText.size === 0 ? undefined : this.#byText.get(squeezeText(text, 'loose').text);
  }
}

const ENDING = /\.(?:docx?|odt|rtf|pdf|txt|md|html?|vtt|srt|csv|tsv|xlsx)$/;

const withoutEnding = (name: string): string => nameKey(name).replace(ENDING, '');
