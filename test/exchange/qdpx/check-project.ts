/** What the schema of projects does not check: GUIDs that are unique, references that lead somewhere, ranges inside the texts. */
import { guidKey, localName } from '../../../src/codebook/formats/refi-codes.ts';
import { readZip } from '../../../src/containers/safe-zip.ts';
import { parseXml, type XmlElement } from '../../../src/containers/xml.ts';
import { createCodePoints } from '../../../src/text/code-points.ts';

const LIMITS = { part: 2 ** 28, total: 2 ** 28, wanted: () => true };

/** Every part of a project as text, by name. */
export async function unpackProject(bytes: Uint8Array): Promise<Map<string, string>> {
  const parts = await readZip(bytes, LIMITS);
  return new Map([...parts].map(([name, part]) => [name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(part)]));
}

/** Everything that is wrong, in words; empty for a good project. */
export async function findFaults(bytes: Uint8Array): Promise<string[]> {
  const parts = await unpackProject(bytes);
  const xml = parts.get('project.qde') ?? '';
  const elements = listElements(parseXml(new TextEncoder().encode(xml), 'project.qde'));
  const guids = elements.flatMap(({ attributes }) => (attributes.guid === undefined ? [] : [guidKey(attributes.guid)]));
  const known = new Set(guids);
  const faults = guids.filter((guid, at) => guids.indexOf(guid) !== at).map((guid) => `GUID ${guid} is there twice`);
  for (const element of elements)
    for (const key of ['targetGUID', 'creatingUser', 'modifyingUser'])
      if (element.attributes[key] !== undefined && !known.has(guidKey(element.attributes[key])))
        faults.push(`${element.name} refers to ${element.attributes[key]}, which is nowhere`);
  const sources = elements.filter((element) => localName(element) === 'TextSource');
  faults.push(...sources.flatMap((source) => findFaultsOfSource(source, parts)));
  for (const name of parts.keys()) if (!/^(?:project\.qde|sources\/[0-9A-F-]{36}\.txt)$/.test(name)) faults.push(name);
  if (parts.size !== sources.length + 1) faults.push(`${parts.size - 1} texts for ${sources.length} sources`);
  return faults;
}

function findFaultsOfSource(source: XmlElement, parts: ReadonlyMap<string, string>): string[] {
  const path = source.attributes.plainTextPath?.replace('internal://', 'sources/') ?? '';
  const text = parts.get(path);
  if (text === undefined) return [`${path} is missing`];
  const { length } = createCodePoints(text.replaceAll('\r\n', '\n'));
  return source.children.flatMap((child) => {
    if (typeof child !== 'object' || localName(child) !== 'PlainTextSelection') return [];
    const [start, end] = [Number(child.attributes.startPosition), Number(child.attributes.endPosition)];
    return 0 <= start && start < end && end <= length ? [] : [`${start}..${end} of ${length}`];
  });
}

function listElements(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap((child) => (typeof child === 'object' ? listElements(child) : []))];
}
