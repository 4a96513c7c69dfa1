/** Code relations: how often two codes occur together (MAXQDA's Code Relations Browser), as a matrix or pair by pair. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Codebook, Column, Row, Table } from '../model.ts';
import type { Fold, TableOptions } from './analysis.ts';
import { CodeSlots, type SlotRow } from './code-slots.ts';
import {
  describeRelations,
  headingOfUnits,
  PLACES,
  RELATION_COLUMNS,
  RELATION_VALUES,
  type RelationKind,
  titleOfRelations,
} from './describe-relations.ts';
import { count, StudySize } from './notes.ts';
import { OptionError } from './option-error.ts';
import { NearSegments, type RelationCounts, SharedUnits } from './relation-counts.ts';

/** What is told of it stands in the list of analyses. */
export function createCodeRelations(codebook: Codebook, options: TableOptions): Fold {
  const kind = readKind(options);
  const codes = listCodes(codebook);
  const slots = new CodeSlots(codes, options.depth);
  const places = { codes, slots };
  const counts =
    kind.within === 'paragraphs' ? new NearSegments(places, kind.distance) : new SharedUnits(places, kind.within);
  const size = new StudySize();
  return {
    add(document) {
      counts.add(document);
      size.add(document);
    },
    finish() {
      const all = slots.listRows((slot) => counts.countOf(slot) > 0);
      const found = { counts, slots, rows: keepMostFrequent(all, counts), kind };
      const { notes, ...content } = options.long ? createPairs(found, options.top) : createMatrix(found);
      const isLong = options.long === true;
      const limit = found.rows.length < all.length ? [describeLimit(all.length)] : [];
      return {
        name: 'code-relations',
        title: titleOfRelations(kind, isLong),
        ...content,
        notes: [...limit, ...notes, ...describeRelations(kind, isLong), ...size.describe()],
      };
    },
  };
}

const DEFAULT_DISTANCE = 1;

function readKind({ within: place, distance, value, long, top }: TableOptions): RelationKind {
  const within = PLACES.find((each) => each === place) ?? PLACES[0];
  if (within !== 'paragraphs' && distance !== undefined)
    throw new OptionError(`Unexpected --distance within the ${within}`, 'add --within paragraphs');
  if (top !== undefined && !long) throw new OptionError('Unexpected --top for a matrix', 'add --long');
  return {
    within,
    distance: distance ?? DEFAULT_DISTANCE,
    value: RELATION_VALUES.find((each) => each === value) ?? RELATION_VALUES[0],
  };
}

/** A square of more codes than this is more than a spreadsheet, or memory, can hold. */
const MOST_CODES = 1000;

/** In the order of the book. */
function keepMostFrequent(rows: SlotRow[], counts: RelationCounts): SlotRow[] {
  if (rows.length <= MOST_CODES) return rows;
  const order = rows.toSorted((a, b) => counts.countOf(b.slot) - counts.countOf(a.slot));
  const kept = new Set(order.slice(0, MOST_CODES));
  return rows.filter((row) => kept.has(row));
}

function describeLimit(codes: number): string {
  return `Only the ${MOST_CODES} most frequent of ${codes} codes are shown; --depth folds subcodes into their parents.`;
}

interface Found {
  counts: RelationCounts;
  slots: CodeSlots;
  rows: SlotRow[];
  kind: RelationKind;
}

type Content = Omit<Table, 'name' | 'title'>;

/** Symmetric; the cells of a code with itself and with its subcodes are empty. */
function createMatrix({ counts, slots, rows, kind }: Found): Content {
  const units = headingOfUnits(kind);
  const own = [...CODE_COLUMNS, { key: units.toLowerCase(), title: units, kind: 'integer' as const }];
  const columns = rows.map(({ row }): Column => {
    const id = `${row.code}${row.directly ? ' (directly)' : ''}`;
    const key = own.some((each) => each.key === id) ? `code ${id}` : id;
    return { ...RELATION_COLUMNS[kind.value], key, title: String(row.cells[0]) };
  });
  const createRow = ({ row, slot }: SlotRow): Row => {
    const relate = (other: SlotRow) =>
      slots.isWithin(slot, other.slot) ? null : counts.relate(slot, other.slot)[kind.value];
    return { ...row, cells: [...row.cells, counts.countOf(slot), ...rows.map(relate)] };
  };
  return {
    display: 'relations',
    columns: [...own, ...columns],
    rows: rows.map(createRow),
    notes: [],
  };
}

const CODE_COLUMNS = [
  { key: 'code', title: 'Code', kind: 'text' },
  { key: 'code_id', title: 'Code id', kind: 'text' },
] as const satisfies Column[];

/** Every pair of codes but that of a code and its own subcode; the closest first, then in the order of the book. */
function createPairs({ counts, slots, rows, kind }: Found, top: number | undefined): Content {
  const pairs: { row: Row; value: number }[] = [];
  rows.forEach((a, at) => {
    for (const b of rows.slice(at + 1)) {
      if (slots.isWithin(a.slot, b.slot)) continue;
      const { count: together, jaccard, lift } = counts.relate(a.slot, b.slot);
      const numbers = [together, counts.countOf(a.slot), counts.countOf(b.slot), jaccard, lift];
      const value = { count: together, jaccard, lift }[kind.value] ?? -1;
      pairs.push({ row: { kind: 'body', cells: [...a.row.cells, ...b.row.cells, ...numbers] }, value });
    }
  });
  const shown = pairs.toSorted((a, b) => b.value - a.value).slice(0, top);
  return {
    columns: [
      { key: 'code_a', title: 'Code A', kind: 'text' },
      { key: 'code_a_id', title: 'Code A id', kind: 'text' },
      { key: 'code_b', title: 'Code B', kind: 'text' },
      { key: 'code_b_id', title: 'Code B id', kind: 'text' },
      { key: 'count', title: kind.within === 'paragraphs' ? 'Pairs' : 'Both', kind: 'integer' },
      { key: 'count_a', title: 'A', kind: 'integer' },
      { key: 'count_b', title: 'B', kind: 'integer' },
      { key: 'jaccard', ...RELATION_COLUMNS.jaccard },
      { key: 'lift', ...RELATION_COLUMNS.lift },
    ],
    rows: shown.map(({ row }) => row),
    notes: [`${shown.length} of ${count(pairs.length, 'pair')} of codes, the largest ${kind.value} first.`],
  };
}
