/** The part of the address behind `#`: which view, what is selected, and how the view is set; so that back and links work. */

export const VIEWS = [
  { name: 'matrix', title: 'Code matrix' },
  { name: 'frequencies', title: 'Code frequencies' },
  { name: 'relations', title: 'Code relations' },
  { name: 'crosstab', title: 'Crosstab' },
  { name: 'quotes', title: 'Quotes' },
  { name: 'documents', title: 'Documents' },
  { name: 'method', title: 'Method' },
] as const;

export type ViewName = (typeof VIEWS)[number]['name'] | 'document';

export interface Address {
  view: ViewName;
  /** Ids of codes that are selected with their subcodes; all when empty. */
  codes: string[];
  /** Names of selected documents; all when empty. */
  documents: string[];
  /** Conditions `variable=value`: those of one variable are alternatives, different variables must all be met. */
  values: string[];
  /** Names of selected coders; all when empty. */
  coders: string[];
  /** Only segments with this text. */
  text: string;
  /** How the view is set. */
  options: Readonly<Record<string, string>>;
}

/** A hash of nonsense is the first view with everything. */
export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const parameters = new URLSearchParams(query);
  const options: Record<string, string> = {};
  for (const [key, value] of parameters) if (!SELECTION.has(key)) options[key] = value;
  return {
    view: path === 'document' ? path : (VIEWS.find(({ name }) => name === path)?.name ?? 'matrix'),
    codes: parameters.getAll('code'),
    documents: parameters.getAll('doc'),
    values: parameters.getAll('var'),
    coders: parameters.getAll('coder'),
    text: parameters.get('text') ?? '',
    options,
  };
}

export function writeAddress({ view, codes, documents, values, coders, text, options }: Address): string {
  const parameters = new URLSearchParams();
  for (const code of codes) parameters.append('code', code);
  for (const document of documents) parameters.append('doc', document);
  for (const value of values) parameters.append('var', value);
  for (const coder of coders) parameters.append('coder', coder);
  if (text !== '') parameters.set('text', text);
  for (const [key, value] of Object.entries(options)) if (value !== '') parameters.set(key, value);
  const query = parameters.toString();
  return `#/${view}${query === '' ? '' : `?${query}`}`;
}

const SELECTION = new Set(['code', 'doc', 'var', 'coder', 'text']);
