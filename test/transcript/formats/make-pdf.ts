/** Writes small PDFs for tests: text at places on pages, pictures without text, and links between objects that are right. */

export interface PdfText {
  /** In points from the left and from the top; the page is 595 wide and 842 high. */
  x: number;
  y: number;
  text: string;
  size?: number;
  bold?: boolean;
  /** In degrees, against the clock. */
  turn?: number;
}

/** The characters 1 to 3 have names that do not tell a letter. */
const FONTS =
  '<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /uniE001 /uniE002 /uniE003] >> >> /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>';
const PICTURE = 'BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\xff\xff\x00 EI';

/** The bytes of a PDF with these pages; a page without text is a picture, as a scanner makes it. */
export function makePdf(pages: PdfText[][], rotate = 0): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const kids = pages.map((page) => {
    const content = page.length > 0 ? page.map(writeText).join('\n') : `q 595 0 0 842 0 0 cm ${PICTURE} Q`;
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Contents ${objects.length} 0 R /Resources << /Font ${FONTS} >> >>`,
    );
    return `${objects.length} 0 R`;
  });
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  return assemble(objects);
}

function writeText({ x, y, text, size = 10, bold = false, turn = 0 }: PdfText): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)].map((n) => n.toFixed(4));
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${cos} ${sin} -${sin} ${cos} ${x} ${842 - y} Tm (${escaped}) Tj ET`.replace(
    '--',
    '',
  );
}

function assemble(objects: string[]): Uint8Array {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines from the top of the page downwards; an empty one leaves room, as between paragraphs. */
export function setLines(lines: string[], place: { x?: number; y?: number; leading?: number } = {}): PdfText[] {
  const { x = 72, y = 72, leading = 12 } = place;
  return lines.flatMap((text, index) => (text === '' ? [] : [{ x, y: y + index * leading, text }]));
}
