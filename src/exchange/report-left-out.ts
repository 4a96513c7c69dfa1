/** Tells what of a project or list was not taken over. */
import { countOf } from '../codebook/formats/losses.ts';
import type { LeftOutItem, Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';

interface Counted {
  kind: string;
  reason: string;
  names: string[];
  count: number;
  /** Codings that are lost with it. */
  codings: number;
}

/** One message for each kind and reason. */
export function reportLeftOut(leftOut: readonly LeftOutItem[], path: string): Message[] {
  const counts = new Map<string, Counted>();
  for (const { kind, name, reason } of leftOut) {
    const plain = reason.replace(WITH_CODINGS, '');
    const key = `${kind}\n${plain}`;
    const known = counts.get(key) ?? { kind, reason: plain, names: [], count: 0, codings: 0 };
    counts.set(key, known);
    known.count++;
    known.codings += Number(WITH_CODINGS.exec(reason)?.[1] ?? 0);
    if (name !== '' && known.names.length < MOST_NAMED && !known.names.includes(name)) known.names.push(name);
  }
  return [...counts.values()].map(({ kind, reason, names, count, codings }) => {
    const named =
      names.length === 0
        ? ''
        : ` (${names.map((name) => `\`${name}\``).join(', ')}${count > names.length ? ' …' : ''})`;
    const lost = codings === 0 ? '' : `, and with ${count === 1 ? 'it' : 'them'} ${countOf(codings, 'coding')}`;
    return createMessage(`Left out ${countOf(count, kind)}${named}: ${reason}${lost}`, {
      rule: 'left-out',
      severity: WARNED.has(kind) || codings > 0 ? 'warning' : 'information',
      path,
    });
  });
}

const MOST_NAMED = 3;
/** As the reason of what was left out with its codings ends. */
const WITH_CODINGS = /, and with it (\d+) codings?$/;
/** Kinds of which counts change. */
const WARNED = new Set(['document', 'coding', 'row']);
