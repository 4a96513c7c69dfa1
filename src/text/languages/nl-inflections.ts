/** Tables of Dutch inflections that no stemmer undoes: strong and weak verbs, irregular plurals, loanwords in -s. */

/** Infinitive, then its other forms. Forms with a particle (`afgehaakt`, `overneemt`) follow from these. */
const STRONG_VERBS = `
  bakken bak bakt bakte bakten gebakken|beginnen begin begint begon begonnen|begrijpen begrijp begrijpt begreep begrepen
  bewegen beweeg beweegt bewoog bewogen|bewijzen bewijs bewijst bewees bewezen|bezoeken bezoek bezoekt bezocht bezochten
  bidden bid bidt gebeden|bieden bied biedt bood boden geboden|bijten bijt beet beten gebeten
  binden bind bindt gebonden|blijken blijk blijkt bleek bleken gebleken|blijven blijf blijft bleef bleven gebleven
  breken breek breekt brak braken gebroken|brengen breng brengt bracht brachten gebracht
  denken denk denkt dacht dachten gedacht|doen doe doet deed deden gedaan|dragen draag draagt droeg droegen gedragen
  drinken drink drinkt dronk dronken gedronken|dwingen dwing dwingt dwong dwongen gedwongen
  eten eet at aten gegeten|genieten geniet genoot genoten|geven geef geeft gaf gaven gegeven
  geldend geldt gold golden gegolden|grijpen grijp grijpt greep grepen gegrepen
  hangen hang hangt hing hingen gehangen|helpen help helpt hielp hielpen geholpen
  houden houd hou houdt hield hielden gehouden|kiezen kies kiest koos kozen gekozen
  kijken kijk kijkt keek keken gekeken|komen kom komt kwam kwamen gekomen|kopen koop koopt kocht kochten gekocht
  krijgen krijg krijgt kreeg kregen gekregen|kruipen kruip kruipt kroop kropen gekropen
  lachen lach lacht lachte lachten gelachen|laten laat liet lieten gelaten|lezen lees leest las lazen gelezen
  liegen lieg liegt loog logen gelogen|liggen lig ligt lag gelegen|lijden lijd lijdt leed
  lijken lijk lijkt leek leken geleken|lopen loop loopt liep liepen gelopen|nemen neem neemt nam namen genomen
  raden raad raadt ried raadde geraden|rijden rijd rijdt reed gereden|roepen roep roept riep riepen geroepen
  ruiken ruik ruikt geroken|scheiden scheid scheidt scheidde gescheiden|schieten schiet schoten geschoten
  schrijven schrijf schrijft schreef schreven geschreven|schrikken schrik schrikt schrok schrokken geschrokken geschrikt
  schuiven schuif schuift schoof schoven geschoven|slaan sla slaat sloeg sloegen geslagen|slapen slaap slaapt sliep sliepen geslapen
  sluiten sluit gesloten|snijden snijd snijdt sneed sneden gesneden|spreken spreek spreekt sprak spraken gesproken
  staan sta staat stond stonden gestaan|steken steek steekt stak staken gestoken|sterven sterf sterft stierf stierven gestorven
  stijgen stijg stijgt steeg stegen gestegen|strijden strijd strijdt streed streden gestreden
  treden treed treedt trad traden getreden|treffen tref treft trof troffen getroffen|trekken trek trekt trok trokken getrokken
  vallen val valt viel vielen gevallen|vangen vang vangt ving vingen gevangen|varen vaar vaart gevaren
  vechten vecht vochten gevochten|verdwijnen verdwijn verdwijnt verdween verdwenen|vergeten vergeet vergat vergaten
  verliezen verlies verliest verloor verloren|vinden vind vindt vond vonden gevonden|vliegen vlieg vliegt vloog vlogen gevlogen
  vragen vraag vraagt vroegen gevraagd vraagd|wassen was wast waste gewassen|weten weet wist wisten geweten
  werven werf werft wierf wierven geworven|wijken wijkt geweken|wijzen wijs wijst wees wezen gewezen
  winnen win wint won wonnen gewonnen|zeggen zeg zegt zei zeiden gezegd|zenden zend zendt zond zonden gezonden
  zien zie ziet zag zagen gezien|zingen zing zingt zong zongen gezongen|zinken zink zinkt zonk zonken gezonken
  zitten zit zat zaten gezeten|zoeken zoek zoekt zocht zochten gezocht|zwijgen zwijg zwijgt zweeg zwegen gezwegen
  zwemmen zwem zwemt zwom zwommen gezwommen|mijden mijd mijdt meed meden gemeden|springen spring springt sprong sprongen gesprongen
  wringen wring wringt wrong wrongen gewrongen|zuigen zuig zuigt zoog zogen gezogen
  gaan ga gaat ging gingen gegaan|kunnen kan kunt kon konden gekund`;

