/** Writes rows into a Parquet file, a group of rows at a time, so that memory does not grow with their number. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { version } from '../../version.ts';

/** Takes the bytes of a file piece by piece. */
export type Sink = (bytes: Uint8Array) => void;

/** `texts` is a list, `map` one of texts by their names; everything but lists and maps may be `undefined`, for no value. */
export type ParquetKind = 'text' | 'integer' | 'decimal' | 'boolean' | 'texts' | 'map';

export interface ParquetColumn<Row> {
  name: string;
  kind: ParquetKind;
  /** Of the kind that the column has. */
  value(row: Row): unknown;
}

/** Of one group, with all columns in memory. */
const MOST_ROWS = 50_000;
const MOST_CHARACTERS = 8 * 2 ** 20;

export class ParquetFile<Row> {
  #columns: readonly ParquetColumn<Row>[];
  #writer: ParquetWriter;
  #data: unknown[][];
  #rows = 0;
  #characters = 0;

  constructor(columns: readonly ParquetColumn<Row>[], sink: Sink) {
    this.#columns = columns;
    this.#data = columns.map(() => []);
    this.#writer = new ParquetWriter({
      writer: new SinkWriter(sink),
      schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(createElements)],
      createdBy: `code-transcripts version ${version}`,
    });
  }

  add(row: Row): void {
    this.#columns.forEach(({ value }, at) => {
      const cell = value(row);
      this.#data[at]?.push(cell);
      if (typeof cell === 'string') this.#characters += cell.length;
    });
    this.#rows++;
    if (this.#rows >= MOST_ROWS || this.#characters >= MOST_CHARACTERS) this.#flush();
  }

  finish(): void {
    if (this.#rows > 0) this.#flush();
    // The sink takes what it is given at once, so nothing is promised here and below.
    void this.#writer.finish();
  }

  #flush(): void {
    const columnData = this.#columns.map(({ name }, at) => ({ name, data: this.#data[at] ?? [] }));
    void this.#writer.write({ columnData, rowGroupSize: this.#rows });
    this.#data = this.#columns.map(() => []);
    this.#rows = 0;
    this.#characters = 0;
  }
}

/** Hands on what was written after each group. */
class SinkWriter extends ByteWriter {
  #sink: Sink;

  constructor(sink: Sink) {
    super();
    this.#sink = sink;
  }

  flush(): void {
    this.#sink(new Uint8Array(this.getBuffer()));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;

/** As https://github.com/apache/parquet-format/blob/master/LogicalTypes.md lays out lists and maps. */
function createElements({ name, kind }: Pick<ParquetColumn<never>, 'name' | 'kind'>): Schema {
  switch (kind) {
    case 'text':
      return [{ name, ...TEXT, repetition_type: 'OPTIONAL' }];
    case 'integer':
      return [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }];
    case 'decimal':
      return [{ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }];
    case 'boolean':
      return [{ name, type: 'BOOLEAN', repetition_type: 'OPTIONAL' }];
    case 'texts':
      return [
        { name, converted_type: 'LIST', repetition_type: 'REQUIRED', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', ...TEXT, repetition_type: 'REQUIRED' },
      ];
    case 'map':
      return [
        { name, converted_type: 'MAP', repetition_type: 'REQUIRED', num_children: 1 },
        { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
        { name: 'key', ...TEXT, repetition_type: 'REQUIRED' },
        { name: 'value', ...TEXT, repetition_type: 'REQUIRED' },
      ];
  }
}
