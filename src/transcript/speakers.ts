/** Decides which candidates are speaker labels: by role words, legends, what the user says, or because a name recurs. */
import { languages } from '../text/languages/index.ts';
import { findLabel, normalizeName } from './labels.ts';
import {
  INTERVIEWER_WORDS,
  LETTER_PAIRS,
  NO_LABELS,
  RESPONDENT_WORDS,
  SPEAKER_WORDS,
  withoutNumber,
} from './role-words.ts';
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
  /** Lines of the file that look like labels and were not taken for one, since nothing but their shape speaks for it. */
  refusedLines: number[];
}

/** Decides which names are speakers in this file. */
export function createLabelReader(source: Source, counts: LabelCounts, declared: DeclaredNames): LabelReader {
  const inFile = tally(candidateNames(source.blocks));
  const letters = pairedLetters(inFile);
  const known = (name: string) => declared.has(name) || isRoleWord(name) || letters.has(name);
  const accepted = new Set<string>();
  for (const [name, count] of inFile) {
    const recurs = count >= RECURS || (counts.get(name) ?? 0) >= RECURS;
    if (known(name) || (recurs && mayBeName(name))) accepted.add(name);
  }
  const lone = accepted.size === 1 && inFile.get([...accepted][0] ?? '') === 1;
  if (lone && ![...accepted].some(known)) accepted.clear();
  const refusedLines: number[] = [];
  return {
    refusedLines,
    read(line) {
      if (line.label) return line.label;
      const candidate = findLabel(line);
      const name = normalizeName(candidate?.name ?? '');
      if (accepted.has(name)) return candidate;
      if (candidate?.shape === 'certain' && mayBeName(name)) refusedLines.push(line.line);
      return undefined;
    },
  };
}

/** Whether the name is a word for a role, with or without a number. */
export function isRoleWord(name: string): boolean {
  const word = withoutNumber(name);
  return INTERVIEWER_WORDS.has(word) || RESPONDENT_WORDS.has(word) || SPEAKER_WORDS.has(word);
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
      if (candidate?.shape === 'certain') names.push(normalizeName(candidate.name));
    }
  }
  return names;
}

function tally(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Running speech before a colon begins with a pronoun or conjunction; a single letter may be a label all the same. */
function mayBeName(name: string): boolean {
  if (NO_LABELS.has(name)) return false;
  const first = name.split(' ')[0] ?? '';
  return first.length === 1 || !languages.some((language) => language.functionWords.has(first));
}
