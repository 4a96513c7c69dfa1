/** Reads what stands behind `--columns`: the names of the columns of transcripts that are tables. */
import { InvalidArgumentError } from 'commander';
import { COLUMN_KEYS, type ColumnMapping } from '../transcript/source.ts';

/** A name may hold commas; one that is followed by a key and `=` ends it. */
export function parseColumns(text: string): ColumnMapping {
  const keys = COLUMN_KEYS.join('|');
  const mapping: ColumnMapping = {};
  for (const part of text.split(new RegExp(`,(?=\\s*(?:${keys})\\s*=)`, 'i'))) {
    const [, key = '', name = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    const known = COLUMN_KEYS.find((each) => each === key.toLowerCase());
    if (!known || name === '')
      throw new InvalidArgumentError(
        `Expected KEY=NAME pairs with commas between them; keys are ${COLUMN_KEYS.join(', ')}.`,
      );
    mapping[known] = name;
  }
  return mapping;
}
