/** The view of one transcript: for the eye at a width, one paragraph a line for programs, and as JSON. */
import { expect, test } from 'vitest';
import type { Unit } from '../../src/model.ts';
import { listParagraphs } from '../../src/output/transcript-paragraphs.ts';
import { writeTranscriptLines, writeTranscriptView } from '../../src/output/transcript-view.ts';
import { createDocuments } from '../../src/tables/documents.ts';
import { codebookOf, codeText } from '../builders.ts';

const TEXT = `---
level: executive
---
Buurthuis, 3 mei

# Deel een

**Interviewer** [0:01]: Hoe begon het?

**Respondent** [0:04]: Met een telefoontje, en toen [lacht] nog een. Dat was in het voorjaar, geloof ik.

# Deel twee

En toen\tkwam de appel.
`;
const BOOK = codebookOf(['appel']);
const OPTIONS = { width: 60, colorLevel: 0 as const, numbers: false, excel: false };

function show(text: string, unit: Unit = 'paragraph') {
  const document = codeText(BOOK, text, { path: 'jan.md', unit });
  const fold = createDocuments();
  fold.add(document);
  return { document, record: fold.finish() };
}

test('for the eye', () => {
  const { document, record } = show(TEXT);
  expect(writeTranscriptView(document, record, OPTIONS)).toMatchInlineSnapshot(`
    "jan
      File            jan.md
      Format          md · Language nl · Language by option
      Coded           Respondent (1 turn, 19 words)
      Not coded       Interviewer (1 turn, 3 words)
      Interviewer by  role word · Time span 0:01 – 0:04
      Turns           2 · Paragraphs 6 · Segments 2 · Words 19
                      % of words 86.4 · Coded segments 1
      level           executive

    ○ nobody · above the first speaker label
      1  ‹Buurthuis, 3 mei›
      2  ‹Deel een›
    ○ Interviewer · interviewer · 0:01
      3  ‹Interviewer [0:01]:› Hoe begon het?
    ● Respondent · respondent · 0:04
      4  ‹Respondent [0:04]:› Met een telefoontje, en toen
         ‹[lacht]› nog een. Dat was in het voorjaar, geloof ik.
      5  ‹Deel twee›
      6  En toen kwam de appel.

    ● coded  ○ not coded  ‹…› not said or not speech
    "
  `);
});

test('colour: what is not coded is dim, and so is what was not said', () => {
  const { document, record } = show(TEXT);
  const lines = writeTranscriptView(document, record, { ...OPTIONS, width: 200, colorLevel: 1 }).split('\n');
  expect(lines).toContain('\u001B[2m  3  \u001B[22m\u001B[2m‹Interviewer [0:01]:› Hoe begon het?\u001B[22m');
  expect(lines.find((line) => line.includes('telefoontje'))).toContain(
    '\u001B[2m‹Respondent [0:04]:›\u001B[22m Met een telefoontje, en toen \u001B[2m‹[lacht]›\u001B[22m nog een.',
  );
});

test('one paragraph a line', () => {
  const { document, record } = show(TEXT);
  const lines = writeTranscriptLines(document, record).split('\n');
  expect(lines.slice(0, 4)).toEqual(['# jan', '# written by code-transcripts', '# File: jan.md', '# Format: md']);
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual([
    'paragraph\trole\tspeaker\ttime\ttext',
    '1\tnobody\t\t\t‹Buurthuis, 3 mei›',
    '2\tnobody\t\t\t‹Deel een›',
    '3\tinterviewer\tInterviewer\t0:01\t‹Interviewer [0:01]:› Hoe begon het?',
    '4\trespondent\tRespondent\t0:04\t‹Respondent [0:04]:› Met een telefoontje, en toen ‹[lacht]› nog een. Dat was in het voorjaar, geloof ik.',
    '5\tnobody\t\t\t‹Deel twee›',
    '6\trespondent\tRespondent\t\tEn toen kwam de appel.',
    '',
  ]);
});

test.each<[Unit, string]>([
  ['paragraph', '‹R:› Een appel. Twee appels! En [x]'],
  ['turn', '‹R:› Een appel. Twee appels! En [x]'],
  ['sentence', '‹R:› Een appel. | Twee appels! | En [x]'],
])('where segments begin, by %s', (unit, expected) => {
  const { document } = show('I: Wat?\n\nR: Een appel. Twee appels! En [x]\n', unit);
  expect(listParagraphs(document).at(-1)?.text.replace('‹[x]›', '[x]')).toBe(expected);
});

test('without labels the text is one turn, and its heading is nobody’s', () => {
  const { document } = show('# Titel\n\nEen appel.\n');
  expect(listParagraphs(document).map(({ role, coded }) => [role, coded])).toEqual([
    ['nobody', true],
    ['respondent', true],
  ]);
});

test('a transcript cannot steer the terminal', () => {
  const { document, record } = show('I: Wat?\n\nR: Een \u001B[31mappel\u0007.\n');
  expect(writeTranscriptView(document, record, OPTIONS)).not.toContain('\u001B');
  expect(writeTranscriptLines(document, record)).not.toContain('\u0007');
});
