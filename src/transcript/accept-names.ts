/** Decides which names before a colon are speakers: by what is known of them, or because they recur. */

import { languages } from '../text/languages/index.ts';
import { isSlip } from '../text/nearest-name.ts';
import { findLabel } from './labels.ts';
import {
  LETTER_PAIRS,
  NO_LABELS,
  nearRoleWords,
  PERSON_WORDS,
  roleWordOf,
  SPEAKER_WORDS,
  withoutNumber,
} from './role-words.ts';
import type { Block } from './source.ts';
import type { DeclaredNames, KnownCounts } from './speakers.ts';

/** Times that a name must stand in a file, or in the study, to count as a speaker's. */
export const RECURS = 2;

/**
 * Known names, and names that recur in the file. A name that occurs once in this file but elsewhere too is a speaker only
 * where the file would otherwise have fewer than two: else a word before a colon would become one because another file has it.
 */
export function acceptNames(
  inFile: ReadonlyMap<string, number>,
  counts: KnownCounts,
  declared: DeclaredNames,
): Set<string> {
  const letters = pairedLetters(inFile);
  const known = (name: string) => declared.has(name) || isRoleWord(name) || letters.has(name);
  const names = [...inFile.keys()];
  const accepted = new Set(
    names.filter((name) => known(name) || ((inFile.get(name) ?? 0) >= RECURS && mayBeName(name))),
  );
  if (accepted.size < 2)
    for (const name of names)
      if (!accepted.has(name) && mayBeName(name) && (counts.get(name) ?? 0) >= RECURS) accepted.add(name);
  // Beside a respondent, `Zij:` is somebody who is quoted.
  const answers = (name: string) => roleWordOf(name) === 'respondent' || (letters.has(name) && !ASKING.has(name));
  if (names.some((name) => accepted.has(name) && answers(name)))
    for (const pronoun of PRONOUNS) if (!declared.has(pronoun)) accepted.delete(pronoun);
  const [only = ''] = accepted;
  const lone = accepted.size === 1 && inFile.get(only) === 1 && !known(only);
  if (lone) return new Set();
  // Beside other speakers, somebody who speaks once: a mother, or the sixth of `P1` to `P6`.
  const series = new Set([...accepted].map(withoutNumber));
  for (const name of accepted.size > 0 ? names : []) {
    const word = withoutNumber(name);
    if (PERSON_WORDS.has(word) || (word !== name && series.has(word) && word.length <= LONGEST_SERIES))
      accepted.add(name);
  }
  return accepted;
}

/** In a file of a few lines each name may stand once: then every line must begin with one, and more than one. */
export function acceptAll(blocks: readonly Block[], inFile: ReadonlyMap<string, number>): Set<string> {
  const lines = blocks.filter(({ kind }) => kind === 'text').flatMap((block) => block.lines);
  const everywhere = lines.length > 1 && lines.every((line) => findLabel(line)?.shape === 'certain');
  const names = [...inFile.keys()].filter(mayBeName);
  return new Set(everywhere && names.length > 1 && names.length === inFile.size ? names : []);
}

const PRONOUNS = ['hij', 'zij', 'ze', 'he', 'she', 'they'];
const ASKING: ReadonlySet<string> = new Set(LETTER_PAIRS.map(([asks]) => asks));

/** `P1`, `F2`, `Resp 3`; longer words before a number may be headings. */
const LONGEST_SERIES = 12;
const SHORTEST_SLIP = 5;
const MOST_SLIPS = 2;

/** Names that stand once or twice and differ by one letter from one speaker, or from one word for a role: the name that is meant. */
export function findSlips(inFile: ReadonlyMap<string, number>, accepted: ReadonlySet<string>): Map<string, string> {
  const slips = new Map<string, string>();
  const frequent = [...accepted].filter((name) => (inFile.get(name) ?? 0) > MOST_SLIPS || isRoleWord(name));
  for (const [name, count] of inFile) {
    if (accepted.has(name) || count > MOST_SLIPS || name.length < SHORTEST_SLIP || !mayBeName(name)) continue;
    const digits = name.replace(/\D/g, '');
    const near = frequent.filter((other) => other.replace(/\D/g, '') === digits && isSlip(name, other));
    const words = near.length > 0 || accepted.size === 0 ? near : nearRoleWords(withoutNumber(name));
    const [meant, another] = words;
    if (meant !== undefined && another === undefined) slips.set(name, meant);
  }
  return slips;
}

/** Whether the name is a word for a role, with or without a number. */
export function isRoleWord(name: string): boolean {
  return roleWordOf(name) !== undefined || SPEAKER_WORDS.has(withoutNumber(name));
}

/** Letters such as I and R are labels, even once, when one that asks and one that answers stand in the same file. */
export function pairedLetters(inFile: ReadonlyMap<string, number>): ReadonlySet<string> {
  const names = [...inFile.keys()];
  const found = new Set<string>();
  for (const [asks, ...answers] of LETTER_PAIRS) {
    // Somebody may read `Vraag:` and `Antwoord:` out of a questionnaire.
    if (asks.length > 1 && (found.size > 0 || names.some(isRoleWord))) continue;
    const asking = names.filter((name) => withoutNumber(name) === asks);
    const answering = names.filter((name) => answers.includes(withoutNumber(name)));
    if (asking.length > 0 && answering.length > 0) for (const name of [...asking, ...answering]) found.add(name);
  }
  return found;
}

/** How often each name stands in the list. */
export function tally(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * Running speech before a colon begins with a pronoun or conjunction and goes on (`En hij zei:`); a word alone may be a name
 * (`Wil:`, `Ben:`), and so may an article with a noun (`De moeder:`).
 */
export function mayBeName(name: string): boolean {
  if (NO_LABELS.has(name)) return false;
  const [first = '', ...others] = name.split(' ');
  if (others.length === 0) return true;
  if (others.length === 1 && ARTICLES.has(first)) return true;
  return !languages.some((language) => language.functionWords.has(first));
}

const ARTICLES = new Set(['de', 'het', 'the']);
