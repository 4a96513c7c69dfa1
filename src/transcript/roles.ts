/** Who asks and who answers: by what the user says, front matter, legend, role words, letter pairs, or the questions asked. */
import type { Role } from '../model.ts';
import { normalizeName } from './labels.ts';
import { INTERVIEWER_WORDS, LETTER_PAIRS, roleWordOf, SPEAKER_WORDS, withoutNumber } from './role-words.ts';
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
    for (const { name } of left) roles.set(name, 'respondent');
    return { roles, basis: known.length > 0 ? 'known' : 'single' };
  }
  return known.includes('respondent') ? inferInterviewer(left, roles) : guessByQuestions(left, roles);
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
  for (const { name } of left)
    roles.set(name, most === undefined ? 'other' : name === most.name ? 'interviewer' : 'respondent');
  return most ? { roles, basis: 'guessed', guess: most.name } : { roles, basis: 'undecided' };
}

const LEGEND_ENTRY = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{N}]{0,3})\s*=\s*([\p{L}\p{M} -]{3,40})/gu;

/** Reads legends such as `(I = interviewer; N = nurse)` among the first blocks of a file. */
export function readLegend(blocks: Block[]): DeclaredRoles {
  const interviewers = new Set<string>();
  const respondents = new Set<string>();
  for (const { text } of blocks.slice(0, LEGEND_WITHIN).flatMap((block) => block.lines)) {
    if (!text.includes('=') || text.length > LONGEST_LEGEND) continue;
    for (const [, letters = '', meaning = ''] of text.matchAll(LEGEND_ENTRY)) {
      const words = normalizeName(meaning).split(' ');
      const asks = words.some((word) => INTERVIEWER_WORDS.has(word));
      (asks ? interviewers : respondents).add(normalizeName(letters));
    }
  }
  return { interviewers, respondents };
}

const LEGEND_WITHIN = 15;
const LONGEST_LEGEND = 300;
