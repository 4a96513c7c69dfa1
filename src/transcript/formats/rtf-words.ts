/** Words and code pages of rich text (RTF 1.9.1): which groups hold no text, which words are characters. */
import { decodeWindows1252 } from '../../text/windows-1252.ts';

/** Destinations whose text is not part of the document; those marked `\*` are left out anyhow. */
export const SKIPPED: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf footnote ' +
    'listtext pntext annotation atnid atnauthor fldinst objdata listtable listoverridetable revtbl rsidtbl filetbl shpinst ' +
    'shprslt nonshppict xe tc rxe txe xmlnstbl themedata colorschememapping datastore latentstyles generator'
  ).split(' '),
);

/** Words that stand for a character. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  zwj: '\u200D',
  zwnj: '\u200C',
  zwbo: '\u200B',
  page: ' ',
  column: ' ',
};

/** Code page of a font by its `\fcharset`; 0 is the document's own. */
export const FONT_CODE_PAGES: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const ENCODINGS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

const decoders = new Map<number, (bytes: Uint8Array) => string>();

/** Text of bytes given as one char code each. Code pages that Node does not know are read as Windows-1252. */
export function decodeCodePage(bytes: string, codePage: number): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  const decode = decoders.get(codePage) ?? createDecoder(codePage);
  decoders.set(codePage, decode);
  return decode(Buffer.from(bytes, 'latin1'));
}

function createDecoder(codePage: number): (bytes: Uint8Array) => string {
  if (codePage === 1252) return decodeWindows1252;
  try {
    const decoder = new TextDecoder(ENCODINGS[codePage] ?? `windows-${codePage}`);
    return (bytes) => decoder.decode(bytes);
  } catch {
    return decodeWindows1252;
  }
}

/** What the words that matter for the text do. */
export const ACTIONS: Record<string, string> = {
  par: 'paragraph',
  sect: 'paragraph',
  nestcell: 'paragraph',
  line: 'line',
  lbr: 'line',
  cell: 'cell',
  row: 'row',
  b: 'bold',
  i: 'italic',
  plain: 'plain',
  pard: 'reset',
  intbl: 'inTable',
  s: 'style',
  outlinelevel: 'heading',
  f: 'font',
  uc: 'fallback',
  ansicpg: 'codePage',
  mac: 'mac',
  deleted: 'deleted',
};
