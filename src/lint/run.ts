/** Runs the lint rules over a codebook. */
import type { ReadFile } from '../codebook/read-codebook.ts';
import type { Codebook, Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import type { CodebookUse } from './codebook-use.ts';
import { createContext, type SharedContext } from './context.ts';
import type { Finding, Fix, Rule, RuleSettings } from './rule.ts';
import { rules } from './rules/index.ts';
import { applySuppressions, findSuppressions, type Suppression } from './suppressions.ts';

export interface LintOptions {
  /** Shown in messages. */
  path: string;
  settings?: RuleSettings;
  /** What the codebook finds in transcripts; without it the rules on that do not run. */
  use?: CodebookUse;
}

/** A message with what a baseline and `--fix` need of it. */
export interface Lint {
  message: Message;
  code?: string;
  fix?: Fix;
}

/** Findings of all rules that are on, in the order of the file; what a comment suppresses is left out. */
export function lintCodebook(codebook: Codebook, file: ReadFile, options: LintOptions): Lint[] {
  const context = createContext(codebook, file);
  const suppressions = findSuppressions(file.text);
  const others = file.bases.map((base) => ({ path: base.path, comments: findSuppressions(base.text) }));
  const found: Lint[] = [];
  for (const rule of all) {
    const findings = runRule(rule, codebook, { ...options, context });
    for (const finding of findings ?? []) found.push(tell(finding, rule, options));
    if (!findings) for (const { used } of suppressions) used.add(rule.id);
  }
  // A comment is about the lines of its own file; whether those of an extended book are of use is told by its own check.
  const kept = [{ path: options.path, comments: suppressions }, ...others].flatMap(({ path, comments }) =>
    applySuppressions(
      found.filter(({ message }) => message.file === path),
      comments,
    ),
  );
  kept.push(...checkSuppressions(suppressions, options));
  return kept.sort((a, b) => compareLines(a.message, b.message));
}

const all: readonly Rule[] = rules;

/** `undefined` when the rule is off or has nothing to work on. */
function runRule(
  rule: Rule,
  codebook: Codebook,
  options: LintOptions & { context: SharedContext },
): Finding[] | undefined {
  const { use, settings, context } = options;
  if (severityOf(rule, options) === 'off') return undefined;
  const limit = settings?.get(rule.id)?.limit ?? rule.limit?.value ?? 0;
  if ('check' in rule) return rule.check(codebook, { ...context, limit });
  return 'checkUse' in rule && use ? rule.checkUse(use, { ...context, limit }) : undefined;
}

function checkSuppressions(suppressions: readonly Suppression[], options: LintOptions): Lint[] {
  const ids = all.map(({ id }) => id);
  return all.flatMap((rule) => {
    if (!('checkSuppressions' in rule) || severityOf(rule, options) === 'off') return [];
    return rule.checkSuppressions(suppressions, ids).map((finding) => tell(finding, rule, options));
  });
}

function severityOf(rule: Rule, { settings }: LintOptions) {
  return settings?.get(rule.id)?.severity ?? rule.severity;
}

function tell({ reason, position, hint, code, fix }: Finding, rule: Rule, options: LintOptions): Lint {
  const severity = severityOf(rule, options) === 'error' ? 'error' : 'warning';
  const details = { rule: rule.id, severity, path: options.path, position, ...(hint ? { hint } : {}) } as const;
  return {
    message: createMessage(reason, details),
    ...(code === undefined ? {} : { code }),
    ...(fix && position.file === undefined ? { fix } : {}),
  };
}

function compareLines(a: Message, b: Message): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
