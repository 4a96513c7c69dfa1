/** Codes one example sentence of a codebook, as if a respondent had said it. */
import { TranscriptCoder } from '../coding/code-transcript.ts';
import { languageOfText } from '../coding/language-of-text.ts';
import type { Codebook, CodedDocument } from '../model.ts';

/** Codes sentences of one book; the language of each is told by its function words, else it is the book's first. */
export function createExampleCoder(codebook: Codebook): (text: string) => CodedDocument {
  const coder = new TranscriptCoder(codebook, { unit: 'turn', includeInterviewer: false });
  return (text) =>
    coder.code({
      document: 'example',
      language: languageOfText(text, codebook),
      variables: {},
      text,
      turns: [{ start: 0, end: text.length, role: 'respondent', masks: [], stamps: [], line: 1 }],
    });
}
