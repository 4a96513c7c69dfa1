/** Makes the messages that users read: a place, a rule id, a severity, a sentence and a hint. */
import { VFileMessage } from 'vfile-message';
import type { Message, Position } from '../model.ts';

export interface MessageDetails {
  rule: string;
  severity: 'error' | 'warning' | 'information';
  /** Path of the file, relative to the working folder. */
  path?: string;
  position?: Position;
  /** What to do about it. */
  hint?: string;
}

/** A message with the reason "Unexpected X, expected Y", or another plain sentence. */
export function createMessage(reason: string, details: MessageDetails): Message {
  const message = new VFileMessage(reason, {
    source: 'code-transcripts',
    ruleId: details.rule,
    ...(details.position ? { place: details.position } : {}),
  });
  message.fatal = SEVERITIES[details.severity];
  const path = details.position?.file ?? details.path;
  if (path !== undefined) {
    message.file = path;
    message.name = details.position ? `${path}:${details.position.line}:${details.position.column}` : path;
  }
  if (details.hint !== undefined) message.note = details.hint;
  return message;
}

/** What the program reads of a message, as plain data. */
export type PackedMessage = Pick<
  Message,
  'reason' | 'ruleId' | 'source' | 'place' | 'fatal' | 'file' | 'name' | 'note'
>;

/** For borders that an error does not cross with its class and fields. */
export function packMessage(message: Message): PackedMessage {
  const { reason, ruleId, source, place, fatal, file, name, note } = message;
  return { reason, ruleId, source, place, fatal, file, name, note };
}

/** The message as it was before it was packed. */
export function unpackMessage(packed: PackedMessage): Message {
  const { reason, ruleId, source, place, fatal, file, name, note } = packed;
  const message = new VFileMessage(reason, { ruleId, source, ...(place ? { place } : {}) });
  Object.assign(message, { fatal, file, name });
  if (note !== undefined) message.note = note;
  return message;
}

/** Whether the message says that something could not be used. */
export function isError(message: Message): boolean {
  return message.fatal === true;
}

const SEVERITIES = { error: true, warning: false, information: undefined } as const;
