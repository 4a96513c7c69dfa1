/** Checks the parts of a Word document and hands them to mammoth, which unpacks and fetches nothing itself. */
import mammoth from 'mammoth';
import { Refusal } from '../../containers/refusal.ts';
import { readZip } from '../../containers/safe-zip.ts';
import { checkXml } from '../../containers/xml.ts';

/** The parts that hold text, inflated and checked. */
export interface DocxParts {
  parts: Map<string, Uint8Array>;
  /** Number of tracked deletions, which are left out. */
  deletions: number;
}

const MEGABYTE = 2 ** 20;
const LIMITS = {
  wanted: (name: string) =>
    /\.(?:xml|rels)$/i.test(name) && !/\/(?:theme|media|embeddings|glossary|diagrams|charts)\//.test(name),
  part: 16 * MEGABYTE,
  total: 48 * MEGABYTE,
};
/** mammoth takes some 7 µs and 2 kB an element; an interview of three hours has about 100,000. */
const MOST_ELEMENTS = 400_000;
/** mammoth looks through all open fields at each run. */
const MOST_OPEN_FIELDS = 64;

/** Throws a refusal for a container or XML that is broken or hostile, and for a zip that is no Word document. */
export async function readDocxParts(bytes: Uint8Array): Promise<DocxParts> {
  const parts = await readZip(bytes, LIMITS);
  if (!parts.has('[Content_Types].xml') || ![...parts.keys()].some((name) => /^word\/[^/]*\.xml$/.test(name)))
    throw new Refusal(
      'Unexpected content: this is a zip file but not a Word document',
      'open it in the program that made it and save it as .docx',
    );
  let deletions = 0;
  let elements = 0;
  for (const [name, part] of parts) {
    let fields = 0;
    checkXml(part, name, ({ name: tag, attributes }) => {
      if (++elements > MOST_ELEMENTS)
        throw new Refusal(`Unexpected size: more than ${MOST_ELEMENTS} elements`, 'save the transcript as plain text');
      if (tag === 'w:delText' || tag === 'w:moveFrom') deletions++;
      const kind = Object.entries(attributes).find(([key]) => key.endsWith('fldCharType'))?.[1];
      if (kind !== undefined) fields += kind === 'begin' ? 1 : kind === 'end' ? -1 : 0;
      if (fields > MOST_OPEN_FIELDS)
        throw new Refusal(`Unexpected fields without end in ${name}`, 'open it in a word processor and save it again');
    });
  }
  return { parts, deletions };
}

/** mammoth's document tree, typed by who reads it. */
export async function readTree<Tree>({ parts }: DocxParts): Promise<Tree> {
  let tree: Tree | undefined;
  const options = {
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    transformDocument(document: Tree) {
      tree = document;
      return { ...document, children: [] };
    },
  };
  // `file` is what mammoth makes of a buffer with its own unzipper, which has no limits.
  const input = { file: new PartReader(parts) } as unknown as { buffer: Buffer };
  await mammoth.convertToHtml(input, options);
  if (tree === undefined) throw new Refusal('Unexpected empty Word document', 'open it and save it again');
  return tree;
}

/** Elements that mammoth does not know, though they hold or part what was said, under names that it does. */
const ALIASES: [RegExp, string][] = [
  [/<(\/?)w:(?:fldSimple|dir|bdo)(?=[\s>/])/g, '<$1w:smartTag'],
  [/<w:cr(?=[\s>/])/g, '<w:br'],
  [/<(\/?)w:ptab(?=[\s>/])/g, '<$1w:tab'],
];

class PartReader {
  #parts: Map<string, Uint8Array>;

  constructor(parts: Map<string, Uint8Array>) {
    this.#parts = parts;
  }

  exists(name: string): boolean {
    return this.#parts.has(name);
  }

  async read(name: string, encoding?: string): Promise<Uint8Array | string> {
    const part = this.#parts.get(name) ?? new Uint8Array();
    if (encoding === undefined || encoding === 'base64') return part;
    const text = new TextDecoder().decode(part);
    return ALIASES.reduce((xml, [pattern, alias]) => xml.replace(pattern, alias), text);
  }
}
