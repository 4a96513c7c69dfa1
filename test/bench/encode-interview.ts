/** Makes a Word document or a PDF of the text of an interview, for benchmarks of what is costly to read. */
import { makePdf, setLines } from '../transcript/formats/make-pdf.ts';
import { makeDocx } from '../transcript/formats/make-zip.ts';

const LINE_WIDTH = 90;
const LINES_A_PAGE = 55;

/** Paragraphs lie between blank lines. */
export function encodeDocx(text: string): Uint8Array {
  const paragraphs = text.trim().split('\n\n');
  return makeDocx(paragraphs.map((each) => `<w:p><w:r><w:t>${each}</w:t></w:r></w:p>`).join(''));
}

/** The lines are wrapped, and a blank one lies between paragraphs. */
export function encodePdf(text: string): Uint8Array {
  const wrap = new RegExp(`(.{1,${LINE_WIDTH}})(?: |$)`, 'g');
  const lines = text.split('\n').flatMap((line) => (line === '' ? [''] : line.match(wrap)) ?? []);
  const pages = Array.from({ length: Math.ceil(lines.length / LINES_A_PAGE) }, (_, page) =>
    setLines(lines.slice(page * LINES_A_PAGE, (page + 1) * LINES_A_PAGE).map((line) => line.trim())),
  );
  return makePdf(pages);
}
