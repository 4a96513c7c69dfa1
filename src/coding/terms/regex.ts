/** A pattern between slashes: a regular expression of RE2's kind, which takes time in proportion to the text. */
import { RE2JS } from 're2js';
import type { Span } from '../../model.ts';
import { lowerForStrings } from '../../text/fold.ts';
import type { TermKind } from './kind.ts';
import { type PlainPattern, readPlainPattern } from './plain-pattern.ts';
import { toPlainText } from './plain-text.ts';
import { bestOf, mayMatch, requiredLiterals } from './required-literals.ts';

export const regex: TermKind = {
  kind: 'regex',
  summary:
    'a regular expression without look-around and back-references; case does not matter, diacritics do, a blank is any white space, and a hit begins and ends at the edge of a word',
  samples: [
    {
      term: '/niet (meer|langer) zien zitten/',
      match: ['ik kon het niet meer zien zitten', 'Niet  langer zien zitten.'],
      noMatch: ['niet zien zitten', 'niet meer zien zittend'],
    },
    { term: '/vrij|vrijwilligers?/', match: ['een vrijwilliger', 'vrij.'], noMatch: ['vrijwilligerswerk', 'onvrij'] },
    {
      term: '/los ?laten|te[ -]veel/',
      match: ['loslaten', 'los  laten', 'te-veel', 'te veel'],
      noMatch: ['los te laten'],
    },
    { term: '/zelf \\w+ zijn/', match: ['zelf cliënt zijn'], noMatch: ['zelf zijn'] },
    { term: '/\\d+ euro/', match: ['zo’n 50 euro per maand'], noMatch: ['vijftig euro'] },
  ],
  accepts: (source) => source.startsWith('/'),
  findProblem,
  compile({ source }) {
    const inner = source.slice(1, -1);
    const plain = readPlainPattern(inner);
    const required = plain?.required ?? requiredLiterals(inner.normalize('NFC'));
    return {
      by: 'text',
      mayFind: (text) => mayMatch(look(text).lower, required),
      find: createSearch(inner, plain),
      needs: bestOf(required) ?? [],
    };
  },
};

function findProblem(source: string): { reason: string; hint: string } | undefined {
  if (source.length < 3 || !source.endsWith('/'))
    return { reason: `Unexpected pattern \`${source}\`, expected a \`/\` at both ends`, hint: "write it as '/…/'" };
  const inner = source.slice(1, -1);
  if (/\\b/i.test(inner))
    return {
      reason: `Unexpected \`\\b\` in \`${source}\`, expected no sign for the edge of a word`,
      hint: 'leave it out: a hit begins and ends at the edge of a word anyway',
    };
  const foreign = /\(\?(?:<?[=!])|\\[1-9]|\(\?P?<\w/.exec(inner)?.[0];
  if (foreign !== undefined)
    return {
      reason: `Unexpected \`${foreign}\` in \`${source}\`, expected a pattern without look-around, back-references and names`,
      hint: 'use `except` for what must not stand beside it',
    };
  try {
    return isEmpty(inner)
      ? {
          reason: `Unexpected \`${source}\`, expected a pattern that needs at least one letter`,
          hint: 'it matches nothing at all, which is everywhere',
        }
      : undefined;
  } catch (error) {
    const detail = (error as Error).message.replace(/^error parsing regexp: /, '').split(/[:\n]/)[0] ?? '';
    return {
      reason: `Unexpected pattern \`${source}\`: ${detail.slice(0, 100)}`,
      hint: 'see https://github.com/google/re2/wiki/Syntax',
    };
  }
}

/** Throws for a pattern that is no good. */
function isEmpty(inner: string): boolean {
  const plain = readPlainPattern(inner);
  if (plain) return plain.isEmpty;
  // Letters of every alphabet would take most of the time of reading a codebook, and say nothing of its being valid.
  const pattern = RE2JS.compile(inner);
  return pattern.matches('') || pattern.matches(' ');
}

const OUTSIDE = String.raw`[^\p{L}\p{M}\p{N}_]`;

/** Group 1 is the hit. The edges are part of the pattern, so that of several ways to match one that ends at an edge is found. */
function compilePattern(inner: string): RE2JS {
  const spaced = inner.normalize('NFC').replace(PIECE, widenPiece);
  return RE2JS.compile(`(?:^|${OUTSIDE})((?i:${spaced}))(?:$|${OUTSIDE})`);
}

/** What is escaped, a class of characters, or a blank. */
const PIECE = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]\\])*\]| /g;
const LETTERS = String.raw`\p{L}\p{M}\p{N}_`;
const IN_CLASS = new Map([
  [' ', String.raw`\s`],
  [String.raw`\w`, LETTERS],
]);

