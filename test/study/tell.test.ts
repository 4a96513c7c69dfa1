/** What is told on stderr of a study of thousands of transcripts can still be read. */
import { expect, test } from 'vitest';
import type { Io } from '../../src/io.ts';
import type { Message } from '../../src/model.ts';
import { tellMessages } from '../../src/study/tell.ts';
import { createMessage } from '../../src/text/messages.ts';

const tell = (count: number, rule: string, severity: 'error' | 'warning') =>
  Array.from({ length: count }, (_, at) =>
    createMessage('Unexpected x', { rule, severity, path: `${at}.txt`, position: { line: at + 1, column: 1 } }),
  );

test('of one rule 20 lines are shown, and the others counted; what is rare is not hidden by it', () => {
  const lines = read([
    ...tell(220, 'binary-file', 'error'),
    ...tell(21, 'yaml', 'warning'),
    ...tell(20, 'other', 'error'),
  ]);
  expect(lines).toHaveLength(20 + 20 + 20 + 2);
  expect(lines.slice(19, 21)).toEqual([
    '19.txt:20:1: warning: Unexpected x [yaml]\n',
    '… and 1 more of this: warning [yaml]; `documents` lists what is told of each transcript\n',
  ]);
  expect(lines.at(-1)).toBe(
    '… and 200 more of this: error [binary-file]; `documents` lists what is told of each transcript\n',
  );
});

test('errors come last, file by file', () => {
  const lines = read([...tell(2, 'late', 'error'), ...tell(1, 'yaml', 'warning'), ...tell(2, 'early', 'error')]);
  expect(lines.map((line) => line.replace(/:.* /, ' ').trim())).toEqual([
    '0.txt [yaml]',
    '0.txt [late]',
    '0.txt [early]',
    '1.txt [late]',
    '1.txt [early]',
  ]);
});

function read(messages: Message[]): string[] {
  const lines: string[] = [];
  tellMessages(messages, { err: (text: string) => void lines.push(text) } as unknown as Io, false);
  return lines;
}
