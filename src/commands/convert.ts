/** The commands that import and export codebooks and whole projects. */
import type { Command } from 'commander';
import type { Io } from '../io.ts';
import type { ExitCode } from '../study/run-study.ts';
import type { ExportFlags, ImportFlags } from './exchange.ts';
import { addExportOptions, addImportOptions } from './exchange-options.ts';

/** Adds `import` and `export`. */
export function addConvertCommands(program: Command, io: Io, finish: (exitCode: ExitCode) => void): void {
  const load = () => import('./exchange.ts');
  addImportOptions(program.command('import')).action(async (path: string, flags: ImportFlags) =>
    finish(await (await load()).runImport(path, flags, io)),
  );
  addExportOptions(program.command('export')).action(async (paths: string[], flags: ExportFlags) =>
    finish(await (await load()).runExport(paths, flags, io)),
  );
}
