/** What a format of messages is: a pure function from findings to text. */
import type { Message } from '../../model.ts';

export interface MessageReport {
  /** In the order in which they were checked; with and without findings. */
  files: { path: string; messages: Message[] }[];
  /** All rules that could have found something. */
  rules: readonly ReportedRule[];
}

export interface ReportedRule {
  id: string;
  /** As it is without a configuration. */
  severity: 'error' | 'warning';
  summary: string;
  why: string;
}

export interface MessageOptions {
  /** 0 for no colour, as in chalk. */
  colorLevel: 0 | 1 | 2 | 3;
}

export interface MessageFormat {
  name: string;
  write(report: MessageReport, options: MessageOptions): string;
}

/** The word for how grave a message is. */
export function severityOf({ fatal }: Message): 'error' | 'warning' | 'note' {
  return fatal === true ? 'error' : fatal === false ? 'warning' : 'note';
}

/** The sentence, and the hint in brackets where there is one. */
export function fullText({ reason, note }: Message): string {
  return note === undefined ? reason : `${reason} (${note})`;
}
