/** Projects of other programs: how each counts positions, where each keeps what, and what is left out and told. */
import { describe, expect, test } from 'vitest';
import { readCodingSet } from '../../../src/exchange/index.ts';
import { scanProject } from '../../../src/exchange/qdpx/project-items.ts';
import { pack, packProject, readProject, showCodings } from './write-project.ts';

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const USERS = `<Users><User guid="${id(1)}" name="Anna"/><User guid="${id(2)}" name="Ben"/></Users>`;
const CODES = `<CodeBook><Codes><Code guid="${id(10)}" name="Ties" isCodable="true"><Code guid="${id(11)}" name="Lost" isCodable="true" color="rgb(1, 2, 3)"/></Code></Codes></CodeBook>`;

interface Selection {
  start: number | string;
  end: number | string;
  name?: string;
  code?: number;
  attributes?: string;
  inside?: string;
}

let serial = 100;
const select = ({ start, end, name = '', code = 10, attributes = '', inside }: Selection): string =>
  `<PlainTextSelection guid="${id(serial++)}" name="${name}" startPosition="${start}" endPosition="${end}" ${attributes}>${
    inside ?? `<Coding guid="${id(serial++)}" creatingUser="${id(1)}"><CodeRef targetGUID="${id(code)}"/></Coding>`
  }</PlainTextSelection>`;

const source = (content: string, attributes = 'name="P01" plainTextPath="internal://t.txt"') =>
  `<TextSource guid="${id(20)}" ${attributes}>${content}</TextSource>`;

const read = (inside: string, text: string, { origin = 'SomeQDA 1', reading = {}, rest = '' } = {}) =>
  readProject(
    packProject(`${USERS}${CODES}<Sources>${source(inside)}</Sources>${rest}`, { 't.txt': text }, { origin }),
    reading,
  );

const WINDOWS = 'One 😀 two.\r\nThree four.\r\nFive six seven.';

describe('positions', () => {
  test.each([
    ['code points, a line end as one', 'SomeQDA 1', [11, 16], [23, 27]],
    ['UTF-16 units, CRLF as two, as NVivo counts', 'NVivo 12', [13, 18], [26, 30]],
    ['code points, CRLF as two', 'SomeQDA 1', [12, 17], [25, 29]],
    ['UTF-16 units, a line end as one', 'SomeQDA 1', [12, 17], [24, 28]],
  ])('are read where they count %s', async (_, origin, three = [], five = []) => {
    const selections = [three, five].map(([start = 0, end = 0], at) =>
      select({ start, end, name: at === 0 ? 'Three' : 'Five' }),
    );
    const set = await read(selections.join(''), WINDOWS, { origin });
    expect(showCodings(set)).toEqual(['Anna: ties “Three”', 'Anna: ties “Five”']);
    expect(set.messages.map(({ ruleId }) => ruleId)).toContain('positions');
  });

  test('are taken the way the user says', async () => {
    const set = await read(select({ start: 13, end: 18 }), WINDOWS, {
      reading: { offsets: 'utf16', newlines: 'crlf' },
    });
    expect(showCodings(set)).toEqual(['Anna: ties “Three”']);
  });

  test('do not count a byte-order mark', async () => {
    expect(showCodings(await read(select({ start: 4, end: 7 }), '\uFEFFOne two.'))).toEqual(['Anna: ties “two”']);
  });

  test.each([
    ['beyond the end', 4, 99, 'it ends behind the end of the text'],
    ['reversed', 7, 4, 'it ends before it begins'],
    ['empty', 4, 4, 'it is empty'],
    ['negative', -3, 4, 'its position is no number'],
    ['no number', 'x', 4, 'its position is no number'],
  ])('%s are left out, and that is told', async (_, start, end, reason) => {
    const set = await read(select({ start, end }) + select({ start: 0, end: 3 }), 'One two.');
    expect(showCodings(set)).toEqual(['Anna: ties “One”']);
    expect(set.leftOut).toEqual([{ kind: 'coding', name: 'P01', reason }]);
    expect(set.messages.map(({ ruleId, fatal }) => [ruleId, fatal])).toContainEqual(['left-out', false]);
  });
});

