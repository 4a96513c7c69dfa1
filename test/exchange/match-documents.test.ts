/** Which document of a project a transcript is, above all where several are called the same. */
import { expect, test } from 'vitest';
import { readCodingSet } from '../../src/exchange/index.ts';
import { DocumentMatcher } from '../../src/exchange/match-documents.ts';
import type { StatedDocument } from '../../src/model.ts';
import { readText } from '../builders.ts';
import { makeFolder, runCli } from '../run-cli.ts';

const NORTH = 'I: How is it?\nR: Cold up here. Yes, sure.\n';
const SOUTH = 'I: How is it?\nR: Warm down here. Yes, sure.\n';

/** Transcripts as a study with two files of that name has them. */
const transcripts = [
  { ...readText(NORTH, { path: 'study/north/talk.txt' }).transcript, document: 'north/talk', group: 'north' },
  { ...readText(SOUTH, { path: 'study/south/talk.txt' }).transcript, document: 'south/talk', group: 'south' },
];
const [, south] = transcripts;

type Stated = Omit<StatedDocument, 'variables'>;

function match(documents: Stated[], asked = transcripts): (string | undefined)[] {
  const matcher = new DocumentMatcher({ documents: documents.map((each) => ({ ...each, variables: {} })) });
  return asked.map((transcript) => matcher.find(transcript)?.name);
}

test.each<[string, Stated[], (string | undefined)[]]>([
  ['both are named with their folders', [{ name: 'south/talk' }, { name: 'north/talk' }], ['north/talk', 'south/talk']],
  [
    'their groups differ, in another order',
    [
      { name: 'South/talk', title: 'talk', group: 'South' },
      { name: 'North/talk.docx', title: 'talk.docx', group: 'North' },
    ],
    ['North/talk.docx', 'South/talk'],
  ],
  [
    'their texts differ',
    [
      { name: 'talk', text: SOUTH },
      { name: 'talk (2)', title: 'talk', text: NORTH },
    ],
    ['talk (2)', 'talk'],
  ],
  ['only one is there, in its group', [{ name: 'talk', group: 'south' }], [undefined, 'talk']],
  ['only one is there, and nothing tells which', [{ name: 'talk' }], [undefined, undefined]],
  ['only one is there, with its ending', [{ name: 'talk.txt' }], [undefined, undefined]],
])('where two transcripts have the same name and %s', (_, documents, found) => {
  expect(match(documents)).toEqual(found);
});

test('a transcript of a name that several documents have is found by its group, never by chance', () => {
  const alone = south ? [{ ...south, document: 'talk' }] : [];
  const documents = [
    { name: 'north/talk', title: 'talk', group: 'north' },
    { name: 'south/talk', title: 'talk', group: 'south' },
  ];
  expect(match(documents, alone)).toEqual(['south/talk']);
  expect(
    match(
      documents.map(({ group, ...each }) => each),
      alone,
    ),
  ).toEqual([undefined]);
});

test('documents of one name in two groups of a list stay two', async () => {
  const list =
    'Document group,Document name,Code,Segment\nsouth,talk,Ties,"Yes, sure."\nnorth,talk,Ties,Cold up here.\n';
  const set = await readCodingSet({ path: 'list.csv', bytes: new TextEncoder().encode(list) });
  expect(set.documents.map(({ name, title, group }) => [name, title, group])).toEqual([
    ['south/talk', 'talk', 'south'],
    ['north/talk', 'talk', 'north'],
  ]);
  const folder = makeFolder({ 'study/north/talk.txt': NORTH, 'study/south/talk.txt': SOUTH, 'list.csv': list });
  const { out } = await runCli(folder, ['segments', 'study', '--codings', 'list.csv', '-f', 'csv', '-q']);
  const rows = out.split('\n').map((line) => line.split(',').slice(0, 2));
  expect(rows.slice(1, -1)).toEqual([
    ['north', 'north/talk'],
    ['south', 'south/talk'],
  ]);
});
