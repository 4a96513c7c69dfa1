/** The document variables of a project: programs put their values on the source, or on a case with the source in it. */
import { guidKey } from '../../codebook/formats/refi-codes.ts';
import type { LeftOutItem, VariableValue } from '../../model.ts';
import { tidyName } from './people.ts';
import { type RawProject, type RawValue, readReferences, readValues } from './raw-project.ts';

/** By the GUID of the source. */
export function readDocumentVariables(
  raw: RawProject,
  leftOut: LeftOutItem[],
): Map<string, Record<string, VariableValue>> {
  const variables = new Map(raw.sources.map(({ guid }) => [guid, new Map<string, VariableValue>()]));
  const add = (guid: string, values: readonly RawValue[], owner: string) => {
    const known = variables.get(guid);
    for (const value of values) {
      const name = tidyName(raw.variables.get(value.variable) ?? '', '');
      const read = readValue(value);
      if (!known || name === '')
        leftOut.push({ kind: 'value', name: owner, reason: 'its variable or document is missing' });
      else if (read === undefined) continue;
      else if (!known.has(name)) known.set(name, read);
      else if (known.get(name) !== read)
        leftOut.push({ kind: 'value', name: owner, reason: `the document has another value of \`${name}\`` });
    }
  };
  for (const source of raw.sources) add(source.guid, source.values, source.name);
  for (const item of raw.cases) {
    const { name = '', guid } = item.attributes;
    const values = readValues(item);
    const sources = readReferences(item, 'SourceRef').filter((each) => variables.has(each));
    for (const source of sources) add(source, values, name);
    const passages = readReferences(item, 'SelectionRef').length;
    if (sources.length === 0) leftOut.push({ kind: 'case', name: name || guidKey(guid), reason: explain(passages) });
    else if (passages > 0) leftOut.push({ kind: 'case', name, reason: 'its single passages are not taken over' });
  }
  return new Map([...variables].map(([guid, values]) => [guid, Object.fromEntries(values)]));
}

function explain(passages: number): string {
  return passages > 0 ? 'only cases of whole documents are taken over' : 'it has no document that is taken over';
}

/** Undefined where there is nothing. */
function readValue({ kind, text }: RawValue): VariableValue | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  if (kind === 'BooleanValue' && /^(?:true|false|1|0)$/.test(plain)) return plain === 'true' || plain === '1';
  if (/^(?:Integer|Float)Value$/.test(kind) && /^[-+]?\d{1,15}(?:\.\d{1,12})?$/.test(plain)) return Number(plain);
  return tidyName(text, plain);
}
