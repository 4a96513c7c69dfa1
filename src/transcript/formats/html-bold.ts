/** Which elements of a web page are bold: by tag, by style, or by a class of its style sheet. */
import type { Element } from 'hast';

const BOLD = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i;
const NORMAL = /font-weight\s*:\s*(?:normal|lighter|[1-5]00)\b/i;

/** Names of classes that the page's own style sheets make bold, as Google Docs does. */
export function boldClasses(text: string): Set<string> {
  const names = new Set<string>();
  if (!BOLD.test(text)) return names;
  for (const rule of text.split('}')) {
    const brace = rule.lastIndexOf('{');
    if (brace < 0 || !BOLD.test(rule.slice(brace))) continue;
    for (const [, name] of rule.slice(0, brace).matchAll(/\.([\w-]+)\s*(?=,|$)/g)) if (name) names.add(name);
  }
  return names;
}

const EMPHASIZING = new Set(['b', 'strong', 'i', 'em']);

/** Whether text in the element is bold or italic, given whether the text around it is. */
export function isBoldElement(element: Element, classes: ReadonlySet<string>, around = false): boolean {
  const { style, className } = element.properties;
  if (typeof style === 'string' && NORMAL.test(style)) return false;
  if (typeof style === 'string' && BOLD.test(style)) return true;
  if (Array.isArray(className) && className.some((name) => classes.has(String(name)))) return true;
  return around || EMPHASIZING.has(element.tagName);
}
