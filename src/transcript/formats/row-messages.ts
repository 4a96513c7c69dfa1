/** What is told of a table that is read as a transcript: columns that were not read, rows that do not fit. */
import type { Message } from '../../model.ts';
import { createMessage } from '../../text/messages.ts';
import type { ColumnMapping } from '../source.ts';
import { findTitle } from './row-plan.ts';

export const HOW_TO_NAME = 'say which columns they are with --columns speaker=NAME,text=NAME';

const MOST_NAMES = 12;
const LONGEST_NAME = 60;

/** Titles as a list for people; a column without a title by its number. */
export function listTitles(columns: readonly number[], titles: readonly string[]): string {
  const names = columns.map((column) => shorten(titles[column] ?? '') || `column ${column + 1}`);
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return names.slice(0, MOST_NAMES).join(', ') + more;
}

const shorten = (title: string): string => (title.length > LONGEST_NAME ? `${title.slice(0, LONGEST_NAME)}…` : title);

/** Columns with something in them that were not read; long texts among them may be speech. */
export function reportUnread(unread: readonly number[], long: readonly number[], about: About): Message[] {
  if (unread.length === 0) return [];
  const { titles, path } = about;
  const names = listTitles(unread, titles);
  if (long.length === 0)
    return [
      createMessage(`Columns that were not read: ${names}`, {
        rule: 'columns-not-read',
        severity: 'information',
        path,
      }),
    ];
  const reason = `Columns that were not read: ${names}; there are long texts in ${listTitles(long, titles)}`;
  const hint = `if one of them is what was said, ${HOW_TO_NAME}`;
  return [createMessage(reason, { rule: 'columns-not-read', severity: 'warning', path, hint })];
}

export interface About {
  /** Of the heading row, as written. */
  titles: readonly string[];
  path: string;
}

/** The first row of a table of one column may be the first passage. */
export function reportHeading(isDoubtful: boolean | undefined, path: string): Message[] {
  if (!isDoubtful) return [];
  const reason = 'The first row is taken for a heading, and is not coded';
  const hint = 'if it is not, write a heading such as `text` above it';
  return [createMessage(reason, { rule: 'heading-guessed', severity: 'information', path, hint })];
}

/** Names given by the user that are no columns here. */
export function reportMapping(mapping: ColumnMapping, { titles, path }: About): Message[] {
  return Object.entries(mapping)
    .filter(([, name]) => findTitle(titles, name) === undefined)
    .map(([heading, name]) => {
      const reason = `No column is called ${name}, so it is not taken for the ${heading}`;
      const hint = `the columns are ${listTitles([...titles.keys()], titles)}`;
      return createMessage(reason, { rule: 'unknown-column', severity: 'warning', path, hint });
    });
}

/** Rows that have more or fewer cells than others. */
export function reportRagged(lines: readonly number[], width: number, path: string): Message[] {
  const [first] = lines;
  if (first === undefined) return [];
  const rows = lines.length === 1 ? '1 row does' : `${lines.length} rows do`;
  const reason = `Unexpected number of cells: ${rows} not have ${width}, first here; what there is too much is read as part of the text`;
  const hint = 'put cells with a comma or line end in quotes, or save the table from a spreadsheet again';
  const position = { line: first, column: 1 };
  return [createMessage(reason, { rule: 'ragged-row', severity: 'warning', path, position, hint })];
}
