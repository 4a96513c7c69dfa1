/** The report: gathers coded documents, and ends in one HTML page that holds all of them and the program to look at them. */
import { createHash } from 'node:crypto';
import { listCodes } from '../codebook/code-tree.ts';
import type { Code, Codebook, CodedDocument, FailedFile, Message } from '../model.ts';
import { type CodeSection, listSections } from '../output/codebook-sections.ts';
import { escapeHtml } from '../output/escape-html.ts';
import { OWN_MARK } from '../output/own-output.ts';
import { type CreateList, createListInMemory, type KeptList } from '../tables/kept-list.ts';
import { packDocument, packText, writeRemark } from './pack-document.ts';
import {
  type ReportCode,
  type ReportData,
  type ReportFacts,
  type ReportFailure,
  STUDY_ELEMENT,
  textElementOf,
} from './report-data.ts';

/** The built program of the page. */
export interface ReportProgram {
  script: string;
  style: string;
}

/** What a run has to say of itself. */
export interface RunFacts extends Omit<ReportFacts, 'remarks'> {
  /** All that was told, of documents and of the study. */
  messages: readonly Message[];
}

/** Characters of all documents together, beyond which no browser opens the page. */
export const LONGEST_REPORT = 384 * 2 ** 20;

/** A fold like that of an analysis; of each document only its packed text is kept. */
export class Report {
  #codebook: Codebook;
  #indexOf: Map<string, number>;
  #documents: KeptList<string>;
  #texts: KeptList<string>;
  #room: number;
  #failed: ReportFailure[] = [];
  /** What was told of single documents. */
  #told = new Set<string>();

  constructor(
    codebook: Codebook,
    { createList = createListInMemory, room = LONGEST_REPORT }: { createList?: CreateList; room?: number } = {},
  ) {
    this.#documents = createList<string>();
    this.#texts = createList<string>();
    this.#room = room;
    this.#codebook = codebook;
    this.#indexOf = new Map(listCodes(codebook).map(({ code, index }) => [code.id, index]));
  }

  /** Takes documents in the order of the tables. */
  add(document: CodedDocument): void {
    for (const message of document.messages) this.#told.add(identify(message));
    if (this.isTooLong) return;
    const [tables, text] = [writeJson(packDocument(document, this.#indexOf)), writeJson(packText(document))];
    this.#room -= tables.length + text.length;
    this.#documents.add(tables);
    this.#texts.add(text);
  }

  fail({ document, group, messages }: FailedFile): void {
    for (const message of messages) this.#told.add(identify(message));
    this.#failed.push({ document, ...(group === undefined ? {} : { group }), reasons: messages.map(writeRemark) });
  }

  /** Whether there is more than a browser can show; then there is no page. */
  get isTooLong(): boolean {
    return this.#room < 0;
  }

  /** The page in pieces. The same study, facts and program give the same bytes. */
  *finish(facts: RunFacts, { script, style }: ReportProgram): Generator<string> {
    const title = this.#codebook.title ?? this.#codebook.name;
    const data: Omit<ReportData, 'documents'> = {
      title,
      codes: nestCodes(this.#codebook),
      facts: { ...pickFacts(facts), remarks: this.#listRemarks(facts.messages) },
      failed: this.#failed,
    };
    yield [
      '<!doctype html>',
      OWN_MARK,
      '<html lang="en">',
      '<head>',
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="${writePolicy(script, style)}">`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      '<meta name="referrer" content="no-referrer">',
      `<title>${escapeHtml(title)}</title>`,
      `<style>${style}</style>`,
      '</head>',
      '<body>',
      '<noscript><p>This report needs JavaScript, which is off here. The same numbers stand in the .csv files, the quotes in quotes.md.</p></noscript>',
      '<div id="report"></div>',
      `${openData(STUDY_ELEMENT)}${writeJson(data).slice(0, -1)},"documents":[`,
    ].join('\n');
    let between = '';
    for (const document of this.#documents) {
      yield between + document;
      between = ',';
    }
    yield `]}${DATA_END}`;
    let index = 0;
    for (const text of this.#texts) yield `${openData(textElementOf(index++))}${text}${DATA_END}`;
    yield [`<script>${script}</script>`, '</body>', '</html>', ''].join('\n');
  }

  #listRemarks(messages: readonly Message[]): string[] {
    const ofStudy = messages.filter((message) => !this.#told.has(identify(message)));
    return [...new Set(ofStudy.map(writeRemark))];
  }
}

/** The same message may be made anew when a file is read again. */
function identify({ file, ruleId, reason }: Message): string {
  return [file, ruleId, reason].join('\n');
}

/** Nothing is fetched, and nothing runs but the program of the page itself. */
function writePolicy(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; form-action 'none'`;
}

const openData = (id: string): string => `<script type="application/json" id="${id}">`;
const DATA_END = '</script>\n';

/** Without `<` nothing in a text can end the element or begin a comment. */
function writeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function nestCodes(codebook: Codebook): ReportCode[] {
  const sections = new Map(listSections(codebook).map((section) => [section.code.id, section]));
  const nest = (code: Code): ReportCode => {
    const {
      number = '',
      texts = [],
      examples = [],
      terms = [],
    } = sections.get(code.id) ?? ({} as Partial<CodeSection>);
    const { id, name, color } = code;
    return { id, name, ...(color ? { color } : {}), number, texts, examples, terms, codes: code.codes.map(nest) };
  };
  return codebook.codes.map(nest);
}

/** Only what the page shows: whatever else a caller has is no part of the report. */
function pickFacts(facts: RunFacts): Omit<ReportFacts, 'remarks'> {
  const { program, stemmers, codebook, settings, variables, codings, leftOut, selected } = facts;
  const { path, name, version, sha256 } = codebook;
  return {
    program: { name: program.name, version: program.version },
    stemmers,
    codebook: { path, name, ...(version === undefined ? {} : { version }), sha256 },
    settings,
    selected,
    ...(leftOut ? { leftOut } : {}),
    ...(codings ? { codings } : {}),
    ...(variables ? { variables: variables.map((table) => ({ path: table.path })) } : {}),
  };
}
