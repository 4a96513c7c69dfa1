/** Who asks and who answers: by what the user says, front matter, legend, role words, letter pairs, or the questions asked. */
import type { Role } from '../model.ts';
import { normalizeName } from './normalize-name.ts';
import { ASIDE_WORDS, LETTER_PAIRS, roleWordOf, SPEAKER_WORDS, withoutNumber } from './role-words.ts';

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
  /** How the interviewer was recognised; `inferred`, `guessed` and `undecided` are told to the user. */
  basis: 'known' | 'inferred' | 'guessed' | 'undecided' | 'single';
  /** The speaker taken for the interviewer without being called so. */
  guess?: string;
}

/** The role of every speaker; where nothing tells, those who are left are `other`, and are coded. */
export function decideRoles(speakers: SpeakerEvidence[], declared: DeclaredRoles): RoleDecision {
  const roles = new Map<string, Role>();
  for (const { name } of speakers) {
    const role = declared.interviewers.has(name)
      ? 'interviewer'
      : declared.respondents.has(name)
        ? 'respondent'
        : roleWordOf(name);
    if (role) roles.set(name, role);
  }
  assignLetters(speakers, roles);
  const left = speakers.filter(({ name }) => !roles.has(name));
  const known = [...roles.values()];
  if (left.length === 0) return { roles, basis: 'known' };
  if (known.includes('interviewer') || speakers.length === 1) {
    assignRespondents(left, roles);
    return { roles, basis: known.length > 0 ? 'known' : 'single' };
  }
  return known.includes('respondent') ? inferInterviewer(left, roles) : guessByQuestions(left, roles);
}

/** Those beside an interviewer answer; an interpreter or an unknown voice only where nobody else does. */
function assignRespondents(left: readonly SpeakerEvidence[], roles: Map<string, Role>): void {
  const isAside = ({ name }: SpeakerEvidence) => ASIDE_WORDS.has(withoutNumber(name));
  const answered = [...roles.values()].includes('respondent') || left.some((speaker) => !isAside(speaker));
  for (const speaker of left) roles.set(speaker.name, answered && isAside(speaker) ? 'other' : 'respondent');
}

/** Letters are roles only as a pair, and never against what is declared. */
function assignLetters(speakers: SpeakerEvidence[], roles: Map<string, Role>): void {
  const names = speakers.map(({ name }) => name).filter((name) => !roles.has(name));
  for (const [asks, ...answers] of LETTER_PAIRS) {
    const asking = names.filter((name) => withoutNumber(name) === asks);
    const answering = names.filter((name) => answers.includes(withoutNumber(name)));
    if (asking.length === 0 || answering.length === 0) continue;
    for (const name of asking) roles.set(name, 'interviewer');
    for (const name of answering) roles.set(name, 'respondent');
    return;
  }
}

/** `Eva:` beside `Participant:` is the interviewer; of several such names the one who asks; automatic names tell nothing. */
function inferInterviewer(left: SpeakerEvidence[], roles: Map<string, Role>): RoleDecision {
  const [only, ...others] = left;
  if (only === undefined || others.length > 0 || SPEAKER_WORDS.has(withoutNumber(only.name)))
    return guessByQuestions(left, roles);
  return { roles: roles.set(only.name, 'interviewer'), basis: 'inferred', guess: only.name };
}

/** What the interviewers of a decision were recognised by, in a few words; empty when there is none. */
export function explainInterviewer({ roles, basis, guess }: RoleDecision, declared: DeclaredRoles): string {
  const asking = [...roles].filter(([, role]) => role === 'interviewer').map(([name]) => name);
  const reasons = asking.map((name) => {
    if (name === guess) return basis === 'guessed' ? 'most questions' : 'only one left';
    if (declared.interviewers.has(name)) return 'name given';
    return roleWordOf(name) ? 'role word' : 'letter pair';
  });
  return [...new Set(reasons)].join(', ');
}

const FEWEST_QUESTIONS = 2;

/** Fallback: the one who asks more than half of the questions of those whose role is unknown. */
function guessByQuestions(left: SpeakerEvidence[], roles: Map<string, Role>): RoleDecision {
  const total = left.reduce((sum, speaker) => sum + speaker.questions, 0);
  const most = left.find((speaker) => speaker.questions >= FEWEST_QUESTIONS && speaker.questions * 2 > total);
  if (most) {
    roles.set(most.name, 'interviewer');
    const answering = left.filter(({ name }) => name !== most.name);
    assignRespondents(answering, roles);
  } else for (const { name } of left) roles.set(name, 'other');
  return most ? { roles, basis: 'guessed', guess: most.name } : { roles, basis: 'undecided' };
}

/**
 * The speakers that a value such as `Eva de Vries, Jan` means: by the whole name, its first or last word, or its initials.
 * `speakers` are normalised.
 */
export function matchNames(value: string, speakers: Iterable<string>): string[] {
  const known = new Set(speakers);
  const names = value.split(/\s*[;,&/]\s*|\s+(?:en|and|und)\s+/).filter((name) => name !== '');
  return names.flatMap((name) => spellingsOf(name).find((spelling) => known.has(spelling)) ?? []);
}

function spellingsOf(name: string): string[] {
  const words = normalizeName(name).split(' ');
  const initials = words.map((word) => word[0] ?? '').join('');
  const capitals =
    name
      .match(/\p{Lu}/gu)
      ?.join('')
      .toLowerCase() ?? '';
  const short = [initials, capitals].filter((letters) => letters.length > 1);
  return [words.join(' '), words[0] ?? '', words.at(-1) ?? '', ...short];
}
