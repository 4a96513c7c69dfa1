/** Stems are those of `natural`, although steps that have nothing to do are left out, and hang on nothing but the word. */
import fc from 'fast-check';
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import snowball from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import { expect, test } from 'vitest';
import { stemByPorter } from '../../src/text/languages/en.ts';
import { dutch, stemBySnowball } from '../../src/text/languages/nl.ts';
import { cases } from '../fuzz.ts';

const ENDINGS = {
  en: `s es ies ss ed eed ing y ational tional enci anci izer abli bli alli entli eli ousli ization ation ator alism iveness fulness
    ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ou ism ate iti
    ous ive ize ion sion tion e ll at bl iz le`,
  nl: `en ene heden heid s se e end ing igend iging ig lijk lijke baar bare bar aan een oon uun kk tt dd ken gemen cheid jes ieel eren`,
};

const words = (endings: string) => {
  const syllable = fc.stringMatching(/^[b-df-hj-np-tv-z]{0,2}[aeiouy]{1,2}[b-df-hj-np-tv-z]{0,2}$/);
  const ending = fc.constantFrom('', ...endings.split(/\s+/));
  return fc
    .tuple(fc.array(syllable, { maxLength: 3 }), ending, ending)
    .map(([syllables, inner, last]) => `${syllables.join('')}${inner}${last}`);
};

test('English', () => {
  fc.assert(
    fc.property(words(ENDINGS.en), (word) => {
      expect(stemByPorter(word)).toBe(porter.stem(word));
    }),
    cases(4000),
  );
});

test('Dutch', () => {
  fc.assert(
    fc.property(words(ENDINGS.nl), (word) => {
      snowball.suffixeRemoved = false;
      expect(stemBySnowball(word)).toBe(snowball.stem(word));
    }),
    cases(4000),
  );
});

test.each([true, false])('a stem does not hang on the words that were stemmed before', (isLeftSet) => {
  // As a word leaves it of which an e was taken away, on which the ending -bar of the same word hangs.
  snowball.suffixeRemoved = isLeftSet;
  expect(dutch.stem('keukenbar')).toBe('keukenbar');
  expect(dutch.stem('keukenbare')).toBe('keuken');
});
