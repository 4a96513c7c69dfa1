/** No reader throws, whatever the bytes: random ones, and good files damaged at random; and no text is lost without a word. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isError } from '../../../src/text/messages.ts';
import type { Format, Source } from '../../../src/transcript/source.ts';
import { cases } from '../../fuzz.ts';
import type { ZipEntry } from './make-zip.ts';
import { damages, mutate, mutateInside, share, unzip } from './mutate.ts';
import { samplesOf } from './samples.ts';

/** Blocks with lines in them, or a message that says why there are none. */
function checkSource({ blocks, messages }: Source): void {
  for (const { kind, lines } of blocks) {
    if ((kind !== 'text' && kind !== 'heading') || lines.length === 0) expect.fail('a block of lines');
    for (const line of lines) {
      const inside = line.masks.every(({ start, end }) => start >= 0 && start < end && end <= line.text.length);
      if (!inside || line.bold > line.text.length || !(line.line >= 1)) expect.fail(JSON.stringify(line));
    }
  }
  for (const message of messages) if (!message.reason || !message.ruleId) expect.fail(String(message));
}

/** Declares the tests for these formats; they stand in two files, so that they run beside each other. */
export function describeReaders(formats: readonly Format[]): void {
  describe.each(formats.map((format): [string, Format] => [format.name, format]))('%s', (_name, format) =>
    testReader(format),
  );
}

function testReader(format: Format): void {
  const path = `a${format.extensions[0]}`;
  const samples = samplesOf(format.extensions[0] ?? '');
  const isZip = samples.some((bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b);
  const read = async (bytes: Uint8Array): Promise<Source> => {
    const source = await format.read({ path, bytes });
    checkSource(source);
    return source;
  };

  test('a good file has blocks and no error', async () => {
    expect(samples.length).toBeGreaterThan(0);
    for (const bytes of samples) {
      const { blocks, messages } = await read(bytes);
      expect([blocks.length > 0, messages.filter(isError)]).toEqual([true, []]);
    }
  });

  test('random bytes and random text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        async (bytes, text) => {
          await read(bytes);
          await read(new TextEncoder().encode(`---\n${text}\n---\n${text}`));
        },
      ),
      cases(250),
    );
  });

  test('a damaged file', async () => {
    let readable = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), damages, async (good, changes) => {
        const bytes = mutate(good, changes);
        const { blocks, messages } = await read(bytes);
        if (blocks.length > 0) readable++;
        // A text of which the beginning alone is left may have no word in it; it is then told of as an empty transcript.
        else if (bytes.length > good.length / 2) expect(messages.some(isError)).toBe(true);
      }),
      cases(isZip ? 250 : 500),
    );
    expect(readable).toBeGreaterThan(isZip ? 0 : cases(25).numRuns);
  });

  test.runIf(isZip)('a container with a damaged part', async () => {
    const opened: ZipEntry[][] = await Promise.all(samples.map(unzip));
    let readable = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...opened), share, damages, async (entries, which, changes) => {
        // Few damages, since most XML with one of them is no XML.
        const { blocks, messages } = await read(mutateInside(entries, which, changes.slice(0, 2)));
        if (blocks.length > 0) readable++;
        else expect(messages.some(isError)).toBe(true);
      }),
      cases(500),
    );
    expect(readable).toBeGreaterThan(cases(20).numRuns);
  });
}
