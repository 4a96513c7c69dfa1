/** Short ways to make codebooks and transcripts in tests. */

import { type ReadFile, readCodebook } from '../src/codebook/read-codebook.ts';
import { TranscriptCoder } from '../src/coding/code-transcript.ts';
import { termKinds } from '../src/coding/terms/index.ts';
import type { Codebook, CodedDocument, Unit } from '../src/model.ts';
import { buildTranscript } from '../src/transcript/build-transcript.ts';
import { applyConventions } from '../src/transcript/conventions/index.ts';
import { markdown } from '../src/transcript/formats/markdown.ts';
import { plainText } from '../src/transcript/formats/plain-text.ts';
import { countLabels, type LabelCounts } from '../src/transcript/speakers.ts';

/** The codebook in a YAML text; fails on any message. */
export function parseCodebook(yaml: string): Codebook {
  return readBook(yaml).codebook;
}

/** The codebook in a YAML text, and the text as it was read. */
export function readBook(yaml: string): { codebook: Codebook; file: ReadFile } {
  const { codebook, file, messages } = readCodebook(yaml, { path: 'codebook.yaml', notations: termKinds });
  if (!codebook || !file) throw new Error(messages.map(String).join('\n'));
  return { codebook, file };
}

/** A codebook with one code `c` that has these terms. */
export function codebookOf(terms: string[], language = 'nl'): Codebook {
  const rows = terms.map((term) => `      - ${writeTerm(term)}`).join('\n');
  return parseCodebook(`name: test\nlanguages: [${language}]\ncodes:\n  - id: c\n    name: C\n    terms:\n${rows}\n`);
}

/** Terms of several items stand as they are, in braces; others in quotes. */
const writeTerm = (term: string) => (/^(?:near|all):/.test(term) ? `{ ${term} }` : `'${term.replaceAll("'", "''")}'`);

export interface ReadOptions {
  path?: string;
  /** `detect` leaves it to the text; Dutch when left out. */
  language?: string;
  interviewers?: string[];
  respondents?: string[];
}

/** A transcript as the program reads it from one file. */
export function readText(text: string, options: ReadOptions = {}) {
  const path = options.path ?? 'interview.txt';
  const format = path.endsWith('.md') ? markdown : plainText;
  const source = applyConventions(format.read({ path, bytes: new TextEncoder().encode(text) }), path);
  const counts: LabelCounts = new Map();
  countLabels(source, counts);
  const built = buildTranscript(source, counts, {
    document: path.replace(/\.\w+$/, ''),
    path,
    ...(options.language === 'detect' ? {} : { language: options.language ?? 'nl' }),
    defaultLanguage: 'nl',
    interviewers: options.interviewers ?? [],
    respondents: options.respondents ?? [],
  });
  return { ...built, messages: [...source.messages, ...built.messages] };
}

/** One text coded with a codebook. */
export function codeText(codebook: Codebook, text: string, options: ReadOptions & { unit?: Unit } = {}): CodedDocument {
  const coder = new TranscriptCoder(codebook, { unit: options.unit ?? 'paragraph', includeInterviewer: false });
  return coder.code(readText(text, options).transcript);
}

/** The words that were evidence, in the order of the text. */
export function evidenceOf(document: CodedDocument): string[] {
  const { text } = document.transcript;
  return document.codings.flatMap((coding) =>
    coding.evidence.flatMap((item) => item.spans.map((span) => text.slice(span.start, span.end))),
  );
}
