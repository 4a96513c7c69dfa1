/** Cuts text into words and interns them: letters, marks and digits, with apostrophes inside and `'t 's 'n 'm 'k` whole. */
import { CharacterClass, classOf, isWordCodePoint, knownClasses } from './characters.ts';
import { copyUnits } from './code-units.ts';
import { HASH_START, hashStep, type Vocabulary } from './vocabulary.ts';

/** What lies between a word and the one before it. */
export const Gap = { open: 0, hyphen: 1, breaking: 2 } as const;

/**
 * Words of a passage in typed arrays, reused from passage to passage.
 * `ids` are vocabulary numbers; `starts` and `ends` are UTF-16 offsets into the text, end exclusive;
 * `gaps[i]` is what lies before word i. Where a hyphenated word begins at i, `joinedIds[i]` is the form without
 * hyphens and `joinedLengths[i]` its number of words; elsewhere the length is 0.
 */
export interface Words {
  count: number;
  /** What was seen after the last word, so that a mark left out between two calls hides no comma. */
  pending: number;
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
  gaps: Uint8Array;
  joinedIds: Int32Array;
  joinedLengths: Uint8Array;
}

/** Forgets all words, keeping the room they took. */
export function clearWords(words: Words): void {
  words.count = 0;
  words.pending = Gap.open;
}

/** An empty, growing list of words. */
export function createWords(capacity = 1024): Words {
  return {
    count: 0,
    pending: Gap.open,
    ids: new Int32Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    gaps: new Uint8Array(capacity),
    joinedIds: new Int32Array(capacity),
    joinedLengths: new Uint8Array(capacity),
  };
}

/** Classes behind which a word of letters is at its end, as bits; behind an apostrophe, say, it may go on. */
const ENDS_PLAINLY = (1 << CharacterClass.other) | (1 << CharacterClass.hyphen) | (1 << CharacterClass.breaking);
const scratch = new Uint16Array(1 << 10);
const LONGEST_FORM = scratch.length;
const LONGEST_COMPOUND = 255;

/**
 * Appends the words of `text[start, end)` to `words`. Several calls in a row make one passage: what is left out between
 * them (a masked mark, say) does not end a clause.
 *
 * All text goes through this loop: a word of letters alone, as nearly all are, is hashed while it is scanned; any other is
 * left to {@link addAnyWord}.
 */
export function appendWords(
  words: Words,
  vocabulary: Vocabulary,
  range: { text: string; start: number; end: number },
): void {
  const { text, start, end } = range;
  const units = copyUnits(text, start, end);
  const length = end - start;
  const first = words.count;
  let gap = words.pending;
  let hyphens = 0;
  let at = 0;
  while (at < length) {
    const kind = knownClasses[units[at] as number] as number;
    if (kind === CharacterClass.other) {
      at++;
      continue;
    }
    const from = at;
    let hash = HASH_START;
    let next = kind;
    while (next === CharacterClass.letter) {
      hash = hashStep(hash, units[at] as number);
      next = ++at < length ? (knownClasses[units[at] as number] as number) : CharacterClass.other;
    }
    let mayJoin = true;
    if (at > from && (ENDS_PLAINLY >> next) & 1 && at - from <= LONGEST_FORM) {
      pushWord(words, vocabulary.intern(units, from, at - from, hash), start + from, start + at, gap);
      mayJoin = next === CharacterClass.hyphen;
    } else at = addAnyWord(words, vocabulary, { text, start: start + from, end }, gap) - start;
    if (at > from) {
      gap = mayJoin && hyphenBetween(text, start + at, end) ? Gap.hyphen : Gap.open;
      hyphens += gap;
    } else if (classOf(units[at++] as number) === CharacterClass.breaking) gap = Gap.breaking;
  }
  words.pending = gap === Gap.breaking ? gap : Gap.open;
  if (hyphens > 0) joinHyphenated(words, vocabulary, first);
}

/** Adds the word at `start`, whatever it is made of; returns its end, or `start` when no word begins there. */
function addAnyWord(
  words: Words,
  vocabulary: Vocabulary,
  { text, start, end }: { text: string; start: number; end: number },
  gap: number,
): number {
  const wordEnd = scanWord(text, start, end);
  if (wordEnd > start) addWord(words, vocabulary, { text, start, end: wordEnd }, gap);
  return wordEnd;
}

/** Interns a single form that is known to be one word, such as a word of a term. */
export function internForm(vocabulary: Vocabulary, form: string): number {
  const length = Math.min(form.length, LONGEST_FORM);
  let hash = HASH_START;
  for (let i = 0; i < length; i++) {
    scratch[i] = form.charCodeAt(i);
    hash = hashStep(hash, form.charCodeAt(i));
  }
  return vocabulary.intern(scratch, 0, length, hash);
}

