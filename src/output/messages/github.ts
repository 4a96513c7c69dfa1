/** Messages as workflow commands, which GitHub shows beside the lines of a pull request. */
import { fullText, type MessageFormat, severityOf } from './message-format.ts';

export const github: MessageFormat = {
  name: 'github',
  write: ({ files }) =>
    files
      .flatMap(({ path, messages }) =>
        messages.map((message) => {
          const { line, column } = message;
          const place = line === undefined ? '' : `,line=${line},col=${column ?? 1}`;
          const title = `,title=${escapeProperty(message.ruleId ?? '')}`;
          const command = severityOf(message) === 'note' ? 'notice' : severityOf(message);
          return `::${command} file=${escapeProperty(path)}${place}${title}::${escapeData(fullText(message))}\n`;
        }),
      )
      .join(''),
};

/** A line end would end the command. Source: the escaping of GitHub's own toolkit (`actions/core`, command.ts). */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Properties end at a comma, and the list of them at a colon. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
