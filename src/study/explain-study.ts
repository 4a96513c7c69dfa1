/** Explains codings of a study: picks the codes, the documents and the segments that were asked for. */
import { listCodes, listFamily } from '../codebook/code-tree.ts';
import { Explainer, listExplainable } from '../coding/explain.ts';
import type { Explanation } from '../coding/explanation.ts';
import type { Io } from '../io.ts';
import type { Codebook, CodedDocument, Segment, Transcript } from '../model.ts';
import type { Settings } from '../settings.ts';
import { requireCodes } from '../tables/select-codes.ts';
import { createParagraphCounter } from '../text/paragraph-counter.ts';
import { openStudy, type Study } from './open-study.ts';
import { pickDocument } from './pick-document.ts';
import { Progress } from './progress.ts';
import type { ExitCode } from './run-study.ts';
import { giveUp, tellCodebook, tellMessages } from './tell.ts';
import { UsageError } from './usage-error.ts';

/** What is to be explained. */
export interface ExplainRequest {
  /** Ids of codes; all that have to do with a segment when left out. */
  code?: string[];
  /** A document as it may be called; without it all segments that have the codes. */
  document?: string;
  /** First and last paragraph of the document, counted from 1. */
  paragraph?: [number, number];
  /** Explanations that are made at most; the others are only counted. */
  most: number;
}

export interface ExplainedStudy {
  explanations: Explanation[];
  /** Segments that were asked for. */
  total: number;
  /** True paths of what was read. */
  inputs: ReadonlySet<string>;
  exitCode: ExitCode;
}

/** Throws a usage error for an unknown code, document or paragraph; 2 with everything told when nothing can be read. */
export async function explainStudy(
  request: ExplainRequest,
  settings: Settings,
  io: Io,
): Promise<ExplainedStudy | { exitCode: 2 }> {
  if (request.paragraph && request.document === undefined)
    throw new UsageError('Unexpected --paragraph without --document, expected the document that it is in');
  const progress = new Progress(io, settings.quiet);
  const study = await openStudy(settings, io, progress);
  progress.clear();
  if (!('documents' in study)) return giveUp(study.messages, io, 'the codebook has errors; nothing was read');
  const asked = request.code && requireCodes(study.codebook, request.code);
  const gathering = new Gathering(study.codebook, settings, { asked, most: request.most });
  if (request.document !== undefined) {
    const document = await pickDocument(study, request.document);
    tellCodebook(study.loaded, io, settings.quiet);
    gathering.add(document.transcript, pickSegments(document.transcript, settings, request.paragraph));
    return { ...gathering.result, inputs: study.inputs, exitCode: 0 };
  }
  for await (const document of study.documents) gathering.add(document.transcript, listCodedSegments(document, asked));
  const exitCode = tell(study, settings, io);
  if (!settings.quiet) tellSubcodes(study.codebook, asked, io);
  return { ...gathering.result, inputs: study.inputs, exitCode };
}

function tell(study: Study, settings: Settings, io: Io): ExitCode {
  tellCodebook(study.loaded, io, settings.quiet);
  tellMessages(study.messages, io, settings.quiet);
  return study.failed.length > 0 ? 1 : 0;
}

/** In the tables a code counts what its subcodes have. */
function tellSubcodes(codebook: Codebook, asked: ReadonlySet<string> | undefined, io: Io): void {
  if (!asked) return;
  const families = listCodes(codebook).flatMap(({ code }) => (asked.has(code.id) ? [...listFamily(code)] : []));
  const missing = [...new Set(families)].filter((id) => !asked.has(id));
  if (missing.length > 0)
    io.err(`Segments that only subcodes have are left out; with them: --code ${[...asked, ...missing].join(',')}\n`);
}

/** Explains segments up to a number, and counts them all. */
export class Gathering {
  readonly result: { explanations: Explanation[]; total: number } = { explanations: [], total: 0 };
  #codebook: Codebook;
  #settings: Settings;
  #limits: { asked: ReadonlySet<string> | undefined; most: number };

  constructor(
    codebook: Codebook,
    settings: Settings,
    limits: { asked: ReadonlySet<string> | undefined; most: number },
  ) {
    this.#codebook = codebook;
    this.#settings = settings;
    this.#limits = limits;
  }

  add(transcript: Transcript, segments: readonly Segment[]): void {
    const { explanations } = this.result;
    const chosen = segments.slice(0, Math.max(0, this.#limits.most - explanations.length));
    this.result.total += segments.length;
    if (chosen.length === 0) return;
    const { asked } = this.#limits;
    const options = { ...this.#settings, ...(asked ? { asked } : {}) };
    const explainer = new Explainer(this.#codebook, transcript, options);
    for (const segment of chosen) explanations.push(explainer.explain(segment));
  }
}

function listCodedSegments({ segments, codings }: CodedDocument, asked: ReadonlySet<string> | undefined): Segment[] {
  const starts = new Set(codings.filter(({ code }) => asked?.has(code) ?? true).map(({ start }) => start));
  return segments.filter(({ start }) => starts.has(start));
}

function pickSegments(transcript: Transcript, settings: Settings, paragraphs: ExplainRequest['paragraph']): Segment[] {
  const segments = listExplainable(transcript, settings);
  if (!paragraphs) return segments;
  const [first, last] = paragraphs;
  const paragraphOf = createParagraphCounter(transcript.text);
  const count = paragraphOf(transcript.text.length);
  const written = first === last ? `paragraph ${first}` : `paragraphs ${first}-${last}`;
  if (first > count) throw new UsageError(`Unexpected ${written}, \`${transcript.document}\` has ${count} paragraphs`);
  const picked = segments.filter(({ start, end }) => paragraphOf(end - 1) >= first && paragraphOf(start) <= last);
  if (picked.length === 0)
    throw new UsageError(
      `Nothing is said in ${written} of \`${transcript.document}\``,
      'headings, labels, time stamps and marks are not coded; see `documents --show`',
    );
  return picked;
}
