/** Lexicoder dictionaries: `+` before a category and a pattern a line (.lc3), or the XML of Yoshikoder (.lcd). */
import type { Code, Codebook } from '../../model.ts';
import { readCategoryXml, writeCategoryXml } from './category-xml.ts';
import { beginningOf, type CodebookFormat, type Draft, type DraftCode, draftCode, readTextDraft } from './format.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { countLostNotes, writePatterns } from './write-patterns.ts';

export const lexicoder = {
  name: 'lexicoder',
  title: 'a Lexicoder dictionary',
  extensions: ['.lc3', '.lcd'],
  recognizes: (bytes) => /^\+\S/.test(beginningOf(bytes)),
  read: (file, losses) =>
    beginningOf(file.bytes).startsWith('<')
      ? readCategoryXml(file, losses)
      : readTextDraft(file, (text) => readLines(text, losses)),
  write: (codebook, losses, extension) =>
    extension === '.lcd' ? writeCategoryXml(codebook, losses) : writeLines(codebook, losses),
} satisfies CodebookFormat;

const ABILITIES = { wildcards: 'everywhere', anyWord: false, weights: false } as const;

function readLines(text: string, losses: Losses): Draft {
  const codes: DraftCode[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim();
    if (line === '') continue;
    const open = codes.at(-1);
    if (line.startsWith('+')) codes.push(draftCode(line.slice(1), index + 1));
    else if (open) open.terms.push({ pattern: line, line: index + 1 });
    else losses.add(NO_CATEGORY, index + 1, line);
  }
  return { codes };
}

function writeLines(codebook: Codebook, losses: Losses): string {
  countLostNotes(codebook, losses);
  const lines: string[] = [];
  const write = (code: Code, isTop: boolean) => {
    if (!isTop) losses.add(FLAT, code.position, code.name);
    lines.push(`+${code.name}`, ...writePatterns(code, ABILITIES, losses).map(({ pattern }) => pattern));
    for (const child of code.codes) write(child, false);
  };
  for (const code of codebook.codes) write(code, true);
  return `${lines.join('\n')}\n`;
}

const NO_CATEGORY: Loss = {
  rule: 'word-without-category',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'pattern')} above which no category stands`,
  hint: 'put a line with + and the name of the category above it',
};
const FLAT: Loss = {
  rule: 'lost-level',
  severity: 'warning',
  tell: (count) => `Wrote ${countOf(count, 'subcode')} beside the others, for the format has one level`,
  hint: 'write a file ending in .lcd to keep the levels',
};
