/** Files are read again only when their bytes have changed. */
import { expect, test } from 'vitest';
import { RememberingReader } from '../../src/study/remembering-reader.ts';
import type { Source } from '../../src/transcript/source.ts';

const encode = (text: string) => new TextEncoder().encode(text);

test('what was read is remembered by path and bytes, and nobody changes the memory', async () => {
  const asked: string[] = [];
  const reader = new RememberingReader({
    read({ path }): Promise<Source> {
      asked.push(path);
      return Promise.resolve({ blocks: [], frontMatter: { path }, messages: [] });
    },
    end() {},
  });
  const first = await reader.read({ path: 'a.txt', bytes: encode('1') });
  Object.assign(first?.frontMatter ?? {}, { place: 'Delft' });
  const second = await reader.read({ path: 'a.txt', bytes: encode('1') });
  expect(second?.frontMatter).toEqual({ path: 'a.txt' });
  await reader.read({ path: 'b.txt', bytes: encode('1') });
  expect(asked).toEqual(['a.txt', 'b.txt']);
  await reader.read({ path: 'a.txt', bytes: encode('2') });
  await reader.read({ path: 'a.txt', bytes: encode('1') });
  expect(asked).toEqual(['a.txt', 'b.txt', 'a.txt', 'a.txt']);
});
