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
  const inputs = [loaded.location, ...(configPath === undefined ? [] : [configPath])].map((each) => io.truePath(each));
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

/** The codebook's own messages, then those on the books that it extends. */
export function divideByFile({ path, reading, found }: CheckedCodebook): { path: string; messages: Message[] }[] {
  const byFile = new Map<string, { path: string; messages: Message[] }>([[path, { path, messages: [] }]]);
  for (const message of [...reading, ...found.map((lint) => lint.message)]) {
    const file = message.file || path;
    const known = byFile.get(file);
    if (known) known.messages.push(message);
    else byFile.set(file, { path: file, messages: [message] });
  }
  return [...byFile.values()];
}
