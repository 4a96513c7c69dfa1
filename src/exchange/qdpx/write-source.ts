/** One document of a REFI-QDA project: its source element with a selection for every range and coder. */
import { createGuid } from '../../codebook/formats/guid.ts';
import { writeDescription } from '../../codebook/formats/refi-codes.ts';
import { escapeXml } from '../../containers/escape-xml.ts';
import type { Coding } from '../../model.ts';
import { type CodePoints, createCodePoints } from '../../text/code-points.ts';
import { type NamedCoding, writeCodingNotes } from './coding-notes.ts';

export interface SourceContent {
  guid: string;
  name: string;
  /** As it is written, for that is what positions are of. */
  text: string;
  codings: readonly Coding[];
}

export interface SourceContext {
  /** GUIDs of codes by their ids. */
  codes: ReadonlyMap<string, string>;
  /** What codes are called in descriptions, by their ids. */
  names: ReadonlyMap<string, string>;
  /** The GUID of a coder. */
  userOf(coder: string): string;
  /** Takes the memo of a coding as a note; gives its GUID. */
  addNote(text: string, coder: string, owner: string): string;
}

/** What begins the element; variables and the end are still to come, for their types are known when all documents are. */
export function writeSource({ guid, name, text, codings }: SourceContent, context: SourceContext): string {
  const points = createCodePoints(text);
  const path = `internal://${guid}.txt`;
  const lines = [`    <TextSource guid="${guid}" name="${escapeXml(name)}" plainTextPath="${path}">`];
  for (const group of groupCodings(codings, context.codes)) {
    const selection = { group, source: guid, text, points };
    lines.push(...writeSelection(selection, context));
  }
  return `${lines.join('\n')}\n`;
}

export const SOURCE_END = '    </TextSource>\n';

/** By range and coder in the order of the text; a coding with a memo is by itself, since a selection has one description. */
function groupCodings(codings: readonly Coding[], codes: ReadonlyMap<string, string>): Coding[][] {
  const groups = new Map<string, Coding[]>();
  for (const coding of codings) {
    if (!codes.has(coding.code) || coding.start >= coding.end) continue;
    const own = coding.memo === undefined ? '' : coding.code;
    const key = JSON.stringify([coding.start, coding.end, coding.coder, own]);
    const group = groups.get(key);
    // The same coding twice would have the same GUID.
    if (!group) groups.set(key, [coding]);
    else if (group.every(({ code }) => code !== coding.code)) group.push(coding);
  }
  return [...groups.values()].sort(([a], [b]) => (a && b ? a.start - b.start || a.end - b.end : 0));
}

interface Selection {
  group: readonly Coding[];
  /** GUID of the source. */
  source: string;
  text: string;
  points: CodePoints;
}

/** QualCoder takes the coder from the selection, the standard from the coding: both say it. */
function writeSelection({ group, source, text, points }: Selection, context: SourceContext): string[] {
  const [first] = group;
  if (!first) return [];
  const { start, end, coder } = first;
  const user = ` creatingUser="${context.userOf(coder)}"`;
  const own = first.memo === undefined ? '' : first.code;
  const guid = createGuid(JSON.stringify([source, start, end, coder, own]));
  const named = group.map((coding): NamedCoding => ({ name: context.names.get(coding.code) ?? coding.code, coding }));
  const notes = writeCodingNotes(named, { text, points });
  const place = `startPosition="${points.fromOffset(start)}" endPosition="${points.fromOffset(end)}"`;
  return [
    `      <PlainTextSelection guid="${guid}" name="${escapeXml(nameSelection(text.slice(start, end)))}" ${place}${user}>`,
    ...(notes === '' ? [] : [`        ${writeDescription(notes)}`]),
    ...group.map((coding) => writeCoding(coding, { selection: guid, user, context })),
    '      </PlainTextSelection>',
  ];
}

interface Owner {
  selection: string;
  user: string;
  context: SourceContext;
}

function writeCoding({ code, coder, memo }: Coding, { selection, user, context }: Owner): string {
  const guid = createGuid(JSON.stringify([selection, code]));
  const note = memo?.trim() ? `<NoteRef targetGUID="${context.addNote(memo.trim(), coder, guid)}"/>` : '';
  const reference = `<CodeRef targetGUID="${context.codes.get(code)}"/>${note}`;
  return `        <Coding guid="${guid}"${user}>${reference}</Coding>`;
}

const LONGEST_NAME = 63;

/** The beginning of what is selected, as MAXQDA names them. */
function nameSelection(quote: string): string {
  const line = quote.slice(0, LONGEST_NAME * 4).replace(/\s+/g, ' ');
  return [...line].slice(0, LONGEST_NAME).join('');
}
