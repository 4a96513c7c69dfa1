/** Text that Markdown shows as it is. */

/** Escapes what Markdown would read as markup, inside a line and at its beginning. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+]|=+)(?=\s|$)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2');
}
