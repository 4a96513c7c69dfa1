/** Makes a set of codings of what the XML and the texts of a project say: references resolved, positions carried over. */
import { buildCodebook } from '../../codebook/formats/build-codebook.ts';
import { countOf, Losses } from '../../codebook/formats/losses.ts';
import { guidKey, readCodes } from '../../codebook/formats/refi-codes.ts';
import type { Codebook, CodingSet, LeftOutItem, Message, StatedDocument } from '../../model.ts';
import type { PositionReading } from '../coding-format.ts';
import { reportLeftOut } from '../report-left-out.ts';
import { Coders, tidyName, UniqueNames } from './people.ts';
import { type RawProject, type RawSource, readReferences } from './raw-project.ts';
import { addCodeMemos } from './read-code-memos.ts';
import { joinMemos, ProjectNotes } from './read-notes.ts';
import { chooseReading, StatedText } from './read-positions.ts';
import { SelectionReader } from './read-selections.ts';
import { readDocumentVariables } from './read-variables.ts';

export interface ProjectTexts {
  /** Texts of sources and notes as they stand in the project, by their paths. */
  texts: ReadonlyMap<string, string>;
  /** Why others are not there, likewise. */
  missing: ReadonlyMap<string, string>;
}

export interface BuildOptions extends PositionReading {
  path: string;
}

/** Never throws; what is not taken over is in the list of the set. */
export function buildSet(raw: RawProject, { texts, missing }: ProjectTexts, options: BuildOptions): CodingSet {
  const { path } = options;
  const leftOut: LeftOutItem[] = [...raw.leftOut];
  const notes = new ProjectNotes(raw, texts);
  const { codebook, ids, messages } = readCodebook(raw, path);
  if (codebook) addCodeMemos(codebook, raw.codes, { ids, notes });
  const nameOf = nameSources(raw.sources);
  const stated = raw.sources.flatMap((source) => {
    const text = source.text ?? texts.get(source.path ?? '');
    if (text !== undefined) return [{ source, text: new StatedText(text), selections: source.selections }];
    leftOut.push(leaveSource(source, missing, nameOf(source)));
    return [];
  });
  const { reading, messages: told } = chooseReading(stated, raw.attributes.origin ?? '', options);
  const coders = new Coders(raw.users);
  const cases = new Set(raw.cases.map(({ attributes }) => guidKey(attributes.guid)));
  const reader = new SelectionReader({ raw, ids, codebook, coders, notes, reading, cases, leftOut });
  const groups = readGroups(raw, leftOut);
  const variables = readDocumentVariables(raw, leftOut);
  const documents = stated.map(({ source, text }) => {
    const name = nameOf(source);
    reader.read(source, text, name);
    const memo = joinMemos(source.description, notes.of(source.guid, source.notes));
    const group = groups.get(source.guid);
    return {
      ...readName(source, name),
      text: text.text,
      ...(group === undefined ? {} : { group }),
      variables: variables.get(source.guid) ?? {},
      ...(memo === undefined ? {} : { memo }),
    };
  });
  const title = tidyName(raw.attributes.name ?? '', '');
  return {
    path,
    ...(title === '' ? {} : { title }),
    ...(codebook ? { codebook } : {}),
    documents,
    codings: reader.codings,
    coders: coders.all,
    memos: [...reader.memos, ...notes.listOthers()],
    messages: [
      ...told.map((message) => at(message, path)),
      ...messages,
      ...reportLeftOut([...leftOut, ...notes.leftOut], path),
    ],
    leftOut: [...leftOut, ...notes.leftOut],
  };
}

function at(message: Message, path: string): Message {
  message.file = path;
  message.name = path;
  return message;
}

interface ReadBook {
  codebook?: Codebook;
  /** Ids of codes by GUID. */
  ids: Map<string, string>;
  messages: Message[];
}

function readCodebook(raw: RawProject, path: string): ReadBook {
  const losses = new Losses();
  const ids = new Map<string, string>();
  const codes = readCodes(raw.codes, raw.attributes.origin, losses);
  const name = (path.split(/[/\\]/).at(-1) ?? path).replace(/\.\w+$/, '');
  const codebook = buildCodebook(
    { title: raw.attributes.name, codes },
    { name, notations: [], stems: false, losses, ids },
  );
  return { ...(codebook ? { codebook } : {}), ids, messages: losses.report(path) };
}

/** Programs allow the same name twice; codings are found by them. */
function nameSources(sources: readonly RawSource[]): (source: RawSource) => string {
  const unique = new UniqueNames();
  const names = new Map(
    sources.map((source, at) => [source, unique.take(tidyName(source.name, `Document ${at + 1}`))] as const),
  );
  return (source) => names.get(source) ?? '';
}

/** With the name in the project, where it is another. */
function readName(source: RawSource, name: string): Pick<StatedDocument, 'name' | 'title'> {
  const title = tidyName(source.name, name);
  return { name, ...(title === name ? {} : { title }) };
}

function leaveSource(source: RawSource, missing: ProjectTexts['missing'], name: string): LeftOutItem {
  const codings = source.selections.reduce((sum, each) => sum + each.codings.length, source.codings.length);
  const coded = codings === 0 ? '' : `, and with it ${countOf(codings, 'coding')}`;
  const why = missing.get(source.path ?? '') ?? (source.richPath === '' ? 'it has no text' : 'it has no plain text');
  return { kind: 'document', name, reason: `${why}${coded}` };
}

/** Sets of documents are groups; a document that is in several stays in the first. */
function readGroups({ sets }: RawProject, leftOut: LeftOutItem[]): Map<string, string> {
  const groups = new Map<string, string>();
  for (const set of sets) {
    const name = tidyName(set.attributes.name ?? '', 'Group');
    const members = readReferences(set, 'MemberSource');
    const others = members.filter((guid) => groups.has(guid)).length;
    for (const guid of members) if (!groups.has(guid)) groups.set(guid, name);
    if (others > 0)
      leftOut.push({ kind: 'set', name, reason: `${countOf(others, 'document')} of it are in another group` });
    if (members.length === 0)
      leftOut.push({ kind: 'set', name, reason: 'only sets of documents are taken over, as groups' });
  }
  return groups;
}
