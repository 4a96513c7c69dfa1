/** A codebook as a document for readers. */
import type { Io } from '../io.ts';
import type { Codebook } from '../model.ts';
import { writeCodebookHtml } from '../output/codebook-html.ts';
import { writeCodebookMarkdown } from '../output/codebook-markdown.ts';
import { csv } from '../output/csv.ts';
import { json } from '../output/json.ts';
import type { WriteOptions } from '../output/table-format.ts';
import { terminal } from '../output/terminal.ts';
import { type Flags, resolveSettings } from '../settings.ts';
import { loadNamedPlace } from '../study/load-codebook.ts';
import type { ExitCode } from '../study/run-study.ts';
import { writeTableFile } from '../study/table-file.ts';
import { giveUp, tellMessages } from '../study/tell.ts';
import { describeSize, tabulateCodebook, tabulateCodeTree } from '../tables/codebook-table.ts';
import { refuseOtherEnding } from './refuse-other-ending.ts';
import { writeOptions } from './write-options.ts';

/** Exit code 2 when the codebook has errors. */
export function run(path: string, flags: Flags, io: Io): ExitCode {
  const { output } = flags;
  const write = WRITERS[chooseFormat(flags)];
  const { codebook, messages, inputs } = loadNamedPlace(path, io);
  if (!codebook) return giveUp(messages, io, 'the codebook has errors; nothing was written').exitCode;
  tellMessages(messages, io, false);
  const options = writeOptions(resolveSettings([], flags), io);
  if (output === undefined) io.out(write(codebook, options));
  else writeTableFile(output, write(codebook, { ...options, colorLevel: 0 }), { inputs: new Set(inputs) }, io);
  return 0;
}

/** What is asked for, else what the name of the output file says. */
function chooseFormat({ format, output = '' }: Flags): keyof typeof WRITERS {
  const asked = FORMATS.find((name) =>
    format === undefined ? output.toLowerCase().endsWith(`.${name}`) : name === format,
  );
  refuseOtherEnding(
    asked ?? format,
    output,
    FORMATS.map((name) => `.${name}`),
  );
  return asked ?? 'terminal';
}

const FORMATS = ['md', 'html', 'csv', 'json'] as const;

const WRITERS: Record<(typeof FORMATS)[number] | 'terminal', (codebook: Codebook, options: WriteOptions) => string> = {
  md: (codebook) => writeCodebookMarkdown(codebook, describeSize(codebook)),
  html: (codebook) => writeCodebookHtml(codebook, describeSize(codebook)),
  csv: (codebook, options) => csv.write(tabulateCodebook(codebook), options),
  json: (codebook, options) => json.write(tabulateCodebook(codebook), options),
  terminal: (codebook, options) => terminal.write(tabulateCodeTree(codebook), options),
};
