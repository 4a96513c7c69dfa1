/** The memos of a project: which belong to what, and which to nothing that is taken over. */
import type { LeftOutItem, StatedMemo } from '../../model.ts';
import type { RawNote, RawProject } from './raw-project.ts';

/** UTF-16 units of memos together; a long one may be referred to by every coding. */
const MOST_TEXT = 32 * 2 ** 20;

/** Notes are asked for by what refers to them; those that nobody asked for are memos of the whole. */
export class ProjectNotes {
  #notes: ReadonlyMap<string, RawNote>;
  #texts: ReadonlyMap<string, string>;
  #linked = new Map<string, string[]>();
  #asked = new Set<string>();
  #given = 0;
  readonly leftOut: LeftOutItem[] = [];

  /** `texts` are those of notes that have a file of their own, by path. */
  constructor({ notes, links }: Pick<RawProject, 'notes' | 'links'>, texts: ReadonlyMap<string, string>) {
    this.#notes = notes;
    this.#texts = texts;
    for (const { from, to } of links) {
      if (notes.has(from)) this.#link(to, from);
      else if (notes.has(to)) this.#link(from, to);
      else this.leftOut.push({ kind: 'link', name: '', reason: 'only links with memos are taken over' });
    }
  }

  /** The texts of these notes and of those that are linked to an element, one below the other; empty where there are none. */
  of(owner: string, references: readonly string[]): string {
    const guids = new Set([...references, ...(this.#linked.get(owner) ?? [])]);
    const texts = [...guids].map((guid) => {
      this.#asked.add(guid);
      const text = this.#textOf(this.#notes.get(guid)).trim();
      this.#given += text.length;
      if (this.#given <= MOST_TEXT) return text;
      if (text !== '') this.leftOut.push({ kind: 'memo', name: '', reason: 'memos are more than 32 MB together' });
      return '';
    });
    return texts.filter((text) => text !== '').join('\n\n');
  }

  /** When everything was asked for. */
  listOthers(): StatedMemo[] {
    const others = [...this.#notes].filter(([guid]) => !this.#asked.has(guid));
    return others.flatMap(([, note]) => {
      const text = this.#textOf(note).trim();
      return text === '' ? [] : [{ title: note.name, text, about: [] }];
    });
  }

  #link(owner: string, note: string): void {
    const known = this.#linked.get(owner);
    if (known) known.push(note);
    else this.#linked.set(owner, [note]);
  }

  #textOf(note: RawNote | undefined): string {
    return (note?.text ?? this.#texts.get(note?.path ?? '') ?? '').replace(/\r\n?/g, '\n');
  }
}

/** One memo of several texts; those that say the same once. */
export function joinMemos(...texts: string[]): string | undefined {
  const parts = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  return parts.length === 0 ? undefined : parts.join('\n\n');
}
