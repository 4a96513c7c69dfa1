/** A codebook as a Markdown document. */
import type { Codebook } from '../model.ts';
import { type CodeSection, listSections } from './codebook-sections.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { removeControls } from './format-cell.ts';
import { OWN_MARK } from './own-output.ts';

/** A heading a code, with its place in the tree; `summary` stands below the title. */
export function writeCodebookMarkdown(codebook: Codebook, summary: string): string {
  const { title, name, version } = codebook;
  const head = [
    OWN_MARK,
    `# ${escapeText(title ?? name)}`,
    escapeText([name, version, summary].filter(Boolean).join(' · ')),
  ];
  return `${[...head, ...listSections(codebook).flatMap(writeSection)].join('\n\n')}\n`;
}

function writeSection({ code, path, depth, number, texts, examples, terms }: CodeSection): string[] {
  const color = code.color ? ` · ${escapeText(code.color)}` : '';
  return [
    `${'#'.repeat(Math.min(depth + 2, 6))} ${number} ${escapeText(code.name)}`,
    `${depth > 0 ? `${escapeText(path)} · ` : ''}\`${code.id}\`${color}`,
    ...texts.map(({ title, text }) => `**${title}.** ${keepLines(escapeText(text))}`),
    ...examples.map(({ title, texts: all }) => `**${title}**\n\n${all.map((text) => `- ${inLine(text)}`).join('\n')}`),
    ...terms.map(({ title, kinds }) => {
      const lines = kinds.map(({ kind, terms: own }) => {
        const written = own.map(({ source, details }) => inLine(source) + (details && ` *(${inLine(details)})*`));
        return `- ${escapeText(kind)}: ${written.join(' · ')}`;
      });
      return `**${escapeText(title)}**\n\n${lines.join('\n')}`;
    }),
  ];
}

/** Indentation would be a block of code. */
const escapeText = (text: string): string => escapeMarkdown(removeControls(text).replace(/\n[ \t]+/g, '\n'));

/** A line end inside a paragraph would be a blank. */
const keepLines = (text: string): string => text.replace(/(?<=[^\n])\n(?=[^\n])/g, '\\\n');

/** What stands in a list item must not end it. */
const inLine = (text: string): string => escapeText(text.replace(/\s*\n\s*/g, ' '));