/** The words of a short text as strings, apostrophes made straight and invisible characters left out. */
export function splitWords(text: string): string[] {
  return cutWords(text).map(straightenWord);
}

/** The words of a short text as they are written. */
export function cutWords(text: string): string[] {
  const words: string[] = [];
  for (let position = 0; position < text.length; position++) {
    const end = scanWord(text, position, text.length);
    if (end === position) continue;
    words.push(text.slice(position, end));
    position = end - 1;
  }
  return words;
}

/** A word as it is written, its apostrophes made straight and invisible characters left out. */
export function straightenWord(written: string): string {
  return written.replace(INVISIBLE_OR_APOSTROPHE, normalizeMark);
}

const INVISIBLE_OR_APOSTROPHE = /[^\p{L}\p{M}\p{N}]/gu;
const normalizeMark = (mark: string): string => (classOf(mark.charCodeAt(0)) === CharacterClass.apostrophe ? "'" : '');

/** End of the word that starts at `position`, or `position` itself if no word starts there. */
function scanWord(text: string, position: number, end: number): number {
  let last = position;
  let i = startsClitic(text, position, end) ? position + 1 : position;
  while (i < end) {
    const unit = text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === CharacterClass.letter) last = ++i;
    else if (kind === CharacterClass.surrogate && isWordCodePoint(text.codePointAt(i) ?? 0)) last = i += 2;
    else if (last > position && continuesWord(text, i, end, kind)) i++;
    else break;
  }
  return Math.min(last, end);
}

/** Whether an apostrophe or invisible character inside a word is followed by more of the word. */
function continuesWord(text: string, position: number, end: number, kind: number): boolean {
  if (kind === CharacterClass.invisible) return true;
  return kind === CharacterClass.apostrophe && position + 1 < end && startsLetter(text, position + 1);
}

function startsLetter(text: string, position: number): boolean {
  const kind = classOf(text.charCodeAt(position));
  if (kind === CharacterClass.letter) return true;
  return kind === CharacterClass.surrogate && isWordCodePoint(text.codePointAt(position) ?? 0);
}

/** Dutch `'t 's 'n 'm 'k`: an apostrophe before a single letter that stands alone. */
function startsClitic(text: string, position: number, end: number): boolean {
  if (classOf(text.charCodeAt(position)) !== CharacterClass.apostrophe || position + 1 >= end) return false;
  if (!'tsnmkTSNMK'.includes(text.charAt(position + 1))) return false;
  if (position > 0 && startsLetter(text, position - 1)) return false;
  return position + 2 >= end || !startsLetter(text, position + 2);
}

function hyphenBetween(text: string, position: number, end: number): boolean {
  if (position + 1 >= end || classOf(text.charCodeAt(position)) !== CharacterClass.hyphen) return false;
  return startsLetter(text, position + 1);
}

function addWord(
  words: Words,
  vocabulary: Vocabulary,
  word: { text: string; start: number; end: number },
  gap: number,
): void {
  let hash = HASH_START;
  let length = 0;
  for (let i = word.start; i < word.end && length < LONGEST_FORM; i++) {
    let unit = word.text.charCodeAt(i);
    const kind = classOf(unit);
    if (kind === CharacterClass.invisible) continue;
    if (kind === CharacterClass.apostrophe) unit = 0x27;
    scratch[length++] = unit;
    hash = hashStep(hash, unit);
  }
  pushWord(words, vocabulary.intern(scratch, 0, length, hash), word.start, word.end, gap);
}

/** Numbers one by one and no object, since every word of the text passes here. */
function pushWord(words: Words, id: number, start: number, end: number, gap: number): void {
  if (words.count === words.ids.length) growWords(words);
  const at = words.count++;
  words.ids[at] = id;
  words.starts[at] = start;
  words.ends[at] = end;
  words.gaps[at] = gap;
  words.joinedLengths[at] = 0;
}

function growWords(words: Words): void {
  const larger = createWords(words.ids.length * 2);
  for (const key of ['ids', 'starts', 'ends', 'gaps', 'joinedIds', 'joinedLengths'] as const) {
    larger[key].set(words[key]);
  }
  Object.assign(words, larger, { count: words.count, pending: words.pending });
}

function joinHyphenated(words: Words, vocabulary: Vocabulary, from: number): void {
  for (let at = from; at < words.count; at++) {
    let last = at;
    while (last + 1 < words.count && words.gaps[last + 1] === Gap.hyphen) last++;
    const first = at;
    at = last;
    if (last === first || last - first >= LONGEST_COMPOUND) continue;
    const forms = [];
    for (let i = first; i <= last; i++) forms.push(vocabulary.form(words.ids[i] as number));
    const joined = forms.join('');
    if (joined.length <= LONGEST_FORM) {
      words.joinedIds[first] = internForm(vocabulary, joined);
      words.joinedLengths[first] = last - first + 1;
    }
  }
}
