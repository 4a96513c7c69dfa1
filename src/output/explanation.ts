/** Explanations for the eye: each segment with its evidence marked, then why each code is on it or not. */
import { Chalk } from 'chalk';
import type {
  CodeExplanation,
  ExplainedHit,
  ExplainedMiss,
  Explanation,
  MatchedWords,
  NamedTerm,
  RemovedHit,
} from '../coding/explanation.ts';
import { removeControls } from './format-cell.ts';
import type { WriteOptions } from './table-format.ts';
import { wrapText } from './text-layout.ts';
import { MASKED } from './transcript-paragraphs.ts';

/** Evidence stands between these. */
const EVIDENCE = { open: '«', close: '»' };
const LEGEND = `${EVIDENCE.open}…${EVIDENCE.close} evidence  ${MASKED.open}…${MASKED.close} not said or not speech  ● coded  ○ not coded`;
const PLACES = 'at 3–7: from which to which character of its paragraph';

/** What is written; `total` is the number of segments that were asked for, of which the first are here. */
export interface Explained {
  explanations: readonly Explanation[];
  total: number;
}

export function writeExplanations(
  { explanations, total }: Explained,
  options: Pick<WriteOptions, 'width' | 'colorLevel'>,
): string {
  const chalk = new Chalk({ level: options.colorLevel });
  const blocks = explanations.map((each) => drawExplanation(each, options.width, chalk));
  const shown = explanations.length;
  const more = shown < total ? [`The first ${shown} of ${total} segments; all with -f json or -o FILE.`] : [];
  const foot = shown === 0 ? [] : [LEGEND, PLACES].map((line) => chalk.dim(line));
  const closing = [...more, ...foot].flatMap((line) => wrapText(line, options.width));
  return `${[...blocks.flatMap((lines) => [...lines, '']), ...closing].join('\n')}\n`;
}

function drawExplanation(explanation: Explanation, width: number, chalk: InstanceType<typeof Chalk>): string[] {
  const several = explanation.paragraphs[0] !== explanation.paragraphs[1];
  const nothing = explanation.codes.length === 0 ? [indent('○ no term of any code stands here', width, [2, 4])] : [];
  return [
    ...wrapText(describePlace(explanation), width).map((line) => chalk.bold(line)),
    ...indent(markText(explanation), width, [2, 2]),
    ...nothing.flat(),
    ...explanation.codes.flatMap((code) => drawCode(code, { several, width, chalk })),
  ];
}

/** "Zorg \ Jan · paragraph 4 · Respondent · respondent". */
export function describePlace({ document, group, paragraphs, speaker, role, coded }: Explanation): string {
  const [first, last] = paragraphs;
  const place = [group, document].filter((name) => name !== undefined).join(' \\ ');
  const parts = [
    place,
    first === last ? `paragraph ${first}` : `paragraphs ${first}–${last}`,
    ...(speaker === undefined ? [] : [speaker]),
    role === 'other' ? 'role unknown' : role,
    ...(coded ? [] : ['not coded']),
  ];
  return removeControls(parts.join(' · '));
}

/** The text with its evidence and its masks marked; a mask may stand inside evidence. */
export function markText({ text, evidence, masks }: Pick<Explanation, 'text' | 'evidence' | 'masks'>): string {
  const signs = [
    ...evidence.flatMap(({ start, end }) => [
      { at: start, order: 2, sign: EVIDENCE.open },
      { at: end, order: 1, sign: EVIDENCE.close },
    ]),
    ...masks.flatMap(({ start, end }) => [
      { at: start, order: 3, sign: MASKED.open },
      // The blank behind a label stays outside.
      { at: start + text.slice(start, end).trimEnd().length, order: 0, sign: MASKED.close },
    ]),
  ].sort((a, b) => a.at - b.at || a.order - b.order);
  let marked = '';
  let from = 0;
  for (const { at, sign } of signs) {
    marked += text.slice(from, at) + sign;
    from = at;
  }
  return removeControls(marked + text.slice(from)).replaceAll('\t', ' ');
}

interface CodeLayout {
  /** Whether the segment has several paragraphs, so that places must say in which they are. */
  several: boolean;
  width: number;
  chalk: InstanceType<typeof Chalk>;
}

function drawCode(code: CodeExplanation, { several, width, chalk }: CodeLayout): string[] {
  const sign = code.counted.length > 0 ? '●' : '○';
  const lines = [
    ...code.counted.map((hit) => `counted: ${describeHit(hit, several)}`),
    ...code.removed.map((hit) => `removed: ${describeRemoved(hit, several)}`),
    ...(code.misses ?? []).map((miss) => `close: ${describeMiss(miss)}`),
    ...(code.note === undefined ? [] : [code.note]),
  ];
  if (lines.length === 0) lines.push('no term stands here, and nothing comes close');
  const heading = indent(`${sign} ${code.code} · ${code.path}`, width, [2, 4]).map((line) => chalk.bold(line));
  return [...heading, ...lines.flatMap((line) => indent(line, width, [4, 6]))];
}

/** "`begeleiding` (word, line 12) meets `begeleidt` at 4–13, stem `begeleid`; `niet` stands close by". */
export function describeHit(hit: ExplainedHit, several = false): string {
  const stems = [...new Set(hit.stems.map(({ stem }) => `\`${stem}\``))];
  const met = hit.matched.map((words) => describeWords(words, several)).join(' and ');
  const by = stems.length === 0 ? '' : `, stem${stems.length === 1 ? '' : 's'} ${stems.join(', ')}`;
  const negation = hit.negation === undefined ? '' : `; the negation \`${hit.negation}\` stands close by`;
  return `${describeTerm(hit)} meets ${met}${by}${negation}`;
}

export function describeRemoved(hit: RemovedHit, several = false): string {
  const { negation: _, ...found } = hit;
  const other = hit.other === undefined ? '' : describeTerm(hit.other);
  const why = {
    exception: `void by its exception ${other}`,
    longer: `hidden by the longer ${other}`,
    role: 'what the interviewer says is not coded',
    mask: 'a label, heading, time stamp or mark is not speech',
  }[hit.by];
  return `${describeHit({ ...found, stems: [] }, several)}: ${why}`;
}

export function describeMiss(miss: ExplainedMiss): string {
  return `${describeTerm(miss)}: ${miss.reason}`;
}

/** Terms of several items say themselves of what kind they are. */
function describeTerm({ term, kind, line, file }: NamedTerm): string {
  const place = `line ${line}${file === undefined ? '' : ` of ${file}`}`;
  return `\`${term}\` (${term.startsWith(`${kind}:`) ? '' : `${kind}, `}${place})`;
}

function describeWords({ text, start, end, paragraph }: MatchedWords, several: boolean): string {
  return `\`${text.replace(/\s+/gu, ' ')}\` at ${start}–${end}${several ? ` of paragraph ${paragraph}` : ''}`;
}

/** Wrapped, with one indent for the first line and one for those that follow. */
function indent(text: string, width: number, [first, others]: [number, number]): string[] {
  const lines = wrapText(removeControls(text), Math.max(20, width - others));
  return lines.map((line, at) => ' '.repeat(at === 0 ? first : others) + line);
}
