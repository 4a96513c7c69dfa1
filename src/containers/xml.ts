/** Reads XML from a stranger into a plain tree; what could make it grow or never end is refused. */
import { SaxesParser } from 'saxes';
import { Refusal } from './refusal.ts';

export interface XmlElement {
  /** As written, with its prefix. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const DEEPEST = 256;
const MOST_ATTRIBUTES = 256;
const SUSPECT = 'open it in the program that made it and save it again';

/** The root element. Throws a refusal for what is not well-formed, declares a document type, or nests without end. */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const add = (child: XmlElement | string) => stack.at(-1)?.children.push(child);
  scanXml(bytes, part, {
    open(element) {
      add(element);
      stack.push(element);
    },
    close: () => stack.pop(),
    text: add,
  });
  const element = root.children.find((child) => typeof child === 'object');
  if (!element) throw new Refusal(`Unexpected end of ${part}`, SUSPECT);
  return element;
}

/** Only checks what `parseXml` would refuse; for parts that another program is going to read. */
export function checkXml(bytes: Uint8Array, part: string, open: (element: XmlElement) => void): void {
  scanXml(bytes, part, { open, close() {}, text() {} });
}

/** What is done at each piece of a document; an element has no children yet when it opens. */
export interface XmlHandlers {
  open(element: XmlElement): void;
  /** `name` as written. */
  close(name: string): void;
  text(text: string): void;
}

/** Goes through a document without making a tree of it, and refuses what `parseXml` does. */
export function scanXml(bytes: Uint8Array, part: string, handlers: XmlHandlers): void {
  const refuse = (reason: string) => {
    throw new Refusal(`Unexpected ${reason} in ${part}`, SUSPECT);
  };
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  parser.on('error', (error) => refuse(`XML (${error.message})`));
  parser.on('doctype', () => refuse('document type declaration'));
  parser.on('opentagstart', () => {
    attributes = 0;
    if (++depth > DEEPEST) refuse(`nesting of more than ${DEEPEST} levels`);
  });
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) refuse('number of attributes');
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open({ name, attributes, children: [] }));
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close(name);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  parser.write(decode(bytes, part)).close();
}

function decode(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`Unexpected bytes that are not UTF-8 in ${part}`, SUSPECT);
  }
}
