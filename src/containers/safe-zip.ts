/** Takes the wanted parts out of a zip container from a stranger, with limits on everything that it could make grow. */
import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from './refusal.ts';

export interface ZipLimits {
  /** Which entries are inflated; the others are only looked at by name. */
  wanted: (name: string) => boolean;
  /** Bytes of one inflated part. */
  part: number;
  /** Bytes of all inflated parts. */
  total: number;
  /** Number of parts, where there may be more than 10,000. */
  entries?: number;
}

const MOST_ENTRIES = 10_000;
const SUSPECT = 'it is broken or was made by hand: save it again under another name';

/** The wanted parts by name. Throws a refusal for a container that is broken, encrypted, hostile or too large. */
export async function readZip(bytes: Uint8Array, limits: ZipLimits): Promise<Map<string, Uint8Array>> {
  const zip = await openZip(bytes, limits.entries ?? MOST_ENTRIES);
  const parts = new Map<string, Uint8Array>();
  const names = new Set<string>();
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    checkEntry(entry, names);
    names.add(entry.fileName);
    if (!limits.wanted(entry.fileName)) continue;
    checkSize(entry.fileName, entry.uncompressedSize, total + entry.uncompressedSize, limits);
    const part = await inflate(zip, entry, limits);
    total += part.length;
    parts.set(entry.fileName, part);
  }
  return parts;
}

async function openZip(bytes: Uint8Array, most: number): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch {
    throw new Refusal(
      'Unexpected end of the file, its list of parts is missing',
      'the file is cut off or damaged: copy or download it again',
    );
  }
  if (zip.entryCount > most) throw new Refusal(`Unexpected ${zip.entryCount} parts in the file`, SUSPECT);
  return zip;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`Unexpected damage in the list of parts: ${(error as Error).message}`, SUSPECT);
  }
}

const SYMBOLIC_LINK = 0xa000;

function checkEntry(entry: Entry, names: ReadonlySet<string>): void {
  const name = JSON.stringify(entry.fileName.slice(0, 80));
  const kind = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (entry.isEncrypted())
    throw new Refusal('The file is protected with a password', 'remove the password and save the file again');
  if (kind === SYMBOLIC_LINK) throw new Refusal(`Unexpected link ${name} in the file`, SUSPECT);
  if (names.has(entry.fileName)) throw new Refusal(`Unexpected second part with the name ${name}`, SUSPECT);
}

function checkSize(name: string, size: number, total: number, limits: ZipLimits): void {
  if (size <= limits.part && total <= limits.total) return;
  const limit = size > limits.part ? limits.part : limits.total;
  const reason = `Unexpected size: ${name.slice(0, 80)} grows over ${Math.round(limit / 2 ** 20)} MB when unpacked`;
  throw new Refusal(reason, 'save it as plain text if it is really that large');
}

/** Stops as soon as more comes out than was declared or allowed. */
async function inflate(zip: ZipFile, entry: Entry, limits: ZipLimits): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length;
      checkSize(entry.fileName, size, size, limits);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`Unexpected damage in ${entry.fileName}: ${(error as Error).message}`, SUSPECT);
  }
  const part = Buffer.concat(chunks);
  if (crc32(part) !== entry.crc32)
    throw new Refusal(`Unexpected damage in ${entry.fileName}: its checksum is wrong`, SUSPECT);
  return part;
}
