/** Reads parts: looks whether one is whole, and gives its lines one by one. */
import { createHash } from 'node:crypto';
import type { Io } from '../../io.ts';
import { version } from '../../version.ts';
import { RESULT_FORMAT } from '../run-file.ts';
import { PART_FORMAT, PART_KIND, type PartEnd, type PartHeader, type PartLine } from './part-format.ts';

export interface Part {
  path: string;
  header: PartHeader;
}

/** Reads all of it once. What cannot be merged has a reason instead, and what to do about it. */
export function openPart(path: string, io: Io): Part | { reason: string; hint: string } {
  try {
    const hash = createHash('sha256');
    let header: PartHeader | undefined;
    let last: Buffer | undefined;
    let lines = -1;
    for (const line of readLines(io.readPieces(path))) {
      if (!header) {
        header = JSON.parse(line.toString()) as PartHeader;
        const problem = checkHeader(header);
        if (problem) return problem;
      }
      if (last) hash.update(last);
      last = line;
      lines++;
    }
    const end = JSON.parse(last?.toString() ?? '') as PartEnd;
    if (!header || end.sha256 !== hash.digest('hex') || end.lines !== lines - 1) return DAMAGED;
    return { path, header };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || code.startsWith('ERR_')) return DAMAGED;
    return { reason: `Cannot read the part: ${message.split(',')[0]}`, hint: 'merge it where it can be read' };
  }
}

/** Every document of a part that is whole. */
export function* readPartLines({ path }: Part, io: Io): Generator<PartLine> {
  let previous: Buffer | undefined;
  let isHeader = true;
  for (const line of readLines(io.readPieces(path))) {
    if (previous && !isHeader) yield JSON.parse(previous.toString()) as PartLine;
    if (previous) isHeader = false;
    previous = line;
  }
}

const DAMAGED = {
  reason: 'Unexpected content, expected a whole part that --shard wrote',
  hint: 'it is cut off, changed or something else; run its shard again',
};

function checkHeader({ kind, partFormat, program }: Partial<PartHeader>): { reason: string; hint: string } | undefined {
  if (kind !== PART_KIND) return DAMAGED;
  if (partFormat === PART_FORMAT && program?.version === version && program.format === RESULT_FORMAT) return undefined;
  return {
    reason: `Written by version ${program?.version} of the program, expected ${version}`,
    hint: 'run all shards and merge with one version',
  };
}

const NEWLINE = 0x0a;
/** JavaScript's strings are hardly longer. */
const LONGEST_LINE = 2 ** 29;

/** Lines with their end, as bytes; what stands behind the last end is a line as well. */
function* readLines(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  let begun: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...begun, piece.subarray(start, end + 1)]);
      begun = [];
      length = 0;
      start = end + 1;
    }
    if (start === piece.length) continue;
    begun.push(piece.subarray(start));
    length += piece.length - start;
    if (length > LONGEST_LINE) throw new Error('too long a line');
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
