/** The formats that transcripts are read from; to add one, write its file and put it in this list. */
import type { Format } from '../source.ts';
import { csv } from './csv.ts';
import { docx } from './docx.ts';
import { html } from './html.ts';
import { markdown } from './markdown.ts';
import { odt } from './odt.ts';
import { pdf } from './pdf.ts';
import { plainText } from './plain-text.ts';
import { rtf } from './rtf.ts';
import { sbv } from './sbv.ts';
import { srt } from './srt.ts';
import { tsv } from './tsv.ts';
import { webVtt } from './web-vtt.ts';
import { whisperJson } from './whisper-json.ts';
import { xlsx } from './xlsx.ts';

export const formats = [
  markdown,
  plainText,
  docx,
  odt,
  rtf,
  html,
  pdf,
  webVtt,
  srt,
  sbv,
  whisperJson,
  csv,
  xlsx,
  tsv,
] as const satisfies readonly Format[];

/** The format for a path by its extension, if there is one. */
export function findFormat(path: string): Format | undefined {
  const name = path.toLowerCase();
  return formats.find((format) => format.extensions.some((extension) => name.endsWith(extension)));
}
