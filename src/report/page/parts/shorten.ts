/** Makes texts fit into pictures. */

/** At most so many characters, with an ellipsis where some are left out. */
export function shorten(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, Math.max(most - 1, 1)).join('')}…`;
}
