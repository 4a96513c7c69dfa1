/** Four lines, a third document and two variables: a study whose tables can be checked in the head. */

import type { CodedDocument, Table, VariableValue } from '../../src/model.ts';
import { csv } from '../../src/output/csv.ts';
import type { CreateFold, TableOptions } from '../../src/tables/analysis.ts';
import { codeText, parseCodebook } from '../builders.ts';

export const FRUIT = parseCodebook(`
name: tiny
languages: [nl]
codes:
  - id: fruit
    name: Fruit
    terms: [vrucht]
    codes:
      - { id: apple, name: Apple, terms: [appel] }
      - { id: pear, name: Pear, terms: [peer] }
  - { id: bread, name: Bread, terms: [brood] }
`);

/** A document of this name, with its variables and group. */
export function codeDocument(
  name: string,
  text: string,
  { variables = {}, group }: { variables?: Record<string, VariableValue>; group?: string } = {},
): CodedDocument {
  const coded = codeText(FRUIT, text, { path: `${name}.txt` });
  const transcript = { ...coded.transcript, variables, ...(group === undefined ? {} : { group }) };
  return { ...coded, transcript };
}

/** Two segments with ten words and two with five; a segment with two apples and a pear. */
export const ONE = codeDocument('one', 'I: Een appel?\nR: Een appel, nog een appel en een peer.\nR: Een vrucht.\n', {
  variables: { age: 70, Town: 'Ede' },
});
export const TWO = codeDocument('two', 'I: Brood?\nR: Brood en een appel.\nR: Niets.\n', {
  variables: { age: 8, town: 'Breda' },
});
export const THREE = codeDocument('three', 'I: En?\nR: Brood.\n');

/** The table of an analysis over documents. */
export function tabulate(
  create: CreateFold,
  documents: readonly CodedDocument[],
  options: Partial<TableOptions> = {},
): Table {
  const fold = create(FRUIT, { aggregate: 'distinct', ...options });
  for (const document of documents) fold.add(document);
  return fold.finish();
}

/** Its csv as lines. */
export function linesOf(table: Table): string[] {
  const text = csv.write(table, { width: 80, colorLevel: 0, numbers: false, excel: false });
  return text.trimEnd().split('\n');
}
