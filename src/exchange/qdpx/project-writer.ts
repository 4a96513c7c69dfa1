/** Writes a study as a REFI-QDA 1.5 project (.qdpx), document by document; the same study gives the same bytes. */
import { createGuid } from '../../codebook/formats/guid.ts';
import { createCodeGuids, ORIGIN, writeCodes } from '../../codebook/formats/refi-codes.ts';
import { escapeXml } from '../../containers/escape-xml.ts';
import { type ZipPart, ZipWriter } from '../../containers/zip-writer.ts';
import type { Codebook, CodedDocument, Coding, Span, VariableValue } from '../../model.ts';
import { type CreateList, createListInMemory, type KeptList } from '../../tables/kept-list.ts';
import { createCodePoints } from '../../text/code-points.ts';
import { nameCodes } from './name-codes.ts';
import { SOURCE_END, type SourceContext, writeSource } from './write-source.ts';
import { ProjectVariables } from './write-variables.ts';

export interface ProjectOptions {
  /** Characters beyond U+FFFF become U+FFFD, for programs that count them as two. */
  replaceAstral?: boolean;
  /** Line ends of the texts; positions stay those of one character a line end. */
  newlines?: 'crlf' | 'lf';
  /** For what waits until the end; in memory without it. */
  createList?: CreateList;
}

interface WrittenDocument {
  guid: string;
  name: string;
  group?: string | undefined;
  variables: Record<string, VariableValue>;
}

interface TextCodings {
  text: string;
  codings: readonly Coding[];
}

/** Faster than to look for code points. */
const PAIRED = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;
const ASTRAL = /[\u{10000}-\u{10FFFF}]/gu;

/** Texts are written as they come; of the rest the elements of their sources wait, which grow with the codings. */
export class ProjectWriter implements SourceContext {
  readonly codes: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** Names of documents with characters beyond U+FFFF. */
  readonly astral: string[] = [];
  /** Documents for which there was no more room. */
  leftOut = 0;
  #codebook: Codebook;
  #project: string;
  #options: ProjectOptions;
  #sink: (bytes: Uint8Array) => void;
  #zip = new ZipWriter();
  #documents: WrittenDocument[] = [];
  /** Of each document the source element, without values and end. */
  #sources: KeptList<string>;
  #users = new Map<string, string>();
  #notes: string[] = [];
  #variables: ProjectVariables;

  constructor(codebook: Codebook, sink: (bytes: Uint8Array) => void, options: ProjectOptions = {}) {
    this.#codebook = codebook;
    this.#project = codebook.name;
    this.#options = options;
    this.#sink = sink;
    this.#sources = (options.createList ?? createListInMemory)<string>();
    this.#variables = new ProjectVariables(this.#project);
    this.codes = createCodeGuids(codebook);
    this.names = nameCodes(codebook);
  }

  add({ transcript, codings }: Pick<CodedDocument, 'transcript' | 'codings'>): void {
    if (this.#zip.isFull) {
      this.leftOut++;
      return;
    }
    const { document, group, variables } = transcript;
    const own = { text: transcript.text, codings };
    const hasAstral = PAIRED.test(transcript.text);
    if (hasAstral) this.astral.push(document);
    const { text, codings: placed } = hasAstral && this.#options.replaceAstral ? replaceAstral(own) : own;
    const guid = this.#guidOf('source', document);
    const content = this.#options.newlines === 'crlf' ? text.replaceAll('\n', '\r\n') : text;
    this.#write({ name: `sources/${guid}.txt`, content });
    this.#sources.add(writeSource({ guid, name: document, text, codings: placed }, this));
    this.#variables.add(variables);
    this.#documents.push({ guid, name: document, group, variables });
  }

  userOf(coder: string): string {
    const known = this.#users.get(coder);
    if (known !== undefined) return known;
    const guid = this.#guidOf('user', coder);
    this.#users.set(coder, guid);
    return guid;
  }

