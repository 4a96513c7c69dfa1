/** Short ways to import and export in tests of formats. */
import { exportCodebook, importCodebook } from '../../../src/codebook/formats/convert.ts';
import type { CodebookFormat } from '../../../src/codebook/formats/format.ts';
import { codebookFormats, extensionOf, findCodebookFormat } from '../../../src/codebook/formats/index.ts';
import { writeCodebook } from '../../../src/codebook/write-codebook.ts';
import { termKinds } from '../../../src/coding/terms/index.ts';
import type { Code, Codebook, Message } from '../../../src/model.ts';
import { parseCodebook } from '../../builders.ts';

export interface Imported {
  codebook?: Codebook;
  /** A line a code: blanks for its level, name, and its terms in brackets. */
  tree: string[];
  /** `rule:line: reason`, without the line where there is none. */
  told: string[];
}

/** Imports a file of the format that its name and content say. What comes out is read again as a codebook. */
export async function importFile(
  path: string,
  content: string | Uint8Array,
  options: { language?: string; stems?: boolean; format?: string } = {},
): Promise<Imported> {
  const { format: named, ...others } = options;
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const format = named === undefined ? findCodebookFormat(path, bytes) : findFormat(named);
  if (!format) throw new Error(`no format for ${path}`);
  const { codebook, messages } = await importCodebook({ path, bytes }, format, { notations: termKinds, ...others });
  if (codebook) parseCodebook(writeCodebook(codebook));
  return {
    ...(codebook ? { codebook } : {}),
    tree: codebook ? drawTree(codebook.codes) : [],
    told: messages.map(tell),
  };
}

/** Exports to a file with this extension. */
export function exportBook(
  codebook: Codebook,
  name: string,
  { extension, language }: { extension?: string; language?: string } = {},
): { text: string; told: string[] } {
  const format = findFormat(name);
  const { text, messages } = exportCodebook(codebook, format, {
    path: 'codebook.yaml',
    extension: extension ?? format.extensions[0] ?? extensionOf(''),
    ...(language === undefined ? {} : { language }),
  });
  return { text, told: messages.map(tell) };
}

function findFormat(name: string): CodebookFormat {
  const format = (codebookFormats as readonly CodebookFormat[]).find((each) => each.name === name);
  if (!format) throw new Error(`no format ${name}`);
  return format;
}

function drawTree(codes: readonly Code[], margin = ''): string[] {
  return codes.flatMap(({ name, terms, codes: below }) => [
    `${margin}${name}${terms.length === 0 ? '' : ` [${terms.map(({ source }) => source).join(', ')}]`}`,
    ...drawTree(below, `${margin}  `),
  ]);
}

function tell({ ruleId, line, reason }: Message): string {
  return `${ruleId}${line === undefined ? '' : `:${line}`}: ${reason}`;
}
