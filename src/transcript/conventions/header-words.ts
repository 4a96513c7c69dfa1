/** Keys of the lines that people write above an interview: when, where, who, how long. */

const words = (table: string): ReadonlySet<string> => new Set(table.trim().split(/\s*\|\s*/));

/** Normalised; never a speaker. */
export const HEADER_KEYS = words(
  `datum|datum interview|interviewdatum|datum van het interview|datum gesprek|opnamedatum|date|interview date|date of interview|interview-date|recording date|datum der aufnahme|fecha|date de l'entretien
  |plaats|locatie|plaats interview|locatie interview|place|location|venue|setting|ort|lugar|lieu|waar|where|gemeente|stad|city|regio|region|wijk|land|country
  |duur|duur interview|duur opname|tijdsduur|lengte|duration|length|dauer|duración|durée|tijd|tijdstip|time|aanvang|aanvangstijd|begintijd|eindtijd|starttijd|start|start time|end time|begin|einde|uhrzeit
  |titel|title|onderwerp|subject|topic|thema|project|projectnaam|studie|study|onderzoek|research|interview|interviewnummer|interview nummer|interview nr|interview number|interview no|interview id|interview-id|nummer|nr|no|number|code|id|casus|case|case id|dossiernummer|participant id|participant number|participant code|respondentnummer|respondent nummer|respondentnr|respondent nr|respondentcode|respondent id|respondent code|deelnemernummer|deelnemer nr|pseudoniem|pseudonym
  |functie|function|beroep|occupation|profession|job|job title|position|rol|role|baan|werk|werkzaam bij|werkervaring|ervaring|experience|years of experience|jaren ervaring|organisatie|organisation|organization|instelling|institution|bedrijf|company|afdeling|department|team|opleiding|education|niveau|level
  |leeftijd|age|geslacht|gender|sex|geboortejaar|year of birth|nationaliteit|nationality|burgerlijke staat|marital status|gezinssituatie|woonsituatie|woonplaats|residence|etniciteit|ethnicity
  |bestand|bestandsnaam|file|filename|file name|audio|audiobestand|audio file|audio bestand|opname|opnamebestand|recording|recording file|recorder|apparaat|medium|media|via|taal|language|sprache|idioma|transcribent|transcribeur|transcriptie|transcriptie door|getranscribeerd door|uitgewerkt door|transcribed by|transcriber|transcription|transcript|transcription date|datum transcriptie|transcriptiedatum|versie|version|status
  |aanwezig|aanwezigen|aanwezig zijn|present|attendees|deelnemers|participants|geïnterviewden|interviewees|interviewers|sprekers|speakers|contactpersoon|contact|toestemming|informed consent|consent|bijzonderheden|opmerkingen|opmerking|notities|notes|remarks|comments|context|inleiding|introductie|introduction|achtergrond|background|samenvatting|summary|legenda|legend|afkortingen|jaar|year|soort interview|type|type interview|interview type|methode|method|wijze van afname|url|bron|source|website|link|copyright|licentie|license`,
);

/** Normalised lines that head a header. */
export const HEADER_TITLES = words(
  'legenda|legend|legende|key|afkortingen|gebruikte afkortingen|abbreviations|sprekers|speakers|deelnemers|participants|gegevens|transcriptieconventies|transcription conventions',
);

/** What else `language` is called. */
export const LANGUAGE_KEYS = words('taal|language|sprache');
