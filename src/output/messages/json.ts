/** Messages as JSON for programs: one list, in the order of the files. */
import { type MessageFormat, severityOf } from './message-format.ts';

export const json: MessageFormat = {
  name: 'json',
  write({ files }) {
    const messages = files.flatMap(({ path, messages: found }) =>
      found.map((message) => ({
        path,
        line: message.line ?? null,
        column: message.column ?? null,
        severity: severityOf(message),
        rule: message.ruleId ?? null,
        reason: message.reason,
        hint: message.note ?? null,
      })),
    );
    return `${JSON.stringify({ files: files.map(({ path }) => path), messages }, null, 2)}\n`;
  },
};
