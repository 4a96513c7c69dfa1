/** Which words meet and which differ, language by language: the table that every change of the stemming must keep. */
import { describe, expect, test } from 'vitest';
import { findLanguage } from '../../src/text/languages/index.ts';
import type { Language } from '../../src/text/languages/language.ts';
import { stemKey } from '../../src/text/stem.ts';

const MUST_MEET: Record<string, string> = {
  nl: `rol rollen|grens grenzen|huis huizen|brief brieven|maatje maatjes|organisatie organisaties|begeleidt begeleiden begeleid begeleidde begeleiding
    coördinator coordinator Coördinatoren coordinators|cliënt cliént client CLIËNTEN cliënten|taak taken|eis eisen|kans kansen|mens mensen|wet wetten
    vrijwilliger vrijwilligers Vrijwilliger|collega collega's|probleem problemen|moeilijk moeilijke moeilijkheden
    help helpt helpen hielp geholpen|loopt lopen liep gelopen|afhaken haakt-af-niet|afhaakt afgehaakt afhaken afhaakte
    overneemt overgenomen overnemen|vertelt vertelde vertellen|opgebouwd opbouwen opbouwt|bezoekt bezocht bezoeken|werkt werken gewerkt werkte
    vertrouwen vertrouwt vertrouw|leven leeft geleefd|teams team|functioneert functioneren|gewaardeerd waarderen waardeert
    verwachting verwachtingen verwacht verwachten|ervaring ervaringen ervaren ervaart|kind kinderen|stad steden|dag dagen|praat praten gepraat
    vraagt vragen gevraagd|koppelt gekoppeld koppelen|huisbezoek huisbezoeken|gesprek gesprekken|hoge hoog|grote groot|zware zwaar
    keuze keuzes|gemeente gemeentes gemeenten|gevoel gevoelens|lid leden|methode methodes|sociaal sociale|financieel financiele|vrij vrije|mooi mooie|verteld vertellen|betaald betalen|ondersteund ondersteunen|bedoelt bedoeld bedoelen
    omgaan omgaat omgegaan|aankunnen aankan|afspraak afspraken|week weken|coach coaches|advies adviezen|idee ideeën|opgelost oplossen|afgerond afronden|losgelaten loslaten|overgedragen overdragen draagt-over-niet|weggebleven wegblijven|stelt gesteld stellen|ondersteunt ondersteunen ondersteuning
    stukloopt stukgelopen stuklopen|tegenvalt tegenviel tegengevallen tegenvallen|doorverwijst doorverwezen doorverwijzen|opbloeit opgebloeid opbloeien
    aarzelt aarzelde aarzelen|teleurstelt teleurgesteld teleurstelling|bedankt bedankte bedanken|belemmert belemmerde belemmering|leegzuigt leeggezogen leegzuigen`,
  en: `volunteer volunteers|boundary boundaries|supervise supervision supervising|use used using|expect expects expected expecting
    role roles|ask asked asking|coordinator coordinators|visit visits visited visiting|client clients client's|try tries tried|child children|woman women|organisation organizations|community communities`,
};

const MUST_DIFFER: Record<string, string> = {
  nl: `kans kan|kansen kan|mens men|mensen men|wet weten|wet weet|één een|taak tak|taken takken|rol roeien|maat maatje|boom bom|bomen bommen
    aandacht denken|begeleid beleid|begeleiden beleid|eis ei|eisen eieren|grens gren|buurt buur|last las|gast gas|kast kas|test tes
    leven lever|weg wegen-niet|hulp help|werkelijk werk|netwerk werk|zijn zij|moet moed|was wassen|vrijwilliger vrijwilligster|wijk week|wijk weken|lijden geleden|lijden leden|geld geldt|bad bidt|bond gebonden|ouders ouderen|jongen jong|vroeg vragen|gevallen vallen|reden rijden|namen nemen|afgelopen afloop|opeens open|succes suc|macht mach|tocht toch`,
  en: `use us|need knee|her here|news new|business busy|ask as|aim am|end and|community communication|experience experiment|organization organ|mean meaning|internal international|general generous`,
};

describe.each(['nl', 'en'])('%s', (code) => {
  const language = findLanguage(code) as Language;
  const rows = (table: Record<string, string>) =>
    (table[code] ?? '').split(/[|\n]/).map((row) =>
      row
        .trim()
        .split(/\s+/)
        .filter((word) => !word.endsWith('-niet')),
    );

  test.each(rows(MUST_MEET))('%s meets its inflections', (...words) => {
    const [first = '', ...others] = words;
    for (const word of others) expect([word, stemKey(word, language)]).toEqual([word, stemKey(first, language)]);
  });

  test.each(rows(MUST_DIFFER).filter((row) => row.length === 2))('%s differs from %s', (one = '', other = '') => {
    expect(stemKey(one, language)).not.toBe(stemKey(other, language));
  });
});
