/** A source as it crosses from one process to another, where an error would lose its class and its fields. */
import { type PackedMessage, packMessage, unpackMessage } from '../text/messages.ts';
import type { Source } from '../transcript/source.ts';

/** Plain data, except for what is plain already. */
export type PackedSource = Omit<Source, 'messages'> & { messages: PackedMessage[] };

/** Nothing becomes nothing. */
export function packSource(source: Source | undefined): PackedSource | undefined {
  return source && { ...source, messages: source.messages.map(packMessage) };
}

/** The source as it was before it was packed. */
export function unpackSource(packed: PackedSource | undefined): Source | undefined {
  return packed && { ...packed, messages: packed.messages.map(unpackMessage) };
}