describe('coders', () => {
  const codingOf = (user: string) =>
    `<Coding guid="${id(serial++)}" ${user}><CodeRef targetGUID="${id(10)}"/></Coding>`;
  test.each([
    ['of the coding', `creatingUser="${id(1)}"`, codingOf(`creatingUser="${id(2)}"`), ['Ben']],
    ['of the selection, where the coding names none', `creatingUser="${id(1)}"`, codingOf(''), ['Anna']],
    ['that changed the selection last', `modifyingUser="${id(2)}"`, codingOf(''), ['Ben']],
    [
      'two in one selection',
      '',
      codingOf(`creatingUser="${id(1)}"`) + codingOf(`creatingUser="${id(2)}"`),
      ['Anna', 'Ben'],
    ],
    ['that is no user', `creatingUser="${id(3)}"`, codingOf(''), ['unnamed']],
  ])('%s', async (_, attributes, inside, coders) => {
    const set = await read(select({ start: 0, end: 3, attributes, inside }), 'One two.');
    expect(set.codings.map(({ coder }) => coder)).toEqual(coders);
    expect(set.coders).toEqual(coders);
  });
});

test('a coding of the whole document is on all of its text', async () => {
  const set = await read(
    `<Coding guid="${id(5)}" creatingUser="${id(2)}"><CodeRef targetGUID="${id(11)}"/></Coding>`,
    'One two.',
  );
  expect(showCodings(set)).toEqual(['Ben: lost “One two.”']);
});

describe('codes', () => {
  test('have GUIDs in any case and with braces', async () => {
    const inside = `<Coding guid="{${id(5)}}" creatingUser="{${id(1)}}"><CodeRef targetGUID="{${id(11).toLowerCase()}}"/></Coding>`;
    expect(showCodings(await read(select({ start: 0, end: 3, inside }), 'One.'))).toEqual(['Anna: lost “One”']);
  });

  test.each([
    ['Taguette', 'Ties\\Lost'],
    ['older ATLAS.ti', 'Ties::Lost'],
  ])('are nested where their names are paths, as in %s', async (_, name) => {
    const codes = `<CodeBook><Codes><Code guid="${id(10)}" name="${name}" isCodable="true"/></Codes></CodeBook>`;
    const project = packProject(`${USERS}${codes}<Sources>${source(select({ start: 0, end: 3 }))}</Sources>`, {
      't.txt': 'One.',
    });
    const set = await readProject(project);
    expect(set.codebook?.codes.map((code) => [code.id, code.codes.map((child) => child.id)])).toEqual([
      ['ties', ['lost']],
    ]);
    expect(showCodings(set)).toEqual(['Anna: lost “One”']);
  });

  test('that are missing, or cases, leave their codings out', async () => {
    const rest = `<Cases><Case guid="${id(40)}" name="Mary"><SelectionRef targetGUID="${id(5)}"/></Case></Cases>`;
    const project = `${USERS}${CODES}${rest}<Sources>${source(
      select({ start: 0, end: 3, code: 99 }) + select({ start: 0, end: 3, code: 40 }),
    )}</Sources>`;
    const { codings, leftOut } = await readProject(packProject(project, { 't.txt': 'One.' }));
    expect(codings).toEqual([]);
    expect(leftOut.map(({ reason }) => reason).sort()).toEqual([
      'it is of a case, not of a code',
      'its code is missing',
      'only cases of whole documents are taken over',
    ]);
  });
});

