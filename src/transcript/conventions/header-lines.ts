/** `Key: value` lines above the conversation, such as `Date: 12 May 2013`: document variables, not speech. */
import { createMessage } from '../../text/messages.ts';
import { findLabel } from '../labels.ts';
import { isLegend } from '../legend.ts';
import { normalizeName } from '../normalize-name.ts';
import { roleWordOf } from '../role-words.ts';
import { matchNames } from '../roles.ts';
import type { Block, Source, SourceLine } from '../source.ts';
import { type Convention, listLines } from './convention.ts';
import { HEADER_KEYS, HEADER_TITLES, LANGUAGE_KEYS } from './header-words.ts';

export const headerLines = {
  name: 'header-lines',
  apply(source: Source, path: string): Source {
    const lines = listLines(source.blocks);
    const top = readTop(source.blocks);
    const closing = readClosingLegend(lines);
    if (top.length === 0 && closing.length === 0) return source;
    const names = labelNames(lines);
    const header = [...chooseHeader(top, names), ...closing];
    if (header.length === 0) return source;
    const found = new Set(header.map(({ line }) => line));
    const { frontMatter, messages } = mergeHeader(source.frontMatter, header, names, path);
    return {
      blocks: source.blocks.flatMap((block) => takeOut(block, found)),
      frontMatter,
      messages: [...source.messages, ...messages],
    };
  },
} satisfies Convention;

interface TopLine {
  line: SourceLine;
  key: string;
  value: string;
  kind: 'known' | 'role' | 'other' | 'legend' | 'title';
}

const KEY_VALUE = /^(\p{L}[\p{L}\p{M}\p{N} ./()'’#-]{0,40}?) ?[:：](?:\s+(.*))?$/u;
const MOST_LINES = 60;
const MOST_TITLES = 4;
const LONGEST_TITLE = 100;

/** Lines from the top down to the first that can be no part of a header. */
function readTop(blocks: readonly Block[]): TopLine[] {
  const top: TopLine[] = [];
  let titles = 0;
  let seen = 0;
  for (const { kind, lines } of blocks)
    for (const line of lines) {
      if (seen++ === MOST_LINES) return top;
      const found = line.label ? undefined : readLine(line);
      if (found && found.kind !== 'known' && isSpoken(found.value)) return top;
      if (found) top.push(found);
      else if (kind === 'heading') continue;
      else if (line.label || ++titles > MOST_TITLES || line.text.length > LONGEST_TITLE) return top;
    }
  return top;
}

/** A legend may also stand below the conversation, under a title such as `Key`. */
function readClosingLegend(lines: readonly SourceLine[]): TopLine[] {
  const legend: TopLine[] = [];
  for (const line of lines.slice(-MOST_CLOSING).toReversed()) {
    const found = line.label ? undefined : readLine(line);
    if (found?.kind !== 'title' && !(found?.kind === 'legend' && line.text.includes('='))) break;
    legend.push(found);
  }
  return legend.some(({ kind }) => kind === 'legend') ? legend : [];
}

const MOST_CLOSING = 12;

function readLine(line: SourceLine): TopLine | undefined {
  const text = line.text.replace(/^[-*•]\s+/, '');
  if (isLegend(text)) return { line, key: '', value: '', kind: 'legend' };
  const [, key = '', value = ''] = KEY_VALUE.exec(text) ?? [];
  const name = normalizeName(key);
  if (HEADER_TITLES.has(normalizeName(text)) && value === '') return { line, key: '', value: '', kind: 'title' };
  if (name === '') return undefined;
  const kind = HEADER_KEYS.has(name) ? 'known' : roleWordOf(name) ? 'role' : 'other';
  return { line, key: key.normalize('NFC'), value: value.trim(), kind };
}

/** Which of the lines at the top are a header: known keys, what stands among them, and role words whose value is a name. */
function chooseHeader(top: readonly TopLine[], names: ReadonlyMap<string, number>): TopLine[] {
  const lastKnown = top.findLastIndex((line) => line.kind === 'known' && !recurs(line, names));
  const roles = top.filter(({ kind }) => kind === 'role');
  const introduced = roles.length > 1 && roles.every(({ value }) => isFullName(value));
  const isNamed = ({ value }: TopLine) =>
    introduced || (value.split(' ').length <= MOST_NAME_WORDS && matchNames(value, names.keys()).length > 0);
  const listed = listedLines(top);
  return top.filter((line, index) => {
    if (line.kind === 'legend' || line.kind === 'title' || listed.has(line)) return true;
    if (isSpoken(line.value)) return line.kind === 'known' && !recurs(line, names);
    if (line.kind === 'known') return !recurs(line, names);
    if (line.kind === 'role') return isNamed(line) || isInside(top, index, lastKnown);
    return line.key.length > LONGEST_LETTERS && isInside(top, index, lastKnown) && !recurs(line, names);
  });
}

const FULL_NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|den|der|van|von|ten|ter|te|da|el)(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|den|der|van|von|ten|ter|te|da|el)){1,4}$/u;
const GREETING =
  /^(?:goed|hallo|hoi|dag|welkom|dank|oké|oke|ok|ja|nee|hello|hi|hey|good|welcome|thank|yes|no|so|well)/i;

