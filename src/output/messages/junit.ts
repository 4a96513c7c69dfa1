/** Messages as JUnit XML, for build servers: a test suite for each codebook, a test case for each rule. */
import type { Message } from '../../model.ts';
import { type MessageFormat, type ReportedRule, severityOf } from './message-format.ts';

export const junit: MessageFormat = {
  name: 'junit',
  write({ files, rules }) {
    const suites = files.map(({ path, messages }) => writeSuite(path, messages, rules));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="code-transcripts">\n${suites.join('')}</testsuites>\n`;
  },
};

function writeSuite(path: string, messages: readonly Message[], rules: readonly ReportedRule[]): string {
  const byRule = new Map<string, Message[]>(rules.map(({ id }) => [id, []]));
  for (const message of messages) {
    const rule = message.ruleId ?? 'message';
    byRule.set(rule, [...(byRule.get(rule) ?? []), message]);
  }
  const cases = [...byRule].map(([rule, found]) => writeCase(path, rule, found));
  const failed = [...byRule.values()].filter((found) => found.length > 0).length;
  const attributes = `name="${escapeXml(path)}" tests="${byRule.size}" failures="${failed}" errors="0" skipped="0"`;
  return `  <testsuite ${attributes}>\n${cases.join('')}  </testsuite>\n`;
}

/** One failure a case, as readers of the format expect it; it lists all findings of the rule. */
function writeCase(path: string, rule: string, found: readonly Message[]): string {
  const start = `    <testcase name="${escapeXml(rule)}" classname="${escapeXml(path)}"`;
  const [first] = found;
  if (!first) return `${start}/>\n`;
  const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
  const lines = found.map((message) => {
    const hint = message.note === undefined ? '' : ` (${message.note})`;
    return `${message.line ?? 1}:${message.column ?? 1} ${severityOf(message)}: ${message.reason}${hint}`;
  });
  const attributes = `message="${escapeXml(first.reason + more)}" type="${severityOf(first)}"`;
  return `${start}>\n      <failure ${attributes}>${escapeXml(lines.join('\n'))}</failure>\n    </testcase>\n`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

/** Characters that XML 1.0 cannot hold become U+FFFD. */
function escapeXml(text: string): string {
  return (
    text
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML refuses
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
      .replace(/[&<>"\n]/g, (found) => ENTITIES[found] ?? found)
  );
}
