/** Selects what of a study is counted: documents, segments and codings that meet a condition, and some of the codes. */
import { listCodes } from '../codebook/code-tree.ts';
import type { Codebook, CodedDocument, Coding, Message, Span, Transcript } from '../model.ts';
import { normalizeName } from '../transcript/normalize-name.ts';
import {
  type Comparison,
  type Condition,
  compareValue,
  judge,
  listTests,
  OPEN,
  type Outcome,
  SUBJECTS,
  settle,
  type Test,
} from './condition.ts';
import { findVariable, normalizeVariable, refuseVariable } from './find-variable.ts';
import { count } from './notes.ts';
import { requireCodes, selectCodes } from './select-codes.ts';
import { findTouched, mergeSpans, turnsOf } from './touched-segments.ts';
import { ValueLog } from './value-log.ts';
import { VariableColumns } from './variable-columns.ts';

export interface SelectionRequest {
  where?: { text: string; condition: Condition };
  /** Ids of the codes that are shown and counted, with their subcodes. */
  codes?: readonly string[];
}

/**
 * A document for which the condition cannot be met, whatever is coded in it, leaves the study; a segment for which it cannot
 * be met by what is known of its document and speaker leaves the base; of the codings those are kept that meet it.
 */
export class Selection {
  /** With the selected codes only. */
  readonly codebook: Codebook;
  #request: SelectionRequest;
  /** Ids of every code: itself and the codes above it. */
  #families: ReadonlyMap<string, readonly string[]>;
  #shown: ReadonlySet<string>;
  #variables = new VariableColumns();
  #values = new ValueLog();
  #before: Size = { documents: 0, segments: 0, codings: 0 };
  /** By the condition; the choice of codes is not a matter of size. */
  #after: Size = { documents: 0, segments: 0, codings: 0 };
  /** Documents that leave for want of a value. */
  #missing = 0;

  /** Throws an `OptionError` for a code that is not in the book. */
  constructor(codebook: Codebook, request: SelectionRequest) {
    this.#request = request;
    const nodes = listCodes(codebook);
    const idOf = (index: number) => nodes[index]?.code.id ?? '';
    this.#families = new Map(nodes.map(({ code, ancestors }) => [code.id, [code.id, ...ancestors.map(idOf)]]));
    const tests = request.where ? listTests(request.where.condition) : [];
    requireCodes(
      codebook,
      tests.flatMap((test) => (test.kind === 'code' ? test.id : [])),
    );
    this.codebook = request.codes ? selectCodes(codebook, request.codes) : codebook;
    this.#shown = new Set(listCodes(this.codebook).map(({ code }) => code.id));
  }

