/** Who asks and who answers: by what the user says, front matter, legend, role words, letter pairs, or the questions asked. */
import type { Role } from '../model.ts';
import { normalizeName } from './labels.ts';
import { INTERVIEWER_WORDS, LETTER_PAIRS, RESPONDENT_WORDS, SPEAKER_WORDS, withoutNumber } from './role-words.ts';
import type { Block } from './source.ts';

/** Normalised names whose role is said somewhere. */
export interface DeclaredRoles {
  interviewers: ReadonlySet<string>;
  respondents: ReadonlySet<string>;
}

export interface SpeakerEvidence {
  /** Normalised name. */
  name: string;
  /** Number of question marks in all turns. */
  questions: number;
}

export interface RoleDecision {
  roles: Map<string, Role>;
  /** How the interviewer was recognised; `guessed` and `undecided` are told to the user. */
  basis: 'declared' | 'words' | 'letters' | 'inferred' | 'guessed' | 'undecided' | 'single';
  /** The speaker taken for the interviewer without being called so. */
  guess?: string;
}

/** The role of every speaker; where nothing tells, everyone is `other`, and is coded. */
export function decideRoles(speakers: SpeakerEvidence[], declared: DeclaredRoles): RoleDecision {
  const names = speakers.map((speaker) => speaker.name);
  const byDeclaration = rolesFrom(names, declared.interviewers, declared.respondents);
  if (byDeclaration) return { roles: byDeclaration, basis: 'declared' };
  const byWords = decideByWords(names);
  if (byWords) return byWords;
  const pair = LETTER_PAIRS.find((letters) => isPair(names, letters));
  if (pair) {
    const asking = names.filter((name) => withoutNumber(name) === pair[0]);
    return { roles: rolesFrom(names, new Set(asking), new Set()) ?? new Map(), basis: 'letters' };
  }
  if (names.length === 1) return { roles: new Map(names.map((name) => [name, 'respondent'])), basis: 'single' };
  return guessByQuestions(speakers);
}

function rolesFrom(
  names: string[],
  interviewers: ReadonlySet<string>,
  respondents: ReadonlySet<string>,
): Map<string, Role> | undefined {
  const asks = names.filter((name) => interviewers.has(name));
  const answers = names.filter((name) => respondents.has(name));
  if (asks.length === 0 && answers.length === 0) return undefined;
  const others: Role = asks.length > 0 ? 'respondent' : 'interviewer';
  return new Map(
    names.map((name) => [name, asks.includes(name) ? 'interviewer' : answers.includes(name) ? 'respondent' : others]),
  );
}

/** `Eva:` beside `Participant:` is the interviewer; beside automatic names such as `Speaker 1` nothing follows. */
function decideByWords(names: string[]): RoleDecision | undefined {
  const matching = (set: ReadonlySet<string>) => names.filter((name) => set.has(name) || set.has(withoutNumber(name)));
  const asks = matching(INTERVIEWER_WORDS);
  const answers = matching(RESPONDENT_WORDS);
  if (asks.length > 0) return { roles: rolesFrom(names, new Set(asks), new Set(answers)) ?? new Map(), basis: 'words' };
  const rest = names.filter((name) => !answers.includes(name) && !SPEAKER_WORDS.has(withoutNumber(name)));
  if (answers.length === 0) return undefined;
  const roles = new Map(names.map((name): [string, Role] => [name, answers.includes(name) ? 'respondent' : 'other']));
  const [only] = rest;
  if (rest.length !== 1 || only === undefined) return { roles, basis: 'words' };
  return { roles: roles.set(only, 'interviewer'), basis: 'inferred', guess: only };
}

function isPair(names: string[], letters: readonly [string, ...string[]]): boolean {
  const [asks, ...answers] = letters;
  const present = names.map(withoutNumber);
  return (
    present.includes(asks) &&
    present.some((name) => answers.includes(name)) &&
    present.every((name) => letters.includes(name))
  );
}

const FEWEST_QUESTIONS = 2;

/** Fallback: the one who asks more than half of all questions. */
function guessByQuestions(speakers: SpeakerEvidence[]): RoleDecision {
  const total = speakers.reduce((sum, speaker) => sum + speaker.questions, 0);
  const most = speakers.find((speaker) => speaker.questions >= FEWEST_QUESTIONS && speaker.questions * 2 > total);
  const roleOf = (name: string): Role =>
    most === undefined ? 'other' : name === most.name ? 'interviewer' : 'respondent';
  const roles = new Map(speakers.map(({ name }): [string, Role] => [name, roleOf(name)]));
  return most ? { roles, basis: 'guessed', guess: most.name } : { roles, basis: 'undecided' };
}

const LEGEND_ENTRY = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{N}]{0,3})\s*=\s*([\p{L}\p{M} -]{3,40})/gu;

/** Reads legends such as `(I = interviewer; N = nurse)` among the first blocks of a file. */
export function readLegend(blocks: Block[]): DeclaredRoles {
  const interviewers = new Set<string>();
  const respondents = new Set<string>();
  for (const line of blocks.slice(0, LEGEND_WITHIN).flatMap((block) => block.lines)) {
    for (const [, letters = '', meaning = ''] of line.text.matchAll(LEGEND_ENTRY)) {
      const words = normalizeName(meaning).split(' ');
      const asks = words.some((word) => INTERVIEWER_WORDS.has(word));
      (asks ? interviewers : respondents).add(normalizeName(letters));
    }
  }
  return { interviewers, respondents };
}

const LEGEND_WITHIN = 15;
