/** Cells that hold several quotes: how they are joined, taken apart again and made to fit. */

/** An empty line, which no quote has inside. */
const BETWEEN = '\n\n';

/** One cell of all quotes. */
export function joinQuotes(quotes: readonly string[]): string {
  return quotes.map((quote) => quote.replace(/\n{2,}/g, '\n')).join(BETWEEN);
}

/** The quotes of a cell. */
export function splitQuotes(cell: string): string[] {
  return cell === '' ? [] : cell.split(BETWEEN);
}

/**
 * The cell cut to at most so many UTF-16 units, by whole quotes, with a line at its end that says how many are left out;
 * `undefined` where not even the first has room. A spreadsheet holds 32,767 in a cell.
 */
export function cutQuotes(cell: string, most: number): string | undefined {
  if (cell.length <= most) return cell;
  const quotes = splitQuotes(cell);
  const room = most - BETWEEN.length - describeLeftOut(quotes.length, most).length;
  let length = 0;
  let kept = 0;
  for (const quote of quotes) {
    const longer = length + (kept === 0 ? 0 : BETWEEN.length) + quote.length;
    if (longer > room) break;
    length = longer;
    kept++;
  }
  if (kept === 0) return undefined;
  return joinQuotes([...quotes.slice(0, kept), describeLeftOut(quotes.length - kept, most)]);
}

function describeLeftOut(quotes: number, most: number): string {
  const limit = String(most).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `[${quotes} more ${quotes === 1 ? 'quote is' : 'quotes are'} left out: a cell holds at most ${limit} characters]`;
}
