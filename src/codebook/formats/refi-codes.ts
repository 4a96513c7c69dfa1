/** The `Code` elements of REFI-QDA 1.5, which codebooks (.qdc) and projects (.qdpx) have in common: read and written. */
import { escapeXml } from '../../containers/escape-xml.ts';
import type { XmlElement } from '../../containers/xml.ts';
import type { Code, Codebook } from '../../model.ts';
import { joinNotes, readNotes, writeNotes } from './code-notes.ts';
import { type DraftCode, draftCode } from './format.ts';
import { createGuid } from './guid.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { PathTree } from './outline.ts';

/** What stands in our own files as the program that made them. */
export const ORIGIN = 'code-transcripts';

/** Without the prefix; elements go by it, for programs write other namespaces than the standard has. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** The elements with this local name directly below. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child === 'object' && localName(child) === name);

/** The text of the `Description` of an element; empty where there is none. */
export function descriptionOf(element: XmlElement): string {
  return childrenOf(element, 'Description')
    .flatMap(({ children }) => children)
    .filter((child) => typeof child === 'string')
    .join('');
}

/** A GUID as it is compared: upper case, without the braces that some write. */
export const guidKey = (guid: string | undefined): string => (guid ?? '').replace(/[{}\s]/g, '').toUpperCase();

/** `Code` elements as a draft; where none of them has a subcode, names that are paths make subcodes. */
export function readCodes(elements: readonly XmlElement[], origin: string | undefined, losses: Losses): DraftCode[] {
  const codes = elements.map(readCode);
  // In our own files a backslash in a name is one.
  const isFlat = origin !== ORIGIN && codes.every((code) => code.codes.length === 0);
  const separator = isFlat ? SEPARATORS.find((mark) => codes.some(({ name }) => name.includes(mark))) : undefined;
  return separator === undefined ? codes : nest(codes, separator, losses);
}

function readCode(element: XmlElement): DraftCode {
  const { name = '', color, guid } = element.attributes;
  const description = descriptionOf(element);
  return {
    ...draftCode(name, 0),
    ...(guid === undefined ? {} : { guids: [guidKey(guid)] }),
    ...(description.trim() === '' ? {} : { notes: readNotes(description) }),
    color,
    codes: childrenOf(element, 'Code').map(readCode),
  };
}

/** Taguette writes `parent\child` as a name, older ATLAS.ti `parent::child`. */
const SEPARATORS = ['\\', '::'];

function nest(codes: readonly DraftCode[], separator: string, losses: Losses): DraftCode[] {
  const tree = new PathTree();
  for (const { name, notes, color, line, guids = [] } of codes) {
    const path = name
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (path.length > 1) losses.add(NESTED, line, name);
    const taken = tree.take(path.length > 0 ? path : [name], line);
    if (!taken) continue;
    const { code } = taken;
    if (notes) code.notes = joinNotes(code.notes, notes);
    code.color ??= color;
    code.guids = [...(code.guids ?? []), ...guids];
  }
  return tree.codes;
}

/** The GUID of each code by its id, made of the path of ids. */
export function createCodeGuids(codebook: Codebook): Map<string, string> {
  const guids = new Map<string, string>();
  const visit = ({ id, codes }: Code, path: string) => {
    guids.set(id, createGuid(`${path}/${id}`));
    for (const child of codes) visit(child, `${path}/${id}`);
  };
  for (const code of codebook.codes) visit(code, codebook.name);
  return guids;
}

/** Lines of XML, valid against the schema: every code codable, notes as one description. */
export function writeCodes(codebook: Codebook, indent: string): string[] {
  const guids = createCodeGuids(codebook);
  const lines: string[] = [];
  const write = (code: Code, margin: string) => {
    const { id, name, color, codes } = code;
    const painted = color === undefined ? '' : ` color="${color}"`;
    const start = `${margin}<Code guid="${guids.get(id)}" name="${escapeXml(name)}" isCodable="true"${painted}`;
    const notes = writeNotes(code);
    if (notes === '' && codes.length === 0) {
      lines.push(`${start}/>`);
      return;
    }
    lines.push(`${start}>`);
    if (notes !== '') lines.push(`${margin}  ${writeDescription(notes)}`);
    for (const child of codes) write(child, `${margin}  `);
    lines.push(`${margin}</Code>`);
  };
  for (const code of codebook.codes) write(code, indent);
  return lines;
}

/** A `Description`, with its line ends as they are. */
export function writeDescription(text: string): string {
  return `<Description>${escapeXml(text).replaceAll('&#10;', '\n')}</Description>`;
}

const NESTED: Loss = {
  rule: 'nested-name',
  severity: 'information',
  tell: (count) => `Made subcodes of ${countOf(count, 'name')} that ${count === 1 ? 'is a path' : 'are paths'}`,
  hint: 'the program that wrote the file has no levels',
};
