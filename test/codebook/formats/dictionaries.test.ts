/** Dictionaries of other programs as those programs and people write them, with what each gets wrong. */
import { describe, expect, test } from 'vitest';
import { importFile } from './convert-book.ts';

const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

interface Sample {
  name: string;
  path: string;
  content: string | Uint8Array;
  tree: string[];
  /** Beginnings of what is told. */
  told?: string[];
}

const LIWC: Sample[] = [
  {
    name: 'tabs, wildcards and several categories a word',
    path: 'moods.dic',
    content: '%\n1\tposemo\n2\tnegemo\n%\nhapp*\t1\nbitter sweet\t1\t2\nno\t2\n',
    tree: ['posemo [happ*, =bitter sweet]', 'negemo [=bitter sweet, =no]'],
  },
  {
    name: 'only carriage returns, zeros before the numbers, a header aligned with blanks, runs of tabs',
    path: 'moods.DIC',
    content: '%\r  1    posemo\r 12    neg emo\r%\rHappy\t\t001\r\rsad\t\t\t12\r',
    tree: ['posemo [=happy]', 'neg emo [=sad]'],
  },
  {
    name: 'blanks instead of tabs, so a phrase ends where its numbers begin',
    path: 'moods.dic',
    content: '%\n1 time\n%\nday after day   1\n24 7  1\n',
    tree: ['time [=day after day, =24]'],
    told: ['unknown-category:5: Left out 1 number behind a word that no category has'],
  },
  {
    name: 'levels by tabs, and words that stand in a category and above it',
    path: 'moods.dic',
    content: '%\n1\taffect\n\t2\tnegemo\n\t\t3\tanger\n4\twork\n%\nrage\t1\t2\t3\nsad*\t1\t2\njob\t4\n',
    tree: ['affect', '  negemo [sad*]', '    anger [=rage]', 'work [=job]'],
    told: ['in-subcode:7: Left out 3 terms of a code that a subcode of it has too, the first is `rage`'],
  },
  {
    name: 'Windows-1252 and a name with a dot',
    path: 'moods.dic',
    content: latin1('%\n1\tcare.virtue\n%\nna\u00efef\t1\n\u00e9\u00e9n*\t1\n'),
    tree: ['care.virtue [=naïef, één*]'],
    told: ['guessed-encoding: '],
  },
  {
    name: 'conditions, unknown numbers, words of no category, lines without a number, signs',
    path: 'moods.dic',
    content:
      '%\n1\tposemo\nfamily\n1\tagain\n%\nkind <of>\t1\nlike\t(02 134)1\nfoo\t9\n:)\t1\nglad\t1\nGLAD\t1\n*phobia\t1\n',
    tree: ['posemo [=like, =glad, *phobia]'],
    told: [
      'category-without-number:3: ',
      'double-number:4: ',
      'condition:6: Left out 1 word with a condition, `kind <of> 1`',
      'condition-part:7: ',
      'unknown-category:8: ',
      'word-without-category:8: ',
      'no-such-term:9: Left out 1 term that cannot be said here, `:)`',
      'double-term:11: ',
    ],
  },
];

const QUANTEDA: Sample[] = [
  {
    name: 'numbers as names, in the order of the file',
    path: 'a.yml',
    content: 'later: [b]\n2020: [a]\n3: [c]\n',
    tree: ['later [=b]', '2020 [=a]', '3 [=c]'],
  },
  {
    name: 'lists, one pattern, nesting, and patterns beside subcategories',
    path: 'themes.yml',
    content: '\uFEFFA CATEGORY: [more, "lamb*"]\r\nB:\r\n  __: [x]\r\n  C:\r\n    - one two\r\nD: single\r\nE: []\r\n',
    tree: ['A CATEGORY [=more, lamb*]', 'B [=x]', '  C [=one two]', 'D [=single]', 'E'],
  },
  {
    name: 'maps inside lists, case, and wildcards in phrases',
    path: 'themes.yaml',
    content: 'Nature:\n  - Tree\n  - Sea: [wave*, "not *", "l?ke water", "a * b"]\n',
    tree: ['Nature [=tree]', '  Sea [wave*, l?ke water, a * b]'],
    told: [
      'no-such-term:3: Left out 1 term that cannot be said here, `not *`',
      'stem-beside-wildcard:3: 2 phrases with a wildcard may match more',
    ],
  },
];

const WORDSTAT: Sample[] = [
  {
    name: 'tabs, weights, underscores in phrases, rules',
    path: 'themes.CAT',
    content:
      'CULTURE\r\n\tCULTURE-HIGH\r\n\t\tART (1)\r\n\t\tGALLER* (20)\r\n\t\tHIGH_ART (0.5)\r\n\tPOP (1)\r\n@NEAR [A B]\r\nSPORT\r\n\tBALL (1)\r\n',
    tree: ['CULTURE [=pop]', '  CULTURE-HIGH [=art, galler*, =high art]', 'SPORT [=ball]'],
    told: ['lost-rule:7: ', 'weight:4: ', 'lost-weight:5: '],
  },
  {
    name: 'a term above every category',
    path: 'themes.cat',
    content: 'ART (1)\nA\n\tB (1)\n',
    tree: ['A [=b]'],
    told: ['word-without-category:1: '],
  },
];

