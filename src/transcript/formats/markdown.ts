/** Markdown, as people write it who think of it as plain text. */
import { decodeText } from '../../containers/decode.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { Format, Source } from '../source.ts';
import { isCostly, needsParsing, readMarkdownBlocks } from './markdown-blocks.ts';

export const markdown = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  isolated: isCostly,
  isSlow: needsParsing,
  read(file: SourceFile): Source {
    const { text, messages } = decodeText(file);
    if (text === undefined) return { blocks: [], frontMatter: {}, messages };
    const frontMatter = readFrontMatter(text, file.path);
    const body = text.slice(frontMatter.end);
    const firstLine = text.slice(0, frontMatter.end).split('\n').length;
    const blocks = readMarkdownBlocks(body, firstLine);
    return { blocks, frontMatter: frontMatter.values, messages: [...messages, ...frontMatter.messages] };
  },
} satisfies Format;