/** Regular verbs; their forms are made by rule. `tekenen:teken` gives the stem where spelling does not. */
const WEAK_VERBS = `
  aaien aarzelen:aarzel antwoorden:antwoord balen belemmeren:belemmer bellen bereiken betalen botsen bouwen branden brommen dekken delen dienen douchen draaien dreigen
  dringen drukken duren durven duwen dwalen eisen erven fietsen gebeuren:gebeur gebruiken gedragen geloven gillen gooien groeien
  gunnen haken halen handelen:handel haten heersen herkennen hopen horen huilen huren instrueren jagen kampen kennen keren
  klagen klappen klikken kloppen knappen koken koppelen:koppel kosten kwetsen lasten leggen leiden lenen leren letten leunen
  leven leveren:lever luisteren:luister lukken maken melden menen merken missen moeien noemen oefenen:oefen openen:open opvoeden
  passen peilen plaatsen plakken plannen plegen praten proberen:probeer raken redden regelen:regel reizen rekenen:reken remmen
  richten rijgen roddelen:roddel rusten schakelen:schakel schatten schelden schenken scholen schoonmaken signaleren:signaleer
  sjouwen slepen smeken sparen spelen spannen starten stellen steunen stoppen storen storten straffen studeren:studeer
  sturen tekenen:teken tellen tillen toetsen tonen troosten trouwen twijfelen:twijfel uiten vatten vegen veranderen:verander
  verbazen vervullen vieren voeden voelen voeren volgen vormen vrezen vullen wachten wagen waken wandelen:wandel
  wegen weigeren:weiger wekken wennen wensen wenden werken willigen wisselen:wissel wonen zakken zetten zorgen
  doelen beteren:beter perken huizen wikkelen:wikkel eindigen:eindig ronden snappen roken schamen lossen pakken nodigen:nodig
  putten klussen kletsen poetsen ruimen zeuren zuchten fluisteren:fluister mopperen:mopper vervelen beseffen lozen ontmoeten wantrouwen
  claimen coachen trainen matchen checken mailen appen
  bloeien danken hechten hinderen:hinder klampen knellen stralen stranden temperen:temper worstelen:worstel zadelen:zadel`;

/** Base form, then what Snowball does not lead back to it. */
const NOUNS = `
  kind kinderen|stad steden|lid leden|schip schepen|smid smeden|dag dagen|weg wegen|dak daken|glas glazen|god goden|hof hoven
  bad baden|blad bladen bladeren|gat gaten|pad paden|graf graven|hol holen|lot loten|slot|oorlog oorlogen|gebed gebeden
  gebrek gebreken|verbod verboden|bevel bevelen|spel spellen|ei eieren|rund runderen|lied liederen|gemoed gemoederen
  volk volkeren|mogelijkheid mogelijkheden|gezinslid gezinsleden|familielid familieleden|teamlid teamleden|groepslid groepsleden
  binnenstad binnensteden|probleem problemen probleempje probleempjes|contact contactje contactjes
  week weken|naam namen|geval gevallen|reden redenen|afspraak afspraken|uitspraak uitspraken|aanspraak aanspraken
  voer|bond bonden|schoot|rook|vocht|vroeg|advies adviezen|crisis crises crisissen|idee ideeen|bestuurslid bestuursleden
  coach coaches|match matches|broer broers|zoon zoons zonen|keuken keukens|niveau niveaus|cadeau cadeaus|bureau bureaus|gevoel gevoelens
  team teams|film films|club clubs|tip tips|app apps|flat flats|job jobs|blog blogs|chat chats|mail mails|trip trips|buddy buddys buddies|pup pups`;

const VERB_PARTICLES =
  'aan achter af bij binnen deel door in langs leeg los mee mis na neer om onder op open over rond samen stuk tegen teleur terug toe tussen uit vast vol voor voorbij weer weg klaar kwijt thuis';
const PREFIXES = 'be ver ont her er';

/** Nouns that only look like a particle or prefix with a verb form. */
const NO_VERBS = new Set(
  'aandacht overzicht verstand bestand herstel omweg uitweg ontrouw vertrouw overwerk'.split(' '),
);

/** Words that Snowball or spelling would lead to another word: base form, then its inflections. */
const KEPT_APART = 'oudere ouderen|jongen jongens|afgelopen';
const apart = new Map(
  KEPT_APART.split('|').flatMap((row) =>
    row.split(' ').map((form): [string, string] => [form, row.split(' ')[0] ?? form]),
  ),
);

