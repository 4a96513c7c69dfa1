/** Columns of a crosstab that are conditions on documents, such as `age>=65`; a document can meet several of them, or none. */
import type { CodedDocument } from '../model.ts';
import { type ColumnSplit, type DocumentPart, giveKeys, type SplitColumn } from './column-split.ts';
import { type Condition, compareValue, judge, listTests, type Outcome, type Test } from './condition.ts';
import { normalizeVariable, refuseVariable } from './find-variable.ts';
import { OptionError } from './option-error.ts';
import { parseCondition } from './parse-condition.ts';
import { readValue } from './selection.ts';
import { VariableColumns } from './variable-columns.ts';

const OPTION = '--condition';
/** What a condition on documents can compare besides variables. */
const SUBJECTS = ['document', 'group'];

export class ConditionSplit implements ColumnSplit {
  readonly noun = 'condition';
  readonly overlaps = true;
  readonly #conditions: { id: string; title: string; condition: Condition }[];
  #variables = new VariableColumns();
  #documents = 0;
  #inSeveral = 0;
  #inNone = 0;

  /** Throws an `OptionError` for a condition that cannot be read or that asks for more than the document. */
  constructor(texts: readonly string[]) {
    this.#conditions = texts.map((text, at) => {
      const condition = parseCondition(text, OPTION);
      for (const test of listTests(condition)) requireDocumentTest(test);
      return { id: String(at), title: text.trim(), condition };
    });
  }

  split(document: CodedDocument): DocumentPart[] {
    const { transcript } = document;
    this.#documents++;
    this.#variables.add(transcript.variables);
    const judgeTest = (test: Test): Outcome => {
      const comparison = requireDocumentTest(test);
      return compareValue(readValue(comparison, transcript), comparison);
    };
    // With a value that is missing a condition is neither met nor not met.
    const met = this.#conditions.filter(({ condition }) => judge(condition, judgeTest).canBeTrue);
    if (met.length === 0) this.#inNone++;
    if (met.length > 1) this.#inSeveral++;
    return met.map(({ id }) => ({ column: id, part: document }));
  }

  columns(reserved: readonly string[]): SplitColumn[] {
    const names = this.#variables.columns([]).map(({ title, key }) => title ?? key);
    const known = new Set(names.map(normalizeVariable));
    for (const test of this.#conditions.flatMap(({ condition }) => listTests(condition))) {
      const { subject, name } = requireDocumentTest(test);
      const isUnknown = subject === 'variable' && !known.has(normalizeVariable(name));
      if (isUnknown && this.#documents > 0) throw refuseVariable(name, names, SUBJECTS);
    }
    return giveKeys(this.#conditions, reserved, this.noun);
  }

  describe(): string[] {
    const [several, none] = [this.#inSeveral, this.#inNone];
    return [
      ...(several > 0
        ? [`Documents that meet several of the conditions, and count in several columns: ${several}.`]
        : []),
      ...(none > 0 ? [`Documents that meet none of the conditions, or lack a value asked for: ${none}.`] : []),
    ];
  }
}

function requireDocumentTest(test: Test) {
  if (test.kind === 'comparison' && (test.subject === 'variable' || SUBJECTS.includes(test.subject))) return test;
  const written = test.kind === 'comparison' ? test.name : test.kind === 'code' ? `code:${test.id}` : test.kind;
  throw new OptionError(
    `Unexpected \`${written}\` in ${OPTION}, expected a document variable, document or group`,
    'what is said of segments belongs to --where',
  );
}
