/** Tells whether parts are one study: none missing, none twice, none of another codebook, other settings or other files. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import type { PartHeader } from './part-format.ts';
import type { Part } from './read-part.ts';
import { describeShard, nameShardFile, PART_EXTENSION } from './shard.ts';

/** In the order of the shards; the parts that are no part of the same study as the first are told by name. */
export function gatherParts(parts: readonly Part[]): { parts: Part[]; messages: Message[] } {
  const [first] = parts;
  if (!first) return { parts: [], messages: [] };
  const messages: Message[] = [];
  const gathered = new Map<number, Part>();
  for (const part of parts) {
    const difference = findDifference(first, part);
    const twin = gathered.get(part.header.shard.index);
    if (difference)
      messages.push(refuse(part, 'foreign-part', difference, 'merge only what one run of all shards wrote'));
    else if (twin)
      messages.push(
        refuse(part, 'repeated-part', `Part ${describeShard(part.header.shard)} a second time, after ${twin.path}`),
      );
    else gathered.set(part.header.shard.index, part);
  }
  if (messages.length === 0) messages.push(...reportMissing(first, gathered));
  const ordered = [...gathered].sort(([a], [b]) => a - b);
  return { parts: ordered.map(([, part]) => part), messages };
}

const MOST_NAMES = 20;

function reportMissing({ header: { shard } }: Part, gathered: ReadonlyMap<number, Part>): Message[] {
  const missing: string[] = [];
  for (let index = 1; index <= shard.count; index++)
    if (!gathered.has(index)) missing.push(nameShardFile('part', { index, count: shard.count }, PART_EXTENSION));
  if (missing.length === 0) return [];
  const more = missing.length > MOST_NAMES ? ` and ${missing.length - MOST_NAMES} more` : '';
  const reason = `Missing ${missing.length} of ${shard.count} parts: ${missing.slice(0, MOST_NAMES).join(', ')}${more}`;
  const hint = 'run these shards again, with the options of the others';
  return [createMessage(reason, { rule: 'missing-part', severity: 'error', hint })];
}

function refuse({ path }: Part, rule: string, reason: string, hint?: string): Message {
  return createMessage(reason, { rule, severity: 'error', path, ...(hint === undefined ? {} : { hint }) });
}

/** The first thing in which a part differs from another one, as a sentence. */
function findDifference(first: Part, part: Part): string | undefined {
  const [one, other] = [first.header, part.header];
  const than = `than in ${first.path}`;
  if (!isSame(one.codebook.sha256, other.codebook.sha256) || !isSame(one.codebook.book, other.codebook.book))
    return `Another codebook ${than}`;
  const keys = [
    ...new Set([...Object.keys(one.settings), ...Object.keys(other.settings)]),
  ] as (keyof typeof one.settings)[];
  const differing = keys.filter((key) => !isSame(one.settings[key], other.settings[key]));
  if (differing.length > 0) return `Other settings ${than}: ${differing.join(', ')}`;
  if (one.shard.count !== other.shard.count)
    return `Part ${describeShard(other.shard)}, and ${first.path} is ${describeShard(one.shard)}`;
  if (!isSame(listTables(one), listTables(other))) return `Other document variables ${than}`;
  const file = findOtherFile(one, other);
  return file === undefined ? undefined : `Other transcripts ${than}: ${file}`;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const listTables = ({ variables }: PartHeader) => variables.map(({ relativePath, sha256 }) => [relativePath, sha256]);

/** Where the folders lie does not matter: hosts may see them in different places. */
function findOtherFile(one: PartHeader, other: PartHeader): string | undefined {
  const length = Math.max(one.files.length, other.files.length);
  for (let at = 0; at < length; at++) {
    const [a, b] = [one.files[at], other.files[at]];
    if (a?.relativePath !== b?.relativePath) return `${(b ?? a)?.relativePath} is only in one of them`;
    if (a?.size !== b?.size) return `${b?.relativePath} has another size`;
  }
  const folders = ({ failedFolders }: PartHeader) => failedFolders.map(({ path }) => path);
  return isSame(folders(one), folders(other)) ? undefined : 'folders that could not be read';
}
