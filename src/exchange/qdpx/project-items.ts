/** Goes through the XML of a project item by item, so that one source, case or note is in memory at a time. */
import { localName } from '../../codebook/formats/refi-codes.ts';
import { Refusal } from '../../containers/refusal.ts';
import { scanXml, type XmlElement } from '../../containers/xml.ts';

/** `container` is the local name of what the item stands in; empty for what stands in the project itself. */
export type TakeItem = (item: XmlElement, container: string) => void;

/** What holds items; everything else directly in the project is one. */
const CONTAINERS = new Set(['Users', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs']);
/** Elements of one item, and of the whole: each takes some hundred bytes while its item is read, and what is kept of it later. */
const MOST_OF_ITEM = 1_000_000;
const MOST_ELEMENTS = 6_000_000;
const HINT = 'it was made to do harm, or is far larger than a study: export it in parts';

/** Gives the project element, without children; `most` is the number of elements that one item may have. Throws a refusal for XML that is broken, hostile or no project. */
export function scanProject(bytes: Uint8Array, part: string, take: TakeItem, most = MOST_OF_ITEM): XmlElement {
  let project: XmlElement | undefined;
  let container: string | undefined;
  let open: XmlElement[] = [];
  let ofItem = 0;
  let all = 0;
  scanXml(bytes, part, {
    open(element) {
      if (++all > MOST_ELEMENTS || ++ofItem > most) throw new Refusal(`Unexpected number of elements in ${part}`, HINT);
      if (!project) {
        if (localName(element) !== 'Project')
          throw new Refusal(`Unexpected XML with <${element.name}>, expected <Project>`, 'export the project again');
        project = element;
      } else if (open.length === 0 && container === undefined && CONTAINERS.has(localName(element)))
        container = localName(element);
      else {
        open.at(-1)?.children.push(element);
        open.push(element);
      }
    },
    close() {
      const element = open.pop();
      if (element && open.length === 0) {
        take(element, container ?? '');
        open = [];
        ofItem = 0;
      } else if (!element) container = undefined;
    },
    text: (text) => void open.at(-1)?.children.push(text),
  });
  if (!project) throw new Refusal(`Unexpected end of ${part}`, HINT);
  return project;
}
