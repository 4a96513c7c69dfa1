/** Words that transcribers write in brackets for what is heard or seen, not said. */

const alternatives = (table: string): string =>
  table
    .trim()
    .split(/\s*\|\s*/)
    .join('|');

/** Words with which such a mark begins. */
export const MARK_WORDS = alternatives(
  `lacht|lachen|lachend|gelach|gelachen|glimlacht|grinnikt|zucht|zuchten|zuchtend|stilte|lange stilte|korte stilte|pauze|lange pauze|korte pauze|hoest|kucht|huilt|huilend|huilen|snikt|fluistert|fluisterend
  |onverstaanbaar|niet te verstaan|slecht verstaanbaar|onduidelijk|telefoon|telefoon gaat|deurbel|bel gaat|gezamenlijk gelach|applaus|muziek|ruis|gestommel|door elkaar|praten door elkaar|onderbreking|einde opname|begin opname|cursief|lach|sarcastisch|ironisch|emotioneel|geëmotioneerd|verwijst naar
  |laughs?|laughter|laughing|laughingly|chuckles?|chuckling|giggles?|sighs?|sighing|pause|long pause|short pause|silence|coughs?|coughing|cries|crying|sobs|whispers?|whispering|unintelligible|inaudible|indistinct|unclear|crosstalk|cross talk|overlap|overlapping|overlapping speech|applause|music|background noise|noise|phone rings|sniffs|sniffles|clears throat|interruption|tape ends|recording stops|both laugh|all laugh
  |risas|ríe|no se entiende|rit|rires|inaudible|lacht auf|unverständlich|seufzt|räuspert sich|schweigt`,
);

/** Verbs of what somebody is seen to do. */
export const MARK_VERBS = alternatives(
  `kijkt|wijst|pakt|knikt|schudt|zwijgt|aarzelt|snuift|slikt|glimlacht|gebaart|gaapt|schraapt|haalt diep adem|haalt adem|haalt de schouders|haalt zijn schouders|haalt haar schouders|neemt een slok|drinkt|begint te huilen|begint te lachen|moet lachen|moeten lachen|staat op|loopt weg|loopt naar|komt binnen|komt terug|schenkt|opent de|imiteert|doet de deur|krijgt tranen|houdt even op|denkt na|denkt even na|wordt geklopt|wordt gebeld|gaat de telefoon|telefoon gaat|laat een|leest voor|zet een stem op|telt op
  |looks|points|nods|shakes|shrugs|smiles|gestures|hesitates|clears|takes a sip|takes a deep|sips|stands up|gets up|walks|leaves the|enters|begins to cry|starts to cry|starts crying|starts laughing|opens the|shows|picks up|pauses|yawns|imitates|knocks|claps|thinks for|reads aloud|makes a gesture|mimics`,
);
