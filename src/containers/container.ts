/** Says what a file really is when it is not the zip container that its extension promises. */
import { Refusal } from './refusal.ts';

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];

/** Throws a refusal that names the kind of file, unless the bytes begin as a zip does. */
export function checkContainer(bytes: Uint8Array, extension: string): void {
  if (!startsWith(bytes, ZIP)) throw describeContent(bytes, extension);
}

/** Why a file that is not what its extension promises cannot be read: it names what the file really is. */
export function describeContent(bytes: Uint8Array, extension: string): Refusal {
  if (bytes.length === 0) return new Refusal('Unexpected empty file', 'copy it again');
  if (startsWith(bytes, OLE)) return describeOle(bytes, extension);
  const head = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart();
  const isNot = `Unexpected content: this is not really a ${extension} file`;
  if (startsWith(bytes, ZIP)) return describeZip(bytes, isNot);
  if (head.startsWith('{\\rtf'))
    return new Refusal(`${isNot} but rich text (RTF)`, 'rename it so that it ends in .rtf');
  if (/^<(?:!doctype html|html|head|body|p|div|table)\b/i.test(head))
    return new Refusal(`${isNot} but a web page (HTML)`, 'rename it so that it ends in .html');
  if (head.startsWith('%PDF'))
    return new Refusal(`${isNot} but a PDF`, `save it from a word processor as ${extension}`);
  if (!bytes.subarray(0, 4096).includes(0) && isText(bytes))
    return new Refusal(
      `${isNot} but plain text`,
      `rename it so that it ends in ${extension === '.xlsx' ? '.csv' : '.txt'}`,
    );
  return new Refusal(isNot, `open it in the program that made it and save it as ${extension}`);
}

/** The names of the parts of a zip stand in it as they are. */
function describeZip(bytes: Uint8Array, isNot: string): Refusal {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.includes('word/document.xml'))
    return new Refusal(`${isNot} but a Word document`, 'rename it so that it ends in .docx');
  if (content.subarray(0, 100).includes('opendocument.text'))
    return new Refusal(`${isNot} but an OpenDocument text`, 'rename it so that it ends in .odt');
  return new Refusal(`${isNot} but a zip file`, 'unpack it and name the files in it');
}

function describeOle(bytes: Uint8Array, extension: string): Refusal {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    return new Refusal('The file is protected with a password', 'remove the password and save the file again');
  if (extension === '.xlsx')
    return new Refusal(
      'Unexpected content: this is an old Excel file (.xls)',
      'open it in a spreadsheet and save it as .xlsx',
    );
  const kind = 'Unexpected content: this is an old Word file (.doc)';
  return new Refusal(kind, `open it in a word processor and save it as ${extension === '.odt' ? '.odt' : '.docx'}`);
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, 4096), { stream: true });
    return !bytes.subarray(0, 4096).some((byte) => byte < 9);
  } catch {
    return false;
  }
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
