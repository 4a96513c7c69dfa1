/** Codes the transcripts of a study that were read, with one codebook, one document at a time. */
import { TranscriptCoder } from '../coding/code-transcript.ts';
import type { Codebook, FailedFile, Message } from '../model.ts';
import type { Settings } from '../settings.ts';
import { isError } from '../text/messages.ts';
import { type BuiltTranscript, buildTranscript } from '../transcript/build-transcript.ts';
import { normalizeName } from '../transcript/normalize-name.ts';
import type { Source } from '../transcript/source.ts';
import type { KnownCounts } from '../transcript/speakers.ts';
import type { HandCoder } from './codings/hand-coder.ts';
import type { FoundFile } from './find-transcripts.ts';
import type { LoadSource } from './kept-sources.ts';
import type { StudyDocument } from './open-study.ts';
import { checkLanguage, emptyTranscript, failFile, reportCoverage, reportUnknownNames } from './report-document.ts';

export interface ReadFile {
  file: FoundFile;
  document: string;
  sha256: string;
  /** Variables and the like: what the file says of itself, and what stands of it in tables beside it. */
  frontMatter: Record<string, unknown>;
  load: LoadSource;
  /** What was told of it so far. */
  told: Message[];
}

export interface CodingWork {
  codebook: Codebook;
  /** Of all files of the study. */
  labels: KnownCounts;
  settings: Settings;
  /** Adds what others coded. */
  hand?: HandCoder | undefined;
  /** Grows while files are coded. */
  messages: Message[];
  /** Grows likewise. */
  failed: FailedFile[];
}

/** The documents that the codebook can code, in the order of the files. */
export async function* codeSources(files: readonly ReadFile[], work: CodingWork): AsyncGenerator<StudyDocument> {
  const coder = new SourceCoder(work);
  for (const file of files) {
    const document = coder.code(file, await file.load());
    if (document) yield document;
  }
  coder.finish();
}

/** The transcript of a file that was read, with its variables. */
export function buildReadFile(
  { file, document, frontMatter }: ReadFile,
  source: Source,
  { codebook, labels, settings }: Pick<CodingWork, 'codebook' | 'labels' | 'settings'>,
): BuiltTranscript {
  return buildTranscript({ ...source, frontMatter }, labels, {
    document,
    path: file.path,
    defaultLanguage: codebook.languages[0] ?? 'nl',
    interviewers: settings.interviewers,
    respondents: settings.respondents,
    ...(file.group === undefined ? {} : { group: file.group }),
    ...(settings.language === undefined ? {} : { language: settings.language }),
  });
}

/** Codes any of the files, in any order. */
export class SourceCoder {
  #work: CodingWork;
  #coder: TranscriptCoder;
  #findsTerms: boolean;
  #names = new Set<string>();

  constructor(work: CodingWork) {
    this.#work = work;
    this.#findsTerms = work.hand?.findsTerms ?? true;
    this.#coder = new TranscriptCoder(work.codebook, { ...work.settings, findsTerms: this.#findsTerms });
  }

  /** Nothing for a file without text or in a language of which the codebook has no terms; that is told and it has failed. */
  code(read: ReadFile, source: Source): StudyDocument | undefined {
    const { file, document, sha256, told: reading } = read;
    const { codebook, hand, messages, failed } = this.#work;
    const { transcript, messages: told } = buildReadFile(read, source, this.#work);
    const problem =
      source.messages.find(isError) ??
      (transcript.text.trim() === ''
        ? emptyTranscript(file)
        : this.#findsTerms
          ? checkLanguage(transcript.language, this.#coder, codebook, file)
          : undefined);
    if (problem) {
      messages.push(problem);
      failed.push(failFile(file, document, [...reading, problem]));
      return undefined;
    }
    const coded = this.#coder.code(transcript, [...reading, ...told]);
    const coverage = reportCoverage(coded);
    coded.messages.push(...coverage);
    const placing = hand?.add(coded) ?? [];
    messages.push(...told, ...coverage, ...placing);
    for (const { speaker } of coded.speakers) this.#names.add(normalizeName(speaker ?? ''));
    return { ...coded, file, sha256 };
  }

  /** When all are coded: tells of names that nobody has. */
  finish(): void {
    const { settings, hand, messages } = this.#work;
    messages.push(...(hand?.finish() ?? []));
    messages.push(...reportUnknownNames([...settings.interviewers, ...settings.respondents], this.#names));
  }
}
