/** Words that stand for a role in speaker labels, and words that look like labels and are none. */

import { isSlip } from '../text/nearest-name.ts';

const words = (table: string): ReadonlySet<string> => new Set(table.trim().split(/\s*\|\s*/));

/** The one who asks, in the languages that transcripts and their tools use. */
export const INTERVIEWER_WORDS = words(
  `interviewer|interviewers|interviewster|moderator|onderzoeker|onderzoekster|researcher|gespreksleider|facilitator|host|int|iv
  |interviewerin|forscher|forscherin|moderatorin|moderatrice|entrevistador|entrevistadora|enquêteur|intervieweur|vraagsteller|vrager`,
);

/** The one who answers. */
export const RESPONDENT_WORDS = words(
  `respondent|respondente|interviewee|participant|participante|geïnterviewde|geinterviewde|deelnemer|deelneemster|resp
  |befragte|befragter|befragte person|entrevistado|entrevistada|guest|gast|informant|cliënt|client|patiënt|patient|proband|probandin`,
);

/** Labels that transcription programs invent: certainly speakers, of an unknown role. */
export const SPEAKER_WORDS = words(
  'speaker|speaker_s|spreker|unknown speaker|unknown|onbekend|onbekende spreker|sprecher|sprecherin|locuteur|hablante|person|persoon|voice|stem|spk|speaker a|speaker b|speaker c|speaker d|spreker a|spreker b|spreker c|spreker d',
);

/** Normalised names of those who neither ask nor answer, or of whom nothing is known. */
export const ASIDE_WORDS = words(
  'unknown speaker|unknown|onbekend|onbekende spreker|onbekende|tolk|notulist|observant|observator|obs|interpreter|translator|note taker|notetaker|observer|multiple speakers|meerdere sprekers',
);

/** Words for people who may say something once: speakers even then, of an unknown role. */
export const PERSON_WORDS = words(
  `moeder|vader|partner|man|vrouw|echtgenoot|echtgenote|dochter|zoon|broer|zus|buurman|buurvrouw|tolk|notulist|observant|observator|allen|iedereen|beiden|beide|allebei|samen|obs|meerdere sprekers|meerdere deelnemers|onbekende
  |mother|father|husband|wife|daughter|son|brother|sister|interpreter|translator|note taker|notetaker|observer|all|everyone|both|multiple speakers|female voice|male voice`,
);

/** Single letters mean something only as a pair: the first of a row asks, the others answer. */
export const LETTER_PAIRS: readonly (readonly [string, ...string[]])[] = [
  ['i', 'r', 'b', 'g', 'p'],
  ['q', 'a'],
  ['v', 'a'],
  ['vraag', 'antwoord'],
  ['question', 'answer'],
  ['frage', 'antwort'],
];

/** Normalised names that are remarks or headings, however often they recur. */
export const NO_LABELS = words(
  `note|notes|nb|n.b.|ps|p.s.|let op|opmerking|opmerkingen|noot|hint|tip|attention|http|https|re|cc|ik|memo|notitie|thema|theme|topic|onderdeel|van|aan|doel|ten eerste|ten tweede|ten derde
  |datum|date|plaats|place|locatie|location|duur|duration|tijd|time|titel|title|onderwerp|subject|url|bestand|file|uur|u|pm|am|min|transcript
  |interview|interview date|interviewdatum|aanwezig|present|case study|background|achtergrond|conclusie|conclusion|samenvatting|summary
  |voorbeeld|example|bijvoorbeeld|for example|kortom|dus|because|want|namely|namelijk|en|maar|of|toen|zo|ja|nee|and|but|so|or|then|yes|no|taal|language|audio|naam|name|project
  |yeah|okay|ok|oké|oke|right|sure|exactly|precies|inderdaad|klopt|hm|hmm|mm|mhm|uh|um|eh|nou|tja|goed|well`,
);

/** The role that a normalised name says by itself: a role word, with a number or a name behind it (`interviewer 2`, `respondent jan`). */
export function roleWordOf(name: string): 'interviewer' | 'respondent' | undefined {
  const first = name.split(' ')[0] ?? '';
  for (const word of [withoutNumber(name), first.length >= SHORTEST_ROLE_WORD ? first : '']) {
    if (INTERVIEWER_WORDS.has(word)) return 'interviewer';
    if (RESPONDENT_WORDS.has(word)) return 'respondent';
  }
  return undefined;
}

/** Words for a role, of six letters or more, from which the word differs by one letter. */
export function nearRoleWords(word: string): string[] {
  return [...INTERVIEWER_WORDS, ...RESPONDENT_WORDS].filter((role) => role.length >= 6 && isSlip(word, role));
}

/** Shorter words may begin a name of their own: `Int Veld`. */
const SHORTEST_ROLE_WORD = 5;

/** A name without the number behind it: `respondent 2` → `respondent`. */
export function withoutNumber(name: string): string {
  return name.replace(/[\s_]*\d+$/, '');
}
