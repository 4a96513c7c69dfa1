/** Reads the first sheet of an Excel workbook: text, numbers, dates by their style; a stray cell far away costs nothing. */
import type { Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { checkContainer } from './container.ts';
import { Refusal } from './refusal.ts';
import type { RowTable } from './row-table.ts';
import { readZip, type ZipLimits } from './safe-zip.ts';
import { readSheet } from './sheet.ts';
import { readDateStyles, type SheetStyles } from './sheet-styles.ts';
import type { SourceFile } from './source-file.ts';
import { parseXml, scanXml, type XmlElement } from './xml.ts';

const MEGABYTE = 2 ** 20;
const LIMITS = { part: 32 * MEGABYTE, total: 64 * MEGABYTE };
const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** Throws a refusal for a container or XML that is broken or hostile, and for a zip that is no workbook. */
export async function readWorkbook({ bytes, path }: SourceFile): Promise<RowTable> {
  checkContainer(bytes, '.xlsx');
  const index = await readZip(bytes, partsOf([WORKBOOK, RELATIONS]));
  const [book, relations] = [index.get(WORKBOOK), index.get(RELATIONS)];
  if (!book || !relations)
    throw new Refusal(
      'Unexpected content: this is a zip file but not an Excel workbook',
      'open it in the program that made it and save it as .xlsx',
    );
  const root = parseXml(book, WORKBOOK);
  const { name, part, others } = findSheet(root, parseXml(relations, RELATIONS));
  const parts = await readZip(bytes, partsOf([part, 'xl/sharedStrings.xml', 'xl/styles.xml']));
  const sheet = parts.get(part);
  if (!sheet) throw new Refusal(`Unexpected end of the workbook: ${part} is missing`, 'save it again');
  const strings = readSharedStrings(parts.get('xl/sharedStrings.xml'));
  const styles = readStyles(parts.get('xl/styles.xml'), root);
  const { rows, beyond } = readSheet(sheet, { part, strings, styles });
  return { rows, messages: [...reportOthers(name, others, path), ...reportBeyond(beyond, path)] };
}

const partsOf = (names: string[]): ZipLimits => ({ ...LIMITS, wanted: (name) => names.includes(name) });

interface FoundSheet {
  name: string;
  part: string;
  /** Names of the sheets that are not read. */
  others: string[];
}

/** The first that is not hidden. */
function findSheet(book: XmlElement, relations: XmlElement): FoundSheet {
  const targets = new Map(
    childrenOf(relations, 'Relationship')
      .filter(({ attributes }) => attributes.Type?.endsWith('/worksheet'))
      .map(({ attributes }) => [attributes.Id ?? '', attributes.Target ?? '']),
  );
  const sheets = childrenOf(book, 'sheets')
    .flatMap((element) => childrenOf(element, 'sheet'))
    .flatMap(({ attributes }) => {
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      return target === undefined ? [] : [{ name: attributes.name ?? '', target, isHidden }];
    });
  const first = sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (!first) throw new Refusal('Unexpected workbook without a sheet', 'save it again');
  const part = first.target.startsWith('/') ? first.target.slice(1) : `xl/${first.target.replace(/^\.\//, '')}`;
  return { name: first.name, part, others: sheets.filter((sheet) => sheet !== first).map(({ name }) => name) };
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child === 'object' && localName(child.name) === name,
  );
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function readSharedStrings(part: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (!part) return strings;
  let inText = false;
  let inPhonetic = false;
  const mark = (name: string, isOpen: boolean) => {
    if (name === 't') inText = isOpen;
    else if (name === 'rPh') inPhonetic = isOpen;
    else if (name === 'si' && isOpen) strings.push('');
  };
  scanXml(part, 'xl/sharedStrings.xml', {
    open: ({ name }) => mark(localName(name), true),
    close: (name) => mark(localName(name), false),
    text(text) {
      if (inText && !inPhonetic && strings.length > 0) strings[strings.length - 1] += text;
    },
  });
  return strings;
}

function readStyles(part: Uint8Array | undefined, book: XmlElement): SheetStyles {
  const from1904 = childrenOf(book, 'workbookPr').some(({ attributes }) =>
    /^(?:1|true)$/.test(attributes.date1904 ?? ''),
  );
  return { from1904, dates: part ? readDateStyles(part) : [] };
}

const MOST_NAMES = 5;

function reportOthers(name: string, others: readonly string[], path: string): Message[] {
  if (others.length === 0) return [];
  const more = others.length > MOST_NAMES ? ` and ${others.length - MOST_NAMES} more` : '';
  const reason = `Read only the sheet ${name}; left out ${others.slice(0, MOST_NAMES).join(', ')}${more}`;
  const hint = 'save each sheet with a transcript as a file of its own';
  return [createMessage(reason, { rule: 'left-out', severity: 'information', path, hint })];
}

function reportBeyond(count: number, path: string): Message[] {
  if (count === 0) return [];
  const reason = `Left out ${count === 1 ? '1 cell' : `${count} cells`} far to the right of the table`;
  return [createMessage(reason, { rule: 'left-out', severity: 'warning', path, hint: 'delete what stands there' })];
}
