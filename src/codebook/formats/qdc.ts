/** Codebooks of the REFI-QDA standard 1.5 (`urn:QDA-XML:codebook:1.0`), which MAXQDA, ATLAS.ti, NVivo and others exchange. */

import { Refusal } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import { parseXml } from '../../containers/xml.ts';
import type { Codebook } from '../../model.ts';
import { beginningOf, type CodebookFormat, type Draft, readTextDraft } from './format.ts';
import { countOf, type Loss, type Losses } from './losses.ts';
import { maxqdaNames, qualcoderNames } from './reader-limits.ts';
import { childrenOf, localName, ORIGIN, readCodes, writeCodes } from './refi-codes.ts';
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

function readQdc(file: SourceFile, losses: Losses): Draft {
  return readTextDraft(file, (text) => {
    const root = parseXml(new TextEncoder().encode(text), 'the codebook');
    if (localName(root) !== 'CodeBook')
      throw new Refusal(`Unexpected XML with <${root.name}>, expected <CodeBook>`, 'export the codebook as .qdc again');
    for (const sets of childrenOf(root, 'Sets')) for (const _ of childrenOf(sets, 'Set')) losses.add(SET);
    const elements = childrenOf(root, 'Codes').flatMap((list) => childrenOf(list, 'Code'));
    return { codes: readCodes(elements, root.attributes.origin, losses) };
  });
}

/** Valid against the schema of the standard: no empty container, GUIDs of the path of ids. */
function writeQdc(codebook: Codebook, losses: Losses): string {
  countLostNotes(codebook, losses, { notes: true, colors: true, terms: false });
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${ORIGIN}">`,
    '  <Codes>',
    ...writeCodes(codebook, '    '),
    '  </Codes>',
    '</CodeBook>',
  ];
  return `${lines.join('\n')}\n`;
}

const SET: Loss = {
  rule: 'lost-set',
  severity: 'information',
  tell: (count) => `Left out ${countOf(count, 'set')} of codes`,
  hint: 'a codebook has codes and subcodes only',
};
