/** What a run tells of single documents, as cells and notes of a table. */
import type { Message } from '../model.ts';
import { isError } from '../text/messages.ts';

/** The reasons as sentences, errors first: "Not used: Unexpected empty transcript, expected text." */
export function joinRemarks(messages: readonly Message[]): string {
  const errors = messages.filter(isError).map((message) => `Not used: ${writeReason(message)}`);
  const others = messages.filter((message) => !isError(message)).map(writeReason);
  return [...new Set([...errors, ...others])].join(' ');
}

/** One sentence, ended by a full stop. */
export function writeReason({ reason, line }: Message): string {
  const place = line === undefined ? '' : ` (line ${line})`;
  return `${reason.replace(/\.$/, '')}${place}.`;
}

/** Gathers the hints of all documents, so that each is given once. */
export class Hints {
  #documents = new Map<string, Set<string>>();

  add(document: string, messages: readonly Message[]): void {
    for (const { ruleId, note } of messages) {
      if (note === undefined) continue;
      const hint = `${ruleId} — ${note}`;
      this.#documents.set(hint, (this.#documents.get(hint) ?? new Set()).add(document));
    }
  }

  /** One note a hint: "interviewer-guessed — if this is wrong, … (Jan, Piet and 3 more)". */
  describe(): string[] {
    return [...this.#documents].map(([hint, documents]) => {
      const names = [...documents];
      const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
      return `${hint} (${names.slice(0, MOST_NAMES).join(', ')}${more})`;
    });
  }
}

const MOST_NAMES = 5;
