/** What a project is written with comes back from it, whatever the texts; the files are valid, and always the same. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coding } from '../../../src/model.ts';
import { parseCodebook } from '../../builders.ts';
import { makeFolder } from '../../run-cli.ts';
import { findFaults, unpackProject } from './check-project.ts';
import { readProject, type Written, writeProject } from './write-project.ts';

const codebook = parseCodebook(`name: study
title: Study of "moves" & <more>
languages: [en]
codes:
  - id: ties
    name: Ties
    color: '#2980b9'
    definition: To people & places
    include: neighbours
    memo: look again
    codes:
      - { id: loss, name: 'Loss: of ties' }
      - id: new
        name: New
        codes: [{ id: new-ties, name: Ties }]
  - { id: work, name: Work }
`);

const CODES = ['ties', 'loss', 'new', 'new-ties', 'work'];
const characters = fc.constantFrom(...'aé n<&"\'>]\n\t😀𝒜\u00ADñ.'.split(/(?:)/u));
const text = fc.string({ unit: characters, minLength: 1, maxLength: 60 });

/** Codings of a text, each code, coder and range once. */
const codingsOf = (document: string, length: number) => {
  const span = fc.tuple(fc.nat(length - 1), fc.nat(length - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1]);
  const place = fc.record({
    span,
    code: fc.constantFrom(...CODES),
    coder: fc.constantFrom('auto', 'Anna', 'Ben & "Bo"'),
    weight: fc.constantFrom(0, 30, 62.5),
    memo: fc.constantFrom(undefined, 'think again', 'Weight for Work: heavy\nof course'),
    evidence: fc.array(fc.constantFrom('no time', '/a (b) [1-2]/'), { maxLength: 2 }),
  });
  return fc
    .uniqueArray(place, { maxLength: 8, selector: ({ span: [a, b], code, coder }) => `${a} ${b} ${code} ${coder}` })
    .map((places) =>
      places.map(({ span: [start = 0, end = 0], memo, evidence, ...coding }): Coding => {
        const found = evidence.map((term) => ({ term, spans: [{ start, end }], negation: 'not' }));
        return { ...coding, document, start, end, turn: 0, evidence: found, ...(memo === undefined ? {} : { memo }) };
      }),
    );
};

const documentOf = (document: string): fc.Arbitrary<Written> =>
  text
    .chain((each) =>
      fc.record({
        transcript: fc.record({
          document: fc.constant(document),
          text: fc.constant(each),
          group: fc.constantFrom('Round 1', 'a/b'),
          variables: fc.record(
            {
              age: fc.integer(),
              score: fc.constantFrom(2.5, 3),
              member: fc.boolean(),
              'role & "x"': fc.constantFrom('=a', 'b < c'),
            },
            { requiredKeys: [] },
          ),
        }),
        codings: codingsOf(document, each.length),
      }),
    )
    .map(({ transcript, codings }) => ({
      transcript,
      codings: codings.filter((coding) => isWhole(transcript.text, coding)),
    }));

/** Whether it begins and ends between characters. */
const isWhole = (within: string, { start, end }: Coding): boolean =>
  [start, end].every((at) => !/[\uDC00-\uDFFF]/.test(within.charAt(at)));

const study = fc.tuple(documentOf('P01'), documentOf('Ann’s "second" & last'));

const keyOf = (coding: { document: string; coder: string; code: unknown; span?: { start: number; end: number } }) =>
  JSON.stringify([coding.document, coding.span, coding.code, coding.coder]);

