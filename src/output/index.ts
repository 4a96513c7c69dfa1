/** The table formats; to add one, write its file and put it in this list. */
import { csv } from './csv.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { latex } from './latex.ts';
import { markdownTable } from './markdown-table.ts';
import type { TableFormat } from './table-format.ts';
import { terminal } from './terminal.ts';
import { xlsx } from './xlsx.ts';

export const tableFormats = [
  terminal,
  csv,
  json,
  markdownTable,
  html,
  latex,
  xlsx,
] as const satisfies readonly TableFormat[];
