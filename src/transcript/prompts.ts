/** Questions that stand out without any speaker label: numbered, bold, headings, or every other paragraph. */
import type { Span } from '../model.ts';
import type { Paragraph } from './lay-out.ts';
import { isVisible } from './segments.ts';
import type { TurnStart, UnlabelledTurns } from './turn-start.ts';

/** `1. Kunt`, `1a Kunt`, `a) Kunt`, `Vraag 3: Kunt`; group 1 is the number. */
const NUMBERED =
  /^(?:(?:vraag|question|frage|q|v)\s?)?(?:(\d{1,3})(?:\.?[a-z])?|[a-z](?=[.)]))[.):]?\s+(?=["'“‘¿(]?\p{L})/iu;
const QUOTED = /^[„“”"«»‘']/;
const QUESTION_WORDS =
  /^["'“‘¿(]?(?:wat|wie|waar|waarom|waardoor|wanneer|welke?|hoe|hoeveel|kun|kunt|kan|zou|wil|heb|hebt|heeft|ben|bent|is|zijn|was|vertel|beschrijf|noem|geef|what|who|where|why|when|which|how|can|could|would|will|do|does|did|have|has|are|is|was|were|tell|describe|please|name|give|imagine|think|walk|wie|was|warum|können|erzählen)\b/iu;

interface Way {
  /** How it is said to the user. */
  name: string;
  fewest: number;
  /** Share of the prompts that must read as a question. */
  questions: number;
  isPrompt(paragraph: Paragraph, said: string): boolean;
  /** Whether each prompt must have an empty line above it, as somebody leaves who writes questions and answers. */
  apart?: true;
  /** Further evidence, over all prompts. */
  fits?(prompts: readonly string[], answers: readonly string[]): boolean;
}

const WAYS: Way[] = [
  {
    name: 'numbered',
    fewest: 2,
    questions: 0.6,
    isPrompt: ({ kind, numbered }, said) => kind === 'text' && (numbered || NUMBERED.test(said)),
    fits: (prompts) => isRising(prompts.flatMap((said) => NUMBERED.exec(said)?.[1] ?? []).map(Number)),
  },
  { name: 'bold', fewest: 2, questions: 0.6, isPrompt: ({ kind, bold }) => kind === 'text' && bold },
  { name: 'headed', fewest: 2, questions: 0.6, isPrompt: ({ kind }) => kind === 'heading' },
  {
    name: 'unquoted',
    fewest: 3,
    questions: 1,
    isPrompt: ({ kind }, said) => kind === 'text' && !QUOTED.test(said),
    fits: (prompts, answers) =>
      prompts.every((said) => said.endsWith('?')) && answers.every((said) => QUOTED.test(said)),
  },
  {
    name: 'asked',
    fewest: 4,
    questions: 1,
    isPrompt: ({ kind }, said) => kind === 'text' && said.endsWith('?'),
    apart: true,
    fits: (prompts, answers) => median(prompts) < median(answers) && prompts.length * 3 >= answers.length,
  },
];

/** In a text without labels, the paragraphs that are questions by their form; those below each are the answer. */
export function findPrompts(text: string, paragraphs: readonly Paragraph[]): UnlabelledTurns | undefined {
  const spoken = paragraphs.filter(({ kind, ...rest }) => kind === 'heading' || isVisible(text, rest, rest.masks));
  // Cues and stamped lines are no paragraphs that somebody made of questions and answers.
  const timed = paragraphs.some(({ stamps }) => stamps.length > 0);
  const way = WAYS.find((each) => (each.name !== 'asked' || !timed) && fits(each, text, spoken));
  if (!way) return undefined;
  const said = (paragraph: Paragraph) => text.slice(paragraph.start, paragraph.end).trim();
  const startOf = startAtPrompts((paragraph) => way.isPrompt(paragraph, said(paragraph)), text);
  const reason = `No speaker labels found; the ${way.name} questions are taken for the interviewer's, and what is below each for the answer`;
  return { startOf, reason };
}

const FOLLOWED = 0.6;

function fits(way: Way, text: string, spoken: readonly Paragraph[]): boolean {
  const saids = spoken.map(({ start, end }) => text.slice(start, end).trim());
  const isPrompt = spoken.map((paragraph, index) => way.isPrompt(paragraph, saids[index] ?? ''));
  const first = isPrompt.indexOf(true);
  const prompts = saids.filter((_, index) => isPrompt[index]);
  const answers = saids.filter((_, index) => !isPrompt[index] && index > first && spoken[index]?.kind === 'text');
  const followed = isPrompt.filter((each, index) => each && isPrompt[index + 1] === false).length;
  const questions = prompts.filter((said) => said.includes('?') || QUESTION_WORDS.test(said.replace(NUMBERED, '')));
  return (
    prompts.length >= way.fewest &&
    answers.length > 0 &&
    (!way.apart || spoken.every(({ line }, index) => !isPrompt[index] || line - (spoken[index - 1]?.line ?? -1) > 1)) &&
    followed >= prompts.length * FOLLOWED &&
    questions.length >= prompts.length * way.questions &&
    (way.fits?.(prompts, answers) ?? true)
  );
}

function startAtPrompts(isPrompt: (paragraph: Paragraph) => boolean, text: string): TurnStart {
  let speaking: 'interviewer' | 'respondent' | undefined;
  return (paragraph) => {
    if (isPrompt(paragraph)) {
      const begins = speaking !== 'interviewer';
      speaking = 'interviewer';
      return begins ? { role: 'interviewer', masks: maskNumber(text, paragraph) } : undefined;
    }
    const isAnswer = paragraph.kind === 'text' && isVisible(text, paragraph, paragraph.masks);
    if (!isAnswer || speaking !== 'interviewer') return undefined;
    speaking = 'respondent';
    return { role: 'respondent' };
  };
}

/** The number of a question was not said. */
export function maskNumber(text: string, { start, end }: Paragraph): Span[] {
  const number = NUMBERED.exec(text.slice(start, Math.min(end, start + 20)));
  return number ? [{ start, end: start + number[0].length }] : [];
}

/** Numbers that never go down, and hardly skip. */
function isRising(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => {
    const step = number - (numbers[index - 1] ?? number);
    return step >= 0 && step <= 3;
  });
}

function median(texts: readonly string[]): number {
  const lengths = texts.map((each) => each.length).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
