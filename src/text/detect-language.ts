/** Tells the language of a text by the share of its function words. */
import { fold } from './fold.ts';
import { languages } from './languages/index.ts';
import { wordSet } from './languages/language.ts';
import { cutWords, straightenWord } from './words.ts';

/** Enough to be sure, few enough to cost nothing. */
const SAMPLE_CHARACTERS = 6_000;
const LEAST_SHARE = 0.15;
const LEAST_LEAD = 1.3;

/** Languages that cannot be stemmed, but must not be taken for one that can. */
const OTHERS: Record<string, ReadonlySet<string>> = {
  de: wordSet(
    'und der das ist nicht ich sie mit es ein eine auch auf dem den aber wir wie zu von dass sich haben ja noch war dann so man wenn nur mir mich sehr habe wird bei oder sind hat was als im er ihr kann doch schon mal dass',
  ),
  fr: wordSet(
    'et le les des est pas je que qui dans un une pour on il elle nous vous avec mais ce cette au aux du sur se sont plus tout fait comme ne bien oui non leur ses mes parce donc alors etait ai avait',
  ),
  es: wordSet(
    'y el los las que es no un una por con para se lo como pero mas muy su al del le ya si porque cuando yo hay esta son tiene todo bien mi eso entonces era fue tambien',
  ),
};

/** BCP 47 code of the language, one that cannot be stemmed included, or `undefined` when no known language clearly fits. */
export function detectLanguage(text: string): string | undefined {
  const words = cutWords(text.slice(0, SAMPLE_CHARACTERS));
  if (words.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const word of words) for (const code of languagesOf(word)) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [best, second] = CODES.map((code) => ({ code, share: (counts.get(code) ?? 0) / words.length })).sort(
    (a, b) => b.share - a.share,
  );
  if (!best || best.share < LEAST_SHARE) return undefined;
  return !second || best.share >= second.share * LEAST_LEAD ? best.code : undefined;
}

const CODES = [...languages.map(({ code }) => code), ...Object.keys(OTHERS)];

/** The languages of which a written word is a function word. */
function languagesOf(written: string): readonly string[] {
  languagesByWord ??= indexWords();
  // Most words stand for themselves.
  const word = PLAIN.test(written) ? written : fold(straightenWord(written));
  return languagesByWord.get(word) ?? NONE;
}

const PLAIN = /^[a-z]+$/;
const NONE: readonly string[] = [];
let languagesByWord: Map<string, string[]> | undefined;

function indexWords(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  const known = languages.map(({ code, functionWords }) => [code, functionWords] as const);
  for (const [code, functionWords] of [...known, ...Object.entries(OTHERS)])
    for (const word of functionWords) index.set(word, [...(index.get(word) ?? []), code]);
  return index;
}
