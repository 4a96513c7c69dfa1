/** What Word documents and Excel workbooks have in common: a zip of parts, their types, and how they refer to each other (ECMA-376, part 2). */
import { escapeXml } from '../../containers/escape-xml.ts';
import { writeZip, type ZipPart } from '../../containers/zip-writer.ts';
import { OWN_MARK } from '../own-output.ts';

export interface OfficePart {
  /** Such as `word/document.xml`. */
  name: string;
  /** Behind `application/vnd.openxmlformats-officedocument.`. */
  type: string;
  xml: string | Iterable<string>;
  /** Parts that this one refers to, in the order of their ids rId1, rId2 …. */
  relations?: Relation[];
}

interface Relation {
  /** Last part of the type's address, such as `styles`. */
  kind: string;
  /** Relative to the folder of the part. */
  target: string;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT_TYPE = 'application/vnd.openxmlformats-officedocument.';

/** What is told of a part before it is there. */
export type PartName = Pick<OfficePart, 'name' | 'type'>;

export interface OfficeContent {
  title: string;
  /** Of all parts, in the order in which they are listed; the first is the main one. */
  names: readonly [PartName, ...PartName[]];
  /** In the order in which they are written: each is asked for when the one before is through. */
  parts: Iterable<OfficePart>;
}

/**
 * The bytes of the file, piece by piece. The properties stand first and unpacked: they carry the mark by which the program knows
 * its own files. No time is written.
 */
export function writeOfficePackage({ title, names, parts }: OfficeContent): Generator<Uint8Array> {
  return writeZip(listZipParts(title, names, parts));
}

function* listZipParts(title: string, names: OfficeContent['names'], parts: Iterable<OfficePart>): Generator<ZipPart> {
  yield { name: 'docProps/app.xml', content: APPLICATION, stored: true };
  yield { name: '[Content_Types].xml', content: writeTypes(names) };
  const main = { kind: 'officeDocument', target: names[0].name };
  yield { name: '_rels/.rels', content: writeRelations([...PROPERTIES, main]) };
  yield { name: 'docProps/core.xml', content: writeTitle(title) };
  for (const { name, xml, relations } of parts) {
    if (typeof xml === 'string') yield { name, content: XML_HEAD + xml };
    else yield { name, content: startWith(XML_HEAD, xml), sizes: 'behind' };
    if (relations) yield { name: nameOfRelations(name), content: writeRelations(relations) };
  }
}

function* startWith(head: string, pieces: Iterable<string>): Generator<string> {
  yield head;
  yield* pieces;
}

const APPLICATION = `${XML_HEAD}${OWN_MARK}
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>code-transcripts</Application></Properties>`;

const CORE: Relation = { kind: 'core-properties', target: 'docProps/core.xml' };
const PROPERTIES: Relation[] = [CORE, { kind: 'extended-properties', target: 'docProps/app.xml' }];

function writeTypes(parts: readonly PartName[]): string {
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('docProps/app.xml', `${DOCUMENT_TYPE}extended-properties+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...parts.map(({ name, type }) => override(name, DOCUMENT_TYPE + type)),
  ].join('')}</Types>`;
}

function writeRelations(relations: readonly Relation[]): string {
  const elements = relations.map(({ kind, target }, at) => {
    const type = kind === CORE.kind ? `${PACKAGE}/relationships/metadata/${kind}` : `${RELATIONS}/${kind}`;
    return `<Relationship Id="rId${at + 1}" Type="${type}" Target="${escapeXml(target)}"/>`;
  });
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${elements.join('')}</Relationships>`;
}

function nameOfRelations(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

function writeTitle(title: string): string {
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:creator>code-transcripts</dc:creator></cp:coreProperties>`;
}
