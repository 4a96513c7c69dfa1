/** A pattern between slashes: a regular expression of RE2's kind, which takes time in proportion to the text. */
import { RE2JS } from 're2js';
import type { Span } from '../../model.ts';
import type { TermKind } from './kind.ts';
import { findRequiredLetters, toSmallLetters } from './required-letters.ts';

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
    { term: '/\\d+ euro/', match: ['zo’n 50 euro per maand'], noMatch: ['vijftig euro'] },
  ],
  accepts: (source) => source.startsWith('/'),
  findProblem,
  compile: ({ source }) => {
    const inner = source.slice(1, -1);
    const pattern = compilePattern(inner);
    const letters = findRequiredLetters(inner.normalize('NFC'));
    return {
      by: 'text',
      find: (text) => (mayMatch(smallLettersOf(text), letters) ? findSpans(pattern, text) : []),
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
    const pattern = compilePattern(inner);
    return findSpans(pattern, ' ').length > 0 || pattern.matcher('').find()
      ? {
          reason: `Unexpected \`${source}\`, expected a pattern that needs at least one letter`,
          hint: 'it matches nothing at all, which is everywhere',
        }
      : undefined;
  } catch (error) {
    // What stands behind it is the pattern with its edges, which nobody wrote.
    const detail = (error as Error).message.replace(/^error parsing regexp: /, '').split(/[:\n]/)[0] ?? '';
    return {
      reason: `Unexpected pattern \`${source}\`: ${detail.slice(0, 100)}`,
      hint: 'see https://github.com/google/re2/wiki/Syntax',
    };
  }
}

const OUTSIDE = String.raw`[^\p{L}\p{M}\p{N}_]`;

/** Group 1 is the hit. The edges are part of the pattern, so that of several ways to match one that ends at an edge is found. */
function compilePattern(inner: string): RE2JS {
  const spaced = inner.normalize('NFC').replaceAll(' ', String.raw`\s+`);
  return RE2JS.compile(`(?:^|${OUTSIDE})(${spaced})(?:$|${OUTSIDE})`, RE2JS.CASE_INSENSITIVE);
}

function mayMatch(text: string, required: readonly (readonly string[])[]): boolean {
  return required.every((runs) => runs.some((run) => text.includes(run)));
}

let lastText = '';
let lastSmall = '';

/** All patterns are tried on one text after the other, so that it is changed once for all of them. */
function smallLettersOf(text: string): string {
  if (text !== lastText) {
    lastText = text;
    lastSmall = toSmallLetters(text);
  }
  return lastSmall;
}

/** Hits from left to right; each begins behind the one before it. */
function findSpans(pattern: RE2JS, text: string): Span[] {
  const spans: Span[] = [];
  // To ask whether there is a hit at all takes half the time of finding it, and mostly there is none.
  if (!pattern.test(text)) return spans;
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
