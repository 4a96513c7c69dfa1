/** Which styles of an OpenDocument text are bold or italic, their parents' included. */
import type { XmlElement } from '../../containers/xml.ts';

interface Style {
  parent: string | undefined;
  weight: string | undefined;
}

/** Styles that say whether they are bold, by name; later documents override earlier ones. */
export function readBoldStyles(documents: XmlElement[]): Map<string, boolean> {
  const styles = new Map<string, Style>();
  for (const document of documents) collectStyles(document, styles);
  const bold = new Map<string, boolean>();
  for (const name of styles.keys()) {
    const weight = weightOf(name, styles);
    if (weight !== undefined) bold.set(name, weight === 'bold' || Number(weight) >= 600);
  }
  return bold;
}

const FAMILIES = new Set(['text', 'paragraph']);
const DEEPEST = 20;

function collectStyles(element: XmlElement, styles: Map<string, Style>): void {
  for (const node of element.children) {
    if (typeof node === 'string' || node.name === 'office:body') continue;
    const { 'style:name': name, 'style:family': family, 'style:parent-style-name': parent } = node.attributes;
    if (node.name !== 'style:style') collectStyles(node, styles);
    else if (name !== undefined && FAMILIES.has(family ?? '')) styles.set(name, { parent, weight: ownWeight(node) });
  }
}

function ownWeight(style: XmlElement): string | undefined {
  for (const node of style.children) {
    if (typeof node !== 'object' || node.name !== 'style:text-properties') continue;
    const { 'fo:font-weight': weight, 'fo:font-style': slant } = node.attributes;
    return slant === 'italic' || slant === 'oblique' ? 'bold' : weight;
  }
  return undefined;
}

function weightOf(name: string, styles: ReadonlyMap<string, Style>): string | undefined {
  let style = styles.get(name);
  for (let depth = 0; style && depth < DEEPEST; depth++) {
    if (style.weight !== undefined) return style.weight;
    style = style.parent === undefined ? undefined : styles.get(style.parent);
  }
  return undefined;
}
