/** What the XML of a project says, element by element, before texts are read and references resolved. */
import { childrenOf, descriptionOf, guidKey, localName } from '../../codebook/formats/refi-codes.ts';
import type { XmlElement } from '../../containers/xml.ts';
import type { LeftOutItem } from '../../model.ts';
import { scanProject } from './project-items.ts';

/** GUIDs are upper case and without braces everywhere. */
export interface RawProject {
  attributes: Record<string, string>;
  users: { guid: string; name: string }[];
  /** `Code` elements at the top. */
  codes: XmlElement[];
  variables: Map<string, string>;
  cases: XmlElement[];
  sources: RawSource[];
  notes: Map<string, RawNote>;
  /** GUIDs of notes by what a link leads from them to, or from it to them. */
  links: { from: string; to: string }[];
  sets: XmlElement[];
  leftOut: LeftOutItem[];
}

export interface RawNote {
  name: string;
  user: string;
  text?: string;
  path?: string;
}

export interface RawSource extends RawNote {
  guid: string;
  /** Path of the text with its formatting. */
  richPath: string;
  description: string;
  selections: RawSelection[];
  /** Codings of the document as a whole. */
  codings: RawCoding[];
  notes: string[];
  values: RawValue[];
}

export interface RawSelection {
  guid: string;
  name: string;
  start: number;
  end: number;
  user: string;
  description: string;
  codings: RawCoding[];
  notes: string[];
}

export interface RawCoding {
  guid: string;
  user: string;
  code: string;
  notes: string[];
}

export interface RawValue {
  variable: string;
  /** Local name of the element, such as `IntegerValue`. */
  kind: string;
  text: string;
}

/** Throws a refusal for what is no project. */
export function readRawProject(bytes: Uint8Array, part: string): RawProject {
  const raw: RawProject = {
    attributes: {},
    users: [],
    codes: [],
    variables: new Map(),
    cases: [],
    sources: [],
    notes: new Map(),
    links: [],
    sets: [],
    leftOut: [],
  };
  const project = scanProject(bytes, part, (item, container) => takeItem(item, container, raw));
  raw.attributes = project.attributes;
  return raw;
}

function takeItem(item: XmlElement, container: string, raw: RawProject): void {
  const { guid, name = '' } = item.attributes;
  const kind = localName(item);
  if (kind === 'CodeBook') {
    for (const list of childrenOf(item, 'Codes')) raw.codes.push(...childrenOf(list, 'Code'));
    for (const sets of childrenOf(item, 'Sets')) raw.sets.push(...childrenOf(sets, 'Set'));
  } else if (kind === 'User') raw.users.push({ guid: guidKey(guid), name: name || (item.attributes.id ?? '') });
  else if (kind === 'Variable') raw.variables.set(guidKey(guid), name);
  else if (kind === 'Case') raw.cases.push(item);
  else if (kind === 'Set') raw.sets.push(item);
  else if (container === 'Sources' && kind === 'TextSource') raw.sources.push(readSource(item));
  else if (container === 'Notes' && kind === 'Note') takeNote(item, raw);
  else if (kind === 'Link')
    raw.links.push({ from: guidKey(item.attributes.originGUID), to: guidKey(item.attributes.targetGUID) });
  else if (container === 'Sources') raw.leftOut.push(leaveSource(item, kind));
  else if (container === 'Graphs') raw.leftOut.push({ kind: 'map', name, reason: 'drawings are not taken over' });
  else if (container === '' && kind === 'Description') {
    const text = textOf(item);
    if (text.trim() !== '') raw.notes.set('', { name: 'Project', user: '', text });
  }
}

/** Such as a picture, with the number of codings in it. */
function leaveSource(item: XmlElement, kind: string): LeftOutItem {
  const codings = countElements(item, 'Coding');
  const coded = codings === 0 ? '' : `, and with it ${codings === 1 ? '1 coding' : `${codings} codings`}`;
  const what = kind.replace(/Source$/, '').toLowerCase();
  return { kind: what, name: item.attributes.name ?? '', reason: `only texts are taken over${coded}` };
}

function countElements(element: XmlElement, name: string): number {
  let count = 0;
  const open = [element];
  for (let next = open.pop(); next; next = open.pop())
    for (const child of next.children)
      if (typeof child === 'object') {
        if (localName(child) === name) count++;
        open.push(child);
      }
  return count;
}

const textOf = ({ children }: XmlElement): string => children.filter((child) => typeof child === 'string').join('');

function readNote(item: XmlElement): RawNote {
  const { name = '', creatingUser, plainTextPath } = item.attributes;
  const [content] = childrenOf(item, 'PlainTextContent');
  return {
    name,
    user: guidKey(creatingUser),
    ...(content ? { text: textOf(content) } : {}),
    ...(plainTextPath === undefined ? {} : { path: plainTextPath }),
  };
}

function takeNote(item: XmlElement, raw: RawProject): void {
  const note = readNote(item);
  raw.notes.set(guidKey(item.attributes.guid), note);
  const codings = countElements(item, 'Coding');
  for (let at = 0; at < codings; at++)
    raw.leftOut.push({ kind: 'coding', name: note.name, reason: 'it is on a memo, not on a document' });
}

function readSource(item: XmlElement): RawSource {
  const { guid, richTextPath = '' } = item.attributes;
  return {
    ...readNote(item),
    guid: guidKey(guid),
    richPath: richTextPath,
    description: descriptionOf(item),
    selections: childrenOf(item, 'PlainTextSelection').map(readSelection),
    codings: childrenOf(item, 'Coding').map(readCoding),
    notes: readReferences(item, 'NoteRef'),
    values: readValues(item),
  };
}

function readSelection(item: XmlElement): RawSelection {
  const { guid, name = '', startPosition, endPosition, creatingUser, modifyingUser } = item.attributes;
  return {
    guid: guidKey(guid),
    name,
    start: readInteger(startPosition),
    end: readInteger(endPosition),
    user: guidKey(creatingUser ?? modifyingUser),
    description: descriptionOf(item),
    codings: childrenOf(item, 'Coding').map(readCoding),
    notes: readReferences(item, 'NoteRef'),
  };
}

/** NaN for what is no position. */
function readInteger(text = ''): number {
  return /^\s*[-+]?\d{1,12}\s*$/.test(text) ? Number(text) : Number.NaN;
}

function readCoding(item: XmlElement): RawCoding {
  return {
    guid: guidKey(item.attributes.guid),
    user: guidKey(item.attributes.creatingUser),
    code: readReferences(item, 'CodeRef')[0] ?? '',
    notes: readReferences(item, 'NoteRef'),
  };
}

/** GUIDs of the references with this name directly below. */
export function readReferences(item: XmlElement, name: string): string[] {
  return childrenOf(item, name).map(({ attributes }) => guidKey(attributes.targetGUID));
}

/** Values of variables directly below a source or case. */
export function readValues(item: XmlElement): RawValue[] {
  return childrenOf(item, 'VariableValue').flatMap((value): RawValue[] => {
    const [variable = ''] = readReferences(value, 'VariableRef');
    const content = value.children.find((child) => typeof child === 'object' && /Value$/.test(child.name));
    if (typeof content !== 'object') return [];
    return [{ variable, kind: localName(content), text: textOf(content) }];
  });
}
