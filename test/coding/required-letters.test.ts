/** Letters that a pattern cannot do without: what is asked for, and that no hit is lost by asking. */
import { describe, expect, test } from 'vitest';
import { regex } from '../../src/coding/terms/regex.ts';
import { findRequiredLetters } from '../../src/coding/terms/required-letters.ts';
import { findLanguage } from '../../src/text/languages/index.ts';
import type { Language } from '../../src/text/languages/language.ts';

describe('the letters that a pattern asks for', () => {
  test.each([
    ['geen tijd', [['geen'], ['tijd']]],
    ['Geen|WEINIG', [['geen', 'weinig']]],
    ['(geen|te weinig) tijd', [['geen', 'weinig'], ['tijd']]],
    ['vrijwillig(er|ers)?', [['vrijwillig']]],
    ['(niet (meer )?){1,2}graag', [['niet'], ['graag']]],
    ['(heel ){0,2}zwaar', [['zwaar']]],
    ['stopt?', [['stop']]],
    ['(dag|\\d+)', []],
    ['[Gg]rens', [['rens']]],
    ['[]abc]def', [['def']]],
    ['\\p{L}+baar', [['baar']]],
    ['cliënt', [['cli'], ['nt']]],
    ['\\Qa.b\\Eniet', []],
    ['(?i:niet)', []],
  ])('%s', (pattern, lists) => expect(findRequiredLetters(pattern)).toEqual(lists));
});

describe('no hit is lost', () => {
  const language = findLanguage('nl') as Language;

  test.each([
    ['geen tijd', 'GEEN\n tijd'],
    ['kosten', 'de \u212Aosten'],
    ['missen', 'mi\u017F\u017Fen'],
    ['(heel ){0,2}zwaar', 'zwaar'],
    ['a{0}be', 'be'],
    ['ab{0,1}c*d', 'ad'],
    ['(a|b)?niet', 'niet'],
    ['x+?yz', 'xxyz'],
    ['caf(e|é)', 'Café'],
  ])('%s in %s', (pattern, text) => {
    const compiled = regex.compile({ source: `/${pattern}/` } as Parameters<typeof regex.compile>[0], language);
    expect(compiled.by === 'text' && compiled.find(text)).toHaveLength(1);
  });
});
