/** Picks who is compared, and by whom the others are measured. */
import { AUTOMATIC_CODER } from '../../coding/code-transcript.ts';
import { MOST_CODERS } from '../../tables/comparison/compared-coders.ts';
import { fold } from '../../text/fold.ts';
import { UsageError } from '../usage-error.ts';

export interface CoderChoice {
  /** As typed; all when left out. */
  coders?: readonly string[] | undefined;
  reference?: string | undefined;
}

export interface PickedCoders {
  coders: string[];
  /** Index of the one whom the others are measured by. */
  reference?: number;
}

/** The program is measured by the one other coder when nothing is said. Throws a usage error for unknown names, and for fewer than two. */
export function pickCoders(known: readonly string[], { coders: asked, reference }: CoderChoice): PickedCoders {
  const measuring = reference === undefined ? [] : find(reference, known);
  const picked = asked === undefined ? known : [...asked.flatMap((name) => find(name, known)), ...measuring];
  const coders = known.filter((name) => picked.includes(name));
  if (coders.length < 2) throw refuseFew(coders, known);
  if (coders.length > MOST_CODERS)
    throw new UsageError(
      `Unexpected ${coders.length} coders, expected at most ${MOST_CODERS}`,
      'pick some with --coder',
    );
  if (measuring.length > 1)
    throw new UsageError(`${reference} may be ${measuring.join(' or ')}`, 'write the whole name behind --reference');
  const [name] = measuring;
  if (name !== undefined) return { coders, reference: coders.indexOf(name) };
  const automatic = coders.indexOf(AUTOMATIC_CODER);
  return coders.length === 2 && automatic >= 0 ? { coders, reference: 1 - automatic } : { coders };
}

function refuseFew(coders: readonly string[], known: readonly string[]): UsageError {
  const [coder] = coders;
  if (known.length > 1)
    return new UsageError(`There is one coder only: ${coder}`, `all of them are ${listSome(known)}`);
  const hint =
    coder === AUTOMATIC_CODER
      ? 'name a file with the codings of somebody before the transcripts'
      : 'name a second file of codings, or auto for the codings of the program';
  return new UsageError(
    coder === undefined ? 'Nobody coded anything there' : `There is one coder only: ${coder}`,
    hint,
  );
}

/** By the name itself, else without regard to capitals, else without the file that was added to it. */
function find(asked: string, known: readonly string[]): string[] {
  const ways = [(name: string) => name, fold, (name: string) => fold(name.replace(/ \([^()]*\)$/, ''))];
  for (const way of ways) {
    const found = known.filter((name) => way(name) === (way === ways[0] ? asked.normalize('NFC') : fold(asked)));
    if (found.length > 0) return found;
  }
  throw new UsageError(
    `No coder is called ${asked}`,
    `${known.length === 1 ? 'there is' : 'there are'} ${listSome(known)}`,
  );
}

function listSome(known: readonly string[]): string {
  const more = known.length > MOST_NAMED ? ` and ${known.length - MOST_NAMED} more` : '';
  return known.slice(0, MOST_NAMED).join(', ') + more;
}

const MOST_NAMED = 20;
