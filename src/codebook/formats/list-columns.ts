/** Tells which columns of a list of codes hold names, notes, colours and terms, by the headings that programs write. */
import { findLanguage } from '../../text/languages/index.ts';

export interface ListColumns {
  /** Names of codes; of several columns each is a level below the one before. */
  levels: number[];
  notes?: number | undefined;
  color?: number | undefined;
  /** `language` where the terms are in our own notation. */
  terms: { column: number; language?: string }[];
  /** Headings of columns with something else. */
  others: string[];
}

const HEADINGS = {
  name: /^(?:codes?|code ?names?|code ?system|codesystem|tags?|names?|naam|path|nodes?|thema'?s?|themes?|categor(?:y|ie)|kategorie|level ?\d|niveau ?\d|ebene ?\d)$/,
  level:
    /^(?:(?:sub-?)+(?:codes?|themes?|thema|categor(?:y|ie)|kategorie)|codes?|codename|level ?\d|niveau ?\d|ebene ?\d)$/,
  notes:
    /^(?:memos?|descriptions?|definitions?|definitie|beschrijving|omschrijving|beschreibung|toelichting|comments?)$/,
  color: /^(?:colou?r|kleur|farbe)$/,
  terms: /^(?:terms?|termen|keywords?|trefwoorden|zoektermen)(?: ?\((\w{2,3})\))?$/,
};

/** Undefined where no heading names the codes. */
export function findListColumns(cells: readonly string[]): ListColumns | undefined {
  const titles = cells.map((cell) => cell.slice(0, 100).trim().toLowerCase());
  const first = titles.findIndex((title) => HEADINGS.name.test(title));
  if (first < 0) return undefined;
  const columns: ListColumns = { levels: [first], terms: [], others: [] };
  for (const [index, title] of titles.entries()) {
    const terms = HEADINGS.terms.exec(title);
    const isNextLevel = index === (columns.levels.at(-1) ?? 0) + 1 && (title === '' || HEADINGS.level.test(title));
    if (index === first) continue;
    if (isNextLevel) columns.levels.push(index);
    else if (HEADINGS.notes.test(title) && columns.notes === undefined) columns.notes = index;
    else if (HEADINGS.color.test(title) && columns.color === undefined) columns.color = index;
    else if (terms) columns.terms.push({ column: index, ...readLanguage(terms[1]) });
    else if (title !== '') columns.others.push(cells[index]?.trim() ?? '');
  }
  return columns;
}

/** Without headings: the name, and what is said of it. */
export const PLAIN_COLUMNS: ListColumns = { levels: [0], notes: 1, terms: [], others: [] };

function readLanguage(code: string | undefined): { language?: string } {
  return code !== undefined && (code === 'any' || findLanguage(code)) ? { language: code } : {};
}
