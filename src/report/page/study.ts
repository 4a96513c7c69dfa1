/** The study that lies in the page: read once, its texts when they are looked at. */
import { type CodeNode, listCodes } from '../../codebook/code-tree.ts';
import type { Code, Codebook, CodedDocument } from '../../model.ts';
import { type PackedText, type ReportCode, type ReportData, STUDY_ELEMENT, textElementOf } from '../report-data.ts';
import { unpackDocument } from '../unpack-document.ts';

export interface Study {
  data: ReportData;
  codebook: Codebook;
  codes: CodeNode[];
  /** By id, with what is said of them. */
  codeOf: ReadonlyMap<string, DescribedCode>;
  documents: CodedDocument[];
}

export interface DescribedCode extends CodeNode {
  about: ReportCode;
  /** Its own colour, that of a code above it, or one by its place, so that codes can be told apart in pictures. */
  color: string;
  /** Ids of the code and all codes below it. */
  family: ReadonlySet<string>;
}

/** Reads the elements of the page. */
export function readStudy(page: Document): Study {
  const data = readElement(page, STUDY_ELEMENT) as ReportData;
  const { name, version } = data.facts.codebook;
  const codes = data.codes.map(restoreCode);
  const codebook: Codebook = { name, title: data.title, ...(version ? { version } : {}), languages: [], codes };
  const nodes = listCodes(codebook);
  return {
    data,
    codebook,
    codes: nodes,
    codeOf: describeCodes(nodes, data.codes),
    documents: data.documents.map((packed, index) =>
      unpackDocument(packed, nodes, () => readElement(page, textElementOf(index)) as PackedText),
    ),
  };
}

/** What a code is, in a line or two: where it stands, and its definition. */
export function describeCode(code: DescribedCode | undefined): string | undefined {
  if (!code) return undefined;
  const definition = code.about.texts.find(({ title }) => title === 'Definition')?.text;
  return definition === undefined ? code.path : `${code.path}\n${definition}`;
}

function readElement(page: Document, id: string): unknown {
  return JSON.parse(page.getElementById(id)?.textContent ?? 'null');
}

/** Terms and examples are only read, and stand with what is said of the code. */
function restoreCode({ id, name, color, codes }: ReportCode): Code {
  return {
    id,
    name,
    ...(color === undefined ? {} : { color }),
    examples: { match: [], noMatch: [] },
    terms: [],
    codes: codes.map(restoreCode),
    position: { line: 0, column: 0 },
  };
}

function describeCodes(nodes: readonly CodeNode[], codes: readonly ReportCode[]): Map<string, DescribedCode> {
  const abouts = codes.flatMap(function flatten(code): ReportCode[] {
    return [code, ...code.codes.flatMap(flatten)];
  });
  const described: DescribedCode[] = [];
  let top = -1;
  nodes.forEach((node, index) => {
    if (node.depth === 0) top++;
    const about = abouts[index] as ReportCode;
    const above = described[node.ancestors[0] ?? -1]?.color;
    const color = about.color ?? above ?? PALETTE[top % PALETTE.length] ?? '#888888';
    described.push({ ...node, about, color, family: new Set() });
  });
  const families = nodes.map(() => new Set<string>());
  for (const { code, index, ancestors } of nodes) for (const at of [index, ...ancestors]) families[at]?.add(code.id);
  return new Map(described.map((code, index) => [code.code.id, { ...code, family: families[index] ?? new Set() }]));
}

/** Paul Tol's "muted" colours, told apart by colour-blind people too (personal.sron.nl/~pault). */
const PALETTE = ['#332288', '#cc6677', '#117733', '#ddcc77', '#88ccee', '#882255', '#44aa99', '#999933', '#aa4499'];