const XML: Sample[] = [
  {
    name: 'the outermost category as the name of the dictionary',
    path: 'themes.ykd',
    content:
      '<?xml version="1.0"?><dictionary style="050805" patternengine="substring"><cnode name="Policy" desc=""><cnode name="State" desc="Who rules"><pnode name="care"/><cnode name="More"><pnode name="Lamb*"/></cnode></cnode></cnode></dictionary>',
    tree: ['State [=care]', '  More [lamb*]'],
  },
  {
    name: 'a category with patterns is no name, even in a file that ends in .cat',
    path: 'themes.cat',
    content: '<?xml version="1.0"?>\n<dictionary><cnode name="State"><pnode name="a b"/></cnode><note/></dictionary>',
    tree: ['State [=a b]'],
    told: ['unknown-element: Left out 1 element'],
  },
  {
    name: 'an encoding that the file names wrongly',
    path: 'themes.lcd',
    content: latin1(
      '<?xml version="1.0" encoding="UTF-8"?><dictionary><cnode name="caf\u00e9"><pnode name="x"/></cnode></dictionary>',
    ),
    tree: ['café [=x]'],
    told: ['guessed-encoding: '],
  },
];

const LEXICODER: Sample[] = [
  {
    name: 'plus signs and blanks behind patterns',
    path: 'themes.lc3',
    content: 'early\n+A CATEGORY\r\nmore \r\nlamb*\r\n\r\n+B\r\nlittle',
    tree: ['A CATEGORY [=more, lamb*]', 'B [=little]'],
    told: ['word-without-category:1: '],
  },
];

describe.each([
  ['LIWC', LIWC],
  ['quanteda', QUANTEDA],
  ['WordStat', WORDSTAT],
  ['Yoshikoder', XML],
  ['Lexicoder', LEXICODER],
])('%s', (_name, samples) => {
  test.each(samples)('$name', async ({ path, content, tree, told = [] }) => {
    const imported = await importFile(path, content);
    expect(imported.tree).toEqual(tree);
    expect(imported.told.length, imported.told.join('\n')).toBe(told.length);
    for (const [index, beginning] of told.entries()) expect(imported.told[index]).toContain(beginning);
  });
});

describe('names', () => {
  test.each([
    ['the same name twice', '+Fun\na\n+FUN\nb\n', ['fun', 'fun-2']],
    ['nothing that an id may have', '+???\na\n+!!\nb\n+日本\nc\n', ['code', 'code-2', 'code-3']],
    ['signs and apostrophes', "+Zo'n  Ding: nr. 1 (a)\na\n+care.virtue\nb\n", ['zon-ding-nr-1-a', 'care.virtue']],
  ])('%s', async (_name, content, ids) => {
    const { codebook } = await importFile('a.lc3', content);
    expect(codebook?.codes.map(({ id }) => id)).toEqual(ids);
  });

  test('a subcode whose name is taken has the id of its parent before its own', async () => {
    const { codebook, told } = await importFile('a.yml', 'A:\n  X: [a]\nB:\n  X: [b]\n');
    expect(codebook?.codes[1]?.codes[0]?.id).toBe('b-x');
    expect(told).toEqual(['double-name:4: Gave 1 code with the name of another code an id of its own, `X`']);
  });

  test('thousands of codes of one name take no time', async () => {
    const { codebook } = await importFile('a.lc3', '+x\na\n'.repeat(5_000));
    expect(codebook?.codes.at(-1)?.id).toBe('x-5000');
  });

  test('a tree that is deeper than YAML may be keeps its codes', async () => {
    const content = Array.from({ length: 300 }, (_, depth) => `${'\t'.repeat(depth)}C${depth}`).join('\n');
    const { tree, told } = await importFile('a.cat', content);
    expect(tree.length).toBe(300);
    expect(told.join()).toContain('too-deep');
  });
});

describe('terms', () => {
  test('are in the language that is named, else in any', async () => {
    const languages = async (language?: string) => {
      const { codebook } = await importFile('a.lc3', '+A\nb\n', language === undefined ? {} : { language });
      return [codebook?.languages, codebook?.codes[0]?.terms[0]?.language];
    };
    expect(await languages()).toEqual([['nl', 'en'], 'any']);
    expect(await languages('en')).toEqual([['en'], 'en']);
  });

  test('match by their stem when that is asked for', async () => {
    const { tree } = await importFile('a.lc3', '+A\nFeeling\nbad day\nhapp*\n', { stems: true, language: 'en' });
    expect(tree).toEqual(['A [feeling, bad day, happ*]']);
  });

  test.each(['=x', '/a*b/', '*', '**', '?', "'", '', ' ', 'a, b', 'x'.repeat(2000)])(
    'what looks like our notation is none: %j',
    async (pattern) => {
      const { tree } = await importFile('a.yml', JSON.stringify({ A: [pattern, 'good'] }));
      expect(tree).toEqual(['A [=good]']);
    },
  );
});

describe('a file that cannot be used is refused with a reason', () => {
  test.each([
    ['empty.dic', '', 'without a legend'],
    ['half.dic', '%\n1\ta\nhappy\t1\n', 'without a legend'],
    ['none.dic', '%\n%\n', 'without a code'],
    ['list.yml', '- a\n- b\n', 'expected categories with lists of patterns'],
    ['broken.yml', 'A: [a\nB: c', 'on line 2'],
    ['twice.yml', 'A: [a]\nA: [b]\n', 'keys must be unique on line 2'],
    ['star.yml', 'A: [*x]\n', 'on line 1'],
    ['ours.yaml', 'name: a\nlanguages: [nl]\ncodes: []\n', 'codebook of this program'],
    ['other.ykd', '<html></html>', 'expected <dictionary>'],
    ['torn.ykd', '<dictionary><cnode name="a">', 'unclosed tag'],
    ['bomb.ykd', '<!DOCTYPE d [<!ENTITY a "b">]><dictionary/>', 'document type declaration'],
    ['empty.lc3', '\n\n', 'without a code'],
    ['empty.cat', '', 'without a code'],
  ])('%s', async (path, content, reason) => {
    const { codebook, told } = await importFile(path, content);
    expect(codebook).toBeUndefined();
    expect(told.join('\n')).toContain(reason);
  });
});
