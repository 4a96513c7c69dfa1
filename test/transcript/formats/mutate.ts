/** Damages files as bad copies and hostile hands do: bytes and chunks changed, lost, doubled and put in, also inside a zip. */
import fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { makeZip, type ZipEntry } from './make-zip.ts';

/** One damage; `at` and `to` are shares of the length. */
export interface Damage {
  kind: 'flip' | 'delete' | 'double' | 'insert' | 'cut';
  at: number;
  to: number;
  bytes: Uint8Array;
}

/** Bytes that mean something in one format or another. */
const MEANINGFUL = [
  '\0',
  '\uFEFF',
  '\n\n',
  '\r',
  '\t',
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '<![CDATA[',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '&',
  '&amp;',
  '&#x0;',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u-1?',
  '\\bin9 ',
  "\\'ff",
  '-->',
  '00:00:00.000 --> 99:99:99.999',
  '---\n',
  '```',
  '**',
  '> ',
  ']: ',
  'I: ',
  'R: ',
  '[0:12]',
  'PK\x03\x04',
  '\u202e',
  '\u0301',
  '\ud83d\ude00',
  '1e999',
  '-1',
  'null',
  '<table>',
  '<w:p>',
  '<w:br/>',
  '<w:tab/>',
  '<w:p/>',
  '<text:s text:c="99999999"/>',
  '<text:p/>',
  '<text:p>',
  ' colspan="999999"',
].map((text) => Buffer.from(text));

/** Doubles of fast-check are nearly all close to 0. */
export const share = fc.nat(9_999).map((part) => part / 10_000);

export const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('flip', 'delete', 'double', 'insert', 'insert', 'cut'),
    at: share,
    to: share,
    bytes: fc.oneof(fc.constantFrom(...MEANINGFUL), fc.uint8Array({ minLength: 1, maxLength: 6 })),
  }) as fc.Arbitrary<Damage>,
  { minLength: 1, maxLength: 6 },
);

/** The longest chunk that is lost or doubled. */
const LONGEST_CHUNK = 200;

/** The bytes after all damages, one after the other. */
export function mutate(good: Uint8Array, changes: readonly Damage[]): Uint8Array {
  let bytes = Buffer.from(good);
  for (const { kind, at, to, bytes: extra } of changes) {
    const start = Math.floor(at * bytes.length);
    const end = Math.min(bytes.length, start + 1 + Math.floor(to * to * LONGEST_CHUNK));
    const [before, chunk, after] = [bytes.subarray(0, start), bytes.subarray(start, end), bytes.subarray(end)];
    if (kind === 'flip')
      bytes = Buffer.concat([
        before,
        Buffer.from([(chunk[0] ?? 0) ^ (1 + ((extra[0] ?? 0) % 255))]),
        bytes.subarray(start + 1),
      ]);
    else if (kind === 'delete') bytes = Buffer.concat([before, after]);
    else if (kind === 'double') bytes = Buffer.concat([before, chunk, chunk, after]);
    else if (kind === 'insert') bytes = Buffer.concat([before, extra, chunk, after]);
    // Most files are cut off near their end, where more of them has been read.
    else bytes = Buffer.from(bytes.subarray(0, Math.floor(Math.sqrt(at) * bytes.length)));
  }
  return bytes;
}

/** The entries of a zip that hold text. */
export async function unzip(bytes: Uint8Array): Promise<ZipEntry[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const entries: ZipEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (!/\.(?:xml|rels)$|^mimetype$/.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
    entries.push({ name: entry.fileName, content: Buffer.concat(chunks) });
  }
  return entries;
}

/** The zip with one of its parts damaged, most often the one that holds the text, and all checksums right. */
export function mutateInside(entries: readonly ZipEntry[], which: number, changes: readonly Damage[]): Uint8Array {
  const main = entries.findIndex(({ name }) => name === 'word/document.xml' || name === 'content.xml');
  const chosen = which < 0.7 ? main : Math.floor(((which - 0.7) / 0.3) * entries.length);
  return makeZip(
    entries.map((entry, index) =>
      index === chosen ? { ...entry, content: mutate(Buffer.from(entry.content), changes) } : entry,
    ),
  );
}
