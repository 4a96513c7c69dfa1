/** Gives every turn its role, and each speaker the spelling that is most frequent. */
import type { Span, Turn } from '../model.ts';
import { normalizeName } from './normalize-name.ts';
import { type DeclaredRoles, decideRoles, type RoleDecision } from './roles.ts';

export interface AssignedRoles extends RoleDecision {
  /** For each speaker the spellings that were joined, with their numbers of turns; most frequent first. */
  spellings: [string, number][][];
  /** The spelling that is shown, by normalised name. */
  shown: Map<string, string>;
  /** Whether turns without a label were told from their surroundings. */
  unlabelled?: true;
}

/** Sets roles and spellings of all turns in place. */
export function assignRoles(text: string, turns: readonly Turn[], declared: DeclaredRoles): AssignedRoles {
  const spellings = new Map<string, Map<string, number>>();
  const questions = new Map<string, number>();
  for (const turn of turns) {
    const name = normalizeName(turn.speaker ?? '');
    const forms = spellings.get(name) ?? new Map<string, number>();
    spellings.set(name, forms.set(turn.speaker ?? '', (forms.get(turn.speaker ?? '') ?? 0) + 1));
    questions.set(name, (questions.get(name) ?? 0) + countQuestions(text, turn));
  }
  const evidence = [...spellings.keys()].map((name) => ({ name, questions: questions.get(name) ?? 0 }));
  const decision = decideRoles(evidence, declared);
  const sorted = new Map([...spellings].map(([name, forms]) => [name, [...forms].sort((a, b) => b[1] - a[1])]));
  for (const turn of turns) {
    const name = normalizeName(turn.speaker ?? '');
    turn.role = decision.roles.get(name) ?? 'other';
    if (turn.speaker !== undefined) turn.speaker = sorted.get(name)?.[0]?.[0] ?? turn.speaker;
  }
  const shown = new Map([...sorted].map(([name, forms]) => [name, forms[0]?.[0] ?? name]));
  return { ...decision, shown, spellings: [...sorted.values()].filter((forms) => forms.length > 1) };
}

function countQuestions(text: string, span: Span): number {
  let count = 0;
  for (let at = text.indexOf('?', span.start); at >= 0 && at < span.end; at = text.indexOf('?', at + 1)) count++;
  return count;
}
