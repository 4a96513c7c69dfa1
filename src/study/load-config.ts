/** Reads the configuration of a study, `code-transcripts.config.yaml`: which rules are on, whose codings are counted. */
import * as z from 'zod';
import { explainIssue } from '../codebook/explain-issue.ts';
import { decodeText } from '../containers/decode.ts';
import type { Io } from '../io.ts';
import { allRules, nearestRule } from '../lint/explain-rule.ts';
import { readerRules } from '../lint/reader-rules.ts';
import type { RuleSettings } from '../lint/rule.ts';
import type { Message, Position } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { parseYaml, type YamlFile } from '../text/yaml.ts';
import { findConfig } from './config-file.ts';

export interface Config {
  /** Whether what was read of transcripts is kept for the next run. */
  cache: boolean;
  /** Files of codings as they are written, and `auto`; empty when nothing is said. */
  codings: string[];
  /** Only these coders; all when empty. */
  coders: string[];
  rules: RuleSettings;
}

export interface LoadedConfig {
  config: Config;
  /** Where it was read; missing where there is none. */
  path?: string;
  /** Errors only: with any of them the configuration is not used. */
  messages: Message[];
}

const severity = z.enum(['off', 'warning', 'error'], { error: 'one of off, warning, error' });
const limit = z
  .string()
  .refine((text) => /^\d{1,6}(?:\.\d{1,3})?$/.test(text), { error: 'a number' })
  .transform(Number);
const rule = z.union([severity, z.strictObject({ severity: severity.optional(), limit: limit.optional() })], {
  error: 'one of off, warning, error, or keys `severity` and `limit`',
});
const yesOrNo = z.enum(['true', 'false'], { error: 'true or false' }).transform((word) => word === 'true');
const names = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)], { error: 'a name, or a list of names' })
  .transform((value) => (typeof value === 'string' ? [value] : value));
const configSchema = z.strictObject({
  rules: z.record(z.string(), rule).optional(),
  cache: yesOrNo.optional(),
  codings: names.optional(),
  coder: names.optional(),
});
const KEYS: readonly (readonly string[])[] = [Object.keys(configSchema.shape), [], ['severity', 'limit']];

const NOTHING: Config = { cache: false, codings: [], coders: [], rules: new Map() };

/** The file beside `neighbour`, else the one in the working folder, else no configuration. */
export function loadConfig(neighbour: string, io: Io): LoadedConfig {
  const path = findConfig(neighbour, io);
  return path === undefined ? { config: NOTHING, messages: [] } : loadConfigFile(path, io);
}

/** The file of that path. */
export function loadConfigFile(path: string, io: Io): LoadedConfig {
  const shown = io.shorten(path);
  try {
    const { text, messages } = decodeText({ path: shown, bytes: io.readBytes(path) });
    return text === undefined ? refuse(shown, messages) : { ...readConfig(text, shown), path: shown };
  } catch (error) {
    const reason = `Cannot read the configuration: ${(error as Error).message.split(',')[0]}`;
    return refuse(shown, [createMessage(reason, { rule: 'unreadable', severity: 'error', path: shown })]);
  }
}

function refuse(path: string, messages: Message[]): LoadedConfig {
  return { config: NOTHING, path, messages };
}

/** What the text says; with an error the settings are those of an empty file. */
export function readConfig(source: string, path: string): { config: Config; messages: Message[] } {
  const yaml = parseYaml(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const tell = ({ reason, rule, position, hint }: Problem) =>
    createMessage(reason, { rule, severity: 'error', path, position, ...(hint === undefined ? {} : { hint }) });
  const problems = yaml.problems.map(({ reason, hint, line, column }) =>
    tell({ reason, rule: 'yaml', position: { line, column }, hint }),
  );
  if (problems.length > 0) return { config: NOTHING, messages: problems };
  // A file with nothing but comments is an empty configuration.
  const value = yaml.value === null || yaml.value === '' ? {} : yaml.value;
  const parsed = configSchema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.flatMap((issue) => explainIssue(issue, value, (at) => KEYS[at.length] ?? []));
    const messages = issues.map(({ rule: id, reason, hint, path: at, key }) =>
      tell({ reason, rule: id, position: yaml.positionOf(at, { key }), hint }),
    );
    return { config: NOTHING, messages };
  }
  const rules: RuleSettings = new Map(
    Object.entries(parsed.data.rules ?? {}).map(([id, setting]) => [id, toSetting(setting)]),
  );
  const messages = checkRules(rules, yaml).map(tell);
  const { cache = false, codings = [], coder: coders = [] } = parsed.data;
  return { config: messages.length > 0 ? NOTHING : { cache, codings, coders, rules }, messages };
}

interface Problem {
  reason: string;
  rule: string;
  position: Position;
  hint?: string | undefined;
}

function toSetting(setting: z.infer<typeof rule>) {
  if (typeof setting === 'string') return { severity: setting };
  const { severity: grave, limit: most } = setting;
  return { ...(grave === undefined ? {} : { severity: grave }), ...(most === undefined ? {} : { limit: most }) };
}

/** Rules that do not exist, that cannot be set, or that have no limit. */
function checkRules(rules: RuleSettings, yaml: YamlFile): Problem[] {
  return [...rules].flatMap(([id, setting]): Problem[] => {
    const position = yaml.positionOf(['rules', id], { key: true });
    const known = allRules.find((each) => each.id === id);
    if (!known) {
      const near = nearestRule(id);
      const hint = near === undefined ? 'the README lists them' : `did you mean \`${near}\`?`;
      return [{ reason: `Unexpected rule \`${id}\``, rule: 'unknown-key', position, hint }];
    }
    if (readerRules.some((each) => each.id === id)) {
      const hint = 'take it out: a codebook that has it cannot be used';
      return [
        { reason: `Unexpected setting of \`${id}\`, which is always an error`, rule: 'unknown-key', position, hint },
      ];
    }
    if (setting.limit === undefined || ('limit' in known && known.limit)) return [];
    const place = yaml.positionOf(['rules', id, 'limit'], { key: true });
    return [
      {
        reason: `Unexpected \`limit\`, expected none for \`${id}\``,
        rule: 'unknown-key',
        position: place,
        hint: undefined,
      },
    ];
  });
}
