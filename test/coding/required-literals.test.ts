/** What a text must hold that a pattern matches; a set too narrow would lose hits without a word. */
import { RE2JS } from 're2js';
import { expect, test } from 'vitest';
import { mayMatch, requiredLiterals } from '../../src/coding/terms/required-literals.ts';
import { lowerForStrings } from '../../src/text/fold.ts';
import { createRandom } from '../bench/random.ts';

test.each<[string, string[][]]>([
  ['grens', [['grens']]],
  ['Grens|streep', [['grens', 'streep']]],
  ['(gaat|ging)( \\w+){0,3} te ver', [['gaat', 'ging'], ['te'], ['ver']]],
  ['maatjes?', [['maatje']]],
  ['(on)?veilig', [['veilig']]],
  ['(haha)+', [['haha']]],
  ['(geen )?nood', [['nood']]],
  ['(geen )*', []],
  ['(x|grens)', []],
  ['ge[zm]in', [['ge'], ['in']]],
  ['cli[eë]nt', [['cli'], ['nt']]],
  ['café', [['caf']]],
  ['een{2}', [['ee']]],
  ['nee{0,1}', [['ne']]],
  ['\\d+\\.euro', [['euro']]],
  ['\\p{Lu}bel', [['bel']]],
  ['(?i)grens', []],
  ['\\Qa|b\\E', []],
  ['[]a]bel', [['bel']]],
])('%s', (pattern, expected) => {
  expect(requiredLiterals(pattern)).toEqual(expected);
});

test('a pattern never needs what one of its matches does not hold', () => {
  const random = createRandom(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const PIECES = [
    'ab',
    'a',
    'b',
    'K',
    's',
    'c?',
    'b*',
    '(ab|c)',
    '(a|bc)?',
    '(b|ca)+',
    '[ab]',
    'c{2}',
    'a{0,2}',
    ' ',
    '|',
    '.',
  ];
  const LETTERS = ['a', 'b', 'c', 'A', 'B', 'k', 'K', 's', 'ſ', ' '];
  for (let round = 0; round < 3000; round++) {
    const pattern = Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(PIECES)).join('');
    const text = Array.from({ length: Math.floor(random() * 8) }, () => pick(LETTERS)).join('');
    if (RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).test(text))
      expect([pattern, text, mayMatch(lowerForStrings(text), requiredLiterals(pattern))]).toEqual([
        pattern,
        text,
        true,
      ]);
  }
});