function isFullName(value: string): boolean {
  return FULL_NAME.test(value) && !GREETING.test(value);
}

/** Lines right below a title such as `Participants:` or a legend, one below the other: they say who the letters are. */
function listedLines(top: readonly TopLine[]): Set<TopLine> {
  const listed = new Set<TopLine>();
  top.forEach((line, index) => {
    const above = top[index - 1];
    const isList =
      above &&
      (listed.has(above) || above.kind === 'title' || (above.kind === 'legend' && !above.line.text.includes('=')));
    const isNear = above !== undefined && line.line.line - above.line.line === 1;
    if (isList && isNear && line.value !== '' && line.kind !== 'known' && !/[.?!…]$/.test(line.value)) listed.add(line);
  });
  return listed;
}

/** Above the last known key, or on the line right below it. */
function isInside(top: readonly TopLine[], index: number, lastKnown: number): boolean {
  if (lastKnown < 0) return false;
  if (index < lastKnown) return true;
  const rows = top.slice(lastKnown, index + 1).map(({ line }) => line.line);
  return rows.every((row, at) => at === 0 || row - (rows[at - 1] ?? 0) <= 1);
}

/** Whether the key begins other lines of the file, too, as only a speaker's label does. */
function recurs({ key }: TopLine, names: ReadonlyMap<string, number>): boolean {
  return (names.get(normalizeName(key)) ?? 0) > 1;
}

/** `I`, `R2`, `Int` are labels and no keys. */
const LONGEST_LETTERS = 3;
const MOST_WORDS = 14;
const MOST_NAME_WORDS = 6;

/** What is a sentence, and no value of a variable. */
function isSpoken(value: string): boolean {
  const words = value.split(/\s+/).length;
  return /[?!]$|\p{L}{5,}[.?!…]\s/u.test(value) || words > MOST_WORDS || (/[.…]$/.test(value) && words > 3);
}

function labelNames(lines: readonly SourceLine[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const line of lines) {
    const candidate = line.label ?? findLabel(line);
    if (!candidate) continue;
    const name = normalizeName(candidate.name);
    if (name !== '') names.set(name, (names.get(name) ?? 0) + 1);
  }
  return names;
}

/** Header lines become headings, which are shown and are nobody's. */
function takeOut(block: Block, header: ReadonlySet<SourceLine>): Block[] {
  if (block.kind === 'heading' || !block.lines.some((line) => header.has(line))) return [block];
  const blocks: Block[] = [];
  for (const line of block.lines) {
    const kind = header.has(line) ? 'heading' : 'text';
    const last = blocks.at(-1);
    if (last && kind === 'text' && last.kind === 'text') last.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks;
}

/** Front matter wins over header lines; the names of speakers go where front matter has them. */
function mergeHeader(
  frontMatter: Source['frontMatter'],
  header: readonly TopLine[],
  names: ReadonlyMap<string, number>,
  path: string,
): Pick<Source, 'frontMatter' | 'messages'> {
  const merged: Source['frontMatter'] = { ...frontMatter };
  const messages: Source['messages'] = [];
  for (const { line, key: written, value, kind } of header) {
    if (value === '' || written === '' || isSpoken(value)) continue;
    const role =
      kind === 'role' && matchNames(value, names.keys()).length > 0 ? roleWordOf(normalizeName(written)) : undefined;
    const key = role ?? toKey(written);
    const known = Object.entries(merged).find(([name]) => name.toLowerCase() === key);
    if (!known) merged[key] = value;
    else if (String(known[1]).trim().toLowerCase() !== value.toLowerCase() && Object.hasOwn(frontMatter, known[0])) {
      const reason = `The line \`${written}\` and the front matter differ; the front matter is taken`;
      messages.push(
        createMessage(reason, {
          rule: 'variable-conflict',
          severity: 'warning',
          path,
          position: { line: line.line, column: 1 },
        }),
      );
    } else if (role) merged[key] = `${String(known[1])}, ${value}`;
  }
  return { frontMatter: merged, messages };
}

function toKey(written: string): string {
  const key = written.toLowerCase().replace(/\s+/g, ' ').trim();
  return LANGUAGE_KEYS.has(key) ? 'language' : key;
}
