/** Opens a PDF with pdf.js so that nothing in it can reach the network, the disk or the screen. */
import type { getDocumentProxy } from 'unpdf';
import { describeContent } from '../../containers/container.ts';
import { Refusal } from '../../containers/refusal.ts';
import { countDamagedParts } from './pdf-streams.ts';

export type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

const LARGEST_FILE = 64 * 2 ** 20;
/** Bytes in which the signature must be found, and the mark of the end. */
const HEAD = 1024;
const TAIL = 4096;
const DAMAGED = 'the file is cut off or damaged: copy or download it again';

/** Throws a refusal that says what a file is that is no PDF, and for one that is too large. */
export function checkPdf(bytes: Uint8Array): void {
  if (!contentOf(bytes).subarray(0, HEAD).includes('%PDF')) throw describeContent(bytes, '.pdf');
  if (bytes.length > LARGEST_FILE)
    throw new Refusal('Unexpected size: the PDF is larger than 64 MB', 'save only the pages with the transcript');
}

/** Throws a refusal for a file that is protected or broken. The document must be destroyed after use. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocumentProxy } = await import('unpdf');
  provideTransfer();
  try {
    // pdf.js keeps the bytes for itself, so it is given a copy.
    return await getDocumentProxy(Uint8Array.from(bytes), SAFE_OPTIONS);
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException')
      throw new Refusal('The file is protected with a password', 'remove the password and save the file again');
    if (/encryption/.test(message))
      throw new Refusal('The file is protected in an unknown way', 'save it again without protection');
    throw new Refusal('Unexpected damage: the PDF has no readable pages', DAMAGED);
  }
}

/** What of the file may be missing, though pdf.js reads the rest of it without a word. */
export interface PdfDamage {
  /** Whether the file has no end. */
  cutOff: boolean;
  /** Number of parts that cannot be unpacked whole. */
  parts: number;
}

/** Looks through the bytes. Throws a refusal for a part that grows beyond all measure. */
export function findDamage(bytes: Uint8Array): PdfDamage {
  const content = contentOf(bytes);
  return { cutOff: !content.subarray(-TAIL).includes('%%EOF'), parts: countDamagedParts(content) };
}

function contentOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Nothing is fetched, evaluated, printed or drawn; images are not even unpacked. */
const SAFE_OPTIONS = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  useWasm: false,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  maxImageSize: 1,
  // Else unpdf would take these from a package that happens to lie near.
  standardFontDataUrl: undefined,
  cMapUrl: undefined,
};

/** pdf.js hands fonts over with a method of buffers that Node 20 does not have; a copy does as well. */
function provideTransfer(): void {
  const buffer = ArrayBuffer.prototype as unknown as Record<string, unknown>;
  if (typeof buffer.transferToFixedLength === 'function') return;
  Object.defineProperty(buffer, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      const copy = new Uint8Array(length);
      copy.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy.buffer;
    },
  });
}
