/** Parses HTML with rehype-parse; a file of its own, so that it is loaded when there is HTML to read. */
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { Refusal } from '../../containers/refusal.ts';

const parser = unified().use(rehypeParse).freeze();

/** Tags that a parser opens again in every later paragraph when they are not closed, once for each set of attributes. */
const REOPENED_TAG = /<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/]([^>]*)(?:>|$)/gi;
const NORMAL = /font-weight\s*:\s*(?:normal|[1-5]00)/i;

/**
 * The tree of a page, as a browser would make it; attributes that could make the tree grow without end are left out.
 * Throws a refusal for elements in one another without end, which the parser would search at each tag.
 */
export function parseHtml(text: string): Root {
  checkDepth(text);
  const bounded = text.replace(REOPENED_TAG, (_, name: string, attributes: string) =>
    NORMAL.test(attributes) ? `<${name} style="font-weight:normal">` : `<${name}>`,
  );
  return parser.parse(bounded);
}

const DEEPEST = 500;
/** Elements that end without an end tag, or have no content. */
const UNCLOSED = new Set(
  'a area base body br col dd dt embed head hr html img input li link meta option p param source tbody td tfoot th thead tr wbr'.split(
    ' ',
  ),
);

function checkDepth(text: string): void {
  const depths = new Map<string, number>();
  for (const [, slash, written] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)(?=[\s>/])/gi)) {
    const name = written?.toLowerCase() ?? '';
    if (UNCLOSED.has(name)) continue;
    const depth = Math.max(0, (depths.get(name) ?? 0) + (slash ? -1 : 1));
    depths.set(name, depth);
    if (depth > DEEPEST)
      throw new Refusal(
        `Unexpected nesting of more than ${DEEPEST} ${name} elements`,
        'open the page in a word processor or browser and save it as text',
      );
  }
}
