/** Tells which document of a project is a transcript of the study: by name, else by its text. */
import type { CodingSet, StatedDocument, Transcript } from '../model.ts';
import { nameKey } from './match-codes.ts';
import { squeezeText } from './squeeze-text.ts';

/**
 * Each document is found once. Where documents there, or transcripts here, are called the same, the group tells them apart, else
 * the text; where neither does, none is found, for the codings of one interview must not be counted in another.
 */
export class DocumentMatcher {
  #exact = new Map<string, StatedDocument[]>();
  #byName = new Map<string, StatedDocument[]>();
  #documents: readonly StatedDocument[];
  #byText: Map<string, StatedDocument[]> | undefined;
  #taken = new Set<StatedDocument>();

  constructor(set: Pick<CodingSet, 'documents'>) {
    this.#documents = set.documents;
    for (const document of set.documents) {
      const { name, title = name } = document;
      for (const each of new Set([name, title])) pushTo(this.#exact, each, document);
      for (const each of new Set([name, title].map(withoutEnding))) pushTo(this.#byName, each, document);
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

  #search(transcript: Transcript): StatedDocument | undefined {
    const { document, path } = transcript;
    const file = path?.split('/').at(-1) ?? document;
    const ofFile = () => this.#exact.get(file) ?? this.#byName.get(withoutEnding(file));
    const exact = this.#exact.get(document);
    if (path === undefined || document === file.replace(/\.[^.]*$/, '').normalize('NFC')) {
      const named = exact ?? ofFile() ?? [];
      return named.length === 1 ? named[0] : this.#choose(named, transcript);
    }
    // Its name was made longer, since another transcript is called the same.
    const own = exact ?? this.#byName.get(nameKey(document)) ?? [];
    return own.length === 1 ? own[0] : this.#choose(own.length > 0 ? own : (ofFile() ?? []), transcript);
  }

  #choose(named: readonly StatedDocument[], transcript: Transcript): StatedDocument | undefined {
    const ofGroup = named.filter(({ group }) => isSameGroup(group, transcript.group));
    return ofGroup.length === 1 ? ofGroup[0] : this.#findText(transcript);
  }

  #findText({ text }: Transcript): StatedDocument | undefined {
    if (!this.#byText) {
      this.#byText = new Map();
      for (const each of this.#documents)
        if (each.text !== undefined) pushTo(this.#byText, squeezeText(each.text, 'loose').text, each);
    }
    if (this.#byText.size === 0) return undefined;
    const found = this.#byText.get(squeezeText(text, 'loose').text) ?? [];
    return found.find((each) => !this.#taken.has(each));
  }
}

function pushTo(lists: Map<string, StatedDocument[]>, key: string, document: StatedDocument): void {
  const list = lists.get(key);
  if (list) list.push(document);
  else lists.set(key, [document]);
}

/** A group within others is known by its own name too. */
function isSameGroup(there = '', here = ''): boolean {
  return [here, here.split('/').at(-1) ?? here].map(nameKey).includes(nameKey(there));
}

const ENDING = /\.(?:docx?|odt|rtf|pdf|txt|md|html?|vtt|srt|csv|tsv|xlsx)$/;

const withoutEnding = (name: string): string => nameKey(name).replace(ENDING, '');
