/** The formats of messages; to add one, write its file and put it in this list. */
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { MessageFormat } from './message-format.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

export const messageFormats = [pretty, json, sarif, github, junit] as const satisfies readonly MessageFormat[];
