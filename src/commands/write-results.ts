/** Writes every result of a study to the output folder and prints the code matrix. */
import type { Io } from '../io.ts';
import { terminal } from '../output/terminal.ts';
import type { Settings } from '../settings.ts';
import { ParquetOutput } from '../study/parquet-output.ts';
import { makeResultFiles } from '../study/result-files.ts';
import { ResultsFolder } from '../study/results-folder.ts';
import { runReport } from '../study/run-report.ts';
import type { ExitCode, RunOptions } from '../study/run-study.ts';
import { createCodeMatrix } from '../tables/code-matrix.ts';
import { createCodedSegments } from '../tables/coded-segments.ts';
import { results } from '../tables/index.ts';
import { writeOptions } from './write-options.ts';

const DEFAULT_OUTPUT = 'coded';

/** `open` gives a study that is opened otherwise than by the paths of the settings. Exit codes as those of the main job. */
export async function writeResults(
  settings: Settings,
  io: Io,
  { open }: Pick<RunOptions, 'open'> = {},
): Promise<ExitCode> {
  const output = settings.output ?? DEFAULT_OUTPUT;
  const folder = new ResultsFolder(output, io, settings.force);
  const { perCode, ...table } = settings.table;
  const creators = await Promise.all(results.map(({ load }) => load()));
  const parquet = settings.parquet ? await ParquetOutput.load((name) => folder.begin(name)) : undefined;
  try {
    const finished = await runReport(
      settings,
      io,
      (codebook) => [
        createCodeMatrix(codebook, { depth: 1, ...table }),
        ...(perCode === undefined ? [] : [createCodedSegments(codebook, { ...table, perCode })]),
        ...creators.map((create) => create(codebook, table)),
      ],
      { ...(open ? { open } : {}), createGatherers: (codebook) => (parquet ? [parquet.begin(codebook)] : []) },
    );
    if (!('study' in finished)) return finished.exitCode;
    const [overview, ...rest] = finished.tables;
    const [quotes, tables] = perCode === undefined ? [undefined, rest] : [rest[0], rest.slice(1)];
    const writing = writeOptions(settings, io);
    const others = parquet?.names ?? [];
    const files = await makeResultFiles(finished, { tables, quotes, settings, writing, others });
    parquet?.finish();
    folder.write(files);
    if (overview) io.out(terminal.write(overview, writing));
    if (!settings.quiet) io.err(`\nResults in ${output}/: ${[...files.keys(), ...others].join(', ')}\n`);
    return finished.exitCode;
  } finally {
    folder.abandon();
  }
}
