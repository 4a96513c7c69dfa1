/** GUIDs made from names, the same at each export (UUID version 5, RFC 9562). */
import { createHash } from 'node:crypto';

/** Namespace of the codes of this program. */
const NAMESPACE = Buffer.from('6f1c3c1e5d4b4b5c9e0a7d2f8b6a4c10', 'hex');

/** Upper case, without braces. */
export function createGuid(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name, 'utf8').digest().subarray(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
