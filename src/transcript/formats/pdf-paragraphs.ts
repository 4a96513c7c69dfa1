/** Makes blocks of the lines of a PDF: lines are not paragraphs, and sentences go on over pages. */
import type { Block } from '../source.ts';
import { findHyphenation, type Joint, joinLines } from './pdf-hyphens.ts';
import { decideSteps, LARGER, type Layout, measureLayout } from './pdf-layout.ts';
import type { PdfLine } from './pdf-lines.ts';
import { Pen } from './pen.ts';

/** The paragraphs in order. The line number of each is its own number, as the reader of the print would count. */
export function composeParagraphs(lines: PdfLine[]): Block[] {
  const layout = measureLayout(lines);
  const steps = decideSteps(lines, layout);
  const hyphenation = findHyphenation(lines.map((line) => line.text));
  const isHeading = createHeadingTest(lines, layout);
  const blocks: Block[] = [];
  let group: PdfLine[] = [];
  let pen = new Pen(1);
  const close = () => {
    const written = pen.finish();
    if (written.length > 0) blocks.push({ kind: group.every(isHeading) ? 'heading' : 'text', lines: written });
    group = [];
    pen = new Pen(blocks.length + 1);
  };
  lines.forEach((line, index) => {
    const step = steps[index];
    if (step === 'paragraph' && index > 0) close();
    else if (step === 'line') pen.breakLine(blocks.length + 1);
    const next = lines[index + 1];
    writeLine(
      pen,
      line,
      next && steps[index + 1] === 'join' ? joinLines(line.text, next.text, hyphenation) : undefined,
    );
    group.push(line);
  });
  close();
  return blocks;
}

function writeLine(pen: Pen, { text, bold }: PdfLine, joint: Joint | undefined): void {
  const end = text.length - (joint?.drop ?? 0);
  const clean = (part: string) => part.replaceAll('\u00AD', '');
  pen.write(clean(text.slice(0, Math.min(bold, end))), { bold: true });
  pen.write(clean(text.slice(bold, end)) + (joint?.between ?? ''), { bold: false });
}

const LONGEST_HEADING = 100;

/** Short lines in larger letters, unless so much is written in them that it cannot be headings. */
function createHeadingTest(lines: PdfLine[], { size }: Layout): (line: PdfLine) => boolean {
  const isLarger = (line: PdfLine) => line.size > size * LARGER && line.text.length <= LONGEST_HEADING;
  let larger = 0;
  let total = 0;
  for (const line of lines) {
    total += line.text.length;
    if (isLarger(line)) larger += line.text.length;
  }
  return larger > Math.max(LONGEST_HEADING, total * 0.15) ? () => false : isLarger;
}
