/** Reads a foreign file as a codebook, and writes a codebook as a foreign file; what is lost on the way is in the messages. */
import { Refusal, reportFailure } from '../../containers/refusal.ts';
import type { SourceFile } from '../../containers/source-file.ts';
import type { Code, Codebook, Message } from '../../model.ts';
import { isError } from '../../text/messages.ts';
import type { TermNotation } from '../notation.ts';
import { buildCodebook } from './build-codebook.ts';
import type { CodebookFormat } from './format.ts';
import { extensionOf } from './index.ts';
import { Losses } from './losses.ts';

export interface ImportOptions {
  notations: readonly TermNotation[];
  /** Language of the terms; without it they hold for any. */
  language?: string;
  /** Whether words match by their stem; without it as they are written, as in the program that they come from. */
  stems?: boolean;
}

/** Never throws on bad content; without a codebook there is an error among the messages. */
export async function importCodebook(
  file: SourceFile,
  format: CodebookFormat,
  options: ImportOptions,
): Promise<{ codebook?: Codebook; messages: Message[] }> {
  const losses = new Losses();
  try {
    const draft = await format.read(file, losses);
    const told = draft.messages ?? [];
    if (told.some(isError)) return { messages: told };
    const { notations, language, stems = false } = options;
    const name = nameOf(file.path);
    const naming = language === undefined ? { name } : { name, language };
    const codebook = buildCodebook(draft, { ...naming, notations, stems, losses });
    if (!codebook) throw new Refusal(`Unexpected file without a code, expected ${format.title}`, EMPTY);
    return { codebook, messages: [...told, ...losses.report(file.path)] };
  } catch (error) {
    return {
      messages: [...losses.report(file.path), reportFailure(error, format.title.replace(/^an? /, ''), file.path)],
    };
  }
}

const EMPTY = 'look at it in the program that made it, or name its format with --format';

export interface ExportOptions {
  /** Path of the codebook, for messages. */
  path: string;
  /** Extension of the new file. */
  extension: string;
  /** Only the terms of this language and those of any. */
  language?: string;
}

/** The text of the file. The format must be one that is written. */
export function exportCodebook(
  codebook: Codebook,
  format: CodebookFormat,
  { path, extension, language }: ExportOptions,
): { text: string; messages: Message[] } {
  const losses = new Losses();
  if (!format.write) throw new Error(`${format.name} is not written`);
  const book = language === undefined ? codebook : keepLanguage(codebook, language);
  const text = format.write(book, losses, extension);
  for (const { find, loss } of format.limits ?? [])
    for (const code of find(book)) losses.add(loss, code.position, code.name);
  return { text, messages: losses.report(path) };
}

function keepLanguage(codebook: Codebook, language: string): Codebook {
  const keep = (code: Code): Code => ({
    ...code,
    terms: code.terms.filter((term) => term.language === language || term.language === 'any'),
    codes: code.codes.map(keep),
  });
  return { ...codebook, languages: [language], codes: codebook.codes.map(keep) };
}

function nameOf(path: string): string {
  const file = path.split(/[/\\]/).at(-1) ?? '';
  return file.slice(0, file.length - extensionOf(file).length);
}
