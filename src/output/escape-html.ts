/** Text that HTML shows as it is. */
import { removeControls } from './format-cell.ts';

/** Escapes for elements and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return removeControls(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
