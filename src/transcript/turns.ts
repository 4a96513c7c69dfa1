/** Makes turns of paragraphs: at speaker labels, and at paragraphs without one where only one party has labels or prompts stand out. */
import type { Role, Turn } from '../model.ts';
import type { Paragraph } from './lay-out.ts';
import { mergeSpans } from './marks.ts';
import { maskNumber } from './prompts.ts';
import { isVisible } from './segments.ts';
import type { Beginning, TurnStart, UnlabelledTurns } from './turn-start.ts';

/** Every paragraph with a label begins a turn; roles are left open. */
export const startAtLabels: TurnStart = ({ label }) => {
  if (!label) return undefined;
  return label.name === '' ? { role: 'other' } : { speaker: label.name, role: 'other' };
};

/**
 * The turns of a transcript. Paragraphs above the first are nobody's; where nothing begins a turn, the whole text is one
 * turn of nobody in particular.
 */
export function collectTurns(text: string, paragraphs: readonly Paragraph[], startOf: TurnStart): Turn[] {
  const turns: Turn[] = [];
  const starts = paragraphs.map(startOf);
  const anyStart = starts.some((start) => start !== undefined);
  /** The stamp with which the paragraph above ends: the time at which the next one begins. */
  let pending: string | undefined;
  paragraphs.forEach((paragraph, index) => {
    const begins = starts[index] ?? (turns.length === 0 && !anyStart ? { role: 'other' as const } : undefined);
    const last = turns.at(-1);
    if (begins) turns.push(startTurn(paragraph, begins, pending));
    else if (last) extendTurn(last, paragraph);
    pending = closingStamp(text, paragraph);
  });
  return turns.filter((turn) => text.slice(turn.start, turn.end).trim() !== '').map((turn) => timeTurn(text, turn));
}

function startTurn(paragraph: Paragraph, begins: Beginning, pending: string | undefined): Turn {
  const { start, end, line, masks, stamps, label } = paragraph;
  const turn: Turn = {
    start,
    end,
    role: begins.role,
    stamps: stamps.map(({ start: at, time: said }) => ({ start: at, time: said })),
    masks: begins.masks ? mergeSpans([...begins.masks, ...masks]) : [...masks],
    line,
  };
  const time = label?.time ?? pending;
  if (begins.speaker !== undefined) turn.speaker = begins.speaker;
  if (time !== undefined) turn.time = time;
  return turn;
}

function extendTurn(turn: Turn, paragraph: Paragraph): void {
  turn.end = paragraph.end;
  for (const mask of paragraph.masks) turn.masks.push(mask);
  for (const { start, time } of paragraph.stamps) turn.stamps.push({ start, time });
}

function closingStamp(text: string, { end, stamps }: Paragraph): string | undefined {
  const last = stamps.at(-1);
  return last && text.slice(last.end, end).trim() === '' ? last.time : undefined;
}

/** A stamp before the first word is the time of the turn. */
function timeTurn(text: string, turn: Turn): Turn {
  const [first] = turn.stamps;
  if (turn.time !== undefined || !first || isVisible(text, { start: turn.start, end: first.start }, turn.masks))
    return turn;
  return { ...turn, time: first.time };
}

const asks = (text: string): boolean => /\?["'”’)\]]*\s*$/.test(text);

/** Speakers by the role that is known of them, for files in which only one party has labels. */
export interface LabelledParty {
  role: Role | undefined;
  /** As shown. */
  name: string;
}

/**
 * Where only one party is ever labelled, the paragraphs without a label are the other's: those below an interviewer always;
 * those below a respondent only if they are questions.
 */
export function findOneSided(
  text: string,
  paragraphs: readonly Paragraph[],
  party: LabelledParty,
): UnlabelledTurns | undefined {
  const spoken = paragraphs.filter(
    (paragraph) => paragraph.kind === 'text' && isVisible(text, paragraph, paragraph.masks),
  );
  const labelled = spoken.filter(({ label }) => label);
  const first = labelled[0]?.start ?? 0;
  const others = spoken.filter(({ label, start }) => !label && start > first);
  if (paragraphs.filter(({ label }) => label).length < 2 || others.length === 0) return undefined;
  const share = (list: readonly Paragraph[], test: (said: string) => boolean) =>
    list.filter(({ start, end }) => test(text.slice(start, end))).length / Math.max(list.length, 1);
  const guessed = party.role === undefined;
  const many = others.length >= labelled.length * MANY;
  const isInterviewer =
    party.role === 'interviewer' || (guessed && many && share(labelled, (said) => said.includes('?')) >= MOST);
  const isRespondent = !isInterviewer && party.role !== 'interviewer' && many && share(others, asks) >= NEARLY_ALL;
  if (!isInterviewer && !isRespondent) return undefined;
  const other: Role = isInterviewer ? 'respondent' : 'interviewer';
  const mine: Role = isInterviewer ? 'interviewer' : 'respondent';
  const reason = `Only ${party.name} has labels, so the paragraphs without one are taken for the ${other}'s`;
  return { startOf: startAfterLabelled(text, mine, other), reason };
}

const MANY = 0.6;
const MOST = 0.6;
const NEARLY_ALL = 0.7;

/** A label alone on its line has its text below it; the paragraph after that is the other's. */
function startAfterLabelled(text: string, mine: Role, other: Role): TurnStart {
  let waiting = false;
  let speaking: Role | undefined;
  return (paragraph) => {
    const hasText = isVisible(text, paragraph, paragraph.masks);
    if (paragraph.label) {
      waiting = !hasText;
      speaking = mine;
      return { speaker: paragraph.label.name, role: mine };
    }
    // A question above the first label of one who answers.
    const isFirst =
      speaking === undefined && other === 'interviewer' && asks(text.slice(paragraph.start, paragraph.end));
    if (!hasText || paragraph.kind === 'heading' || (speaking !== mine && !isFirst)) return undefined;
    if (waiting) {
      waiting = false;
      return undefined;
    }
    speaking = other;
    return { role: other, ...(other === 'interviewer' ? { masks: maskNumber(text, paragraph) } : {}) };
  };
}
