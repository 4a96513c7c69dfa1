/** Tells which columns of a list of coded segments hold what, by the headings that programs write. */

export interface SegmentColumns {
  document: number;
  code: number;
  segment: number;
  codeId?: number;
  group?: number;
  coder?: number;
  /** First paragraph. */
  begin?: number;
  weight?: number;
  memo?: number;
  /** What QualCoder calls a passage; it tells texts from pictures. */
  id?: number;
  /** Categories above the code, the nearest first, as QualCoder lists them. */
  categories: number[];
}

/**
 * MAXQDA's in English, German and Dutch; Taguette's `id, document, tag, content`; QualCoder's `File, Coder, Coded, Id, Codename,
 * Coded_Memo, Category …`; our own. Of several headings for one thing the earlier in the list is taken.
 */
const HEADINGS = {
  document: ['document name', 'document', 'dokumentname', 'dokument', 'documentnaam', 'filename', 'file', 'source'],
  code: ['code', 'codename', 'code name', 'tag', 'kode', 'codes'],
  segment: [
    'segment',
    'coded segment',
    'coded',
    'content',
    'quotation content',
    'quotation',
    'quote',
    'text',
    'citaat',
  ],
  codeId: ['code id'],
  group: ['document group', 'dokumentgruppe', 'documentgroep'],
  coder: [
    'coder',
    'owner',
    'created by',
    'author',
    'erstellt von',
    'autor',
    'gemaakt door',
    'auteur',
    'codierer',
    'modified by',
    'bearbeitet von',
    'gewijzigd door',
  ],
  begin: ['begin', 'beginning', 'start', 'anfang', 'beginn'],
  weight: ['weight', 'weight score', 'gewicht', 'gewichtung', 'gewichtscore'],
  memo: ['comment', 'memo', 'coded memo', 'kommentar', 'opmerking'],
  id: ['id'],
} as const;

/** Undefined for what is no such list: one without documents, codes or what is coded. */
export function findSegmentColumns(cells: readonly string[]): SegmentColumns | undefined {
  const titles = cells.map((cell) =>
    cell
      .slice(0, 60)
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' '),
  );
  const find = (key: keyof typeof HEADINGS): number | undefined => {
    for (const heading of HEADINGS[key]) if (titles.includes(heading)) return titles.indexOf(heading);
    return undefined;
  };
  const [document, code, segment] = [find('document'), find('code'), find('segment')];
  if (document === undefined || code === undefined || segment === undefined) return undefined;
  const others = (['codeId', 'group', 'coder', 'begin', 'weight', 'memo', 'id'] as const).flatMap((key) => {
    const at = find(key);
    return at === undefined ? [] : [[key, at] as const];
  });
  const categories = titles.flatMap((title, at) => (title === 'category' ? [at] : []));
  return { document, code, segment, categories, ...Object.fromEntries(others) };
}