  addNote(text: string, coder: string, owner: string): string {
    const guid = this.#guidOf('note', owner);
    const content = escapeXml(text).replaceAll('&#10;', '\n');
    const name = escapeXml([...(text.split('\n')[0] ?? '')].slice(0, 63).join(''));
    const start = `    <Note guid="${guid}" name="${name}" creatingUser="${this.userOf(coder)}">`;
    this.#notes.push(`${start}<PlainTextContent>${content}</PlainTextContent></Note>`);
    return guid;
  }

  /** Nothing may be added any more. */
  finish(): void {
    this.#write({ name: 'project.qde', content: this.#listPieces() });
    for (const bytes of this.#zip.finish()) this.#sink(bytes);
  }

  #write(part: ZipPart): void {
    for (const bytes of this.#zip.add(part)) this.#sink(bytes);
  }

  *#listPieces(): Generator<string> {
    const name = escapeXml(this.#codebook.title ?? this.#codebook.name);
    const attributes = `xmlns="urn:QDA-XML:project:1.0" name="${name}" origin="${ORIGIN}"`;
    yield endLines(['<?xml version="1.0" encoding="utf-8"?>', `<Project ${attributes}>`]);
    yield wrap('Users', [...this.#users].map(writeUser));
    const codes = writeCodes(this.#codebook, '      ');
    yield wrap('CodeBook', codes.length === 0 ? [] : ['    <Codes>', ...codes, '    </Codes>']);
    yield wrap('Variables', this.#variables.write());
    yield wrap(
      'Cases',
      this.#documents.flatMap((document) => this.#writeCase(document)),
    );
    if (this.#documents.length > 0) yield endLines(['  <Sources>']);
    for (const [index, { variables }] of this.#documents.entries()) {
      yield this.#sources.at(index);
      yield endLines(this.#variables.writeValues(variables, '      ')) + SOURCE_END;
    }
    if (this.#documents.length > 0) yield endLines(['  </Sources>']);
    yield wrap('Notes', this.#notes);
    yield wrap('Sets', this.#writeGroups());
    yield endLines(['</Project>']);
  }

  #writeCase({ guid, name, variables }: WrittenDocument): string[] {
    const values = this.#variables.writeValues(variables, '      ');
    if (values.length === 0) return [];
    return [
      `    <Case guid="${this.#guidOf('case', name)}" name="${escapeXml(name)}">`,
      ...values,
      `      <SourceRef targetGUID="${guid}"/>`,
      '    </Case>',
    ];
  }

  #writeGroups(): string[] {
    const groups = new Map<string, string[]>();
    for (const { guid, group } of this.#documents) {
      if (group === undefined) continue;
      const members = groups.get(group);
      if (members) members.push(guid);
      else groups.set(group, [guid]);
    }
    return [...groups].flatMap(([group, guids]) => [
      `    <Set guid="${this.#guidOf('group', group)}" name="${escapeXml(group)}">`,
      ...guids.map((guid) => `      <MemberSource targetGUID="${guid}"/>`),
      '    </Set>',
    ]);
  }

  #guidOf(kind: string, name: string): string {
    return createGuid(JSON.stringify([this.#project, kind, name]));
  }
}

/** An empty container is not allowed. */
function wrap(name: string, lines: readonly string[]): string {
  return endLines(lines.length === 0 ? [] : [`  <${name}>`, ...lines, `  </${name}>`]);
}

const endLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const writeUser = ([name, guid]: [string, string]): string => `    <User guid="${guid}" name="${escapeXml(name)}"/>`;

/** Offsets of the codings become those of the shorter text, in which a code point is a unit. */
function replaceAstral({ text, codings }: TextCodings): TextCodings {
  const { fromOffset } = createCodePoints(text);
  const move = <T extends Span>(span: T): T => ({ ...span, start: fromOffset(span.start), end: fromOffset(span.end) });
  const moved = codings.map((coding) => ({
    ...move(coding),
    evidence: coding.evidence.map((item) => ({ ...item, spans: item.spans.map(move) })),
  }));
  return { text: text.replace(ASTRAL, '\uFFFD'), codings: moved };
}
