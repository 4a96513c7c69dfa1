/** What the user is told of a transcript's speakers: guesses, what belongs to nobody, what was not taken for a label. */
import type { Message, Transcript } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { splitWords } from '../text/words.ts';
import type { AssignedRoles } from './assign-roles.ts';
import { normalizeName } from './normalize-name.ts';
import type { RoleDecision } from './roles.ts';
import type { Slip } from './speakers.ts';

/** Words above the first label from which the user is told of them. */
const LONG_PREAMBLE = 20;

/** How the interviewer was recognised, where that was not plain, and what is above the first label. */
export function reportSpeakers(transcript: Transcript, decision: RoleDecision): Message[] {
  const path = transcript.path ?? transcript.document;
  const report = (severity: 'warning' | 'information', rule: string, reason: string, hint: string) =>
    createMessage(reason, { rule, severity, path, hint });
  const messages: Message[] = [];
  const named = (name: string) =>
    transcript.turns.find((turn) => normalizeName(turn.speaker ?? '') === name)?.speaker ?? name;
  const useOption =
    'if this is wrong, name the interviewer with --interviewer NAME or `interviewer: NAME` in the front matter';
  if (decision.guess !== undefined) {
    const why = decision.basis === 'guessed' ? 'asks most of the questions' : 'is the only speaker without a role word';
    messages.push(
      report(
        'warning',
        'interviewer-guessed',
        `${named(decision.guess)} ${why} and is taken for the interviewer`,
        useOption,
      ),
    );
  } else if (decision.basis === 'undecided') {
    messages.push(
      report('warning', 'interviewer-unknown', 'The interviewer cannot be told, so every speaker is coded', useOption),
    );
  } else if (
    decision.basis === 'single' &&
    transcript.turns.every((turn) => turn.speaker === undefined) &&
    transcript.text !== ''
  ) {
    const hint = 'begin each turn with a label such as `Interviewer:`, so that questions can be left out';
    messages.push(report('warning', 'no-speakers', 'No speaker labels found, so the whole text is coded', hint));
  }
  const before = splitWords(transcript.text.slice(0, transcript.turns[0]?.start ?? 0)).length;
  if (before >= LONG_PREAMBLE) {
    const where = `the first label is on line ${transcript.turns[0]?.line ?? 1}`;
    messages.push(
      report(
        'warning',
        'words-without-speaker',
        `${before} words stand above the first speaker label and are not coded`,
        where,
      ),
    );
  }
  return messages;
}

/** Line numbers named in one message. */
const MOST_LINES = 5;

/** Above the first label such lines are headers; below it they may be turns that were lost. */
export function reportRefused(transcript: Transcript, lines: number[]): Message[] {
  const first = transcript.turns[0];
  const inside = first?.speaker === undefined ? [] : lines.filter((line) => line > first.line);
  if (inside.length === 0) return [];
  const look = countLooks(inside.length);
  const verb = inside.length === 1 ? 'is' : 'are';
  const reason = `${look} without being one that recurs, and ${verb} read as part of the turn before: ${listLines(inside)}`;
  const hint =
    'if it is a speaker, write its label as elsewhere, or name it at the top of the file: `respondent: NAME, NAME`';
  return [
    createMessage(reason, {
      rule: 'label-refused',
      severity: 'warning',
      path: transcript.path ?? transcript.document,
      hint,
    }),
  ];
}

/** Which spellings were taken for one speaker, where they differ by more than capitals. */
export function reportSpellings(transcript: Transcript, { spellings }: AssignedRoles): Message[] {
  const path = transcript.path ?? transcript.document;
  return spellings.flatMap((forms) => {
    if (new Set(forms.map(([form]) => form.toLowerCase())).size < 2) return [];
    const [first, ...others] = forms.map(([form, turns]) => `${form} (${turns})`);
    const reason = `Spellings of one speaker were joined: ${first} with ${others.join(', ')}`;
    return [createMessage(reason, { rule: 'spellings-joined', severity: 'information', path })];
  });
}

/** Names that were read as another one which differs by a letter. */
export function reportSlips(transcript: Transcript, slips: readonly Slip[]): Message[] {
  const path = transcript.path ?? transcript.document;
  const hint = 'correct the label, or name its speaker with --respondent or --interviewer if it is somebody else';
  return slips.map(({ written, meant, line }) => {
    const reason = `Unexpected speaker \`${written}\`, read as \`${meant}\`, from which it differs by a letter`;
    return createMessage(reason, {
      rule: 'label-slip',
      severity: 'warning',
      path,
      position: { line, column: 1 },
      hint,
    });
  });
}

/** Behind an interviewer a label is believed more easily: else what follows would be lost. */
export function reportDoubtful(transcript: Transcript, lines: readonly number[]): Message[] {
  if (lines.length === 0) return [];
  const verb = lines.length === 1 ? 'is' : 'are';
  const reason = `${countLooks(lines.length)} of somebody who hardly speaks, and ${verb} read so, right behind the interviewer: ${listLines(lines)}`;
  const hint = 'if nobody is called so, write the line without a colon';
  const path = transcript.path ?? transcript.document;
  return [createMessage(reason, { rule: 'label-doubtful', severity: 'warning', path, hint })];
}

function countLooks(count: number): string {
  return count === 1 ? '1 line looks like a speaker label' : `${count} lines look like speaker labels`;
}

function listLines(lines: readonly number[]): string {
  return `line ${lines.slice(0, MOST_LINES).join(', ')}${lines.length > MOST_LINES ? ', …' : ''}`;
}
