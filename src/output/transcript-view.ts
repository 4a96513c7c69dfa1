/** One transcript as the program sees it: how it was understood, then its paragraphs, for the eye or one a line. */

import { Chalk } from 'chalk';
import type { CodedDocument, Table } from '../model.ts';
import { removeControls } from './format-cell.ts';
import { OWN_LINE } from './own-output.ts';
import type { WriteOptions } from './table-format.ts';
import { drawFields, type Field, listRecords, widestHeading } from './terminal-records.ts';
import { wrapText } from './text-layout.ts';
import { listParagraphs, MASKED, type ShownParagraph } from './transcript-paragraphs.ts';

type Paint = (text: string) => string;

/** For the eye, wrapped at the width. `record` is the documents table with the row of this document alone. */
export function writeTranscriptView(document: CodedDocument, record: Table, options: WriteOptions): string {
  const chalk = new Chalk({ level: options.colorLevel });
  const { title, fields } = describeDocument(document, record);
  const layout = { width: options.width, headingWidth: widestHeading(fields), indent: '  ', paintHeading: chalk.dim };
  const paragraphs = listParagraphs(document);
  const gutter = String(paragraphs.length).length + 2;
  const lines = paragraphs.flatMap((paragraph, at) => {
    const heading = describeTurn(paragraph, at === 0);
    const speaker =
      heading === undefined
        ? []
        : wrapText(heading, options.width).map((line) => (paragraph.coded ? chalk.bold(line) : chalk.dim(line)));
    return [...speaker, ...drawParagraph(paragraph, { gutter, width: options.width, dim: chalk.dim })];
  });
  return `${[chalk.bold(title), ...drawFields(fields, layout), '', ...lines, '', chalk.dim(LEGEND)].join('\n')}\n`;
}

/** For programs and `grep`: `# heading: value` lines, then paragraph, role, speaker, time and text between tabs. */
export function writeTranscriptLines(document: CodedDocument, record: Table): string {
  const { title, fields } = describeDocument(document, record);
  const header = [
    `# ${title}`,
    OWN_LINE,
    ...fields.map(({ heading, text }) => `# ${heading}: ${text.replaceAll('\n', ' ')}`),
  ];
  const rows = listParagraphs(document).map(({ number, role, turn, begins, text }) => {
    const speaker = turn?.speaker === undefined ? '' : removeControls(turn.speaker).replaceAll('\t', ' ');
    return [number, role, role === 'nobody' ? '' : speaker, (begins && turn?.time) || '', text].join('\t');
  });
  return `${[...header, ['paragraph', 'role', 'speaker', 'time', 'text'].join('\t'), ...rows].join('\n')}\n`;
}

function describeDocument({ transcript }: CodedDocument, record: Table): { title: string; fields: Field[] } {
  const [first] = listRecords(record);
  const file = { heading: 'File', text: removeControls(transcript.path ?? '') };
  return { title: first?.title ?? transcript.document, fields: [file, ...(first?.fields ?? [])] };
}

const NARROWEST_TEXT = 20;
const LEGEND = '● coded  ○ not coded  ‹…› not said or not speech';

/** "● Respondent · respondent · 0:12" above the first paragraph of a turn, and above a preamble. */
function describeTurn({ turn, begins, coded }: ShownParagraph, first: boolean): string | undefined {
  if (!turn) return first ? '○ nobody · above the first speaker label' : undefined;
  if (!begins) return undefined;
  const name = turn.speaker === undefined ? 'no label' : removeControls(turn.speaker);
  const parts = [name, turn.role === 'other' ? 'role unknown' : turn.role, ...(turn.time ? [turn.time] : [])];
  return `${coded ? '●' : '○'} ${parts.join(' · ')}`;
}

/** The number, and the text with a hanging indent. */
function drawParagraph(
  { number, text, coded, role }: ShownParagraph,
  { gutter, width, dim }: { gutter: number; width: number; dim: Paint },
): string[] {
  const lines = wrapText(text, Math.max(width - gutter - 2, NARROWEST_TEXT));
  let masked = false;
  return lines.map((line, at) => {
    const prefix = at === 0 ? `${String(number).padStart(gutter)}  ` : ' '.repeat(gutter + 2);
    const painted = coded && role !== 'nobody' ? paintMasked(line, masked, dim) : dim(line);
    masked = line.lastIndexOf(MASKED.open) > line.lastIndexOf(MASKED.close) || (masked && !line.includes(MASKED.close));
    return at === 0 ? dim(prefix) + painted : prefix + painted;
  });
}

/** Dims what stands between the marks; `masked` when the line begins inside them. */
function paintMasked(line: string, masked: boolean, dim: Paint): string {
  const opened = masked ? MASKED.open + line : line;
  return opened.replace(/‹[^›]*›?/g, (part, at: number) => dim(masked && at === 0 ? part.slice(1) : part));
}
