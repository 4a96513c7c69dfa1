/** Runs the lint rules over a codebook. */
import type { Codebook, Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { rules } from './rules/index.ts';

/** Findings of all rules, in the order of the file. */
export function lintCodebook(codebook: Codebook, path: string): Message[] {
  const messages = rules.flatMap((rule) =>
    rule
      .check(codebook)
      .map(({ reason, position, hint }) =>
        createMessage(reason, { rule: rule.id, severity: rule.severity, path, position, ...(hint ? { hint } : {}) }),
      ),
  );
  return messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
