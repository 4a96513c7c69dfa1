/** Tells which codes coders do not agree on enough. */
import type { AgreementTally } from './agreement-tally.ts';
import type { MeasureName } from './row-measures.ts';

/** The coefficient that is judged: of two coders Cohen's kappa, of more Krippendorff's alpha. */
export function nameJudged({ compared }: AgreementTally): { name: MeasureName; title: string } {
  return compared.coders.length === 2
    ? { name: 'cohen', title: "Cohen's kappa" }
    : { name: 'alpha', title: "Krippendorff's alpha" };
}

/**
 * A sentence where a code, or all codes together, lie below `least` on segments. A code whose coefficient is not defined
 * passes, since everybody says the same of every segment; all codes together do not, since then there is nothing to judge by.
 */
export function describeLowAgreement(tally: AgreementTally, least: number): string | undefined {
  const { name, title } = nameJudged(tally);
  const measure = (rows: readonly number[]) =>
    tally.measure('segments', rows, { universe: 'all', intervals: false }).measures[name]?.value ?? null;
  const low = tally.compared.codes.flatMap(({ code, index }) => {
    const value = measure([index]);
    return value === null || value >= least ? [] : [`${code.id} (${value.toFixed(3)})`];
  });
  const all = measure(tally.ownRows);
  if (all === null) low.push('all codes together (not defined)');
  else if (all < least) low.push(`all codes together (${all.toFixed(3)})`);
  if (low.length === 0) return undefined;
  const more = low.length > MOST_NAMED ? ` and ${low.length - MOST_NAMED} more` : '';
  return `${title} is below ${least} for ${low.slice(0, MOST_NAMED).join(', ')}${more}`;
}

const MOST_NAMED = 20;