  /** The document with what is selected of it; nothing when it leaves the study. Documents are to be asked once each. */
  apply<Document extends CodedDocument>(document: Document): Document | undefined {
    addSize(this.#before, document);
    this.#variables.add(document.transcript.variables);
    const selected = this.#request.where ? this.#applyCondition(document, this.#request.where.condition) : document;
    if (!selected) return undefined;
    addSize(this.#after, selected);
    return { ...selected, codings: selected.codings.filter(({ code }) => this.#shown.has(code)) };
  }

  #applyCondition<Document extends CodedDocument>(document: Document, condition: Condition): Document | undefined {
    const known = new Map<Test, Outcome>();
    for (const test of listTests(condition)) known.set(test, this.#judgeByDocument(test, document));
    const outcomeOf = (test: Test) => known.get(test) ?? OPEN;
    const ofDocument = judge(condition, outcomeOf);
    if (!ofDocument.canBeTrue) {
      if (judge(condition, (test) => openIfMissing(outcomeOf(test))).canBeTrue) this.#missing++;
      return undefined;
    }
    const judgeTurn = createTurnJudge(document.transcript, known);
    const isIn = ({ turn }: { turn: number }) => judge(condition, (test) => judgeTurn(test, turn)).canBeTrue;
    const kept = document.segments.map(isIn);
    const hasNobody = !kept.includes(true) && listTests(condition).some(isOfSpeaker);
    if (hasNobody && ofDocument.canBeFalse) return undefined;
    const segmentWords = document.segmentWords.filter((_, at) => kept[at]);
    const passages = this.#gatherPassages(document.codings, condition);
    return {
      ...document,
      segments: document.segments.filter((_, at) => kept[at]),
      segmentWords,
      words: segmentWords.reduce((sum, words) => sum + words, 0),
      // A passage over several turns is kept where it meets the condition in one of them.
      codings: document.codings.filter((coding) =>
        turnsOf(coding, document.segments).some(
          (turn) =>
            judge(condition, (test) => judgeCoding(test, { ...coding, turn }, { judgeTurn, passages })).canBeTrue,
        ),
      ),
    };
  }

  #judgeByDocument(test: Test, { transcript, speakers, codings }: CodedDocument): Outcome {
    if (test.kind !== 'comparison' || test.subject === 'weight') return OPEN;
    if (test.subject === 'speaker') this.#values.add(test, listCodedSpeakers(speakers), compareSpeaker);
    else if (test.subject === 'coder')
      this.#values.add(
        test,
        codings.map(({ coder }) => coder),
        compareValue,
      );
    else {
      const value = readValue(test, transcript);
      this.#values.add(test, value === undefined ? [] : [value], compareValue);
      return compareValue(value, test);
    }
    return OPEN;
  }

  /** Where each code that is asked for lies, with its subcodes. */
  #gatherPassages(codings: readonly Coding[], condition: Condition): ReadonlyMap<string, readonly Span[]> {
    const ids = listTests(condition).flatMap((test) => (test.kind === 'code' ? test.id : []));
    return new Map(
      ids.map((id) => [id, mergeSpans(codings.filter(({ code }) => this.#families.get(code)?.includes(id)))]),
    );
  }

  /** When all documents have passed by: warnings of values that nothing has. Throws an `OptionError` for such a variable. */
  finish(): Message[] {
    const names = this.#variables.columns([]).map(({ title, key }) => title ?? key);
    const known = new Set(names.map(normalizeVariable));
    const tests = this.#request.where ? listTests(this.#request.where.condition) : [];
    for (const test of tests) {
      if (test.kind !== 'comparison' || test.subject !== 'variable' || known.has(normalizeVariable(test.name)))
        continue;
      throw refuseVariable(test.name, names, [...SUBJECTS, 'negated']);
    }
    return this.#values.describe();
  }

  /** What the notes of every table have to say of it. */
  describe(): string[] {
    return [...this.#describeWhere(), ...this.#describeCodes()];
  }

  #describeWhere(): string[] {
    const { where } = this.#request;
    if (!where) return [];
    const [before, after] = [this.#before, this.#after];
    const of = (key: keyof Size, noun: string) => `${after[key]} of ${count(before[key], noun)}`;
    const missing =
      this.#missing === 0
        ? ''
        : ` ${count(this.#missing, 'document')} left out for want of a value that it asks for, or that can be compared.`;
    const isOfCodings = listTests(where.condition).some(isOfCoding);
    const rest = isOfCodings
      ? ' Codings that do not meet it are left out as if they had not been given; their segments stay in the base.'
      : '';
    return [
      `Selection: --where '${where.text}' keeps ${of('documents', 'document')}, ${of('segments', 'segment')} and ${of('codings', 'coding')}.${missing}${rest}`,
    ];
  }

  #describeCodes(): string[] {
    const { codes } = this.#request;
    if (!codes) return [];
    return [
      `Selection: --codes ${codes.join(',')}, with subcodes: ${this.#shown.size} of ${count(this.#families.size, 'code')}. Only these are counted, in sums and percentages too; segments without them stay in the base.`,
    ];
  }
}

interface Size {
  documents: number;
  segments: number;
  codings: number;
}

function addSize(size: Size, { segments, codings }: Pick<CodedDocument, 'segments' | 'codings'>): void {
  size.documents++;
  size.segments += segments.length;
  size.codings += codings.length;
}

const isOfSpeaker = (test: Test): boolean => test.kind === 'comparison' && test.subject === 'speaker';

const isOfCoding = (test: Test): boolean =>
  test.kind !== 'comparison' || test.subject === 'weight' || test.subject === 'coder';

function listCodedSpeakers(speakers: CodedDocument['speakers']): string[] {
  return speakers.flatMap(({ speaker, coded }) => (coded && speaker !== undefined ? [speaker] : []));
}

/** What a document has of what is compared; `undefined` where it has nothing. */
export function readValue({ subject, name }: Comparison, transcript: Transcript): string | undefined {
  if (subject === 'document') return transcript.document;
  if (subject === 'group') return transcript.group || undefined;
  return findVariable(transcript.variables, name)?.toString();
}

/** To tell whether a value that is missing is what keeps a condition from being met. */
function openIfMissing(outcome: Outcome): Outcome {
  return outcome.canBeTrue || outcome.canBeFalse ? outcome : OPEN;
}

type TurnJudge = (test: Test, turn: number) => Outcome;

/** What is known of a test by the document and the speaker of a turn; each name is compared once. */
function createTurnJudge({ turns }: Transcript, known: ReadonlyMap<Test, Outcome>): TurnJudge {
  const bySpeaker = new Map<Test, Map<string, Outcome>>();
  return (test, turn) => {
    if (test.kind !== 'comparison' || test.subject !== 'speaker') return known.get(test) ?? OPEN;
    const outcomes = bySpeaker.get(test) ?? new Map<string, Outcome>();
    bySpeaker.set(test, outcomes);
    const speaker = turns[turn]?.speaker ?? '';
    const outcome = outcomes.get(speaker) ?? compareSpeaker(speaker, test);
    outcomes.set(speaker, outcome);
    return outcome;
  };
}

/** As speaker labels are compared everywhere. */
function compareSpeaker(speaker: string, comparison: Comparison): Outcome {
  return compareValue(normalizeName(speaker) || undefined, { ...comparison, value: normalizeName(comparison.value) });
}

interface CodingFacts {
  judgeTurn: TurnJudge;
  /** By code, where it lies. */
  passages: ReadonlyMap<string, readonly Span[]>;
}

/** Of a coding everything is known. */
function judgeCoding(test: Test, coding: Coding, { judgeTurn, passages }: CodingFacts): Outcome {
  if (test.kind === 'code') {
    const { from, to } = findTouched(passages.get(test.id) ?? [], coding);
    return settle(from < to);
  }
  if (test.kind === 'negated') return settle(coding.evidence.some(({ negation }) => negation !== undefined));
  if (test.subject === 'weight') return compareValue(String(coding.weight), test);
  return test.subject === 'coder' ? compareValue(coding.coder, test) : judgeTurn(test, coding.turn);
}