describe('memos', () => {
  const note = (number: number, text: string) =>
    `<Note guid="${id(number)}" name="N${number}"><PlainTextContent>${text}</PlainTextContent></Note>`;
  test('go to what refers to them, is linked with them or describes itself', async () => {
    const inside = `<Description>said</Description><Coding guid="${id(6)}" creatingUser="${id(1)}"><CodeRef targetGUID="${id(10)}"/><NoteRef targetGUID="${id(50)}"/></Coding>`;
    const link = `<Links><Link guid="${id(60)}" originGUID="${id(51)}" targetGUID="${id(20)}"/></Links>`;
    const rest = `<Notes>${note(50, 'of the coding')}${note(51, 'of the document')}${note(52, 'of nothing')}</Notes>${link}`;
    const set = await read(select({ start: 0, end: 3, inside }), 'One.', { rest });
    expect(set.codings[0]?.memo).toBe('said\n\nof the coding');
    expect(set.documents[0]?.memo).toBe('of the document');
    expect(set.memos).toEqual([{ title: 'N52', text: 'of nothing', about: [] }]);
  });

  test('on a passage without a code are kept with its document', async () => {
    const set = await read(select({ start: 4, end: 7, inside: '<Description>odd</Description>' }), 'One two.');
    expect(set.memos).toEqual([{ title: 'Passage at 4', text: 'odd', about: ['P01'] }]);
    expect(set.leftOut).toEqual([]);
  });
});

describe('variables and groups', () => {
  const variable = `<Variables><Variable guid="${id(30)}" name="Age" typeOfVariable="Integer"/></Variables>`;
  const value = (number: number) =>
    `<VariableValue><VariableRef targetGUID="${id(30)}"/><IntegerValue>${number}</IntegerValue></VariableValue>`;
  const reference = `<SourceRef targetGUID="${id(20)}"/>`;
  test.each([
    ['on the source', value(47), ''],
    ['on a case', '', `<Cases><Case guid="${id(41)}">${value(47)}${reference}</Case></Cases>`],
    ['on both', value(47), `<Cases><Case guid="${id(41)}">${value(47)}${reference}</Case></Cases>`],
  ])('%s', async (_, inside, cases) => {
    const project = `${variable}${cases}<Sources>${source(inside)}</Sources>`;
    const set = await readProject(packProject(project, { 't.txt': 'One.' }));
    expect(set.documents[0]?.variables).toEqual({ Age: 47 });
    expect(set.leftOut).toEqual([]);
  });

  test('a set of documents is a group, another kind of set is left out', async () => {
    const member = `<MemberSource targetGUID="${id(20)}"/>`;
    const sets = `<Sets><Set guid="${id(70)}" name="Round 1">${member}</Set><Set guid="${id(71)}" name="B"><MemberCode targetGUID="${id(10)}"/></Set></Sets>`;
    const set = await read('', 'One.', { rest: sets });
    expect(set.documents[0]?.group).toBe('Round 1');
    expect(set.leftOut.map(({ kind, name }) => [kind, name])).toEqual([['set', 'B']]);
  });
});

