/** The main job: codes a study into the output folder. */
import type { Io } from '../io.ts';
import type { Codebook, Table } from '../model.ts';
import type { WriteOptions } from '../output/table-format.ts';
import type { Settings } from '../settings.ts';
import { createCodeMatrix } from '../tables/code-matrix.ts';
import { createCodedSegments } from '../tables/coded-segments.ts';
import { results } from '../tables/index.ts';
import type { CreateList } from '../tables/kept-list.ts';
import { ParquetOutput } from './parquet-output.ts';
import { ProjectOutput } from './project-output.ts';
import { makeResultFiles } from './result-files.ts';
import { openResultsFolder, type ResultsFolder } from './results-folder.ts';
import { runReport } from './run-report.ts';
import type { RunOptions } from './run-study.ts';
import { withLists } from './scratch-list.ts';
import { tellMessages } from './tell.ts';

export interface WrittenResults {
  exitCode: 0 | 1;
  /** The code matrix that is shown. */
  overview: Table;
  /** Names of the files in the output folder. */
  files: string[];
}

export interface ResultsOptions extends Pick<RunOptions, 'open' | 'reader'> {
  /** Of the folder. */
  output: string;
  writing: WriteOptions;
}

/** Exit code 2 when nothing was written and that is told. Throws a usage error for what is wrong with paths and the folder. */
export async function writeResults(
  settings: Settings,
  io: Io,
  options: ResultsOptions,
): Promise<WrittenResults | { exitCode: 2 }> {
  const folder = await openResultsFolder(options.output, io, settings.force);
  try {
    return await withLists(io, (createList) => writeInto(folder, { settings, io, options, createList }));
  } finally {
    folder.close();
  }
}

/** For programs of qualitative analysis. */
const PROJECT_FILE = 'project.qdpx';

interface Job {
  settings: Settings;
  io: Io;
  options: ResultsOptions;
  createList: CreateList;
}

async function writeInto(
  folder: ResultsFolder,
  { settings, io, options: { writing, reader, open }, createList }: Job,
): Promise<WrittenResults | { exitCode: 2 }> {
  const { perCode, ...table } = settings.table;
  const creators = await Promise.all(results.map(({ load }) => load()));
  const createFolds = (codebook: Codebook) => [
    createCodeMatrix(codebook, { depth: 1, ...table }),
    ...(perCode === undefined ? [] : [createCodedSegments(codebook, { ...table, perCode }, createList)]),
    ...creators.map((create) => create(codebook, table, createList)),
  ];
  const parquet = settings.parquet ? await ParquetOutput.load((name) => folder.begin(name)) : undefined;
  const projectFile = folder.begin(PROJECT_FILE);
  const createProject = await ProjectOutput.load((bytes) => projectFile.write(bytes), { createList });
  let project: ProjectOutput | undefined;
  const createGatherers = (codebook: Codebook) => {
    project = createProject(codebook);
    return [project, ...(parquet ? [parquet.begin(codebook)] : [])];
  };
  const finished = await runReport(settings, io, createFolds, { reader, open, createGatherers, createList });
  if (!('study' in finished)) return finished;
  const [overview, ...others] = finished.tables;
  if (!overview) return { exitCode: 2 };
  const [quotes, tables] = perCode === undefined ? [undefined, others] : [others[0], others.slice(1)];
  const apart = [PROJECT_FILE, ...(parquet?.names ?? [])];
  const begin = (name: string) => folder.begin(name);
  const made = await makeResultFiles(finished, { tables, quotes, settings, writing, apart, io, createList, begin });
  parquet?.finish();
  project?.finish();
  tellMessages(project?.reportLeftOut() ?? [], io, settings.quiet);
  await folder.write(made.runFile);
  return { exitCode: finished.exitCode, overview, files: made.names };
}
