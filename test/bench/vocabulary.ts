/** Words of made-up interviews: function words of a language, then words of its syllables, used as often as Zipf's law says. */
import { createRandom, pick } from './random.ts';

const SIZE = 40_000;

const SYLLABLES = {
  nl: 'be ge ver ont aan uit op om voor na ker mal ven der len sting heid lijk baar zaam werk hulp zorg mens taak huis tijd woon dag week groep steun vraag spreek loop denk voel kom ga stel pra ten tel rij ker stoel klas boek eind brug vel zon mar lip dor kan tip rem sol wat ding'.split(
    ' ',
  ),
  en: 'be un re con pre ter ing ness ful less ment tion work help care mind task home time day week group sup port talk walk think feel come go set ask tell ride chair class book end bridge sun mar lip door can tip rem sol what thing er ly al ous ive'.split(
    ' ',
  ),
};

const FUNCTION_WORDS = {
  nl: 'de het een en dat ik je is in van te die niet ze op er maar met als voor dan we ook aan om zijn hij wel ja dus heb naar heel bij was of uit nog wat zo nou kan hebben gewoon moet al toch omdat daar'.split(
    ' ',
  ),
  en: 'the and to of a i you that it in is so we but they was for with have on not do be like what there just are as at or them if know this people really would then about think because when all an up'.split(
    ' ',
  ),
};

export type BenchLanguage = keyof typeof SYLLABLES;

export interface BenchVocabulary {
  /** By rank, the most frequent first. */
  words: string[];
  /** A word, the frequent ones often. */
  draw(random: () => number): string;
}

/**
 * The same words every time. A word of rank r is drawn in proportion to (r + 2.7)^-1.2 (Zipf and Mandelbrot), so that the
 * hundred most frequent words make up more than half of a text and the first thousand four fifths, as in speech.
 */
export function createVocabulary(language: BenchLanguage): BenchVocabulary {
  const random = createRandom(language === 'nl' ? 1 : 2);
  const words = new Set<string>(FUNCTION_WORDS[language]);
  const syllables = SYLLABLES[language];
  while (words.size < SIZE) {
    const length = 1 + Math.floor(random() * 3) + Math.floor(random() * 2);
    words.add(Array.from({ length }, () => pick(syllables, random)).join(''));
  }
  const list = [...words];
  const cumulative = new Float64Array(SIZE);
  let total = 0;
  for (let rank = 0; rank < SIZE; rank++) cumulative[rank] = total += (rank + 2.7) ** -1.2;
  return { words: list, draw: (random) => list[findRank(cumulative, random() * total)] as string };
}

function findRank(cumulative: Float64Array, place: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
