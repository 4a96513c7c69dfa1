/** Markdown read in parts is Markdown read as a whole: found by trying thousands of made-up texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/containers/decode.ts';
import { readMarkdownBlocks } from '../../../src/transcript/formats/markdown-blocks.ts';
import { parseMarkdown } from '../../../src/transcript/formats/markdown-tree.ts';
import { cases } from '../../fuzz.ts';
import { root } from '../../run-cli.ts';

/** What may begin a line. */
const opening = fc.constantFrom(
  ...['', '', '', '', '', '', ' ', '   ', '    ', '\t', '  \t', '\u00A0', '\u3000'],
  ...['# ', '## ', '#', '> ', '>', '- ', '-', '* ', '+ ', '1. ', '1.', '2) ', '12. ', '2019. ', '1.\t', '-\t'],
  ...[
    '    - ',
    '  - ',
    '   2. ',
    '- - ',
    '> - ',
    '- > ',
    '> ```',
    '- ```',
    '```',
    '~~~',
    '~~~~ ts',
    '    ```',
    '`````',
  ],
  ...[
    '---',
    '***',
    '___',
    '===',
    '* * *',
    '- - -',
    '| ',
    '|',
    '<div>',
    '</div>',
    '<!--',
    '-->',
    '<?',
    '[x]: ',
    '[^1]: ',
  ],
  ...[
    '**I:** ',
    '**Jan:**',
    '**R**: ',
    '**R: **',
    '** R:** ',
    '*I:* ',
    '__I:__ ',
    '***I:*** ',
    '**',
    '*',
    '_',
    '\\',
    '\\# ',
  ],
  ...[
    '**[0:12] Jan:** ',
    '**Jan** ',
    '**Jan**\u00A0',
    '**Jan**.',
    '**"Jan"** ',
    '**é:** ',
    '**“** ',
    '**😀** ',
    '**a',
    ' **I:** ',
  ],
);
/** What a line is made of. */
const piece = fc.constantFrom(
  ...[
    'ja',
    'nee',
    'één',
    'e\u0301',
    '\u0301',
    '😀',
    'x',
    '3.30',
    '1',
    '2.',
    ' ',
    ' ',
    ' ',
    ' ',
    '  ',
    '\t',
    '. ',
    '? ',
    ': ',
  ],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '`',
    '``',
    '```',
    '~',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '](',
    '![',
    '][',
    '<',
    '>',
    '&',
    '\\',
    '|',
  ],
  ...[
    '*ja*',
    '**nee**',
    '_zo_',
    'Jan_2_x',
    '2*3*4',
    '`code`',
    '[lacht]',
    '(lacht)',
    '[naam](http://x.nl "t")',
    '![a](b.png)',
  ],
  ...[
    '<http://x.nl>',
    '<a@b.nl>',
    'http://x.nl',
    '<lacht>',
    '<br>',
    '<b>',
    '</b>',
    '<!-- ',
    ' -->',
    '[a][b]',
    '[^1]',
    '~~weg~~',
  ],
  ...[
    '&amp;',
    '&eacute;',
    '&#233;',
    '&#0;',
    '&',
    '\\*',
    '\\_',
    '\\',
    '-',
    '--',
    '---',
    ':---',
    '=',
    '#',
    ' #',
    '+',
    '!',
    '"',
    "'",
  ],
  ...['\u00A0', '\u200B', '\u2028', '\f', '\v', '\u0085', '\u00AD'],
);
const ending = fc.constantFrom(
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  '\n\n',
  '  \n',
  '\\\n',
  ' \n',
  '\n \t\n',
  '\r\n',
  '\r\n\r\n',
  '\n\n\n',
  '',
);
const line = fc
  .tuple(opening, fc.array(piece, { maxLength: 6 }), ending)
  .map(([start, pieces, end]) => `${start}${pieces.join('')}${end}`);
/** Lines as most of a transcript has them. */
const spoken = fc
  .tuple(
    fc.constantFrom('**I:** ', '**R:** ', '', '  ', '[0:12] '),
    fc.constantFrom(
      'ja [lacht] zeker',
      'dat *is* zo',
      'ja *é* *één twee*, *x*',
      'a *b * c*',
      'a *b*c* d',
      '*a* *b*.',
      'één, twee: 3!',
      'nee',
    ),
    fc.constantFrom('\n\n', '\n', '  \n', '\r\n\r\n'),
  )
  .map((parts) => parts.join(''));
const written = fc.array(fc.oneof(line, line, spoken), { maxLength: 14 }).map((lines) => lines.join(''));

function compare(text: string): void {
  expect(readMarkdownBlocks(text, 3)).toEqual(parseMarkdown(text, 3));
}

const decode = (text: string) => decodeText({ path: 'a.md', bytes: new TextEncoder().encode(text) }).text ?? '';

test('in parts as in whole', () => {
  fc.assert(
    fc.property(written, (text) => compare(decode(text))),
    cases(400),
  );
});

test('in parts as in whole, whatever the characters', () => {
  const character = fc.constantFrom(...'ab1.) \t\n\n-+*_#>`~[]()!<&;\\|:=\uFEFF\u00A0'.split(''));
  fc.assert(
    fc.property(fc.array(character, { maxLength: 40 }), (characters) => compare(decode(characters.join('')))),
    cases(400),
  );
});

test('in parts as in whole, where there is more than is parsed at once', () => {
  fc.assert(
    fc.property(written, (text) => {
      const decoded = decode(`${text}\n`);
      compare(decoded.repeat(Math.min(100, Math.ceil(9000 / decoded.length))));
    }),
    cases(10),
  );
});

test('the fixtures in parts as in whole', () => {
  const folder = join(root, 'fixtures');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) compare(decode(readFileSync(join(folder, path), 'utf8')));
});
