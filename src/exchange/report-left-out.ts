/** Tells what of a project or list was not taken over. */
import { countOf } from '../codebook/formats/losses.ts';
import type { LeftOutItem, Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';

/** One message for each kind and reason. */
export function reportLeftOut(leftOut: readonly LeftOutItem[], path: string): Message[] {
  const counts = new Map<string, { kind: string; reason: string; names: string[]; count: number }>();
  for (const { kind, name, reason } of leftOut) {
    const plain = reason.replace(/, and with it .*$/, '');
    const key = `${kind}\n${plain}`;
    const known = counts.get(key) ?? { kind, reason: plain, names: [], count: 0 };
    counts.set(key, known);
    known.count++;
    if (name !== '' && known.names.length < MOST_NAMED && !known.names.includes(name)) known.names.push(name);
  }
  return [...counts.values()].map(({ kind, reason, names, count }) => {
    const named =
      names.length === 0
        ? ''
        : ` (${names.map((name) => `\`${name}\``).join(', ')}${count > names.length ? ' …' : ''})`;
    return createMessage(`Left out ${countOf(count, kind)}${named}: ${reason}`, {
      rule: 'left-out',
      severity: WARNED.has(kind) ? 'warning' : 'information',
      path,
    });
  });
}

const MOST_NAMED = 3;
/** Kinds of which counts change. */
const WARNED = new Set(['document', 'coding', 'row']);
