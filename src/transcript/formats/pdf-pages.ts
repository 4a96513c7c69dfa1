/** Takes the pieces of text off the pages of a PDF with pdf.js, each with its place, size and weight. */

import { Refusal } from '../../containers/refusal.ts';
import { openPdf, type PdfDocument } from './pdf-document.ts';

/** A piece of text as it was printed; lengths are in points, from the top left corner of the page as it is read. */
export interface PdfItem {
  text: string;
  x: number;
  right: number;
  /** Of the line on which the letters stand. */
  y: number;
  size: number;
  bold: boolean;
  /** Whether the piece printed before it ends in a blank. */
  afterBlank: boolean;
  /** Place in the order of printing. */
  order: number;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  items: PdfItem[];
  /** Pieces that run in another direction than most of the page, such as a watermark. */
  slanted: number;
  /** Characters of which the font does not tell what letter they are. */
  unknown: number;
  /** Whether pdf.js could not make anything of it. */
  damaged: boolean;
}

const MOST_PAGES = 2000;
const MOST_CHARACTERS = 20_000_000;
type Page = Awaited<ReturnType<PdfDocument['getPage']>>;

/** All pages in order. Throws a refusal for a file that is protected, broken, or has too much in it. */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await openPdf(bytes);
  try {
    return await collectPages(document);
  } finally {
    await document.destroy();
  }
}

async function collectPages(document: PdfDocument): Promise<PdfPage[]> {
  const { numPages } = document;
  if (numPages > MOST_PAGES)
    throw new Refusal(
      `Unexpected number of pages: ${numPages}, expected at most ${MOST_PAGES}`,
      'save only the pages with the transcript',
    );
  const pages: PdfPage[] = [];
  const reading: Reading = { weights: new Map(), characters: 0 };
  for (let number = 1; number <= numPages; number++) pages.push(await readPage(document, number, reading));
  return pages;
}

interface Reading {
  /** Whether the letters of a font are bold, by the name that pdf.js gives it. */
  weights: Map<string, boolean>;
  /** Number of those read so far, every piece counting as one at least. */
  characters: number;
}

async function readPage(document: PdfDocument, number: number, reading: Reading): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const pieces = await readPieces(page, reading);
    await learnWeights(page, pieces, reading.weights);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    page.cleanup();
    return {
      number,
      damaged: false,
      unknown: countUnknown(pieces),
      ...turnUpright(placePieces(pieces, transform, reading.weights), { width, height }),
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return { number, damaged: true, width: 0, height: 0, items: [], slanted: 0, unknown: 0 };
  }
}

/** Piece by piece, so that a page without end is given up in time. */
async function readPieces(page: Page, reading: Reading): Promise<TextPiece[]> {
  const pieces: TextPiece[] = [];
  const reader: ReadableStreamDefaultReader<{ items: (TextPiece | { type: string })[] }> = page
    .streamTextContent({ disableNormalization: true })
    .getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return pieces;
    for (const item of value.items) {
      if (!('str' in item)) continue;
      reading.characters += item.str.length + 1;
      pieces.push(item);
    }
    if (reading.characters <= MOST_CHARACTERS) continue;
    await reader.cancel();
    throw new Refusal('Unexpected size: more than 20 million characters', 'save only the pages with the transcript');
  }
}

interface TextPiece {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
}

const BOLD_NAME = /bold|black|heavy|semibold|demi(?!r)/i;

/** Names of fonts come only with the drawing instructions, which are asked for where a page brings a new font. */
async function learnWeights(page: Page, pieces: TextPiece[], weights: Map<string, boolean>): Promise<void> {
  const unknown = new Set(pieces.map(({ fontName }) => fontName).filter((name) => !weights.has(name)));
  if (unknown.size === 0) return;
  // Without them nothing but the weight of letters is missing.
  await page.getOperatorList().catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  for (const name of unknown) {
    const font: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined;
    weights.set(name, BOLD_NAME.test(String((font as { name?: unknown } | undefined)?.name ?? '')));
  }
}

interface PlacedItem extends PdfItem {
  width: number;
  /** Of reading: 0 to the right, 1 down, 2 to the left, 3 up; -1 for none of these. */
  direction: number;
}

function placePieces(pieces: TextPiece[], view: number[], weights: ReadonlyMap<string, boolean>): PlacedItem[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
  const items: PlacedItem[] = [];
  let afterBlank = false;
  for (const { str, transform, width, fontName } of pieces) {
    const text = cleanText(str);
    if (text.trim() === '') {
      if (text !== '') afterBlank = true;
      continue;
    }
    const [ta = 0, tb = 0, tc = 0, td = 0, x = 0, y = 0] = transform;
    const angle = Math.atan2(b * ta + d * tb, a * ta + c * tb) / (Math.PI / 2);
    const direction = Math.abs(angle - Math.round(angle)) < 0.05 ? (Math.round(angle) + 4) % 4 : -1;
    const place = { x: a * x + c * y + e, right: 0, y: b * x + d * y + f, width, size: Math.hypot(tc, td) || 1 };
    items.push({ text, ...place, direction, bold: weights.get(fontName) === true, afterBlank, order: items.length });
    afterBlank = / $/.test(text);
  }
  return items;
}

function countUnknown(pieces: TextPiece[]): number {
  return pieces.reduce((sum, { str }) => sum + (str.match(/[\p{Co}\uFFFD]|(?!\s)\p{Cc}/gu)?.length ?? 0), 0);
}

/** Ligatures become letters; soft hyphens stay, since at the end of a line they tell how to join it. */
function cleanText(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\uF0B7/g, '•')
    .replace(/\p{Cc}+|[\s\u00A0]+/gu, ' ')
    .replace(/[\u200B\uFEFF]/g, '');
}

/** The page turned so that most of its letters stand upright; what does not is left out and counted. */
function turnUpright(
  items: PlacedItem[],
  { width, height }: { width: number; height: number },
): Pick<PdfPage, 'width' | 'height' | 'items' | 'slanted'> {
  const letters = [0, 0, 0, 0];
  for (const { direction, text } of items)
    if (direction >= 0) letters[direction] = (letters[direction] ?? 0) + text.length;
  const most = letters.indexOf(Math.max(...letters));
  const upright = items.filter(({ direction }) => direction === most);
  for (const item of upright) {
    const { x, y } = item;
    item.x = [x, y, width - x, height - y][most] ?? x;
    item.y = [y, width - x, height - y, x][most] ?? y;
    item.right = item.x + item.width;
  }
  const size = most % 2 === 0 ? { width, height } : { width: height, height: width };
  return { ...size, items: upright, slanted: items.length - upright.length };
}
