/** Padding, wrapping and shortening of text by its width on the screen. */
import stringWidth from 'string-width';
import type { Row } from '../model.ts';

/** Fills with blanks up to a width. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  const blanks = ' '.repeat(Math.max(0, width - measure(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

/** Lines no wider than `width`, broken at blanks; a longer word is cut. Indentation of the first line is kept. */
export function wrapText(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, Math.max(1, width)));
}

function wrapParagraph(paragraph: string, width: number): string[] {
  const indent = /^ */.exec(paragraph)?.[0] ?? '';
  const lines: string[] = [];
  let line = indent.slice(0, width - 1);
  let taken = line.length;
  let empty = true;
  for (const word of paragraph
    .trim()
    .split(/ +/u)
    .flatMap((each) => cutWord(each, width))) {
    const needed = measure(word);
    if (empty || taken + 1 + needed <= width) {
      line += empty ? word : ` ${word}`;
      taken += empty ? needed : needed + 1;
    } else {
      lines.push(line);
      line = word;
      taken = needed;
    }
    empty = false;
  }
  return [...lines, line];
}

function cutWord(word: string, width: number): string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let taken = 0;
  for (const character of word) {
    const needed = measure(character);
    if (part !== '' && taken + needed > width) {
      parts.push(part);
      part = '';
      taken = 0;
    }
    part += character;
    taken += needed;
  }
  return [...parts, part];
}

/** Width on the screen; most words are Latin letters and marks of one column each, of which the number is enough. */
export function measure(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

const PLAIN = /^[ -~¡-¬®-ʯ‐-‟•…‹›●]*$/;

/** Cuts to a width, with an ellipsis where something is left out. */
export function shorten(text: string, width: number): string {
  if (measure(text) <= width) return text;
  if (PLAIN.test(text)) return `${text.slice(0, width - 1)}…`;
  let short = '';
  for (const character of text) {
    if (measure(short + character) > width - 1) break;
    short += character;
  }
  return `${short}…`;
}

/** Cuts to a width from the left, with an ellipsis where something is left out. */
export function shortenLeft(text: string, width: number): string {
  if (measure(text) <= width) return text;
  if (PLAIN.test(text)) return `…${text.slice(text.length - width + 1)}`;
  let short = '';
  for (const character of Array.from(text).reverse()) {
    if (measure(character + short) > width - 1) break;
    short = character + short;
  }
  return `…${short.replace(/^\p{M}+/u, '')}`;
}

/** Own name of a code, indented by its depth, from its path. */
export function indentName(path: string, row: Row): string {
  return '  '.repeat(row.depth ?? 0) + nameInTree(path, row);
}

/** Own name of a code, from its path. */
export function nameInTree(path: string, row: Row): string {
  return row.directly ? '… (directly)' : (path.split(' \\ ').at(-1) ?? path);
}

/** The largest of many numbers, and at least `least`; a long list does not fit into the arguments of Math.max. */
export function largestOf(least: number, numbers: Iterable<number>): number {
  let largest = least;
  for (const number of numbers) if (number > largest) largest = number;
  return largest;
}
