/** Projects of the REFI-QDA standard 1.5 (`urn:QDA-XML:project:1.0`), which MAXQDA, ATLAS.ti, NVivo, QualCoder and others exchange. */
import { checkContainer } from '../../containers/container.ts';
import { decodeText } from '../../containers/decode.ts';
import { Refusal } from '../../containers/refusal.ts';
import { readZip } from '../../containers/safe-zip.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { CodingSet } from '../../model.ts';
import type { CodingFormat, PositionReading } from '../coding-format.ts';
import { buildSet, type ProjectTexts } from './build-set.ts';
import { type RawProject, readRawProject } from './raw-project.ts';

export const qdpx = {
  name: 'qdpx',
  title: 'a REFI-QDA project',
  extensions: ['.qdpx'],
  read: readProject,
} satisfies CodingFormat;

const MEGABYTE = 2 ** 20;
const LIMITS = { part: 128 * MEGABYTE, total: 192 * MEGABYTE, entries: 200_000 };

async function readProject(file: SourceFile, reading: PositionReading): Promise<CodingSet> {
  checkContainer(file.bytes, '.qdpx');
  const names: string[] = [];
  const isProject = (name: string) => {
    names.push(name);
    return /^[^/]+\.qde$/i.test(name) && !name.startsWith('.');
  };
  const found = await readZip(file.bytes, { ...LIMITS, wanted: isProject });
  const [part, bytes] = [...found].find(([name]) => /^project\.qde$/i.test(name)) ?? [...found][0] ?? [];
  if (part === undefined || !bytes)
    throw new Refusal(
      'Unexpected zip file without a project.qde in it',
      'export the project as REFI-QDA (.qdpx) again',
    );
  const raw = readRawProject(bytes, part);
  return buildSet(raw, await readTexts(file, raw, names), { ...reading, path: file.path });
}

/** Texts of sources and notes that lie in the file. */
async function readTexts(
  { bytes, path }: SourceFile,
  raw: RawProject,
  names: readonly string[],
): Promise<ProjectTexts> {
  const byName = new Map(names.map((name) => [name.toLowerCase(), name]));
  const wanted = new Map<string, string>();
  const missing = new Map<string, string>();
  for (const { path: stated } of [...raw.sources, ...raw.notes.values()]) {
    if (stated === undefined) continue;
    const inside = /^(?:internal:\/\/)?([^:]+)$/i.exec(stated)?.[1]?.toLowerCase().replace(/^\//, '');
    const name = inside === undefined ? undefined : (byName.get(`sources/${inside}`) ?? byName.get(inside));
    if (name !== undefined) wanted.set(stated, name);
    else missing.set(stated, inside === undefined ? 'its text is not in the file' : 'its text is missing in the file');
  }
  const parts = new Set(wanted.values());
  const read = await readZip(bytes, { ...LIMITS, wanted: (name) => parts.has(name) });
  const texts = new Map<string, string>();
  for (const [stated, name] of wanted) {
    const text = decodeSource(read.get(name) ?? new Uint8Array(0), path);
    if (text === undefined) missing.set(stated, 'its text cannot be read');
    else texts.set(stated, text);
  }
  return { texts, missing };
}

/** As it stands there, for positions are of that: line ends and composition are left alone. */
function decodeSource(bytes: Uint8Array, path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeText({ path, bytes }).text;
  }
}
