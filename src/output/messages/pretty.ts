/** Messages for people: grouped by file, aligned, each with its hint below it, and a summary. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Message } from '../../model.ts';
import { escapeControls } from '../../text/escape-controls.ts';
import { type MessageFormat, severityOf } from './message-format.ts';

export const pretty: MessageFormat = {
  name: 'pretty',
  write({ files }, { colorLevel }) {
    const chalk = new Chalk({ level: colorLevel });
    const blocks = files.map(({ path, messages }) => writeFile(escapeControls(path), messages, chalk));
    const all = files.flatMap(({ messages }) => messages);
    const summary = files.length > 1 || all.length > 0 ? `\n${summarize(all, files.length)}\n` : '';
    return blocks.join('') + summary;
  },
};

function writeFile(path: string, messages: readonly Message[], chalk: ChalkInstance): string {
  if (messages.length === 0) return `${path}: no findings\n`;
  const places = messages.map(({ line, column }) => (line === undefined ? '' : `${line}:${column ?? 1}`));
  const width = places.reduce((most, place) => Math.max(most, place.length), 0);
  const indent = ' '.repeat(width + SEVERITY_WIDTH + 6);
  const paint = { error: chalk.red, warning: chalk.yellow, note: chalk.blue };
  const lines = messages.map((message, index) => {
    const severity = severityOf(message);
    const start = `  ${(places[index] ?? '').padStart(width)}  ${paint[severity](severity.padEnd(SEVERITY_WIDTH))}  `;
    const before = messages[index - 1];
    // What is to be done about many findings in a row is said once.
    const isSaid = before?.ruleId === message.ruleId && before?.note === message.note;
    const hint = message.note === undefined || isSaid ? '' : `\n${indent}${chalk.dim(escapeControls(message.note))}`;
    return `${start}${escapeControls(message.reason)} ${chalk.dim(`[${message.ruleId}]`)}${hint}\n`;
  });
  return `${chalk.underline(path)}\n${lines.join('')}`;
}

const SEVERITY_WIDTH = 'warning'.length;

/** "2 errors and 1 warning in 3 codebooks". */
function summarize(messages: readonly Message[], files: number): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = messages.filter((message) => severityOf(message) === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  const where = files === 1 ? '' : ` in ${files} codebooks`;
  return (counts.length === 0 ? 'no findings' : counts.join(' and ')) + where;
}
