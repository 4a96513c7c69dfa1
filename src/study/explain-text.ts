/** Explains the codes of a text from the command line, as if a respondent had said it. */

import { TranscriptCoder } from '../coding/code-transcript.ts';
import { listExplainable } from '../coding/explain.ts';
import { languageOfText } from '../coding/language-of-text.ts';
import type { Io } from '../io.ts';
import type { Transcript } from '../model.ts';
import type { Settings } from '../settings.ts';
import { requireCodes } from '../tables/select-codes.ts';
import { findLanguage } from '../text/languages/index.ts';
import { findMarks, mergeSpans } from '../transcript/marks.ts';
import { type ExplainedStudy, type ExplainRequest, Gathering } from './explain-study.ts';
import { requireKnownLanguage } from './known-language.ts';
import { loadCodebook } from './load-codebook.ts';
import { giveUp, tellCodebook } from './tell.ts';
import { UsageError } from './usage-error.ts';

/** Throws a usage error for a text without words, and for a language that the codebook has no terms for. */
export function explainText(
  written: string,
  request: ExplainRequest,
  { settings, io }: { settings: Settings; io: Io },
): ExplainedStudy | { exitCode: 2 } {
  requireKnownLanguage(settings.language);
  const loaded = loadCodebook(settings.codebook, [], io);
  const { codebook } = loaded;
  if (!codebook) return giveUp(loaded.messages, io, 'the codebook has errors; nothing was explained');
  const asked = request.code && requireCodes(codebook, request.code);
  const transcript = createTranscript(written, (text) => settings.language ?? languageOfText(text, codebook));
  if (!new TranscriptCoder(codebook, settings).supports(transcript.language))
    throw new UsageError(
      `The codebook has no terms for the language ${transcript.language}`,
      'say another with --language, or write terms for it',
    );
  const segments = listExplainable(transcript, settings);
  if (segments.length === 0) throw new UsageError('Unexpected text without words that are said after --text');
  tellCodebook(loaded, io, settings.quiet);
  if (settings.language === undefined && !settings.quiet)
    io.err(`Read as ${findLanguage(transcript.language)?.name ?? transcript.language}; say another with --language\n`);
  const gathering = new Gathering(codebook, settings, { asked, most: request.most });
  gathering.add(transcript, segments);
  return { ...gathering.result, inputs: new Set([io.truePath(loaded.location)]), exitCode: 0 };
}

/** One turn; marks are masked in each line as in transcripts. */
function createTranscript(written: string, languageOf: (text: string) => string): Transcript {
  const text = written.replace(/\r\n?/g, '\n').normalize('NFC');
  const masks = [];
  let from = 0;
  for (const line of text.split('\n')) {
    for (const { start, end } of findMarks(line, { leadingStamps: false, from: 0 }).masks)
      masks.push({ start: start + from, end: end + from });
    from += line.length + 1;
  }
  return {
    document: 'text',
    language: languageOf(text),
    variables: {},
    text,
    turns: [{ start: 0, end: text.length, role: 'respondent', masks: mergeSpans(masks), stamps: [], line: 1 }],
  };
}
