/** Codebooks of the REFI-QDA standard 1.5 (`urn:QDA-XML:codebook:1.0`), which MAXQDA, ATLAS.ti, NVivo and others exchange. */

import { escapeXml } from '../../containers/escape-xml.ts';
import { Refusal } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import { parseXml, type XmlElement } from '../../containers/xml.ts';
import type { Code, Codebook } from '../../model.ts';
import { joinNotes, readNotes, writeNotes } from './code-notes.ts';
import { beginningOf, type CodebookFormat, type Draft, type DraftCode, draftCode, readTextDraft } from './format.ts';
import { createGuid } from './guid.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { PathTree } from './outline.ts';
import { maxqdaNames, qualcoderNames } from './reader-limits.ts';
import { countLostNotes } from './write-patterns.ts';

export const qdc = {
  name: 'qdc',
  title: 'a REFI-QDA codebook',
  extensions: ['.qdc'],
  recognizes: (bytes) => /<(?:\w+:)?CodeBook[\s>]/.test(beginningOf(bytes)),
  read: (file, losses) => readQdc(file, losses),
  write: writeQdc,
  limits: [maxqdaNames, qualcoderNames],
} satisfies CodebookFormat;

/** Elements go by their local names, for programs write other namespaces than the standard has. */
function readQdc(file: SourceFile, losses: Losses): Draft {
  return readTextDraft(file, (text) => {
    const root = parseXml(new TextEncoder().encode(text), 'the codebook');
    if (localName(root) !== 'CodeBook')
      throw new Refusal(`Unexpected XML with <${root.name}>, expected <CodeBook>`, 'export the codebook as .qdc again');
    for (const sets of childrenOf(root, 'Sets')) for (const _ of childrenOf(sets, 'Set')) losses.add(SET);
    const codes = childrenOf(root, 'Codes').flatMap((list) => childrenOf(list, 'Code').map(readCode));
    // In our own files a backslash in a name is one.
    const isFlat = root.attributes.origin !== ORIGIN && codes.every((code) => code.codes.length === 0);
    const separator = isFlat ? SEPARATORS.find((mark) => codes.some(({ name }) => name.includes(mark))) : undefined;
    return { codes: separator === undefined ? codes : nest(codes, separator, losses) };
  });
}

const ORIGIN = 'code-transcripts';

const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child === 'object' && localName(child) === name);

function readCode(element: XmlElement): DraftCode {
  const { name = '', color } = element.attributes;
  const description = childrenOf(element, 'Description')
    .flatMap(({ children }) => children)
    .join('');
  return {
    ...draftCode(name, 0),
    ...(description.trim() === '' ? {} : { notes: readNotes(description) }),
    color,
    codes: childrenOf(element, 'Code').map(readCode),
  };
}

/** Taguette writes `parent\child` as a name, older ATLAS.ti `parent::child`. */
const SEPARATORS = ['\\', '::'];

function nest(codes: readonly DraftCode[], separator: string, losses: Losses): DraftCode[] {
  const tree = new PathTree();
  for (const { name, notes, color, line } of codes) {
    const path = name
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (path.length > 1) losses.add(NESTED, line, name);
    const taken = tree.take(path.length > 0 ? path : [name], line);
    if (!taken) continue;
    if (notes) taken.code.notes = joinNotes(taken.code.notes, notes);
    taken.code.color ??= color;
  }
  return tree.codes;
}

/** Valid against the schema of the standard: no empty container, GUIDs of the path of ids, every code codable. */
function writeQdc(codebook: Codebook, losses: Losses): string {
  countLostNotes(codebook, losses, { notes: true, colors: true, terms: false });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${ORIGIN}">`,
    '  <Codes>',
  ];
  const write = (code: Code, path: string, margin: string) => {
    const { id, name, color, codes } = code;
    const guid = createGuid(`${path}/${id}`);
    const painted = color === undefined ? '' : ` color="${color}"`;
    const start = `${margin}<Code guid="${guid}" name="${escapeXml(name)}" isCodable="true"${painted}`;
    const notes = writeNotes(code);
    if (notes === '' && codes.length === 0) {
      lines.push(`${start}/>`);
      return;
    }
    lines.push(`${start}>`);
    if (notes !== '') lines.push(`${margin}  <Description>${escapeXml(notes).replaceAll('&#10;', '\n')}</Description>`);
    for (const child of codes) write(child, `${path}/${id}`, `${margin}  `);
    lines.push(`${margin}</Code>`);
  };
  for (const code of codebook.codes) write(code, codebook.name, '    ');
  return `${[...lines, '  </Codes>', '</CodeBook>'].join('\n')}\n`;
}

const SET: Loss = {
  rule: 'lost-set',
  severity: 'information',
  tell: (count) => `Left out ${countOf(count, 'set')} of codes`,
  hint: 'a codebook has codes and subcodes only',
};
const NESTED: Loss = {
  rule: 'nested-name',
  severity: 'information',
  tell: (count) => `Made subcodes of ${countOf(count, 'name')} that ${count === 1 ? 'is a path' : 'are paths'}`,
  hint: 'the program that wrote the file has no levels',
};
