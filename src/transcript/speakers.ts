/** Decides which candidates are speaker labels: by role words, legends, what the user says, or because a name recurs. */
import { languages } from '../text/languages/index.ts';
import { findLabel, normalizeName } from './labels.ts';
import { LETTER_PAIRS, NO_LABELS, roleWordOf, SPEAKER_WORDS, withoutNumber } from './role-words.ts';
import type { Block, Source, SourceLine, SpeakerLabel } from './source.ts';

/** How often each normalised name stands where a label would stand, over all files of a study. */
export type LabelCounts = Map<string, number>;

/** Names that the user, the front matter or a legend declares to be speakers, normalised. */
export type DeclaredNames = ReadonlySet<string>;

const RECURS = 2;

/** Adds the file's candidates to the study's counts; header lines above the first recurring label do not count. */
export function countLabels(source: Source, counts: LabelCounts): void {
  const names = candidateNames(source.blocks);
  const inFile = tally(names);
  const letters = pairedLetters(inFile);
  const firstSpoken = names.findIndex(
    (name) => (inFile.get(name) ?? 0) >= RECURS || isRoleWord(name) || letters.has(name),
  );
  for (const name of names.slice(Math.max(firstSpoken, 0))) counts.set(name, (counts.get(name) ?? 0) + 1);
}

export interface LabelReader {
  /** The label with which a line begins, if it has one. */
  read(line: SourceLine): SpeakerLabel | undefined;
  /** A heading is a label only where it is a role word and nothing else. */
  readHeading(line: SourceLine): SpeakerLabel | undefined;
  /** Lines of the file that look like labels and were not taken for one, since nothing but their shape speaks for it. */
  refusedLines: number[];
}

/** Decides which names are speakers in this file. */
export function createLabelReader(source: Source, counts: LabelCounts, declared: DeclaredNames): LabelReader {
  const accepted = acceptNames(tally(candidateNames(source.blocks)), counts, declared);
  const refusedLines: number[] = [];
  return {
    refusedLines,
    readHeading(line) {
      const candidate = line.label ?? findLabel(line);
      return candidate?.end === line.text.length && isRoleWord(normalizeName(candidate.name)) ? candidate : undefined;
    },
    read(line) {
      if (line.label) return line.label;
      const candidate = findLabel(line);
      const name = normalizeName(candidate?.name ?? '');
      if (candidate && accepted.has(name)) return line.time ? { time: line.time, ...candidate } : candidate;
      const suspicious = candidate
        ? candidate.shape === 'certain' && mayBeName(name)
        : beginsLikeLabel(line.text, accepted);
      if (suspicious) refusedLines.push(line.line);
      return undefined;
    },
  };
}

/**
 * Known names, and names that recur in the file. A name that occurs once in this file but elsewhere too is a speaker only
 * where the file would otherwise have fewer than two: else a word before a colon would become one because another file has it.
 */
function acceptNames(inFile: ReadonlyMap<string, number>, counts: LabelCounts, declared: DeclaredNames): Set<string> {
  const letters = pairedLetters(inFile);
  const known = (name: string) => declared.has(name) || isRoleWord(name) || letters.has(name);
  const names = [...inFile.keys()];
  const accepted = new Set(
    names.filter((name) => known(name) || ((inFile.get(name) ?? 0) >= RECURS && mayBeName(name))),
  );
  if (accepted.size < 2)
    for (const name of names) if ((counts.get(name) ?? 0) >= RECURS && mayBeName(name)) accepted.add(name);
  const [only = ''] = accepted;
  const lone = accepted.size === 1 && inFile.get(only) === 1 && !known(only);
  return lone ? new Set() : accepted;
}

/** A known name with a slip of the pen behind it: `Respondent ; …`, `Respondent – …`. */
function beginsLikeLabel(text: string, accepted: ReadonlySet<string>): boolean {
  const name = /^[\s"'“‘-]*(\p{L}[\p{L}\p{M}\p{N}. ]{0,40}?)["'”’]?\s*[;–—]/u.exec(text.slice(0, 60))?.[1];
  return name !== undefined && accepted.has(normalizeName(name));
}

/** Whether the name is a word for a role, with or without a number. */
export function isRoleWord(name: string): boolean {
  return roleWordOf(name) !== undefined || SPEAKER_WORDS.has(withoutNumber(name));
}

/** Letters such as I and R are labels, even once, when one that asks and one that answers stand in the same file. */
function pairedLetters(inFile: ReadonlyMap<string, number>): ReadonlySet<string> {
  const names = [...inFile.keys()];
  const found = new Set<string>();
  for (const [asks, ...answers] of LETTER_PAIRS) {
    const asking = names.filter((name) => withoutNumber(name) === asks);
    const answering = names.filter((name) => answers.includes(withoutNumber(name)));
    if (asking.length > 0 && answering.length > 0) for (const name of [...asking, ...answering]) found.add(name);
  }
  return found;
}

function candidateNames(blocks: Block[]): string[] {
  const names: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') continue;
    for (const line of block.lines) {
      const candidate = line.label ? undefined : findLabel(line);
      const name = normalizeName(candidate?.name ?? '');
      if (candidate?.shape === 'certain' || isRoleWord(name)) names.push(name);
    }
  }
  return names;
}

function tally(names: string[]): Map<string, number> {
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
  if (others.length === 0 || (others.length === 1 && ARTICLES.has(first))) return true;
  return !languages.some((language) => language.functionWords.has(first));
}

const ARTICLES = new Set(['de', 'het', 'the']);
