/** Dutch: Snowball's stemmer as `natural` has it, with a closing step for what it splits and what it throws together. */
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import { type Language, mergedRows, wordSet } from './language.ts';
import { irregularForms, keptApart } from './nl-inflections.ts';

/** What natural writes in capitals: without one of them there is nothing to do. */
const HAS_YI = /y|[aeiou]i[aeiou]/;

// Words come here folded. Of the ten letters that natural replaces each by a new pattern, none is left in them, and it
// takes most of its time.
stemmer.replaceAccentedCharacters = (word) => word;
const handleYI = stemmer.handleYI;
stemmer.handleYI = (word) => (HAS_YI.test(word) ? handleYI.call(stemmer, word) : word);

export const dutch: Language = {
  code: 'nl',
  name: 'Dutch',
  aliases: ['dutch', 'nederlands', 'niederländisch'],
  stemmer: 'Snowball Dutch (natural 8) with inflection tables',
  stem: stemDutch,
  functionWords: wordSet(`
    de het een der des den 't 'n ene zo'n zulk zulke dit dat deze die daar er hier ergens nergens overal waar
    ik jij je u hij zij ze wij we jullie hen hun haar hem mij me ons onze jou jouw mijn zijn z'n m'n d'r uw zich elkaar mekaar
    ieder iedere iedereen elk elke iemand niemand iets niets niks wat wie welk welke wiens men zelf zelfs ander andere anderen
    en of maar want dus noch dan als toen omdat doordat zodat hoewel terwijl tenzij mits indien voordat nadat totdat sinds
    in op aan af bij door met naar om onder over te tegen tot uit van via voor zonder tussen na achter boven binnen buiten naast rond per langs toe mee
    ben bent is was waren geweest wees heb hebt heeft hebben had hadden gehad word wordt worden werd werden geworden
    kan kun kunt kunnen kon konden gekund mag mogen mocht mochten moet moeten moest moesten zal zult zullen zou zouden
    wil wilt willen wilde wilden wou hoef hoeft hoeven hoefde hoefden ga gaat gaan ging gingen gegaan
    niet geen nooit nog al ook wel toch nou nu ja nee heel erg zeer zo hoe dus weer eens even eerst pas net bijna soms vaak altijd
    steeds straks opeens alleen allemaal alle alles veel meer meest weinig minder minst best beter gewoon eigenlijk misschien natuurlijk
    waarom wanneer hoeveel daarom daarna daarmee daarvan daarin daarop daarvoor ervan erbij ermee erop erin erover ervoor
    hierbij hiermee waarbij waarmee waarvan waarin dadelijk ooit mits zoals tijdens volgens behalve ongeveer teveel`),
  accentedWords: wordSet('één éen eén'),
  mergedWords: mergedRows(`
    geweld geweldig/geweldige|pauze paus|verkeer verkeerd/verkeerde verkering|verlof verloving|engel engels/engelse|
    wijs/wijze wijzen/wijst wezen|middel/middelen middelbare|letter letterlijk/letterlijke|voornaam voornamelijk|
    lever leveren/levert/geleverd|neger/negers negeren|ongeluk ongelukkig/ongelukkige|lijk lijken/lijkt/leek|
    aandoening aandoen|voorstel voorstelling|bekend/bekende bekennen|genoeg genoegen|kennis kennissen|bevalling bevallen/bevalt|
    achterlijk/achterlijke achteren|gemeenschap gemeenschappelijk/gemeenschappelijke|opzettelijk opzetten|roos/rozen roze|
    gerecht gerechtigheid|hitte hit|vier/vierde vieren/gevierd|acht achten|vast/vaste vasten|
    stel stellen/stelt/stelde/gesteld|persoon/personen persoonlijk/persoonlijke persoonlijkheid|gebruik gebruikelijk/gebruikelijke|
    aantrekkelijk/aantrekkelijke aantrekken|opmerking opmerkelijk/opmerkelijke|oppervlak oppervlakkig/oppervlakkige|
    behoren/behoort behoorlijk/behoorlijke|zekerheid zeker/zekere|werkelijkheid werkelijk/werkelijke|meerderheid meerdere|
    betrekking betrekkelijk|laat/late laten/liet/gelaten|staat staan/stond/gestaan|duur/dure duren/duurt/duurde/geduurd|aard aarde`),
  negations: wordSet('niet geen nooit niemand zonder niets niks'),
  negationUndoneBy: wordSet('alleen enkel slechts'),
  hesitations: /^(?:e+u*h+m*|u+h+m*|h+m+|m{2,}h*|[ao]h+)$/,
  abbreviations: wordSet(`
    dhr mw mevr mej dr drs ir ing mr prof ds st nr blz pag art afd tel bijv bv evt enz etc incl excl ca resp vgl zgn
    o.a i.v.m i.p.v d.w.z t.a.v m.b.t n.a.v a.d.h.v b.v m.n t.o.v o.i.d e.d t/m p.p z.s.m jl aug sept okt nov dec jan feb max min`),
};

