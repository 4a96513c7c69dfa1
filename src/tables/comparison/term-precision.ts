/** How good each term is: how often it led to a code where the reference has it, and how often where it has not. */
import { precision, wilsonInterval } from '../../agreement/retrieval.ts';
import type { Cell, Column, Table } from '../../model.ts';
import type { SegmentSets } from './coder-patterns.ts';
import { CodeRows, type ComparedCoders, type ComparedDocument } from './compared-coders.ts';
import { findSegments } from './find-segments.ts';
import { UNDEFINED } from './measure-columns.ts';

interface TermHits {
  code: number;
  term: string;
  right: number;
  wrong: number;
}

/** Of all coders but the reference whose codings say by which terms they came about. */
export class TermPrecision {
  #compared: ComparedCoders;
  #rows: CodeRows;
  #hits = new Map<string, TermHits>();

  constructor(compared: ComparedCoders) {
    this.#compared = compared;
    this.#rows = new CodeRows(compared.codes);
  }

  /** Documents that the reference did not work on say nothing. */
  add(document: ComparedDocument, sets: SegmentSets): void {
    const { reference, coders, match } = this.#compared;
    if (reference === undefined || !document.judged[reference]) return;
    const seen = new Set<string>();
    for (const { coder, code, start, end, evidence } of document.codings) {
      const [row] = this.#rows.of(code);
      if (row === undefined || coder === coders[reference]) continue;
      for (const segment of findSegments(document.segments, { start, end }, match)) {
        const isRight = ((sets.get(row)?.get(segment) ?? 0) & (1 << reference)) !== 0;
        for (const { term } of evidence) {
          const key = JSON.stringify([row, term]);
          if (seen.has(`${segment} ${key}`)) continue;
          seen.add(`${segment} ${key}`);
          const hits = this.#hits.get(key) ?? { code: row, term, right: 0, wrong: 0 };
          this.#hits.set(key, hits);
          if (isRight) hits.right++;
          else hits.wrong++;
        }
      }
    }
  }

  /** Those that cost most come first. */
  finish(): Table {
    const { codes, coders, reference = 0, unit } = this.#compared;
    const sorted = [...this.#hits.values()].sort(
      (a, b) => b.wrong - a.wrong || b.right - a.right || a.code - b.code || (a.term < b.term ? -1 : 1),
    );
    const rows = sorted.map(({ code, term, right, wrong }) => {
      const node = codes[code];
      const cells: Cell[] = [
        term,
        node?.path ?? '',
        node?.code.id ?? '',
        right + wrong,
        right,
        wrong,
        ...share(right, wrong),
      ];
      return {
        kind: 'body' as const,
        code: node?.code.id ?? '',
        ...(node?.code.color ? { color: node.code.color } : {}),
        cells,
      };
    });
    return {
      name: 'term-precision',
      title: 'How good the terms are',
      columns: COLUMNS,
      rows,
      notes: [
        ...(rows.length === 0 ? ['No coding of whoever is measured says by which terms it came about.'] : []),
        `One row a term and code, those with most wrong hits first. Hits: ${unit}s in which the term led to the code; one of several terms in the same ${unit} counts for each.`,
        `Right: ${coders[reference]} gave the ${unit} the code or one of its subcodes. Only documents that ${coders[reference]} worked on.`,
        'Precision: share of right hits; low and high: its 95 % interval (Wilson 1927), for which hits are taken to be independent.',
      ],
    };
  }
}

function share(right: number, wrong: number): Cell[] {
  const { value } = precision({ right, wrong, missed: 0 });
  const interval = wilsonInterval(right, right + wrong);
  return [value, interval?.low ?? null, interval?.high ?? null].map((each) => (each === null ? null : each * 100));
}

const COLUMNS: Column[] = [
  { key: 'term', title: 'Term', kind: 'text' },
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
  { key: 'hits', title: 'Hits', kind: 'integer' },
  { key: 'right', title: 'Right', kind: 'integer' },
  { key: 'wrong', title: 'Wrong', kind: 'integer' },
  { key: 'precision', title: 'Precision %', kind: 'percent', empty: UNDEFINED },
  { key: 'low', title: 'Low', kind: 'percent' },
  { key: 'high', title: 'High', kind: 'percent' },
];
