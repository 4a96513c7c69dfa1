/** Looks into the parts of an office file. */
import { readZip } from '../../../src/containers/safe-zip.ts';
import { parseXml } from '../../../src/containers/xml.ts';

/** The text of every part by its name, in their order; fails where one is not well-formed XML. */
export async function unpack(bytes: Uint8Array): Promise<Record<string, string>> {
  const parts = await readZip(bytes, { wanted: () => true, part: 2 ** 28, total: 2 ** 28 });
  for (const [name, content] of parts) parseXml(content, name);
  return Object.fromEntries(Array.from(parts, ([name, content]) => [name, new TextDecoder().decode(content)]));
}
