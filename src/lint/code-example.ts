/** Codes one example sentence of a codebook, as if a respondent had said it. */
import { TranscriptCoder } from '../coding/code-transcript.ts';
import type { Codebook, CodedDocument } from '../model.ts';
import { detectLanguage } from '../text/detect-language.ts';

/** Codes sentences of one book; the language of each is told by its function words, else it is the book's first. */
export function createExampleCoder(codebook: Codebook): (text: string) => CodedDocument {
  const coder = new TranscriptCoder(codebook, { unit: 'turn', includeInterviewer: false });
  return (text) => {
    const detected = detectLanguage(text);
    const language =
      detected !== undefined && codebook.languages.includes(detected) ? detected : (codebook.languages[0] ?? 'nl');
    return coder.code({
      document: 'example',
      language,
      variables: {},
      text,
      turns: [{ start: 0, end: text.length, role: 'respondent', masks: [], stamps: [], line: 1 }],
    });
  };
}
