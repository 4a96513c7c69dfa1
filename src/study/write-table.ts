/** Writes a table where it was asked for: to stdout, or to a file. */
import type { Io } from '../io.ts';
import type { Table } from '../model.ts';
import type { TableFormat, WriteOptions } from '../output/table-format.ts';
import type { CodedStudy } from './open-study.ts';
import { writeLongFile } from './table-file.ts';

export interface TablePlace {
  /** Of the file; stdout where it is left out. */
  output?: string;
  format: TableFormat;
  writing: WriteOptions;
  study: Pick<CodedStudy, 'inputs'>;
}

/** Throws a usage error where the file cannot be written. */
export async function writeTable(table: Table, { output, format, writing, study }: TablePlace, io: Io): Promise<void> {
  const options = output === undefined ? writing : { ...writing, colorLevel: 0 as const };
  const pieces = format.pieces?.(table, options) ?? [await format.write(table, options)];
  if (output !== undefined) await writeLongFile(output, pieces, study, io);
  else for (const piece of pieces) io.out(piece);
}