/** Key of a folded Dutch word; the order is: irregular forms, plain endings, short words by their spelling, Snowball. */
function stemDutch(folded: string): string {
  const apart = keptApart(folded);
  if (apart !== undefined) return apart;
  const base = undoPlainEndings(irregularForms(folded) ?? folded);
  const short = stemShort(base);
  if (short !== undefined) return short;
  const stem = close(stemBySnowball(base.endsWith('l') ? shortenEnding(base) : base));
  return stem.length < SHORTEST_STEM ? base : stem;
}

/** `sociaal` → social, `financieel` → financiel. */
function shortenEnding(word: string): string {
  return word.replace(/([eiu])(?:aal|eel)$/, (ending) => ending.replace(/(.)\1/, '$1'));
}

/** What natural does to a folded word, which without one of these endings is nothing. */
export function stemBySnowball(word: string): string {
  if (!HAS_ENDING.test(word)) return word;
  // It stays set from a word before: else what a word's stem is would hang on the words before it.
  stemmer.suffixeRemoved = false;
  return stemmer.stem(word);
}

const HAS_ENDING = /(?:[es]|en|end|heid|ing|ig|lijk|baa?r|[^aeiou](?:aa|ee|oo|uu)[^aeiou])$/;

const SHORTEST_STEM = 4;
const ONE_SYLLABLE = /^[^aeiouy]*(?:ij|[aeiouy])+[^aeiouy]*$/;

/** `collega's` → collega, `organisaties` → organisatie, `maatjes` → maatje, `keuzes` → keuze, `vrije` → vrij, `begeleidt` → begeleid. */
function undoPlainEndings(word: string): string {
  if (word.endsWith("'s")) return word.slice(0, -2);
  if (word.endsWith('e') && /(?:ij|ooi|aai|oei|ui)e$/.test(word)) return word.slice(0, -1);
  if (word.endsWith('es') && /.{3}(?:i|j|[bdgkmnptvz])es$/.test(word)) return word.slice(0, -1);
  return word.endsWith('dt') ? word.slice(0, -1) : word;
}

/**
 * Words of one syllable, and what inflects from them, by the rules of Dutch spelling instead of Snowball, which would
 * make kans = kan, taak = tak and rol ≠ rollen. `undefined` for longer words.
 */
function stemShort(word: string): string | undefined {
  if (ONE_SYLLABLE.test(word)) return word;
  const withoutEnding = word.endsWith('en') ? word.slice(0, -2) : /[^aeiou]e$/.test(word) ? word.slice(0, -1) : '';
  if (withoutEnding.length < 2 || !ONE_SYLLABLE.test(withoutEnding)) return undefined;
  return close(lengthen(withoutEnding));
}

/** An open syllable closes: tak(en) → taak, gev(en) → geev; a doubled consonant already says that the vowel is short. */
function lengthen(stem: string): string {
  return stem.replace(/(^|[^aeiouy])([aeou])([^aeiouywx])$/, '$1$2$2$3');
}

const DOUBLED = /[bdfgklmnprst]$/;

/** Endings as Dutch writes them at the end of a word: rolls → rol, huiz → huis, briev → brief. */
function close(stem: string): string {
  const last = stem.at(-1);
  if (last === 'z') return `${stem.slice(0, -1)}s`;
  if (last === 'v') return `${stem.slice(0, -1)}f`;
  return last === stem.at(-2) && DOUBLED.test(stem) ? stem.slice(0, -1) : stem;
}
