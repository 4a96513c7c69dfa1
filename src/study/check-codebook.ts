/** Checks one codebook: reads it, its configuration and, when asked, what it finds in transcripts. */
import type { Io } from '../io.ts';
import type { CodebookUse } from '../lint/codebook-use.ts';
import type { Fix, RuleSettings } from '../lint/rule.ts';
import { type Lint, type LintOptions, lintCodebook } from '../lint/run.ts';
import type { Message } from '../model.ts';
import type { Settings } from '../settings.ts';
import { fixCodebook } from './fix-codebook.ts';
import { type LoadedCodebook, loadCodebook } from './load-codebook.ts';
import { loadConfig } from './load-config.ts';
import { giveUp } from './tell.ts';

export interface CheckedCodebook {
  /** As shown. */
  path: string;
  /** Where it really is. */
  location: string;
  /** What reading it told: errors that keep it from being used, notes on its encoding. */
  reading: Message[];
  /** Findings of the rules. */
  found: Lint[];
  fixed: Fix[];
  /** True paths of everything that was read for it. */
  inputs: string[];
  /** 2 when the file, its configuration or the transcripts could not be used; 1 when some transcripts could not. */
  exitCode: 0 | 1 | 2;
}

export interface CheckOptions {
  fix: boolean;
  /** How transcripts are read; without paths none are. */
  settings: Settings;
}

/** Throws a usage error when there is no such codebook. */
export async function checkCodebook(path: string, options: CheckOptions, io: Io): Promise<CheckedCodebook> {
  const { config, messages, path: configPath } = loadConfig(path, io);
  const loaded = loadCodebook(path, [], io);
  const inputs = [loaded, ...loaded.bases].map(({ location }) => location);
  if (configPath !== undefined) inputs.push(io.truePath(configPath));
  const base = { path: loaded.path, location: loaded.location, inputs };
  if (messages.length > 0) {
    giveUp(messages, io, `the configuration has errors; ${loaded.path} was not checked`);
    return { ...base, reading: [], found: [], fixed: [], exitCode: 2 };
  }
  if (!loaded.isText) return { ...base, reading: loaded.messages, found: [], fixed: [], exitCode: 2 };
  const fixed = options.fix ? fixCodebook(loaded, lint(loaded, config.rules), io) : [];
  const current = fixed.length > 0 ? loadCodebook(path, [], io) : loaded;
  const checked = { ...base, reading: current.messages, fixed };
  if (options.settings.paths.length === 0 || !current.codebook)
    return { ...checked, found: lint(current, config.rules), exitCode: 0 };
  // Reading transcripts is most of the program; without them a check starts faster.
  const { readUse } = await import('./read-use.ts');
  const read = await readUse(current, options.settings, io);
  inputs.push(...read.inputs);
  return { ...checked, found: lint(current, config.rules, read.use), exitCode: read.exitCode };
}

function lint({ codebook, file, path }: LoadedCodebook, settings: RuleSettings, use?: CodebookUse): Lint[] {
  const options: LintOptions = { path, settings, ...(use ? { use } : {}) };
  return codebook && file ? lintCodebook(codebook, file, options) : [];
}

/**
 * The messages of each codebook, then those on the books that it extends. What is told of a file more than once, because
 * several books extend it or it was named twice, is told once.
 */
export function divideByFile(checked: readonly CheckedCodebook[]): { path: string; messages: Message[] }[] {
  const byFile = new Map<string, Map<string, Message>>();
  for (const { path, reading, found } of checked) {
    if (!byFile.has(path)) byFile.set(path, new Map());
    for (const message of [...reading, ...found.map((lint) => lint.message)]) {
      const file = message.file || path;
      const known = byFile.get(file) ?? new Map<string, Message>();
      const { line, column, ruleId, reason } = message;
      const key = JSON.stringify([line, column, ruleId, reason]);
      if (!known.has(key)) known.set(key, message);
      byFile.set(file, known);
    }
  }
  return [...byFile].map(([path, messages]) => ({ path, messages: [...messages.values()] }));
}
