/** The files of one shard: its part, and what Parquet was asked for. They get their names together, the part last. */
import type { Io } from '../../io.ts';
import type { Settings } from '../../settings.ts';
import type { Selection } from '../../tables/selection.ts';
import type { StudyDocument } from '../open-study.ts';
import { ParquetOutput } from '../parquet-output.ts';
import { PartialFile } from '../partial-file.ts';
import { UsageError } from '../usage-error.ts';
import { explainWriteError } from '../write-error.ts';
import type { PartHeader, PartLine } from './part-format.ts';
import { PartWriter } from './part-writer.ts';
import { isShardFile, nameShardFile, PART_EXTENSION, type Shard } from './shard.ts';

export interface ShardPlace {
  shard: Shard;
  /** Folder. */
  output: string;
  settings: Settings;
  selection: Selection;
}

export class ShardFiles {
  /** Of the part. */
  readonly path: string;
  #part: PartWriter;
  #parquet: ParquetOutput | undefined;
  #parquetFiles: PartialFile[] = [];
  /** Takes documents with what is selected of them. */
  #add: (document: StudyDocument) => void = () => {};

  /** Throws a usage error where nothing can be written, as do the others. */
  static async open(
    header: PartHeader,
    { shard, output, settings, selection }: ShardPlace,
    io: Io,
  ): Promise<ShardFiles> {
    if (io.kindOf(output) === 'file')
      throw new UsageError(`Unexpected file ${output}, expected a folder for the parts`);
    try {
      io.makeFolder(output);
      removeOld(output, shard, io);
    } catch (error) {
      throw explainWriteError(`Cannot write to ${output}`, error as Error);
    }
    const path = `${output}/${nameShardFile('part', shard, PART_EXTENSION)}`;
    const files = new ShardFiles(path, new PartWriter(path, header, io));
    if (settings.parquet) {
      const name = (content: string, extension: string) => nameShardFile(content, shard, extension);
      files.#parquet = await ParquetOutput.load((each) => files.#begin(`${output}/${each}`, io), name);
      const rows = files.#parquet.begin(selection.codebook);
      files.#add = (document) => {
        const selected = selection.apply(document);
        if (selected) rows.add(selected);
      };
    }
    return files;
  }

  private constructor(path: string, part: PartWriter) {
    this.path = path;
    this.#part = part;
  }

  /** `document` where the line is one that is coded. */
  add(line: PartLine, document?: StudyDocument): void {
    this.#part.add(line);
    if (document) this.#add(document);
  }

  finish(): void {
    this.#parquet?.finish();
    for (const file of this.#parquetFiles) file.settle();
    this.#part.settle();
    for (const file of this.#parquetFiles) file.finish();
    this.#part.finish();
  }

  abandon(): void {
    for (const file of this.#parquetFiles) file.abandon();
    this.#part.abandon();
  }

  #begin(path: string, io: Io): PartialFile {
    const file = new PartialFile(path, io);
    this.#parquetFiles.push(file);
    return file;
  }
}

/** Else what an earlier run left would be merged when this one does not come to its end. */
function removeOld(output: string, { index, count }: Shard, io: Io): void {
  for (const { name } of io.listFolder(output)) {
    const [, one, all] = isShardFile(name) ? (/-(\d+)-of-(\d+)\./.exec(name) ?? []) : [];
    if (Number(one) === index && Number(all) === count) io.remove(`${output}/${name}`);
  }
}
