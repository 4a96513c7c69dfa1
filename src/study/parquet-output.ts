/** The files of codings and segments as Parquet, which are written while a study is gone through. */
import type { Codebook } from '../model.ts';
import type { ParquetResults } from '../output/parquet/parquet-results.ts';
import type { PartialFile } from './partial-file.ts';

const EXTENSION = '.parquet';

export class ParquetOutput {
  readonly names: string[];
  #create: typeof ParquetResults;
  #begin: (name: string) => PartialFile;
  #results: ParquetResults | undefined;

  /** `nameFile` makes the name of a file of what is in it and the ending. What writes them is loaded when it is needed. */
  static async load(
    begin: (name: string) => PartialFile,
    nameFile = (content: string, extension: string) => content + extension,
  ): Promise<ParquetOutput> {
    const { PARQUET_CONTENTS, ParquetResults } = await import('../output/parquet/parquet-results.ts');
    const names = PARQUET_CONTENTS.map((content) => nameFile(content, EXTENSION));
    return new ParquetOutput(names, ParquetResults, begin);
  }

  private constructor(names: string[], create: typeof ParquetResults, begin: (name: string) => PartialFile) {
    this.names = names;
    this.#create = create;
    this.#begin = begin;
  }

  /** Begins the files; the codebook has the codes that are shown. Documents are added to what it returns. */
  begin(codebook: Codebook): ParquetResults {
    const [codings, segments] = this.names.map((name) => {
      const file = this.#begin(name);
      return (bytes: Uint8Array) => file.write(bytes);
    });
    const none = () => {};
    this.#results = new this.#create(codebook, { codings: codings ?? none, segments: segments ?? none });
    return this.#results;
  }

  /** All is handed to the files, which get their names from who began them. */
  finish(): void {
    this.#results?.finish();
  }
}
