/** Makes interviews and codebooks of any size for benchmarks: the same bytes for the same numbers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeDocx, encodePdf } from './encode-interview.ts';
import { createRandom, pick } from './random.ts';
import { type BenchLanguage, type BenchVocabulary, createVocabulary } from './vocabulary.ts';

const WORDS_A_DOCUMENT = 8_000;
const WORDS_IN_AN_ANSWER = 90;
const WORDS_IN_A_QUESTION = 12;
const WORDS_IN_A_SENTENCE = 13;
/** Terms are not made of the words that stand in every sentence. */
const FIRST_RANK_OF_TERMS = 200;

export interface CorpusOptions {
  count: number;
  extension: BenchFormat;
}

/** `md` has nothing but bold names, `marked.md` in every third turn what has to be parsed. */
export type BenchFormat = 'txt' | 'md' | 'marked.md' | 'docx' | 'pdf';

const ENCODERS: Partial<Record<BenchFormat, (text: string) => Uint8Array>> = { docx: encodeDocx, pdf: encodePdf };

/** Writes `count` interviews of about 8,000 words, every tenth in English, into a new folder; gives their bytes together. */
export function writeInterviews(folder: string, { count, extension }: CorpusOptions): number {
  mkdirSync(folder, { recursive: true });
  const vocabularies = { nl: createVocabulary('nl'), en: createVocabulary('en') };
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const language: BenchLanguage = index % 10 === 9 ? 'en' : 'nl';
    const text = createInterview(vocabularies[language], { seed: index, extension });
    const content = ENCODERS[extension]?.(text) ?? Buffer.from(text);
    bytes += content.length;
    writeFileSync(join(folder, `interview-${String(index).padStart(5, '0')}.${extension}`), content);
  }
  return bytes;
}

function createInterview(
  vocabulary: BenchVocabulary,
  { seed, extension }: { seed: number; extension: BenchFormat },
): string {
  const random = createRandom(1000 + seed);
  const label = (name: string) => (extension.endsWith('md') ? `**${name}:**` : `${name}:`);
  const parts: string[] = [];
  for (let words = 0; words < WORDS_A_DOCUMENT; ) {
    const question = Math.ceil(random() * 2 * WORDS_IN_A_QUESTION);
    const answer = Math.ceil(random() * 2 * WORDS_IN_AN_ANSWER);
    parts.push(`${label('Interviewer')} ${createSentences(vocabulary, question, random).slice(0, -1)}?`);
    parts.push(`${label('Respondent')} ${createSentences(vocabulary, answer, random)}`);
    words += question + answer;
  }
  if (extension === 'marked.md') return `${parts.map(emphasizeSome).join('\n\n')}\n`;
  return `${parts.join('\n\n')}\n`;
}

/** The third word of every third turn. */
function emphasizeSome(turn: string, at: number): string {
  return at % 3 === 0 ? turn.replace(/^(\S+ \S+ )(\S+)/, '$1_$2_') : turn;
}

function createSentences(vocabulary: BenchVocabulary, count: number, random: () => number): string {
  let text = '';
  let left = 0;
  for (let at = 0; at < count; at++) {
    const word = vocabulary.draw(random);
    if (left === 0) {
      left = 1 + Math.floor(random() * 2 * WORDS_IN_A_SENTENCE);
      text += word.charAt(0).toUpperCase() + word.slice(1);
    } else text += word;
    left--;
    text += left === 0 || at === count - 1 ? '. ' : random() < 0.08 ? ', ' : ' ';
  }
  return text.trimEnd();
}

/** A codebook of 50 codes with so many terms: 60 % words, 20 % phrases, 15 % wildcards, 5 % near; every tenth English. */
export function createCodebookText(termCount: number): string {
  const terms = {
    nl: createTerms('nl', Math.round(termCount * 0.9)),
    en: createTerms('en', Math.round(termCount * 0.1)),
  };
  const lines = Array.from({ length: 50 }, (_, code) => {
    const listOf = (language: BenchLanguage) => {
      const own = terms[language].filter((_, at) => at % 50 === code);
      return own.length > 0 ? [`      ${language}:`, ...own.map((term) => `        - ${term}`)] : [];
    };
    const lists = [...listOf('nl'), ...listOf('en')];
    const head = [`  - id: code-${code}`, `    name: Code ${code}`, `    definition: What is said of subject ${code}.`];
    return [...head, ...(lists.length > 0 ? ['    terms:', ...lists] : [])];
  });
  return ['name: bench', 'languages: [nl, en]', 'codes:', ...lines.flat(), ''].join('\n');
}

function createTerms(language: BenchLanguage, count: number): string[] {
  const { words } = createVocabulary(language);
  const random = createRandom(count);
  const candidates = words.slice(FIRST_RANK_OF_TERMS);
  const frequent = words.slice(FIRST_RANK_OF_TERMS, 10 * FIRST_RANK_OF_TERMS);
  const word = () => pick(candidates, random);
  const common = () => pick(frequent, random);
  const terms = new Set<string>();
  while (terms.size < count) {
    const place = (terms.size % 20) / 20;
    if (place < 0.6) terms.add(word());
    else if (place < 0.8) terms.add(`${word()} ${common()}`);
    else if (place < 0.95) terms.add(`'${word()}*'`);
    else terms.add(`near: [${word()}, ${common()}]`);
  }
  return [...terms];
}
