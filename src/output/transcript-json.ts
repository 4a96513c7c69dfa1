/** One transcript as JSON, for scripts: its text, and everything else as spans over that text. */
import type { CodedDocument } from '../model.ts';

/** The transcript with its segments, its speakers, and what was told of it. Offsets are UTF-16 units. */
export function writeTranscriptJson({ transcript, segments, speakers, messages }: CodedDocument): string {
  const remarks = messages.map(({ ruleId, reason, note, line }) => ({
    rule: ruleId,
    reason,
    ...(note === undefined ? {} : { hint: note }),
    ...(line === undefined ? {} : { line }),
  }));
  return `${JSON.stringify({ ...transcript, segments, speakers, remarks }, null, 2)}\n`;
}
