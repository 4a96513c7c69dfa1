/** Blanks that nobody sees. */
import type { Position } from '../../model.ts';
import type { CodebookRule, Fix } from '../rule.ts';

export const strayBlanks: CodebookRule = {
  id: 'stray-blanks',
  severity: 'warning',
  summary: 'a quoted name or term begins or ends with a blank, or a pattern does between its slashes',
  why: 'Nobody sees it: two names look the same and are not, and a pattern with it needs two blanks there.',
  good: `
    - id: roles
      name: Roles
      definition: Who does what.
      terms: ['rol', 'taak']`,
  bad: `
    - id: roles
      name: Roles
      definition: Who does what.
      terms: ['rol ', 'taak']`,
  check(_codebook, { files }) {
    const texts = files.flatMap((yaml) => listTexts(yaml.value, []).map((each) => ({ ...each, yaml })));
    return texts.flatMap(({ text, path, code, yaml }) => {
      const plain = text.trim();
      const isPattern = path.at(-1) !== 'name' && hasBlankEdge(plain);
      if (!isPattern && (text === plain || plain === '' || text.includes('\n'))) return [];
      const position = yaml.positionOf(path);
      const about = { position, ...(code ? { code } : {}) };
      if (isPattern) {
        const reason = `Unexpected blank at the edge of the pattern \`${plain}\``;
        return [{ ...about, reason, hint: 'take it out: a hit begins and ends at the edge of a word anyway' }];
      }
      const reason = `Unexpected blank at the ${text.startsWith(plain) ? 'end' : 'beginning'} of \`${text}\``;
      return [{ ...about, reason, hint: 'take it out', fix: trimming(text, position) }];
    });
  },
};

/** Whether a pattern, or one of its alternatives where it has no groups, begins or ends with a blank. */
function hasBlankEdge(term: string): boolean {
  if (!/^\/.*\/$/su.test(term)) return false;
  const inner = term.slice(1, -1);
  const alternatives = /[()[\]\\]/.test(inner) ? [inner] : inner.split('|');
  return alternatives.some((each) => each.startsWith(' ') || (each.endsWith(' ') && !each.endsWith('\\ ')));
}

interface Text {
  text: string;
  path: (string | number)[];
  /** Id of the code whose entry it is in. */
  code?: string;
}

/** Names and terms, exceptions too; prose may be laid out as its writer likes. */
function listTexts(value: unknown, path: (string | number)[], code?: string): Text[] {
  if (typeof value === 'string')
    return path.at(-1) === 'name' || path.includes('terms') ? [{ text: value, path, ...(code ? { code } : {}) }] : [];
  if (value === null || typeof value !== 'object') return [];
  const id = 'id' in value && typeof value.id === 'string' ? value.id : code;
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'memo' ? [] : listTexts(child, [...path, Array.isArray(value) ? Number(key) : key], id),
  );
}

function trimming(text: string, { line, column }: Position): Fix {
  const to = text.trim();
  return { line, column, from: text, to, done: `took the blanks off \`${to}\`` };
}
