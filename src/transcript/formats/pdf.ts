/** Transcripts in the text layer of a PDF: lines become paragraphs again, and what is printed around them is left out. */

import { Refusal } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import type { Format, Source } from '../source.ts';
import { refuseOnFailure, reportLeftOut } from './refusal.ts';

/** `line` of a source line is the running number of its paragraph. */
export const pdf = {
  name: 'pdf',
  extensions: ['.pdf'],
  isolated: () => true,
  read: (file: SourceFile): Promise<Source> => refuseOnFailure(file, 'PDF', () => readPdf(file)),
} satisfies Format;

async function readPdf(file: SourceFile): Promise<Source> {
  const { checkPdf, findDamage } = await import('./pdf-document.ts');
  const { readPdfPages } = await import('./pdf-pages.ts');
  const { takeMarginNumbers } = await import('./pdf-margin.ts');
  const { readNumberedLines } = await import('./pdf-lines.ts');
  const { takeFurniture } = await import('./pdf-furniture.ts');
  const { composeParagraphs } = await import('./pdf-paragraphs.ts');
  checkPdf(file.bytes);
  const damage = findDamage(file.bytes);
  const pages = await readPdfPages(file.bytes);
  const empty = pages.filter((page) => page.items.length === 0 && !page.damaged).map((page) => page.number);
  const margin = takeMarginNumbers(pages);
  const printed = pages.map((page) => ({ height: page.height, lines: readNumberedLines(page, margin) }));
  const furniture = takeFurniture(printed);
  const lines = printed.flatMap((page) => page.lines);
  const damaged = pages.filter((page) => page.damaged).map((page) => page.number);
  checkText(lines, pages.length - damaged.length);
  const slanted = pages.reduce((sum, page) => sum + page.slanted, 0);
  const leftOut = { ...furniture, ...(margin ? { [margin.kind]: margin.count } : {}), 'slanted text': slanted };
  const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
  const problems = { path: file.path, ...damage, empty, damaged, unknown: isMuch(unknown, lines) ? unknown : 0 };
  const messages = [...reportProblems(problems), ...reportLeftOut(leftOut, file.path)];
  return { blocks: composeParagraphs(lines), frontMatter: {}, messages };
}

/** A stamp or two on each page do not make a text layer. */
const FEWEST_CHARACTERS = 5;

function checkText(lines: readonly { text: string }[], pages: number): void {
  const characters = lines.reduce((sum, line) => sum + line.text.replace(/\s/g, '').length, 0);
  if (pages === 0)
    throw new Refusal('Unexpected damage: no page of the PDF can be read', 'copy or download the file again');
  if (characters >= FEWEST_CHARACTERS * pages) return;
  throw new Refusal(
    'Unexpected PDF without text: it is a scan, a picture of each page',
    'run text recognition (OCR) on it first, and save it as a PDF with text or as plain text',
  );
}

/** A few are bullets and smileys. */
function isMuch(unknown: number, lines: readonly { text: string }[]): boolean {
  return unknown > 0.01 * lines.reduce((sum, { text }) => sum + text.length, 0);
}

interface Problems {
  path: string;
  cutOff: boolean;
  parts: number;
  empty: number[];
  damaged: number[];
  unknown: number;
}

function reportProblems({ path, cutOff, parts, empty, damaged, unknown }: Problems): Message[] {
  const messages: Message[] = [];
  const warn = (reason: string, rule: string, hint: string) =>
    messages.push(createMessage(reason, { rule, severity: 'warning', path, hint }));
  if (cutOff)
    warn('Unexpected end of the PDF, pages may be missing', 'cut-off-file', 'copy or download the file again');
  if (parts > 0)
    warn(
      `Unexpected damage in ${parts} ${parts === 1 ? 'part' : 'parts'} of the PDF, text may be missing`,
      'damaged-part',
      'copy or download the file again',
    );
  if (damaged.length > 0)
    warn(`Unexpected damage in ${listPages(damaged)}, not read`, 'damaged-page', 'copy or download the file again');
  if (empty.length > 0)
    warn(
      `Unexpected ${listPages(empty)} without text; the other pages were read`,
      'page-without-text',
      'run text recognition (OCR) on the file if these pages are scans',
    );
  if (unknown > 0)
    warn(
      `Unexpected fonts: they do not tell what letters ${unknown} characters are, and words are missing`,
      'unknown-letters',
      'run text recognition (OCR) on the file, or save it as a PDF again with another program',
    );
  return messages;
}

const MOST_LISTED = 20;

function listPages(numbers: number[]): string {
  const listed = numbers.slice(0, MOST_LISTED).join(', ');
  const more = numbers.length > MOST_LISTED ? ` and ${numbers.length - MOST_LISTED} more` : '';
  return `${numbers.length === 1 ? 'page' : 'pages'} ${listed}${more}`;
}
