/** What begins a turn, where labels do not say it. */
import type { Span, Turn } from '../model.ts';
import type { Paragraph } from './lay-out.ts';

/** Says what begins at a paragraph: somebody's turn, or nothing new. */
export type TurnStart = (paragraph: Paragraph) => Beginning | undefined;

export interface Beginning extends Pick<Turn, 'speaker' | 'role'> {
  /** What was not said, beside the paragraph's own masks. */
  masks?: Span[];
}

/** What the user is told where turns were found without a label of their own. */
export interface UnlabelledTurns {
  startOf: TurnStart;
  /** Why, as a sentence. */
  reason: string;
}
