/** Known findings: a file of them, so that only new ones count. */
import type { Lint } from './run.ts';

/** A finding by what it says and not by where it stands, so that lines may move. */
export interface KnownFinding {
  /** Path of the codebook, as it was named. */
  codebook: string;
  rule: string;
  /** Id of the code, if it is about one. */
  code?: string;
  reason: string;
  /** How many times. */
  count: number;
}

export interface Baseline {
  version: 1;
  findings: KnownFinding[];
}

/** All findings of all codebooks, sorted, each once with its number. */
export function createBaseline(found: readonly Lint[]): Baseline {
  const byKey = new Map<string, KnownFinding>();
  for (const lint of found) {
    const known = byKey.get(keyOf(describe(lint)));
    if (known) known.count++;
    else byKey.set(keyOf(describe(lint)), { ...describe(lint), count: 1 });
  }
  const findings = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding);
  return { version: 1, findings };
}

/** The findings that are new, and the known ones of these codebooks that are gone. */
export function applyBaseline(
  found: readonly Lint[],
  baseline: Baseline,
  codebooks: readonly string[],
): { fresh: Lint[]; stale: KnownFinding[] } {
  const left = new Map(baseline.findings.map((finding) => [keyOf(finding), finding.count]));
  const fresh = found.filter((lint) => {
    const key = keyOf(describe(lint));
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
  const stale = baseline.findings.filter(
    (finding) => codebooks.includes(finding.codebook) && (left.get(keyOf(finding)) ?? 0) > 0,
  );
  return { fresh, stale };
}

/** The baseline in a file; `undefined` when it is not one. */
export function parseBaseline(text: string): Baseline | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object' || !('version' in value) || value.version !== 1) return undefined;
    if (!('findings' in value) || !Array.isArray(value.findings) || !value.findings.every(isKnown)) return undefined;
    return { version: 1, findings: value.findings };
  } catch {
    return undefined;
  }
}

function isKnown(value: unknown): value is KnownFinding {
  if (value === null || typeof value !== 'object') return false;
  const { codebook, rule, reason, code, count } = value as Record<string, unknown>;
  const texts = [codebook, rule, reason, code ?? ''];
  return texts.every((text) => typeof text === 'string') && Number.isInteger(count) && (count as number) > 0;
}

/** Numbers in a reason are lines, counts and shares, which change while the finding stays. */
function describe({ message, code }: Lint): Omit<KnownFinding, 'count'> {
  const reason = message.reason.replace(/(^|\s)\d+(?:\.\d+)?(?=[\s:,]|$)/g, '$1N');
  const about = code === undefined ? {} : { code };
  return { codebook: message.file ?? '', rule: message.ruleId ?? '', ...about, reason };
}

function keyOf({ codebook, rule, code, reason }: Omit<KnownFinding, 'count'>): string {
  return JSON.stringify([codebook, rule, code ?? '', reason]);
}