describe.each(['lf', 'crlf'] as const)('with line ends as %s', (newlines) => {
  test('any study comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(study, async (documents) => {
        const bytes = writeProject(codebook, documents, { newlines });
        const set = await readProject(bytes);
        expect(set.messages.filter(({ ruleId }) => ruleId !== 'double-name')).toEqual([]);
        expect(set.documents).toEqual(
          documents.map(({ transcript: { document: name, ...rest } }) => ({ name, ...rest })),
        );
        const expected = documents.flatMap(({ codings }) =>
          codings.map(({ start, end, turn: _turn, weight, evidence, code, ...coding }) => ({
            ...coding,
            code: [IDS[code] ?? code],
            span: { start, end },
            ...(weight === 0 ? {} : { weight }),
            ...(evidence.length === 0 ? {} : { evidence }),
          })),
        );
        const sort = <T extends Parameters<typeof keyOf>[0]>(codings: T[]) =>
          codings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
        expect(sort(set.codings)).toEqual(sort(expected));
        expect(await findFaults(bytes)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

/** Ids are made of names when a project is read. */
const IDS: Record<string, string> = { loss: 'loss-of-ties' };

const DOCUMENTS: Written[] = [
  {
    transcript: {
      document: 'P01',
      group: 'Round 1',
      text: 'R: Hard 🙂.\nI missed them.',
      variables: { age: 47, old: false },
    },
    codings: [
      coding('P01', [3, 7], { code: 'work', weight: 20 }),
      coding('P01', [3, 7], { code: 'ties', memo: 'First one.\nReally?' }),
      coding('P01', [3, 7], { code: 'ties', coder: 'Anna' }),
      coding('P01', [12, 20], { code: 'loss', evidence: [{ term: 'missed', spans: [{ start: 14, end: 20 }] }] }),
    ],
  },
  { transcript: { document: 'P02', text: '', variables: {} }, codings: [] },
];

function coding(document: string, [start = 0, end = 0]: number[], rest: Partial<Coding>): Coding {
  return { document, start, end, code: 'work', coder: 'auto', weight: 0, turn: 0, evidence: [], ...rest };
}

describe('a project', () => {
  test('has one selection for each range and coder, and one of its own for a coding with a memo', async () => {
    const xml = (await unpackProject(writeProject(codebook, DOCUMENTS))).get('project.qde') ?? '';
    const selections = [...xml.matchAll(/<PlainTextSelection [^>]*startPosition="(\d+)" endPosition="(\d+)"/g)];
    expect(selections.map(([, start, end]) => `${start}-${end}`)).toEqual(['3-7', '3-7', '3-7', '11-19']);
    expect(xml).toContain('<Description>Evidence for Loss: of ties: “missed” (missed) [13-19]</Description>');
    expect(xml).toContain('<Description>Weight for Work: 20</Description>');
    expect(xml.match(/<PlainTextContent>First one.\nReally\?<\/PlainTextContent>/g)).toHaveLength(1);
    const [, user] = /<User guid="([^"]+)" name="Anna"/.exec(xml) ?? [];
    expect(xml.split(`creatingUser="${user}"`)).toHaveLength(3);
  });

  test('has texts without a byte-order mark, and with LF unless asked otherwise', async () => {
    const texts = async (newlines: 'lf' | 'crlf') =>
      [...(await unpackProject(writeProject(codebook, DOCUMENTS, { newlines })))].filter(([name]) =>
        name.endsWith('.txt'),
      );
    expect((await texts('lf')).map(([, each]) => each)).toEqual(['R: Hard 🙂.\nI missed them.', '']);
    expect((await texts('crlf')).map(([, each]) => each)).toEqual(['R: Hard 🙂.\r\nI missed them.', '']);
  });

  test('has no characters that NVivo counts as two, where they are replaced', async () => {
    const set = await readProject(writeProject(codebook, DOCUMENTS, { replaceAstral: true }));
    expect(set.documents[0]?.text).toBe('R: Hard \uFFFD.\nI missed them.');
    expect(set.codings.at(-1)).toMatchObject({
      span: { start: 11, end: 19 },
      evidence: [{ spans: [{ start: 13, end: 19 }] }],
    });
  });

  test('is the same bytes each time', () => {
    const [first, second] = [writeProject(codebook, DOCUMENTS), writeProject(codebook, DOCUMENTS)];
    expect(first.equals(second)).toBe(true);
  });

  const schema = join(import.meta.dirname, 'refi-qda-project.xsd');
  const noBook = { ...codebook, codes: [] };
  test.skipIf(spawnSync('xmllint', ['--version']).status !== 0).each<[string, typeof codebook, Written[]]>([
    ['with everything', codebook, DOCUMENTS],
    ['without documents', codebook, []],
    ['without codes', noBook, DOCUMENTS],
    ['without anything', noBook, []],
    ['of any kind', codebook, fc.sample(study, { numRuns: 1, seed: 4 }).flat()],
  ])('is valid against the schema of the standard: %s (needs xmllint)', async (_name, book, documents) => {
    const file = join(makeFolder(), 'project.qde');
    writeFileSync(file, (await unpackProject(writeProject(book, documents))).get('project.qde') ?? '');
    execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' });
  });
});
