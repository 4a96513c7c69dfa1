/** Which code of a codebook is meant by a path, a name or an id of another program. */
import { expect, test } from 'vitest';
import { emptySet } from '../../src/exchange/coding-format.ts';
import { CodeMatcher } from '../../src/exchange/match-codes.ts';
import { parseCodebook } from '../builders.ts';

const book = parseCodebook(`name: test
languages: [en]
codes:
  - id: chances
    name: Chances
    terms: [luck]
    codes:
      - id: other-chances
        name: Other
        terms: [else]
  - id: risks
    name: Risks
    terms: [danger]
`);

/** What each path is, of a list with all of them. */
function match(paths: string[]): (string | undefined)[] {
  const codes = paths.map((path) => path.split(' > '));
  const codings = codes.map((code) => ({ document: 'P01', code, coder: 'Anna', quote: 'Yes.' }));
  const matcher = new CodeMatcher(book, { ...emptySet('list.csv'), codings });
  return codes.map((code) => matcher.find(code));
}

test.each<[string, string[], (string | undefined)[]]>([
  ['its path', ['chances > OTHER'], ['other-chances']],
  ['its name alone', ['Other'], ['other-chances']],
  ['its id', ['other-chances'], ['other-chances']],
  ['a path with more above', ['Codes > Chances > Other'], ['other-chances']],
  ['the name under another code', ['Risks > Other'], [undefined]],
  ['the name under no code that is known', ['Dreams > Other'], [undefined]],
  ['its path beside its name alone', ['Other', 'Chances > Other'], [undefined, 'other-chances']],
])('%s', (_, paths, ids) => {
  expect(match(paths)).toEqual(ids);
});

test('an id that is stated beside a name finds a code that was renamed', () => {
  const matcher = new CodeMatcher(book, emptySet('list.csv'));
  expect(matcher.find(['Chances', 'Luck'], 'other-chances')).toBe('other-chances');
});
