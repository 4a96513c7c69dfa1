/** Compares coders over a study: takes its documents one by one, and ends in tables. */
import type { CodedDocument, Table } from '../../model.ts';
import type { Gatherer } from '../analysis.ts';
import { type AgreementRequest, tabulateAgreement } from './agreement-table.ts';
import { AgreementTally } from './agreement-tally.ts';
import { COMPARISON_TABLES, type ComparisonTable, LEVELS, type Level } from './choices.ts';
import { tabulatePairs } from './coder-pairs.ts';
import type { ComparedCoders, ComparedDocument } from './compared-coders.ts';
import { Disagreements } from './disagreements.ts';
import { tabulatePassages } from './passage-levels.ts';
import { summarizeLevel, tabulateSummary } from './summary-table.ts';
import { TermPrecision } from './term-precision.ts';

export interface JudgingOptions {
  /** Coders who worked on every document, coded or not: the program. */
  everywhere: ReadonlySet<string>;
  /** Whether a document without a coding of a coder is one in which the coder found nothing. */
  countEmpty: boolean;
}

export class CoderComparison implements Gatherer {
  readonly tally: AgreementTally;
  #judging: JudgingOptions;
  #disagreements: Disagreements;
  #terms: TermPrecision;

  constructor(compared: ComparedCoders, judging: JudgingOptions) {
    this.tally = new AgreementTally(compared);
    this.#judging = judging;
    this.#disagreements = new Disagreements(compared);
    this.#terms = new TermPrecision(compared);
  }

  /** With the codings of all coders, also those of codes that are not compared: they tell who worked on it. */
  add({ transcript, segments, codings }: CodedDocument): void {
    const { everywhere, countEmpty } = this.#judging;
    const present = new Set(codings.map(({ coder }) => coder));
    const judged = this.tally.compared.coders.map((coder) => countEmpty || everywhere.has(coder) || present.has(coder));
    const document: ComparedDocument = { transcript, segments, codings, judged };
    const sets = this.tally.add(document);
    if (!sets) return;
    this.#disagreements.add(document, sets);
    this.#terms.add(document, sets);
  }

  /** One of the tables; nothing where it makes no sense for these coders. */
  tabulate(table: ComparisonTable, request: AgreementRequest): Table | undefined {
    const { coders, reference } = this.tally.compared;
    switch (table) {
      case 'agreement':
        return tabulateAgreement(this.tally, request);
      case 'summary':
        return tabulateSummary(this.tally);
      case 'disagreements':
        return this.#disagreements.finish();
      case 'passages':
        return coders.length === 2 ? tabulatePassages(this.tally) : undefined;
      case 'pairs':
        return coders.length > 2 ? tabulatePairs(this.tally) : undefined;
      case 'terms':
        return reference === undefined ? undefined : this.#terms.finish();
      case 'missed':
        return reference === undefined ? undefined : this.#disagreements.finishMissed();
    }
  }

  /** What a terminal shows of all codes together, beside the agreement on one level. */
  summarize(level: Level): Table {
    return summarizeLevel(this.tally, level);
  }

  /** Every table there is, in the order of files and sheets. */
  tabulateAll(): Table[] {
    const whole = { depth: undefined, isWhole: true };
    return COMPARISON_TABLES.flatMap((name) => {
      if (name === 'agreement') return LEVELS.map((level) => tabulateAgreement(this.tally, { ...whole, level }));
      return this.tabulate(name, { ...whole, level: 'segments' }) ?? [];
    });
  }
}
