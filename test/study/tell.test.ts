/** What is told on stderr of a study of thousands of transcripts can still be read. */
import { expect, test } from 'vitest';
import type { Io } from '../../src/io.ts';
import { tellMessages } from '../../src/study/tell.ts';
import { createMessage } from '../../src/text/messages.ts';

const tell = (count: number, rule: string, severity: 'error' | 'warning') =>
  Array.from({ length: count }, (_, at) =>
    createMessage('Unexpected x', { rule, severity, path: `${at}.txt`, position: { line: at + 1, column: 1 } }),
  );

test('of one rule 20 lines are shown, and the others counted; what is rare is not hidden by it', () => {
  const lines: string[] = [];
  const io = { err: (text: string) => void lines.push(text) } as unknown as Io;
  tellMessages(
    [...tell(220, 'binary-file', 'error'), ...tell(21, 'yaml', 'warning'), ...tell(20, 'other', 'error')],
    io,
    false,
  );
  expect(lines).toHaveLength(20 + 20 + 20 + 2);
  expect(lines[39]).toBe('19.txt:20:1: warning: Unexpected x [yaml]\n');
  expect(lines.slice(-2)).toEqual([
    '… and 200 more of this: error [binary-file]; `documents` lists what is told of each transcript\n',
    '… and 1 more of this: warning [yaml]; `documents` lists what is told of each transcript\n',
  ]);
});
