/** Tells what became of the codings of a set: which have no place, which may have a wrong one. */
import { countOf } from '../codebook/formats/losses.ts';
import type { Message, StatedCoding } from '../model.ts';
import { createMessage } from '../text/messages.ts';

export interface Outcome {
  /** Codings of the document, of which the codebook has the code. */
  all: number;
  missing: readonly StatedCoding[];
  /** Put at the first of several places. */
  ambiguous: readonly StatedCoding[];
  /** Found by their quote, not where they were stated. */
  moved: number;
  /** Whether the texts are so large that not all could be searched for. */
  isExhausted: boolean;
  /** Of the same code and coder on the same passage as another. */
  repeated: number;
}

export function reportPlacing(outcome: Outcome, { path, document }: { path: string; document: string }): Message[] {
  const { all, missing, ambiguous, moved, isExhausted, repeated } = outcome;
  const messages: Message[] = [];
  const tell = (reason: string, rule: string, hint: string, severity: 'warning' | 'information' = 'warning') =>
    messages.push(createMessage(`${reason} in \`${document}\``, { rule, severity, path, hint }));
  if (missing.length > 0)
    tell(
      `Left out ${missing.length} of ${countOf(all, 'coding')} whose text does not stand (${listPlaces(missing)})`,
      'coding-not-placed',
      isExhausted
        ? 'the text is so large that not all were searched for: use a project (.qdpx), which has positions'
        : 'the transcript is another one than was coded: look at the two texts',
    );
  if (ambiguous.length > 0)
    tell(
      `Took the first place of several for ${ambiguous.length} of ${countOf(all, 'coding')} whose text stands more than once (${listPlaces(ambiguous)})`,
      'ambiguous-place',
      'counts are right, but these may be coded at the wrong place: export the project as .qdpx, which has positions',
    );
  if (moved > 0)
    tell(
      `Found ${moved} of ${countOf(all, 'coding')} by their text, since they are not where they were stated`,
      'coding-moved',
      'the texts differ a little; the passages are the same',
      'information',
    );
  if (repeated > 0)
    tell(
      `Left out ${countOf(repeated, 'coding')} that repeat another, of the same code and coder on the same passage`,
      'repeated-coding',
      'nothing is to be done',
      'information',
    );
  return messages;
}

/** Documents without a transcript, and codes that the codebook does not have, each with its number of codings. */
export function reportStrays(
  path: string,
  documents: readonly { name: string; codings: number }[],
  unknown: ReadonlyMap<string, number>,
): Message[] {
  const messages: Message[] = [];
  const lost = documents.reduce((sum, each) => sum + each.codings, 0);
  if (lost > 0)
    messages.push(
      createMessage(`Left out ${countOf(lost, 'coding')} of documents without a transcript here: ${list(documents)}`, {
        rule: 'no-transcript',
        severity: 'warning',
        path,
        hint: 'name a transcript as its document is named there, or give the folder that has it',
      }),
    );
  const codes = [...unknown].map(([name, count]) => ({ name, codings: count }));
  const without = codes.reduce((sum, each) => sum + each.codings, 0);
  if (without > 0)
    messages.push(
      createMessage(
        `Left out ${countOf(without, 'coding')} with codes that the codebook does not have: ${list(codes)}`,
        {
          rule: 'unknown-code',
          severity: 'warning',
          path,
          hint: 'use the codebook that the codings were made with (-c), or give codes the same names',
        },
      ),
    );
  return messages;
}

const MOST_NAMED = 5;

function list(named: readonly { name: string; codings: number }[]): string {
  const first = named.slice(0, MOST_NAMED).map(({ name, codings }) => `\`${name}\` (${codings})`);
  const more = named.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
}

/** By their codes and positions, for what was said is not told. */
function listPlaces(stated: readonly StatedCoding[]): string {
  const first = stated.slice(0, MOST_NAMED).map(({ code, span, paragraph }) => {
    const place = paragraph !== undefined ? ` in paragraph ${paragraph}` : span ? ` at ${span.start}` : '';
    return `\`${code.join(' \\ ')}\`${place}`;
  });
  const more = stated.length - first.length;
  return more > 0 ? `${first.join(', ')} and ${more} more` : first.join(', ');
}
