/** The XML of Yoshikoder and older Lexicoder: `cnode` is a category, `pnode` a pattern. */

import { escapeXml } from '../../containers/escape-xml.ts';
import { Refusal } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import { parseXml, type XmlElement } from '../../containers/xml.ts';
import type { Code, Codebook } from '../../model.ts';
import { readNotes, writeNotes } from './code-notes.ts';
import { type Draft, type DraftCode, draftCode, readTextDraft } from './format.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { countLostNotes, writePatterns } from './write-patterns.ts';

const ABILITIES = { wildcards: 'everywhere', anyWord: false, weights: false } as const;

/** An outermost category without patterns, above others, is the name of the dictionary. */
export function readCategoryXml(file: SourceFile, losses: Losses): Draft {
  return readTextDraft(file, (text) => {
    const root = parseXml(new TextEncoder().encode(text), 'the dictionary');
    if (root.name !== 'dictionary')
      throw new Refusal(`Unexpected XML with <${root.name}>, expected <dictionary>`, 'name the file after its format');
    const codes = root.children.flatMap((child) => readCategory(child, losses));
    if (root.attributes.patternengine === 'regexp') losses.add(REGEXP);
    const [only] = codes;
    const isName = only && codes.length === 1 && only.terms.length === 0 && only.codes.length > 0;
    return isName ? { title: only.name, codes: only.codes } : { codes };
  });
}

function readCategory(element: XmlElement | string, losses: Losses): DraftCode[] {
  if (typeof element === 'string') return [];
  if (element.name !== 'cnode') {
    losses.add(OTHER_ELEMENT, 0, element.name);
    return [];
  }
  const { name = '', desc = '' } = element.attributes;
  const code: DraftCode = { ...draftCode(name, 0), ...(desc.trim() === '' ? {} : { notes: readNotes(desc) }) };
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'pnode') code.terms.push({ pattern: child.attributes.name ?? '', line: 0 });
    else code.codes.push(...readCategory(child, losses));
  }
  return [code];
}

/** Notes go into `desc`. */
export function writeCategoryXml(codebook: Codebook, losses: Losses): string {
  countLostNotes(codebook, losses, { notes: true, title: true });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<dictionary style="050805" patternengine="substring">',
    `  <cnode name="${escapeXml(codebook.title ?? codebook.name)}" desc="">`,
  ];
  const write = (code: Code, margin: string) => {
    lines.push(`${margin}<cnode name="${escapeXml(code.name)}" desc="${escapeXml(writeNotes(code))}">`);
    for (const { pattern } of writePatterns(code, ABILITIES, losses))
      lines.push(`${margin}  <pnode name="${escapeXml(pattern)}"/>`);
    for (const child of code.codes) write(child, `${margin}  `);
    lines.push(`${margin}</cnode>`);
  };
  for (const code of codebook.codes) write(code, '    ');
  return `${[...lines, '  </cnode>', '</dictionary>'].join('\n')}\n`;
}

const REGEXP: Loss = {
  rule: 'regexp-patterns',
  severity: 'warning',
  tell: () => 'The patterns are regular expressions; they are read as words with wildcards',
  hint: 'look at each term that has a *, ? or other sign',
};
const OTHER_ELEMENT: Loss = {
  rule: 'unknown-element',
  severity: 'warning',
  tell: (count) => `Left out ${countOf(count, 'element')} that ${count === 1 ? 'is' : 'are'} no category or pattern`,
  hint: 'look at it in the program that made the file',
};
