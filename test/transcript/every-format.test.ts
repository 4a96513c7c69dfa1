/** One interview in every format gives the same turns, the same words and the same codings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TranscriptCoder } from '../../src/coding/code-transcript.ts';
import { formats } from '../../src/transcript/formats/index.ts';
import { evidenceOf, parseCodebook } from '../builders.ts';
import { root } from '../run-cli.ts';
import { readFormat } from './formats/read-format.ts';

const CODEBOOK = parseCodebook(`
name: any
languages: [nl]
codes:
  - { id: trust, name: Trust, terms: [vertrouwen, over de vloer] }
  - { id: supervision, name: Supervision, terms: [begeleiding, =coördinator, 'vrijwillig*'] }
  - { id: boundaries, name: Boundaries, terms: [grens, { term: eisen, except: [lage eisen] }] }
`);

async function readAndCode(extension: string) {
  const name = `interview${extension}`;
  const bytes = readFileSync(join(root, 'fixtures/every-format', name));
  const { transcript, turns, messages } = await readFormat(name, bytes);
  const coder = new TranscriptCoder(CODEBOOK, { unit: 'paragraph', includeInterviewer: false });
  const coded = coder.code(transcript);
  return {
    messages: messages.map((message) => message.ruleId).filter((rule) => rule !== 'interviewer-guessed'),
    result: {
      turns: turns.map((turn) => turn.replace(/ \[[\d:]+\]:/, ':')),
      roles: transcript.turns.map(({ role }) => role),
      words: coded.words,
      segments: coded.segments.map(({ start, end }) => transcript.text.slice(start, end)),
      codings: coded.codings.map(({ code, turn }) => `${code} ${turn}`),
      evidence: evidenceOf(coded),
    },
  };
}

test('the interview itself: ten turns, five of them coded speech', async () => {
  const { result } = await readAndCode('.txt');
  expect([result.turns.length, result.segments.length, result.words]).toEqual([10, 5, 96]);
  expect(result.codings).toEqual(['supervision 1', 'trust 3', 'supervision 5', 'boundaries 5', 'boundaries 9']);
  expect(result.evidence).toEqual([
    'vrijwilliger',
    'over de vloer',
    'vertrouwen',
    'coördinator',
    'begeleiding',
    'grens',
    'eisen',
  ]);
});

const OTHERS = formats.map((format) => String(format.extensions[0])).filter((extension) => extension !== '.txt');

test.each(OTHERS)('%s gives the same', async (extension) => {
  const [plain, other] = await Promise.all([readAndCode('.txt'), readAndCode(extension)]);
  expect(other.result).toEqual(plain.result);
  expect(other.messages).toEqual(extension === '.pdf' ? ['left-out'] : []);
});
