/** A term that catches words of many kinds. */
import type { TermUse } from '../codebook-use.ts';
import type { UseRule } from '../rule.ts';

export const looseStem: UseRule = {
  id: 'loose-stem',
  severity: 'warning',
  summary: 'a word or wildcard term caught more than 8 word forms, or a word caught forms that begin differently',
  why: 'A stem or `*` reaches further than one thinks; only the list of what it caught shows words that do not belong.',
  limit: { value: 8, about: 'word forms of one term' },
  good: `
    - id: work
      name: Work
      definition: What one does.
      terms: [werken]`,
  bad: `
    - id: work
      name: Work
      definition: What one does.
      terms: ['werk*']`,
  transcript:
    'Werk, werken, werkte, gewerkt: het werkt.\n\nDe werkgever en de werknemer, de werkplek en de werkplaats, werkelijk, werkloos, werkzaam.\n',
  checkUse: ({ codes }, { limit }) =>
    codes.flatMap(({ code, terms }) =>
      terms
        .filter((use) => use.forms.size > limit || beginsDifferently(use))
        .map(({ term, forms }) => ({
          position: term.position,
          code: code.id,
          reason: `Unexpected reach of \`${term.source}\`, which caught ${forms.size} word forms`,
          hint: `look whether all of them belong: ${listForms(forms)}`,
        })),
    ),
};

/** A stem keeps the beginning of a word, but for the ge- of a participle; a wildcard may begin with `*`. */
function beginsDifferently({ term, forms }: TermUse): boolean {
  if (term.kind !== 'word') return false;
  return (
    new Set([...forms.keys()].map((form) => form.replace(/^ge(?=..)/, '').charAt(0))).size > 1 && !startAlike(forms)
  );
}

/** A word such as `geven` begins with ge- itself. */
function startAlike(forms: TermUse['forms']): boolean {
  return new Set([...forms.keys()].map((form) => form.charAt(0))).size === 1;
}

/** The most frequent first, then by the alphabet. */
function listForms(forms: TermUse['forms']): string {
  const sorted = [...forms].sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
  const shown = sorted.slice(0, MOST_FORMS).map(([form, count]) => `${form} ${count}`);
  return shown.join(', ') + (sorted.length > MOST_FORMS ? ` and ${sorted.length - MOST_FORMS} more` : '');
}

const MOST_FORMS = 30;
