/** Every transcript in `fixtures/conventions` is read as the file beside it says: who speaks, as what, when, and what is said. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Transcript } from '../../src/model.ts';
import { normalizeName } from '../../src/transcript/normalize-name.ts';
import { root } from '../run-cli.ts';
import { readFormat } from './formats/read-format.ts';

const folder = join(root, 'fixtures/conventions');
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.turns'))
  .map((name) => name.slice(0, -'.turns'.length));

interface ExpectedTurn {
  role: string;
  /** Normalised; empty where the turn has no label. */
  speaker: string;
  /** Seconds, where a stamp tells. */
  time: number | undefined;
  /** Letters and digits alone, in small letters. */
  said: string;
}

/** The line that begins with `#` says why; `# variable: key = value` and `# language: nl` what else is expected; then a turn a line: role, speaker, time, words. */
function readExpected(name: string): { language: string | undefined; variables: string[][]; turns: ExpectedTurn[] } {
  const lines = readFileSync(join(folder, `${name}.turns`), 'utf8')
    .trimEnd()
    .split('\n');
  const heads = lines.filter((line) => line.startsWith('# '));
  const turns = lines.filter((line) => !line.startsWith('# ')).map((line) => line.split('\t'));
  return {
    language: heads.flatMap((line) => /^# language: (\w+)$/.exec(line)?.[1] ?? [])[0],
    variables: heads.flatMap((line) => {
      const [, key, value] = /^# variable: (.+?) = (.*)$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
    turns: joinTurns(
      turns.map(([role = '', speaker = '', time = '', said = '']) => ({
        role,
        speaker: normalizeName(speaker),
        time: toSeconds(time),
        said: lettersOf(said),
      })),
    ),
  };
}

/** What the program reads, in the same form. */
function describeTurns({ text, turns }: Transcript): ExpectedTurn[] {
  return joinTurns(
    turns.map(({ role, speaker = '', time = '', start, end, masks }) => {
      let said = '';
      let last = start;
      for (const mask of masks) {
        said += text.slice(last, Math.max(last, mask.start));
        last = Math.max(last, mask.end);
      }
      return {
        role,
        speaker: normalizeName(speaker),
        time: toSeconds(time),
        said: lettersOf(said + text.slice(last, end)),
      };
    }),
  );
}

/** Turns without a word do not count, and what one says in several labelled paragraphs is one turn. */
function joinTurns(turns: ExpectedTurn[]): ExpectedTurn[] {
  const joined: ExpectedTurn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (turn.said === '') continue;
    if (last && turn.speaker !== '' && turn.speaker === last.speaker && turn.role === last.role) last.said += turn.said;
    else joined.push({ ...turn });
  }
  return joined;
}

function toSeconds(time: string): number | undefined {
  if (time === '') return undefined;
  const parts = time.replace(/[.,;-]\d*$/, '').split(':');
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

const lettersOf = (said: string): string =>
  (
    said
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('');

describe.each(names)('%s', (name) => {
  test('turns, language and variables', async () => {
    const expected = readExpected(name);
    const { transcript } = await readFormat(name, readFileSync(join(folder, name)));
    const turns = describeTurns(transcript);
    // Who is undecidable is coded like a respondent; where the file expects no stamp, none is compared.
    const comparable = turns.map((turn, index) => {
      const { role, speaker, time } = expected.turns[index] ?? {};
      return {
        ...turn,
        role: role === 'other' && speaker === '' && turn.role === 'respondent' ? role : turn.role,
        speaker: speaker === '' ? '' : turn.speaker,
        time: time === undefined ? undefined : turn.time,
      };
    });
    expect(comparable).toEqual(expected.turns);
    if (expected.language) expect(transcript.language).toBe(expected.language);
    const found = new Map(
      Object.entries(transcript.variables).map(([key, value]) => [key.toLowerCase(), String(value).toLowerCase()]),
    );
    for (const [key = '', value = ''] of expected.variables)
      expect([key, found.get(key.toLowerCase())]).toEqual([key, value.toLowerCase()]);
  });
});
