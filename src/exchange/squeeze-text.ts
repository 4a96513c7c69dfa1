/** Squeezes texts to what two programs that hold the same text agree on, and keeps where each character stood. */

export interface Squeezed {
  /** Without white space and invisible characters, decomposed as in NFD. */
  text: string;
  /** UTF-16 offset into the text before, of each unit of `text`. */
  starts: Uint32Array;
  /** Offset behind the character that the unit comes from. */
  ends: Uint32Array;
}

/**
 * `strict` drops white space and what nobody sees; `loose` also drops hyphens and takes every apostrophe and quotation mark for
 * the same, as for quotes that went through a spreadsheet or a word processor.
 */
export type Squeezing = 'strict' | 'loose';

/** Linear; each character is decomposed by itself, so that a mark put on differently makes no difference. */
export function squeezeText(text: string, squeezing: Squeezing): Squeezed {
  const pieces: string[] = [];
  let length = 0;
  let starts = new Uint32Array(text.length + 16);
  let ends = new Uint32Array(text.length + 16);
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    const next = at + (isPair(text, at, unit) ? 2 : 1);
    const kept = keepCharacter(text, { at, next, unit }, squeezing);
    if (length + kept.length > starts.length) {
      starts = grow(starts);
      ends = grow(ends);
    }
    for (let part = 0; part < kept.length; part++) {
      starts[length] = at;
      ends[length++] = next;
    }
    if (kept !== '') pieces.push(kept);
    at = next;
  }
  return { text: pieces.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
}

/** One decomposed character has at most 18 units. */
function grow(offsets: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(offsets.length * 2 + 32);
  larger.set(offsets);
  return larger;
}

function isPair(text: string, at: number, unit: number): boolean {
  return (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
}

interface Place {
  at: number;
  next: number;
  unit: number;
}

/** What is kept of each character outside ASCII, which are few and come often. */
const known = { strict: new Map<string, string>(), loose: new Map<string, string>() };
const MOST_KNOWN = 10_000;

function keepCharacter(text: string, { at, next, unit }: Place, squeezing: Squeezing): string {
  if (unit > 0x20 && unit < 0x7f && unit !== HYPHEN && unit !== APOSTROPHE && unit !== ACCENT) return text.charAt(at);
  const character = text.slice(at, next);
  const cache = known[squeezing];
  const kept = cache.get(character) ?? squeezeCharacter(character, squeezing);
  if (cache.size < MOST_KNOWN) cache.set(character, kept);
  return kept;
}

const HYPHEN = 0x2d;
const APOSTROPHE = 0x27;
const ACCENT = 0x60;
/** White space, controls, and characters without a shape: soft hyphens, joiners, direction and byte-order marks. */
const UNSEEN = /^[\s\p{Cc}\p{Cf}\uFFFE\uFFFF]$/u;
const HYPHENS = /^[-\u2010\u2011]$/;
const QUOTES = /^["\u201C-\u201F\u00AB\u00BB]$/;
const APOSTROPHES = /^['\u2018-\u201B\u02BC\u00B4\u0060]$/;

function squeezeCharacter(character: string, squeezing: Squeezing): string {
  if (UNSEEN.test(character)) return '';
  if (squeezing === 'strict') return character.normalize('NFD');
  if (HYPHENS.test(character)) return '';
  if (QUOTES.test(character)) return '"';
  return APOSTROPHES.test(character) ? "'" : character.normalize('NFD');
}
