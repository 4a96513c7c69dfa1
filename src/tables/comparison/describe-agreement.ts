/** What the notes of tables of agreement say: units, coders, formulas, and what is not defined. */
import { FEWEST_DOCUMENTS, RESAMPLES } from '../../agreement/bootstrap.ts';
import { count } from '../notes.ts';
import type { AgreementTally } from './agreement-tally.ts';
import type { Level } from './choices.ts';
import type { ComparedCoders } from './compared-coders.ts';
import { listMeasures, type MeasureColumn, MOST_SHOWN, UNDEFINED } from './measure-columns.ts';
import type { MeasureName, RowMeasures } from './row-measures.ts';
import { explainNames } from './shorten-names.ts';

export function describeAgreement(tally: AgreementTally, level: Level, isWhole: boolean): string[] {
  return [
    describeBase(tally, level),
    ...explainNames(tally.compared.coders),
    ...describeUnits(tally, level),
    ...describeCounts(tally.compared),
    ...describeMeasures(tally.compared, isWhole),
    describeInterval(tally, isWhole),
    ...describeCoders(tally),
  ];
}

/** "2 coders: anna, ben. 6 documents, 120 paragraphs; 5 codes." */
export function describeBase(tally: AgreementTally, level: Level): string {
  const { coders, codes, reference } = tally.compared;
  const unused = codes.length - tally.usedCodes;
  const used = unused === 0 ? '' : ` (${unused} of them used by nobody)`;
  const units = level === 'documents' ? '' : `, ${count(tally.countUnits(level, 'all'), nameUnit(tally, level))}`;
  const measured = reference === undefined ? '' : `; reference: ${coders[reference]}`;
  return `${coders.length} coders: ${coders.join(', ')}${measured}. ${count(tally.documents, 'document')}${units}; ${count(codes.length, 'code')}${used}.`;
}

/** The noun of one unit. */
export function nameUnit({ compared }: AgreementTally, level: Level): string {
  return level === 'segments' ? compared.unit : level.slice(0, -1);
}

const RULES = {
  any: 'a passage gives its code to every segment with which it shares a character',
  half: 'a passage gives its code to each segment of which it covers more than half, or in which more than half of it lies, else to the one that it covers most of',
};

function describeUnits(tally: AgreementTally, level: Level): string[] {
  const { unit, match } = tally.compared;
  const units: Record<Level, string> = {
    segments: `Unit: the ${unit}, as far as it is coded (interviewers left out); ${RULES[match]}.`,
    documents: 'Unit: the document; it has a code when a coder put the code anywhere in it.',
    characters: 'Unit: the character, of the whole text whoever speaks, blanks included.',
  };
  return [
    units[level],
    'A code with subcodes: the code or any of its subcodes. All codes: each unit once for every code by itself. Any code: whether a unit has a code at all. Mean over codes: of the codes above that anybody used; what is not defined is left out of it.',
  ];
}

function describeCounts({ coders, reference }: ComparedCoders): string[] {
  if (coders.length > 2)
    return [
      'All, some, none: units that all coders who worked on the document, only some, or none of them gave the code.',
    ];
  const measured =
    reference === undefined
      ? ''
      : ` What only ${coders[1 - reference]} has is wrong, what only ${coders[reference]} has is missed.`;
  return [`Both, only, neither: units that both, one, or neither gave the code.${measured}`];
}

const MEANINGS: Record<MeasureName, string> = {
  percent: 'Agree %: share of pairs of coders who say the same of a unit',
  cohen: "Cohen: Cohen's kappa (1960)",
  scott: "Scott: Scott's pi (1955)",
  fleiss: "Fleiss: Fleiss' kappa (1971; with missing judgements as Gwet 2014)",
  conger: "Conger: Conger's kappa (1980)",
  brennan_prediger: 'BP: kappa of Brennan and Prediger (1981), with 2 categories: has the code or not',
  alpha: "Alpha: Krippendorff's alpha, nominal (2011)",
  ac1: "AC1: Gwet's AC1 (2008)",
  precision: 'Precision: of what was given the code, the share that the reference gave it too',
  recall: 'Recall: of what the reference gave the code, the share that was given it too',
  f1: 'F1: the harmonic mean of precision and recall, the same for two coders without a reference (Holsti, Dice)',
};

function describeMeasures(compared: ComparedCoders, isWhole: boolean): string[] {
  return [
    `${pickShown(compared, isWhole)
      .map(({ name }) => MEANINGS[name])
      .join('. ')}.`,
    `All of them are about whether a unit has the code or not, over all units${isWhole ? '; the columns of coded units are over those that anybody gave any of the codes' : ''}.`,
  ];
}

export function describeInterval(tally: AgreementTally, isWhole: boolean): string {
  if (!isWhole) return 'Files (-f csv, -o) have the other coefficients and 95 % intervals too.';
  if (tally.documents < FEWEST_DOCUMENTS)
    return `There are no intervals, since ${count(tally.documents, 'document')} would say too little about others.`;
  return `Low and high: 95 % interval, percentiles of ${RESAMPLES} bootstrap resamples of the ${tally.documents} documents, drawn with a fixed seed; none where more than one resample of twenty leaves the number undefined.`;
}

/** Who worked on what, and what is in no number. */
export function describeCoders({
  compared: { coders },
  judged,
  documents,
  leftOut,
  outside,
}: AgreementTally): string[] {
  const partial = coders.flatMap((name, at) =>
    judged[at] === documents ? [] : [`${name} ${judged[at]} of ${documents}`],
  );
  const lost = coders.flatMap((name, at) => ((outside[at] ?? 0) > 0 ? [`${name} ${outside[at]}`] : []));
  return [
    ...(partial.length > 0 ? [`Documents by coder: ${partial.join(', ')}; in the others they count as missing.`] : []),
    ...(leftOut.length > 0
      ? [
          `Left out: ${count(leftOut.length, 'document')} in which fewer than two of them coded anything (${listSome(leftOut)}); --count-empty takes these for coded, with nothing found.`,
        ]
      : []),
    ...(lost.length > 0
      ? [
          `Passages that touch no segment, most often of an interviewer, and count on documents and characters only: ${lost.join(', ')}.`,
        ]
      : []),
  ];
}

function pickShown(compared: ComparedCoders, isWhole: boolean): MeasureColumn[] {
  return listMeasures(compared).slice(0, isWhole ? undefined : MOST_SHOWN);
}

/** Which number of which code is not defined, and why. */
export function describeUndefined(
  compared: ComparedCoders,
  measured: readonly { name: string; of: RowMeasures }[],
  isWhole: boolean,
): string[] {
  const cases = new Map<string, { titles: Set<string>; codes: Set<string> }>();
  for (const { name, longTitle } of pickShown(compared, isWhole)) {
    for (const { name: code, of } of measured) {
      const { value = null, reason = '' } = of.measures[name] ?? {};
      if (value !== null || reason === '') continue;
      const known = cases.get(reason) ?? { titles: new Set(), codes: new Set() };
      cases.set(reason, known);
      known.titles.add(longTitle);
      known.codes.add(code);
    }
  }
  return [...cases].map(
    ([reason, { titles, codes }]) =>
      `${UNDEFINED} not defined, since ${reason}: ${[...titles].join(', ')} (${listSome([...codes])}).`,
  );
}

const MOST_NAMED = 6;

function listSome(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return names.slice(0, MOST_NAMED).join(', ') + more;
}
