/** Makes ids of names: readable, valid in a codebook, and unique. */

const LONGEST = 60;

/** Gives out ids, each once. */
export class Ids {
  #otherwise: string;
  #taken = new Set<string>();
  /** The last number behind an id that was asked for before. */
  #numbers = new Map<string, number>();

  /** `otherwise` is taken for names without a digit and without a letter that has a lower case. */
  constructor(otherwise: string) {
    this.#otherwise = otherwise;
  }

  /** `Loss of ties` becomes `loss-of-ties`; when that is taken `parent-loss-of-ties`, then `loss-of-ties-2` and on. */
  create(name: string, parent?: string): string {
    const plain = slugOf(name) || this.#otherwise;
    const id = [plain, ...(parent === undefined ? [] : [slugOf(`${parent}-${plain}`)])].find(
      (candidate) => !this.#taken.has(candidate),
    );
    const free = id ?? this.#addNumber(plain);
    this.#taken.add(free);
    return free;
  }

  #addNumber(plain: string): string {
    let number = this.#numbers.get(plain) ?? 1;
    do number++;
    while (this.#taken.has(`${plain}-${number}`));
    this.#numbers.set(plain, number);
    return `${plain}-${number}`;
  }
}

/** A dot or underscore between letters stays, as in `care.virtue`. */
function slugOf(name: string): string {
  const words = name
    .slice(0, 4 * LONGEST)
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^\p{Ll}\p{N}]+/gu, (between) => (between === '.' || between === '_' ? between : '-'));
  return [...words]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[-._]+|[-._]+$/g, '');
}
