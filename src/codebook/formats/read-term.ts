/** Makes a term of a pattern from a foreign dictionary, so that it matches what it matched there. */
import type { Term } from '../../model.ts';
import type { TermNotation } from '../notation.ts';
import type { DraftTerm } from './format.ts';
import { countOf, type Loss, type Losses } from './losses.ts';

export interface TermContext {
  notations: readonly TermNotation[];
  /** Language of patterns. */
  language: string;
  /** Whether words without wildcards become words that match by their stem. */
  stems: boolean;
  losses: Losses;
}

/** A word becomes exact, since no stem is meant, and one with `*` or `?` a wildcard. Undefined for what no term can say. */
export function readTerm(draft: DraftTerm, context: TermContext): Term | undefined {
  const { notations, losses } = context;
  const source = draft.language === undefined ? readPattern(draft, context) : draft.pattern.trim();
  const notation = source === undefined ? undefined : notations.find((kind) => kind.accepts(source));
  if (source === undefined || !notation || notation.findProblem(source)) {
    losses.add(NOT_EXPRESSIBLE, draft.line, draft.pattern);
    return undefined;
  }
  if (draft.language === undefined && !context.stems && isMixed(source)) {
    losses.add(STEM_BESIDE_WILDCARD, draft.line, source);
  }
  const weight = readWeight(draft, losses);
  return {
    kind: notation.kind,
    source,
    language: draft.language ?? context.language,
    except: [],
    position: { line: Math.max(draft.line, 1), column: 1 },
    ...(weight === undefined ? {} : { weight }),
  };
}

const LONGEST = 1_000;

/** Matching takes no notice of case there, and with capitals an exact term here would. */
function readPattern({ pattern }: DraftTerm, { stems }: TermContext): string | undefined {
  const words = pattern.normalize('NFC').trim().split(/\s+/u);
  const plain = words
    .join(' ')
    .toLowerCase()
    .replace(/\*{2,}/g, '*');
  if (!/^[\p{L}\p{M}\p{N}'\u2018\u2019*?]/u.test(plain) || plain.length > LONGEST) return undefined;
  if (!/[*?]/.test(plain)) return stems ? plain : `=${plain}`;
  return plain;
}

/** Whether words with and without a wildcard stand beside each other. */
function isMixed(source: string): boolean {
  const words = source.split(' ');
  const patterns = words.filter((word) => /[*?]/.test(word)).length;
  return patterns > 0 && patterns < words.length;
}

/** 1 is what every term has there; ours are whole numbers up to 100. */
function readWeight({ weight, pattern, line }: DraftTerm, losses: Losses): number | undefined {
  if (weight === undefined || weight === 1) return undefined;
  if (Number.isInteger(weight) && weight >= 0 && weight <= 100) {
    losses.add(WEIGHT_KEPT, line, pattern);
    return weight;
  }
  losses.add(WEIGHT_LOST, line, `${pattern} (${weight})`);
  return undefined;
}

const NOT_EXPRESSIBLE: Loss = {
  rule: 'no-such-term',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'term')} that cannot be said here`,
  hint: 'terms are words with letters or digits, and * or ? inside or beside them',
};
const STEM_BESIDE_WILDCARD: Loss = {
  rule: 'stem-beside-wildcard',
  severity: 'warning',
  tell: (count) =>
    `${countOf(count, 'phrase')} with a wildcard may match more, for the other words go by their stem here`,
  hint: 'look at what they match, or write the phrases out without a wildcard',
};
const WEIGHT_KEPT: Loss = {
  rule: 'weight',
  severity: 'information',
  tell: (count) => `Took ${countOf(count, 'weight')} over as the weight of coded segments`,
  hint: 'a weight does not change any count here',
};
const WEIGHT_LOST: Loss = {
  rule: 'lost-weight',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'weight')} that ${count === 1 ? 'is' : 'are'} no whole number up to 100`,
  hint: 'the terms are kept without a weight; no count depends on one',
};
