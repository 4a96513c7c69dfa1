/** Decides which candidates are speaker labels: by role words, legends, what the user says, or because a name recurs. */
import {
  acceptAll,
  acceptNames,
  findSlips,
  isRoleWord,
  mayBeName,
  pairedLetters,
  RECURS,
  tally,
} from './accept-names.ts';
import { findLabel } from './labels.ts';
import { normalizeName } from './normalize-name.ts';
import { findQuoted, type KnownNames } from './quoted-names.ts';
import { LETTER_PAIRS, PERSON_WORDS, roleWordOf, withoutNumber } from './role-words.ts';
import type { DeclaredRoles } from './roles.ts';
import type { Block, LabelCandidate, Source, SourceLine, SpeakerLabel } from './source.ts';

/** How often each normalised name stands where a label would stand, over all files of a study. */
export type LabelCounts = Map<string, number>;

/** What is asked of such counts: of a name only where a transcript hangs on it, so that who answers knows which ones do. */
export type KnownCounts = Pick<ReadonlyMap<string, number>, 'get'>;

/** Names that the user, the front matter or a legend declares to be speakers, normalised. */
export type DeclaredNames = ReadonlySet<string>;

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

/** A name that is taken for another one which differs by one letter. */
export interface Slip {
  written: string;
  meant: string;
  line: number;
}

export interface LabelReader {
  /** The label with which a line begins, if it has one. */
  read(line: SourceLine): SpeakerLabel | undefined;
  /** A heading is a label only where it is a role word and nothing else. */
  readHeading(line: SourceLine): SpeakerLabel | undefined;
  /** Lines of the file that look like labels and were not taken for one, since nothing but their shape speaks for it. */
  refusedLines: number[];
  /** Lines that were taken for one behind an interviewer, since else nobody would be coded for what they say. */
  doubtfulLines: number[];
  slips: Slip[];
}

/** Decides which names are speakers in this file. */
export function createLabelReader(source: Source, counts: KnownCounts, declared: DeclaredRoles): LabelReader {
  const labels = candidateNames(source.blocks);
  const inFile = tally(labels);
  const names = knownNames(inFile, declared);
  const first = acceptNames(inFile, counts, new Set([...declared.interviewers, ...declared.respondents]));
  const accepted = first.size > 0 ? first : acceptAll(source.blocks, inFile);
  for (const name of findQuoted(labels, accepted, names)) accepted.delete(name);
  const meant = findSlips(inFile, accepted);
  const reader: LabelReader = { read, readHeading, refusedLines: [], doubtfulLines: [], slips: [] };
  let speaking = '';
  return reader;

  function readHeading(line: SourceLine): SpeakerLabel | undefined {
    const candidate = line.label ?? findLabel(line);
    return candidate?.end === line.text.length && isRoleWord(normalizeName(candidate.name)) ? candidate : undefined;
  }

  function read(line: SourceLine): SpeakerLabel | undefined {
    const label = line.label ?? readText(line);
    if (label) speaking = normalizeName(label.name);
    return label;
  }

  function readText(line: SourceLine): SpeakerLabel | undefined {
    const candidate = findLabel(line);
    const name = normalizeName(candidate?.name ?? '');
    const slip = meant.get(name);
    if (candidate && slip !== undefined) reader.slips.push({ written: candidate.name, meant: slip, line: line.line });
    const isSpeaker = accepted.has(name) || slip !== undefined;
    // What is said behind the interviewer would be lost; what is said behind a respondent is coded either way.
    const isDoubtful = !isSpeaker && names.asks(speaking) && candidate !== undefined && isProperName(candidate);
    if (isDoubtful) reader.doubtfulLines.push(line.line);
    if (candidate && (isSpeaker || isDoubtful))
      return {
        ...(line.time ? { time: line.time } : {}),
        ...candidate,
        ...(slip === undefined ? {} : { name: slip }),
      };
    const suspicious = candidate
      ? candidate.shape === 'certain' && mayBeName(name)
      : beginsLikeLabel(line.text, accepted);
    if (suspicious) reader.refusedLines.push(line.line);
    return undefined;
  }
}

function knownNames(inFile: ReadonlyMap<string, number>, declared: DeclaredRoles): KnownNames {
  const letters = pairedLetters(inFile);
  const asking: ReadonlySet<string> = new Set(LETTER_PAIRS.map(([asks]) => asks));
  return {
    known: (name) =>
      declared.interviewers.has(name) ||
      declared.respondents.has(name) ||
      isRoleWord(name) ||
      letters.has(name) ||
      isNumbered(name, inFile) ||
      PERSON_WORDS.has(withoutNumber(name)),
    asks: (name) =>
      declared.interviewers.has(name) ||
      (!declared.respondents.has(name) &&
        (roleWordOf(name) === 'interviewer' || (letters.has(name) && asking.has(withoutNumber(name))))),
  };
}

/** One of several names that differ by their number, as `P1` to `P6`. */
function isNumbered(name: string, inFile: ReadonlyMap<string, number>): boolean {
  const word = withoutNumber(name);
  return word !== name && [...inFile.keys()].some((other) => other !== name && withoutNumber(other) === word);
}

/** One to three words, each with a capital. */
function isProperName({ name, shape }: LabelCandidate): boolean {
  const bare = name.replace(/\([^)]*\)/g, '').trim();
  return (
    shape === 'certain' &&
    mayBeName(normalizeName(name)) &&
    /^\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: (?:\p{Lu}|de|van|der|den|von)[\p{L}\p{M}\p{N}.'’-]*){0,3}$/u.test(bare)
  );
}

/** A known name with a slip of the pen behind it: `Respondent ; …`, `Respondent – …`. */
function beginsLikeLabel(text: string, accepted: ReadonlySet<string>): boolean {
  const name = /^[\s"'“‘-]*(\p{L}[\p{L}\p{M}\p{N}. ]{0,40}?)["'”’]?\s*[;–—]/u.exec(text.slice(0, 60))?.[1];
  return name !== undefined && accepted.has(normalizeName(name));
}

/** Normalised names that stand where a label would stand. */
export function listCandidates(source: Source): Set<string> {
  const given = source.blocks.flatMap((block) =>
    block.lines.flatMap((line) => (line.label ? [normalizeName(line.label.name)] : [])),
  );
  return new Set([...candidateNames(source.blocks), ...given]);
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
