/** What a run tells of single documents: those that cannot be used, and those of which little or nothing is coded. */
import type { TranscriptCoder } from '../coding/code-transcript.ts';
import type { Codebook, CodedDocument, FailedFile, Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import { normalizeName } from '../transcript/normalize-name.ts';
import type { FoundFile, RefusedEntry } from './find-transcripts.ts';

/** A file without a word is more likely a mistake than an interview. */
export function emptyTranscript(file: FoundFile): Message {
  return createMessage('Unexpected empty transcript, expected text', {
    rule: 'empty-transcript',
    severity: 'error',
    path: file.path,
    hint: 'copy it again, or delete it',
  });
}

/** A document in a language without terms would show zeros that mean nothing. */
export function checkLanguage(
  language: string,
  coder: TranscriptCoder,
  codebook: Codebook,
  file: FoundFile,
): Message | undefined {
  if (coder.supports(language)) return undefined;
  const known = codebook.languages.filter((each) => coder.supports(each));
  const reason =
    known.length === 0
      ? 'The codebook has no terms, so nothing could be found here'
      : `Unexpected language \`${language}\`, expected one that the codebook has terms for: ${known.join(', ')}`;
  const hint =
    known.length === 0
      ? 'write the words that are looked for under `terms` of its codes; what people coded is counted with --codings FILE'
      : 'add terms in this language, or say the right one with --language or `language:` in the front matter';
  return createMessage(reason, { rule: 'language-without-terms', severity: 'error', path: file.path, hint });
}

/** A transcript that cannot be used, with all that was told of it. */
export function failFile({ relativePath, group }: FoundFile, document: string, messages: Message[]): FailedFile {
  return { document, path: relativePath, messages, ...(group === undefined ? {} : { group }) };
}

/** A folder of which nobody knows what is in it, or what is no file; its error is among the messages. */
export function failEntry(entry: RefusedEntry, messages: readonly Message[]): FailedFile {
  const document = entry.isFolder ? `${entry.name}${entry.extension}/` : entry.name;
  const told = messages.filter((message) => message.file === entry.path);
  return failFile(entry, document, told);
}

/** Warns when nothing of a document can be coded, or when most of its words are the interviewer's. */
export function reportCoverage({ transcript, segments, speakers }: CodedDocument): Message[] {
  const path = transcript.path ?? transcript.document;
  const hint =
    'look at its speaker labels, and name the interviewer with --interviewer NAME or `interviewer: NAME` at its top';
  const warn = (rule: string, reason: string) => [createMessage(reason, { rule, severity: 'warning', path, hint })];
  if (segments.length === 0)
    return warn('nothing-to-code', 'Nobody but an interviewer speaks here, so nothing can be coded');
  const count = (coded: boolean) =>
    speakers.filter((each) => each.coded === coded).reduce((sum, each) => sum + each.words, 0);
  const [coded, left] = [count(true), count(false)];
  if (left <= coded) return [];
  const share = Math.round((left / (left + coded)) * 100);
  return warn('mostly-interviewer', `The interviewer speaks ${share} % of the words here, and they are not coded`);
}

/** Names that the user gave and that nobody in the study has. */
export function reportUnknownNames(given: readonly string[], names: ReadonlySet<string>): Message[] {
  const unknown = given.filter((name) => !names.has(normalizeName(name)));
  return unknown.map((name) => {
    const reason = `No speaker is called ${name}`;
    return createMessage(reason, {
      rule: 'unknown-speaker',
      severity: 'warning',
      hint: 'write the name as in the speaker label',
    });
  });
}

/** What the program wrote itself is no transcript. */
export function reportOwnOutput({ path }: FoundFile): Message {
  const hint = 'keep results in a folder of their own';
  return createMessage('Written by this program, and passed over', {
    rule: 'own-output',
    severity: 'warning',
    path,
    hint,
  });
}

/** Copies of one file, under whatever names, count several times. */
export function reportCopies(files: readonly { file: FoundFile; sha256: string }[]): Message[] {
  const first = new Map<string, FoundFile>();
  return files.flatMap(({ file, sha256 }) => {
    const same = first.get(sha256);
    if (!same) {
      first.set(sha256, file);
      return [];
    }
    const hint = 'keep one of them in the folder: now each is counted';
    const reason = `The same to the byte as ${same.path}`;
    return [createMessage(reason, { rule: 'equal-files', severity: 'warning', path: file.path, hint })];
  });
}
