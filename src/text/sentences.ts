/** Cuts a paragraph into sentences, the same on every machine (no `Intl.Segmenter`). */
import type { Span } from '../model.ts';
import { fold } from './fold.ts';
import type { Language } from './languages/language.ts';

const SENTENCE_END = /[.?!\u2026]+["'\u2018\u2019\u201C\u201D)\]]*/gu;
const STARTS_LOWER = /^[\s"'\u2018\u2019\u201C\u201D([]*\p{Ll}/u;
const LAST_TOKEN = /[^\s([{"\u201C\u2018]*$/u;

/**
 * Sentences of `text[span.start, span.end)`, without the blanks between them. A full stop or an ellipsis ends one unless a
 * lower-case word follows or an abbreviation, initial or list number stands before it; `?` and `!` always end one.
 */
export function splitSentences(text: string, span: Span, language: Language | undefined): Span[] {
  const passage = text.slice(span.start, span.end);
  const sentences: Span[] = [];
  let start = 0;
  for (const match of passage.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    if (!endsSentence(passage, { start, mark: match.index, end }, language)) continue;
    addTrimmed(sentences, passage, { start, end }, span.start);
    start = end;
  }
  addTrimmed(sentences, passage, { start, end: passage.length }, span.start);
  return sentences;
}

function endsSentence(
  passage: string,
  at: { start: number; mark: number; end: number },
  language: Language | undefined,
): boolean {
  if (at.end < passage.length && !/\s/u.test(passage.charAt(at.end))) return false;
  if (/[?!]/.test(passage.slice(at.mark, at.end))) return true;
  if (STARTS_LOWER.test(passage.slice(at.end, at.end + 40))) return false;
  if (passage.charAt(at.mark) !== '.' || passage.charAt(at.mark + 1) === '.') return true;
  const before = LAST_TOKEN.exec(passage.slice(Math.max(at.start, at.mark - 30), at.mark))?.[0] ?? '';
  const opensSentence = passage.slice(at.start, at.mark - before.length).trim() === '';
  if (opensSentence && /^\d{1,3}$/.test(before)) return false;
  return !/^\p{Lu}$/u.test(before) && !language?.abbreviations.has(fold(before));
}

function addTrimmed(sentences: Span[], passage: string, range: Span, base: number): void {
  let { start, end } = range;
  while (start < end && /\s/u.test(passage.charAt(start))) start++;
  while (end > start && /\s/u.test(passage.charAt(end - 1))) end--;
  if (end > start) sentences.push({ start: base + start, end: base + end });
}
