/** Messages as SARIF 2.1.0 (OASIS), for code scanning and editors. */
import type { Message } from '../../model.ts';
import { version } from '../../version.ts';
import { fullText, type MessageFormat, type ReportedRule, severityOf } from './message-format.ts';

export const sarif: MessageFormat = {
  name: 'sarif',
  write({ files, rules }) {
    const ids = rules.map(({ id }) => id);
    const run = {
      tool: { driver: { name: 'code-transcripts', semanticVersion: version, rules: rules.map(describeRule) } },
      // Columns of messages count UTF-16 units; SARIF must be told.
      columnKind: 'utf16CodeUnits',
      artifacts: files.map(({ path }) => ({ location: { uri: toUri(path) } })),
      results: files.flatMap(({ path, messages }, artifact) =>
        messages.map((message) => describeResult(message, { path, artifact, ids })),
      ),
    };
    return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
  },
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function describeRule({ id, severity, summary, why }: ReportedRule) {
  return {
    id,
    shortDescription: { text: sentence(summary) },
    fullDescription: { text: sentence(why) },
    defaultConfiguration: { level: severity },
  };
}

function describeResult(message: Message, { path, artifact, ids }: { path: string; artifact: number; ids: string[] }) {
  const ruleId = message.ruleId ?? '';
  const ruleIndex = ids.indexOf(ruleId);
  const { line, column } = message;
  const region = line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } };
  return {
    ruleId,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: severityOf(message),
    message: { text: fullText(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: toUri(path), index: artifact }, ...region } }],
  };
}

/** A relative reference: what a URI does not allow is escaped; a `:` in the first part would be a scheme. */
function toUri(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
