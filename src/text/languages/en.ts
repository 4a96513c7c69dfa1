/** English: Porter's first stemmer as `natural` has it; a list leads back what it splits or throws together. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { type Language, mergedRows, wordSet } from './language.ts';

export const english: Language = {
  code: 'en',
  name: 'English',
  aliases: ['english', 'engels', 'englisch'],
  stemmer: 'Porter 1980 (natural 8) with a list of exceptions',
  stem: stemEnglish,
  functionWords: wordSet(`
    a an the this that these those there here where everywhere somewhere nowhere
    i you he she it we they me him her us them my your his its our their mine yours hers ours theirs
    myself yourself himself herself itself ourselves themselves who whom whose which what one ones someone anyone everyone nobody
    somebody anybody everybody something anything everything nothing none each every all any some both either neither other others another such same
    and or but nor so yet for if then than because although though while unless until since as when whenever
    in on at by to from of off out up down over under with without within into onto about above below between among through during before after against along around per via
    am is are was were be been being have has had having do does did doing done will would shall should can could may might must ought
    not no never don't doesn't didn't can't cannot couldn't won't wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't
    i'm i've i'd i'll you're you've you'd you'll he's she's it's we're we've we'd we'll they're they've they'd they'll that's there's what's let's
    yes well just very too also only even still again ever always often sometimes maybe perhaps how why much many more most less least few little
    really quite rather almost already now today`),
  accentedWords: new Set(),
  mergedWords: mergedRows(`
    several severe|past paste/pasted|apartment apart|animal animation/animated|author authority/authorities|custom customer/customers|
    conversation conversion|identity identical|integrity integrate/integrated|generation generic|hospital hospitality|minority minor|
    majority major|emergency emerging/emerged|engine engineer/engineers|position positive|physical physics|probability probably|
    respect respectively|subject subjective|object objective|suit suite|wonder wonderful|organ organic organism|
    celebrity celebration/celebrate|numerous numerical|empire empirical|terminal termination/terminated|detect detective|
    consist consistent|account accountability|office officer/officers|person personal personality|import important|
    public publication/publications publicity|information/informed informal|format formation|ration rational|care careful|
    moral morale|late lately|bare barely|name namely|like likely|love lovely|definition definitely|basic basically|
    total totally|nature naturally|depart department/departments|protest protestant|transit transition|nation nationality|
    universe universal|compete competent|response responsible|kind kindness|good goodness|reason reasonable|
    income incoming|success successive`),
  negations: wordSet(`not never no without none nobody nothing cannot don't doesn't didn't can't couldn't won't wouldn't
    shouldn't isn't aren't wasn't weren't haven't hasn't hadn't ain't mustn't needn't`),
  negationUndoneBy: wordSet('only just merely'),
  hesitations: /^(?:e+h+m*|e+r+m*|u+h*m+|u+h+|h+m+|m{2,}h*|[ao]h+)$/,
  abbreviations: wordSet('mr mrs ms dr prof st jr sr vs etc e.g i.e no nos approx dept est fig vol pp p ca inc ltd co'),
};

/** Base form, then its inflections, for words whose Porter stem is shorter than four letters or that of another word. */
const LISTED_WORDS = `
  use uses used using|ask asks asked asking|act acts acted acting|add adds added adding|aid aids aided|aim aims aimed aiming
  age ages aged ageing aging|buy buys bought buying|pay pays paid paying|say says said saying|try tries tried trying
  see sees saw seen seeing|get gets got gotten getting|go goes went gone going|let lets letting|put puts putting|set sets setting
  sit sits sat sitting|run runs ran running|win wins won winning|cut cuts cutting|die dies died dying|lie lies lied lying
  tie ties tied tying|end ends ended ending|eat eats ate eaten eating|owe owes owed owing|fit fits fitted fitting
  job jobs|day days|way ways|gap gaps|man men|boy boys|kid kids|bus buses|car cars|cup cups|dog dogs|law laws|bit bits|box boxes
  key keys|lot lots|tea teas|fee fees|son sons|art arts|war wars|team teams|role roles|year years|life lives|time times|
  call calls called calling|business businesses|care cares cared caring|hope hopes hoped hoping|rule rules ruled|tire tires tired tiring|
  child children|woman women|experience experiences experienced experiencing|experiment experiments experimental|
  community communities|communicate communicates communicated communicating communication|organ organs|
  organise organises organised organising organize organizes organized organizing organisation organisations organization organizations
  mean means meant|meaning meanings|general generally|generous generously generosity|internal internally|
  international internationally|university universities|universal universe`;

const SHORTEST_STEM = 4;
let listedWords: Map<string, string> | undefined;

/** Key of a folded English word. */
function stemEnglish(folded: string): string {
  listedWords ??= createListedWords();
  const word = folded.replace(/'s?$/, '');
  const listed = listedWords.get(word);
  if (listed !== undefined) return listed;
  const stem = stemByPorter(word);
  return stem.length < SHORTEST_STEM ? word : stem;
}

/** The endings at which each step of natural's may do something: to ask them takes a fifth of the time of the steps. */
const STEPS = [
  [/s$/, stemmer.step1a],
  [/(?:ed|ing)$/, stemmer.step1b],
  [/y$/, stemmer.step1c],
  [
    /(?:ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/,
    stemmer.step2,
  ],
  [/(?:icate|ative|alize|iciti|ical|ful|ness)$/, stemmer.step3],
  [/(?:al|ance|ence|er|ic|able|ible|ant|ent|ou|ism|ate|iti|ous|ive|ize|ion)$/, stemmer.step4],
  [/e$/, stemmer.step5a],
  [/ll$/, stemmer.step5b],
] as const;

/** As `stemmer.stem`, of a word in small letters. */
export function stemByPorter(word: string): string {
  if (word.length < 3) return word;
  let stem = word;
  for (const [ending, step] of STEPS) if (ending.test(stem)) stem = step(stem);
  return stem;
}

function createListedWords(): Map<string, string> {
  const forms = new Map<string, string>();
  for (const row of LISTED_WORDS.split(/[|\n]/)) {
    const [base = '', ...others] = row.trim().split(/\s+/);
    for (const form of [base, ...others]) forms.set(form, base);
  }
  return forms;
}
