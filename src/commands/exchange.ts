/** `import` and `export`: tells codebooks from projects, and runs what is for each. */
import type { Io } from '../io.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import type { ConvertFlags } from '../study/convert-codebook.ts';
import type { ExitCode } from '../study/run-study.ts';
import { UsageError } from '../study/usage-error.ts';

export interface ImportFlags extends ConvertFlags {
  offsets?: 'codepoint' | 'utf16';
  newlines?: 'crlf' | 'lf';
}

export interface ExportFlags extends Flags {
  astral?: 'keep' | 'replace';
  newlines?: 'crlf' | 'lf';
  uniqueNames?: boolean;
}

/** Exit code 2 when the file cannot be used. */
export async function runImport(path: string, flags: ImportFlags, io: Io): Promise<ExitCode> {
  const isProject = flags.format === undefined ? /\.qdpx$/i.test(path) : flags.format === 'qdpx';
  if (!isProject) return (await import('../study/convert-codebook.ts')).runImport(path, flags, io);
  return (await import('../study/import-project.ts')).importProject(path, flags, io);
}

/** Exit code 0, 1 when some transcripts could not be used, 2 when nothing was written. */
export async function runExport(paths: string[], flags: ExportFlags, io: Io): Promise<ExitCode> {
  const format = flags.format ?? formatOf(flags.output ?? '');
  if (format === 'qdpx' || format === 'codings') {
    const { astral, newlines = 'lf', uniqueNames = false } = flags;
    const request = { format, replaceAstral: astral === 'replace', newlines, uniqueNames } as const;
    return (await import('../study/export-study.ts')).exportStudy(resolveSettings(paths, flags), request, io);
  }
  const [codebook = '', ...others] = paths;
  if (others.length > 0)
    throw new UsageError('Unexpected second path, expected one codebook', 'a study is exported to .qdpx or .jsonl');
  return (await import('../study/convert-codebook.ts')).runExport(codebook, flags, io);
}

function formatOf(output: string): string | undefined {
  return /\.qdpx$/i.test(output) ? 'qdpx' : /\.jsonl$/i.test(output) ? 'codings' : undefined;
}
