/** Tells in which of a codebook's languages a short text is. */
import type { Codebook } from '../model.ts';
import { detectLanguage } from '../text/detect-language.ts';

/** By its function words if the book has that language, else the book's first. */
export function languageOfText(text: string, { languages }: Codebook): string {
  const detected = detectLanguage(text);
  return detected !== undefined && languages.includes(detected) ? detected : (languages[0] ?? 'nl');
}
