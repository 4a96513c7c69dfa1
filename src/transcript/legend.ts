/** Legends: lines at the top of a file that say what the letters of its labels mean, such as `(I = interviewer; N = nurse)`. */
import { normalizeName } from './normalize-name.ts';
import { roleWordOf } from './role-words.ts';
import type { DeclaredRoles } from './roles.ts';
import type { Block } from './source.ts';

const ENTRY = /(?<![\p{L}\p{N}])(\p{L}[\p{L}\p{N}]{0,3})\s*=\s*([\p{L}\p{M}\p{N} -]{3,40})/gu;
const WITHIN = 25;
const LONGEST = 300;

/** The roles that legends give, among the first blocks of a file; names are normalised. */
export function readLegend(blocks: Block[]): DeclaredRoles {
  const interviewers = new Set<string>();
  const respondents = new Set<string>();
  for (const { text, heading } of legendLines(blocks)) {
    if (text.length > LONGEST) continue;
    const colons = heading ? readColonLegend(text) : undefined;
    const equals = text.includes('=')
      ? [...text.matchAll(ENTRY)].map(([, key = '', meaning = '']) => [key, meaning])
      : [];
    const entries = colons ?? equals;
    for (const [key = '', meaning = ''] of entries) {
      (asks(meaning) ? interviewers : respondents).add(normalizeName(key));
    }
  }
  return { interviewers, respondents };
}

/** Lines among which a legend may be: at the top, and what a convention has taken for one. */
function legendLines(blocks: Block[]): { text: string; heading: boolean }[] {
  return blocks.flatMap(({ kind, lines }, index) => {
    const heading = kind === 'heading';
    return index < WITHIN || heading ? lines.map(({ text }) => ({ text, heading })) : [];
  });
}

/** Whether a line is nothing but a legend. */
export function isLegend(text: string): boolean {
  if (text.length > LONGEST) return false;
  if (readColonLegend(text)) return true;
  if (!text.includes('=')) return false;
  const entries = [...text.matchAll(ENTRY)];
  const rest = text.replace(ENTRY, '').replace(/(?:en|and|und|&|legenda?|afkortingen|[\s.,;:()[\]/|])/gi, '');
  return entries.length > 0 && rest === '';
}

const COLON_ENTRY = /^\(?(\p{L}[\p{L}\p{N}]{0,3})\s?[:=]\s?(\p{L}[\p{L}\p{M}\p{N} ()-]{2,50}?)\)?$/u;

/** `I: interviewer, N: nurse`, where one of the meanings is a word for a role and nothing else; nothing for another line. */
function readColonLegend(text: string): [string, string][] | undefined {
  if (!text.includes(':')) return undefined;
  const parts = text
    .replace(/^(?:legenda?|afkortingen)\s*:\s*/i, '')
    .split(/\s*[,;/|]\s*|\s+(?:en|and|und)\s+(?=\p{L}{1,4}\d?\s?:)/u);
  const entries = parts.map((part) => COLON_ENTRY.exec(part));
  if (entries.some((entry) => !entry)) return undefined;
  const pairs = entries.map((entry): [string, string] => [entry?.[1] ?? '', entry?.[2] ?? '']);
  const isRole = ([, meaning]: [string, string]) => {
    const words = normalizeName(meaning).split(' ');
    return words.length <= 3 && roleWordOf(words[0] ?? '') !== undefined;
  };
  return pairs.some(isRole) ? pairs : undefined;
}

function asks(meaning: string): boolean {
  return normalizeName(meaning)
    .split(' ')
    .some((word) => roleWordOf(word) === 'interviewer');
}