/**
 * A blank stands for any white space: as a whole, so that `?` behind it makes all of it optional; in a class for one sign
 * of it. `\w` is a letter of any alphabet, as in cliënt; RE2 knows only those of English.
 */
function widenPiece(piece: string): string {
  if (piece === ' ') return String.raw`(?:\s+)`;
  if (piece === String.raw`\w`) return `(?-i:[${LETTERS}])`;
  if (piece === String.raw`\W`) return `(?-i:[^${LETTERS}])`;
  return piece.startsWith('[') ? piece.replace(/\\[\s\S]| /g, (sign) => IN_CLASS.get(sign) ?? sign) : piece;
}

/** A search that makes its pattern when a text is first searched; most patterns never are. */
function createSearch(inner: string, plain: PlainPattern | undefined): (text: string) => Span[] {
  let pattern: RE2JS | undefined;
  return (text) => {
    const seen = look(text);
    if (plain && seen.plain !== undefined)
      return plain.words ? findWords(plain.words, seen.plain) : findPlainSpans(plain.search, seen.plain);
    pattern ??= compilePattern(inner);
    // Without groups to keep, the engine is many times faster.
    return pattern.test(text) ? findSpans(pattern, text) : [];
  };
}

/** The patterns of a codebook see the same text one after another. */
let latest: { text: string; lower: string; plain: string | undefined } = { text: '', lower: '', plain: '' };
function look(text: string): typeof latest {
  if (latest.text !== text) latest = { text, lower: lowerForStrings(text), plain: toPlainText(text) };
  return latest;
}

/** Where each word of a plain text stands; many patterns ask for nothing else. */
let latestWords: { text: string; places: Map<string, Span[]> } = { text: '', places: new Map() };
function listWords(text: string): ReadonlyMap<string, Span[]> {
  if (latestWords.text === text) return latestWords.places;
  const places = new Map<string, Span[]>();
  for (const { 0: word, index } of text.matchAll(/\w+/g)) {
    const spans = places.get(word);
    const span = { start: index, end: index + word.length };
    if (spans) spans.push(span);
    else places.set(word, [span]);
  }
  latestWords = { text, places };
  return places;
}

/** The same as the search of a plain pattern that matches just these words. */
function findWords(words: readonly string[], text: string): Span[] {
  const places = listWords(text);
  return words.flatMap((word) => places.get(word) ?? []).sort((a, b) => a.start - b.start);
}

/** The same for a plain pattern. */
function findPlainSpans(search: RegExp, text: string): Span[] {
  const spans: Span[] = [];
  search.lastIndex = 0;
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const end = match.index + match[0].length;
    spans.push({ start: match.index, end });
    search.lastIndex = end + 1;
  }
  return spans;
}

/** Hits from left to right; each begins behind the one before it. */
function findSpans(pattern: RE2JS, text: string): Span[] {
  const spans: Span[] = [];
  const matcher = pattern.matcher(text);
  let from = 0;
  while (from <= text.length && matcher.find(from)) {
    const start = matcher.start(1);
    const end = matcher.end(1);
    if (end > start) spans.push({ start, end });
    // The sign behind a hit may be the edge before the next one.
    from = Math.max(end, from + 1);
  }
  return spans;
}
