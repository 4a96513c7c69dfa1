/** Writes zip containers part by part: the same parts give the same bytes, in every time zone and with every version of Node. */
import { crc32 } from 'node:zlib';
import { Deflate } from 'fflate';

export interface ZipPart {
  /** With `/`. */
  name: string;
  /** Text as UTF-8; pieces end between characters. */
  content: string | Iterable<string | Uint8Array>;
  /** Left unpacked, so that it can be read where it stands. */
  stored?: true;
  /**
   * `before` (the default), as the simplest readers want it, keeps the packed part in memory; `behind` passes on what is packed.
   * Of a stored part they stand before, else nobody would know where it ends.
   */
  sizes?: 'before' | 'behind';
}

/**
 * The fastest level takes half the time of the usual 6, and an eighth more room. `mem`: where what stood before is looked for, a
 * table of 64 kB instead of 2 MB, which stays in the cache of a processor.
 */
const PACKING = { level: 1, mem: 3 } as const;
/** Characters or bytes that are packed at once. */
const PIECE = 2 ** 16;
/** More parts, and places further on, would need ZIP64, which not every program reads. */
const MOST_PARTS = 65_000;
const MOST_BYTES = 3 * 2 ** 30;
/** 1 January 1980, noon: a day that every zip can hold, in the form of MS-DOS. */
const [TIME, DAY] = [12 << 11, (1 << 5) | 1];
const VERSION = 20;
const [STORED, DEFLATED] = [0, 8];
/** Of the general purpose flag. */
const [SIZES_BEHIND, UTF8] = [1 << 3, 1 << 11];

interface Entry {
  /** As a string: a few bytes of Node's would each hold the 8 kB that they are cut from. */
  name: string;
  flag: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  start: number;
}

/** The bytes of a container with these parts; each is asked for when the one before is through. */
export function* writeZip(parts: Iterable<ZipPart>): Generator<Uint8Array> {
  const zip = new ZipWriter();
  for (const part of parts) yield* zip.add(part);
  yield* zip.finish();
}

/**
 * PKWARE's APPNOTE 6.3.3, without ZIP64: a RangeError where a part or the container does not fit. fflate packs in JavaScript, so
 * that no library of the system has a say in the bytes.
 */
export class ZipWriter {
  #entries: Entry[] = [];
  #at = 0;

  /** Whether only the last part may still be added. */
  get isFull(): boolean {
    return this.#entries.length >= MOST_PARTS || this.#at > MOST_BYTES;
  }

  /** The bytes of the part, all of which must be taken before the next. */
  *add(part: ZipPart): Generator<Uint8Array> {
    const entry = createEntry(part, this.#at);
    this.#entries.push(entry);
    for (const bytes of writePart(part, entry)) {
      this.#at += bytes.length;
      yield bytes;
    }
  }

  /** The list of parts; nothing may be added any more. */
  *finish(): Generator<Uint8Array> {
    const directory = Buffer.concat(this.#entries.map(describeEntry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.#at, 16);
    yield directory;
    yield end;
  }
}

function createEntry({ name, stored, sizes }: ZipPart, start: number): Entry {
  const flag = (/[^ -~]/.test(name) ? UTF8 : 0) | (sizes === 'behind' && !stored ? SIZES_BEHIND : 0);
  return { name, flag, method: stored ? STORED : DEFLATED, crc: 0, packed: 0, size: 0, start };
}

function* writePart({ content }: ZipPart, entry: Entry): Generator<Uint8Array> {
  const packed = packContent(content, entry);
  if (entry.flag & SIZES_BEHIND) {
    yield createHead(entry);
    yield* packed;
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(0x08074b50, 0);
    writeSizes(sizes, entry, 4);
    yield sizes;
    return;
  }
  const held = [...packed];
  yield createHead(entry);
  yield* held;
}

/** Counts in the entry what goes through. */
function* packContent(content: ZipPart['content'], entry: Entry): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const keep = (bytes: Uint8Array): void => {
    entry.packed += bytes.length;
    ready.push(bytes);
  };
  const deflate = entry.method === DEFLATED ? new Deflate(PACKING, keep) : undefined;
  for (const bytes of cutContent(content)) {
    entry.crc = crc32(bytes, entry.crc);
    entry.size += bytes.length;
    if (deflate) deflate.push(bytes);
    else keep(bytes);
    yield* ready.splice(0);
  }
  deflate?.push(new Uint8Array(0), true);
  yield* ready;
}

/** Long pieces in parts, since packing copies what it gets; never an empty one. */
function* cutContent(content: ZipPart['content']): Generator<Uint8Array> {
  for (const bytes of encodePieces(typeof content === 'string' ? [content] : content))
    for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** Short texts go together. */
function* encodePieces(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let pending = '';
  for (const piece of pieces) {
    const isText = typeof piece === 'string';
    if (isText) pending += piece;
    if (isText && pending.length < PIECE) continue;
    yield Buffer.from(pending);
    pending = '';
    if (!isText) yield piece;
  }
  yield Buffer.from(pending);
}

/** Stands before a part; what is not known yet is 0. */
function createHead(entry: Entry): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  writeShared(head, entry, 4);
  return Buffer.concat([head, Buffer.from(entry.name)]);
}

function describeEntry(entry: Entry): Uint8Array {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(VERSION, 4);
  writeShared(record, entry, 6);
  record.writeUInt32LE(entry.start, 42);
  return Buffer.concat([record, Buffer.from(entry.name)]);
}

/** What the head of a part and its record in the directory have in common. */
function writeShared(record: Buffer, entry: Entry, at: number): void {
  record.writeUInt16LE(VERSION, at);
  record.writeUInt16LE(entry.flag, at + 2);
  record.writeUInt16LE(entry.method, at + 4);
  record.writeUInt16LE(TIME, at + 6);
  record.writeUInt16LE(DAY, at + 8);
  writeSizes(record, entry, at + 10);
  record.writeUInt16LE(Buffer.byteLength(entry.name), at + 22);
}

function writeSizes(record: Buffer, { crc, packed, size }: Entry, at: number): void {
  record.writeUInt32LE(crc, at);
  record.writeUInt32LE(packed, at + 4);
  record.writeUInt32LE(size, at + 8);
}
