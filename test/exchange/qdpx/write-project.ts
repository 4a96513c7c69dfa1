/** Short ways to make projects in tests, of our own and as other programs write them. */
import { writeZip, type ZipPart } from '../../../src/containers/zip-writer.ts';
import { readCodingSet } from '../../../src/exchange/index.ts';
import { type ProjectOptions, ProjectWriter } from '../../../src/exchange/qdpx/project-writer.ts';
import type { Codebook, CodedDocument, Coding, CodingSet, Transcript } from '../../../src/model.ts';

export interface Written {
  transcript: Pick<Transcript, 'document' | 'text' | 'variables'> & { group?: string };
  codings: Coding[];
}

/** The bytes of a project with these documents. */
export function writeProject(codebook: Codebook, documents: readonly Written[], options: ProjectOptions = {}): Buffer {
  const chunks: Uint8Array[] = [];
  const writer = new ProjectWriter(codebook, (bytes) => chunks.push(bytes), options);
  for (const { transcript, codings } of documents)
    writer.add({ transcript: { language: 'en', turns: [], ...transcript }, codings } satisfies Pick<
      CodedDocument,
      'transcript' | 'codings'
    >);
  writer.finish();
  return Buffer.concat(chunks);
}

/** A project as its parts: the content of `<Project>`, and its sources by the names of their files. */
export function packProject(
  content: string,
  sources: Record<string, string> = {},
  { origin = 'SomeQDA 1', part = 'project.qde', folder = 'sources' } = {},
): Uint8Array {
  const xml = `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="P" origin="${origin}">${content}</Project>`;
  const files = Object.entries(sources).map(([name, text]) => ({ name: `${folder}/${name}`, content: text }));
  return pack([{ name: part, content: xml }, ...files]);
}

export function pack(parts: readonly ZipPart[]): Uint8Array {
  return Buffer.concat([...writeZip(parts)]);
}

export function readProject(bytes: Uint8Array, reading = {}): Promise<CodingSet> {
  return readCodingSet({ path: 'study.qdpx', bytes }, reading);
}

/** What is coded, by whom and with what. */
export function showCodings({ documents, codings }: CodingSet): string[] {
  const texts = new Map(documents.map(({ name, text }) => [name, text ?? '']));
  return codings.map(({ document, code, coder, span }) => {
    const quote = span ? (texts.get(document) ?? '').slice(span.start, span.end) : '';
    return `${coder}: ${code.join('/')} “${quote}”`;
  });
}