describe('containers', () => {
  test.each([
    ['the folder with a capital, as NVivo writes it', { folder: 'Sources' }],
    ['the project by another name', { part: 'My study.qde' }],
  ])('%s', async (_, options) => {
    const project = `${USERS}${CODES}<Sources>${source(select({ start: 0, end: 3 }))}</Sources>`;
    expect(showCodings(await readProject(packProject(project, { 't.txt': 'One.' }, options)))).toEqual([
      'Anna: ties “One”',
    ]);
  });

  test('another namespace and prefixes are no hindrance', async () => {
    const xml = packProject('', {});
    expect((await readProject(xml)).messages).toEqual([]);
    const content = `<q:Project xmlns:q="urn:QDA-XML:project:0:10" name="P"><q:Sources><q:TextSource guid="${id(20)}" name="A"><q:PlainTextContent>One.</q:PlainTextContent></q:TextSource></q:Sources></q:Project>`;
    const set = await readProject(pack([{ name: 'project.qde', content }]));
    expect(set.documents).toEqual([{ name: 'A', text: 'One.', variables: {} }]);
  });

  test.each([
    ['no file for it', 'name="A" plainTextPath="internal://u.txt"', 'its text is missing in the file'],
    ['a file elsewhere', 'name="A" plainTextPath="absolute:///etc/passwd"', 'its text is not in the file'],
    ['a file above', 'name="A" plainTextPath="internal://../t.txt"', 'its text is missing in the file'],
    ['only a formatted text', 'name="A" richTextPath="internal://t.docx"', 'it has no plain text'],
    ['nothing at all', 'name="A"', 'it has no text'],
  ])('a source with %s is left out with its codings', async (_, attributes, reason) => {
    const sources = `${source('')}${source(select({ start: 0, end: 3 }), attributes).replace(id(20), id(21))}`;
    const set = await readProject(packProject(`${USERS}${CODES}<Sources>${sources}</Sources>`, { 't.txt': 'One.' }));
    expect(set.documents.map(({ name }) => name)).toEqual(['P01']);
    expect(set.leftOut).toEqual([{ kind: 'document', name: 'A', reason: `${reason}, and with it 1 coding` }]);
  });

  test('pictures, recordings and PDFs are left out with the number of their codings', async () => {
    const coding = `<Coding guid="${id(80)}"><CodeRef targetGUID="${id(10)}"/></Coding>`;
    const others = `<PictureSource guid="${id(81)}" name="Map"><PictureSelection guid="${id(82)}">${coding}</PictureSelection></PictureSource><AudioSource guid="${id(83)}" name="Tape"/><PDFSource guid="${id(84)}" name="Letter"/>`;
    const { leftOut, messages } = await readProject(packProject(`<Sources>${others}</Sources>`));
    expect(leftOut.map(({ kind, name, reason }) => `${kind} ${name}: ${reason}`)).toEqual([
      'picture Map: only texts are taken over, and with it 1 coding',
      'audio Tape: only texts are taken over',
      'pdf Letter: only texts are taken over',
    ]);
    const picture = messages.find(({ reason }) => reason.includes('picture'));
    expect([picture?.reason, picture?.fatal]).toEqual([
      'Left out 1 picture (`Map`): only texts are taken over, and with it 1 coding',
      false,
    ]);
  });

  test('documents and users with one name are told apart', async () => {
    const sources = `${source(select({ start: 0, end: 3 }))}${source('').replace(id(20), id(21))}`;
    const users = USERS.replace('"Ben"', '"Anna"');
    const project = packProject(`${users}${CODES}<Sources>${sources}</Sources>`, { 't.txt': 'One.' });
    const set = await readProject(project);
    expect(set.documents.map(({ name }) => name)).toEqual(['P01', 'P01 (2)']);
  });
});

describe('a hostile or broken file', () => {
  const xml = (content: string) => pack([{ name: 'project.qde', content }]);
  test.each<[string, Uint8Array, string]>([
    ['no zip', new TextEncoder().encode('hello'), 'plain text'],
    ['a zip without a project', pack([{ name: 'a.txt', content: 'x' }]), 'without a project.qde'],
    ['a path out of the file', pack([{ name: '../project.qde', content: '<Project/>' }]), 'Unexpected damage'],
    ['other XML', xml('<CodeBook/>'), 'expected <Project>'],
    ['an entity', xml('<!DOCTYPE x [<!ENTITY a "b">]><Project name="&a;"/>'), 'document type'],
    ['XML that is cut off', xml('<Project name="P"><Sources>'), 'Unexpected XML'],
    ['deep nesting', xml(`<Project>${'<Sources>'.repeat(300)}`), 'nesting'],
    ['nothing', new Uint8Array(0), 'empty file'],
  ])('%s is refused', async (_, bytes, reason) => {
    const { messages, documents } = await readCodingSet({ path: 'study.qdpx', bytes });
    expect(documents).toEqual([]);
    expect(messages.map((message) => [message.fatal, message.reason])).toEqual([
      [true, expect.stringContaining(reason)],
    ]);
  });

  test('more elements in one item than any study has are refused', () => {
    const scan = (content: string) => scanProject(new TextEncoder().encode(content), 'project.qde', () => {}, 10);
    const item = (count: number) => `<Note>${'<b/>'.repeat(count)}</Note>`;
    expect(() => scan(`<Project><Notes>${item(7)}${item(8)}</Notes></Project>`)).not.toThrow();
    expect(() => scan(`<Project><Notes>${item(10)}</Notes></Project>`)).toThrow('number of elements');
  });
});
