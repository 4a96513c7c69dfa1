/** Texts for XML: what XML may not hold is left out, and what it would read otherwise is escaped. */

/** For text and for attributes in double quotes; line ends and tabs are kept where blanks would be read. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]|\p{Surrogate}/gu, '')
    .replace(/[&<>"\t\n\r]/g, (found) => ENTITIES[found] ?? `&#${found.charCodeAt(0)};`);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