/** The key of a word that is kept apart from its stem, as the elderly (ouderen) from the parents (ouders). */
export function keptApart(folded: string): string | undefined {
  return apart.get(folded);
}

let tables: { words: Map<string, string>; verbs: Map<string, string> } | undefined;

/** The base form (infinitive or singular) of a folded inflected form, or `undefined` where the tables say nothing. */
export function irregularForms(folded: string): string | undefined {
  tables ??= createTables();
  return tables.words.get(folded) ?? undoVerbInEren(folded) ?? undoPrefixed(folded, tables.verbs);
}

/** `functioneert`, `gewaardeerd`, `registreerde` → functioneren, waarderen, registreren. */
function undoVerbInEren(folded: string): string | undefined {
  if (!folded.includes('eer')) return undefined;
  const match = /^(?:ge)?(.{3,}[^aeiou])eer(?:t|d|de|den)$/.exec(folded);
  return match && folded !== 'verkeerd' ? `${match[1]}eren` : undefined;
}

/** `afgehaakt` → afhaken, `doorverwijst` → doorverwijzen, `vertelde` → vertellen; but never be + geleid. */
function undoPrefixed(folded: string, verbs: Map<string, string>, kinds = PREFIX_KINDS): string | undefined {
  if (NO_VERBS.has(folded)) return undefined;
  for (const { prefixes, separable } of kinds) {
    for (const prefix of prefixes.get(folded.charAt(0)) ?? []) {
      const rest = folded.startsWith(prefix) ? folded.slice(prefix.length) : '';
      if (rest.length < SHORTEST_REST || (!separable && rest.startsWith('ge'))) continue;
      const infinitive = verbs.get(rest) ?? (separable ? undoPrefixed(rest, verbs, INSEPARABLE) : undefined);
      if (infinitive?.endsWith('n') && infinitive !== rest) return prefix + infinitive;
    }
  }
  return undefined;
}

const SHORTEST_REST = 3;
const INSEPARABLE = [{ prefixes: byFirstLetter(PREFIXES.split(' ')), separable: false }];
const PREFIX_KINDS = [{ prefixes: byFirstLetter(VERB_PARTICLES.split(' ')), separable: true }, ...INSEPARABLE];

function byFirstLetter(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) groups.set(word.charAt(0), [...(groups.get(word.charAt(0)) ?? []), word]);
  return groups;
}

/** Verbs stand in a table of their own, too: `gevallen` alone is the plural of a noun, and behind a particle a verb. */
function createTables(): { words: Map<string, string>; verbs: Map<string, string> } {
  const verbs = new Map<string, string>();
  for (const row of STRONG_VERBS.split(/[|\n]/)) addRow(verbs, row);
  for (const entry of WEAK_VERBS.trim().split(/\s+/)) {
    const [infinitive = '', given] = entry.split(':');
    for (const form of weakForms(given ?? verbStem(infinitive), infinitive)) setNew(verbs, form, infinitive);
  }
  const words = new Map<string, string>();
  for (const row of NOUNS.split(/[|\n]/)) addRow(words, row);
  for (const [form, infinitive] of verbs) setNew(words, form, infinitive);
  return { words, verbs };
}

function addRow(forms: Map<string, string>, row: string): void {
  const [base = '', ...others] = row.trim().split(/\s+/);
  for (const form of [base, ...others]) setNew(forms, form, base);
}

function setNew(forms: Map<string, string>, form: string, base: string): void {
  if (form !== '' && !forms.has(form)) forms.set(form, base);
}

/** Stem of a regular verb by spelling: praten → praat, zetten → zet, leven → leef. */
function verbStem(infinitive: string): string {
  const root = infinitive.slice(0, -2);
  const open = root.replace(/(^|[^aeiou])([aeou])([^aeiouwx])$/, '$1$2$2$3');
  return open
    .replace(/([a-z])\1$/, (pair) => (/[aeiou]/.test(pair) ? pair : pair.charAt(0)))
    .replace(/v$/, 'f')
    .replace(/z$/, 's');
}

/** All forms of a regular verb; t or d by the consonant before -en ('t kofschip). */
function weakForms(stem: string, infinitive: string): string[] {
  const dental = /(?:[tkfsp]|ch|x)$/.test(infinitive.slice(0, -2)) ? 't' : 'd';
  const present = stem.endsWith('t') ? stem : `${stem}t`;
  const participle = `ge${stem}${stem.endsWith(dental) ? '' : dental}`;
  return [
    infinitive,
    stem,
    present,
    `${stem}${dental}`,
    `${stem}${dental}e`,
    `${stem}${dental}en`,
    participle,
    `${participle}e`,
  ];
}
