/** Writes zip containers for tests, the broken and hostile ones included. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  content: string | Uint8Array;
  /** Uncompressed size to declare instead of the true one. */
  declared?: number;
  /** Unix mode, such as that of a symbolic link. */
  mode?: number;
  encrypted?: boolean;
}

/** The bytes of a zip file with these entries, deflated. */
export function makeZip(entries: ZipEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = header(entry);
    const data = deflateRawSync(entry.content);
    central.push(header(entry, offset));
    locals.push(local, data);
    offset += local.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A local header, or with an offset an entry of the central directory. */
function header(entry: ZipEntry, offset?: number): Buffer {
  const name = Buffer.from(entry.name);
  const content = Buffer.from(entry.content);
  const common = Buffer.alloc(26);
  const version = [20, (entry.encrypted ? 1 : 0) | 0x800, 8, 0, 33];
  for (const [index, value] of version.entries()) common.writeUInt16LE(value, index * 2);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(deflateRawSync(content).length, 14);
  common.writeUInt32LE(entry.declared ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  if (offset === undefined) return Buffer.concat([Buffer.from('PK\x03\x04'), common, name]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE((entry.mode ?? 0) * 65_536, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), common, rest, name]);
}

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document with this body; more entries may follow. */
export function makeDocx(body: string, more: ZipEntry[] = []): Uint8Array {
  const document = body.startsWith('<?xml') ? body : `<w:document ${WORD}><w:body>${body}</w:body></w:document>`;
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: document },
    ...more,
  ]);
}

const OPEN_DOCUMENT = ['office', 'text', 'table', 'style', 'fo', 'draw', 'svg']
  .map((prefix) => `xmlns:${prefix}="urn:test:${prefix}"`)
  .join(' ');

/** An OpenDocument text with this body. */
export function makeOdt(body: string, styles = ''): Uint8Array {
  const content = `<office:document-content ${OPEN_DOCUMENT}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: body.startsWith('<?xml') ? body : content },
  ]);
}

/** A worksheet with these rows. */
export function sheetOf(rows: string): string {
  return `<worksheet xmlns="urn:x"><sheetData>${rows}</sheetData></worksheet>`;
}

interface WorkbookOptions {
  date1904?: boolean;
  /** Name of a hidden sheet before the one that is read. */
  before?: string;
  /** Names of sheets behind it. */
  after?: string[];
  /** Uncompressed size to declare of the sheet. */
  declared?: number;
}

/** An Excel workbook with this sheet, called `Blad1`, and more parts by name. */
export function makeXlsx(sheet: string, more: Record<string, string> = {}, options: WorkbookOptions = {}): Uint8Array {
  const { date1904 = false, before, after = [], declared } = options;
  const names = [...(before ? [before] : []), 'Blad1', ...after];
  const sheets = names.map(
    (name, at) =>
      `<sheet name="${name}" r:id="r${name}"${name === before ? ' state="hidden"' : ''} sheetId="${at + 1}"/>`,
  );
  const targets = names.map(
    (name) =>
      `<Relationship Id="r${name}" Type="urn:x/worksheet" Target="worksheets/${name === 'Blad1' ? 'sheet1' : name}.xml"/>`,
  );
  const workbook = `<workbook xmlns="urn:x" xmlns:r="urn:r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets.join('')}</sheets></workbook>`;
  return makeZip([
    { name: 'xl/workbook.xml', content: workbook },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${targets.join('')}</Relationships>` },
    { name: 'xl/worksheets/sheet1.xml', content: sheet, ...(declared === undefined ? {} : { declared }) },
    ...Object.entries(more).map(([name, content]) => ({ name, content })),
  ]);
}
