/** How page numbers and the heads and feet of printed pages look, for formats that have pages. */

/** A line that is nothing but a page number; group 1 is the number, group 2 that of all pages. */
export const PAGE_NUMBER =
  /^(?:(?:page|pagina|p|pag|blz|bladzijde|seite)\.?\s*)?[-–—|]?\s*(\d{1,4})\s*(?:(?:\/|of|van|von)\s*(\d{1,4}))?\s*[-–—|]?$/i;

/** The head that browsers print: date, time and title. */
export const PRINT_HEAD = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?\s+\S/i;
/** Their foot: address, page and number of pages. */
export const PRINT_FOOT = /^(?:https?|file):\/\/\S+\s+(\d{1,4})\/(\d{1,4})$/i;

/** What heads and feet of different pages have in common: digits do not matter, since the number of the page may be among them. */
export function furnitureKey(text: string): string {
  return text.trim().toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}
