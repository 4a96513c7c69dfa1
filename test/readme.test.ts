/** The README's outputs, terms and rules are made from the program, so that it cannot lie. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { termKinds } from '../src/coding/terms/index.ts';
import { rules } from '../src/lint/rules/index.ts';
import { makeFolder, root, runCli } from './run-cli.ts';

const WIDTH = 88;

/** A marker, and what stands between it and the next blank line outside a fence: a fenced block or a table. */
const MARKED =
  /^<!-- (output(?: \d+)?: .*|result: .*|terms|rules) -->\n(?:\n(?:```text\n[\s\S]*?\n```\n|(?:\|.*\n)+))?/gm;

test('the README shows what the program really prints', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const output = join(makeFolder(), 'coded');
  const main = await runCli(root, ['fixtures/interviews', '-o', output], WIDTH);
  const markers = [...readme.matchAll(MARKED)];
  const blocks = await Promise.all(markers.map((match) => makeBlock(match[1] ?? '', main.out, output)));
  let at = 0;
  const made = readme.replace(MARKED, (_all, marker: string) => `<!-- ${marker} -->\n\n${blocks[at++]}\n`);
  expect(markers.length).toBeGreaterThan(5);
  await expect(made).toMatchFileSnapshot(join(root, 'README.md'));
});

test('the two commands stand in the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const command of ['npm install && npm start', 'npm install && npm test']) expect(readme).toContain(command);
});

/** `output 12: ARGUMENTS` shows the first twelve lines of what is printed, `result: FILE 12` those of a file of results. */
async function makeBlock(marker: string, mainOutput: string, folder: string): Promise<string> {
  const [, kind = '', most, written = ''] = /^(\w+)(?: (\d+))?:? ?(.*)$/.exec(marker) ?? [];
  const rest = written.split(' ');
  if (kind === 'terms') return describeTerms();
  if (kind === 'rules') return describeRules();
  if (kind === 'result') {
    const [name = '', lines] = rest;
    return fence(readFileSync(join(folder, name), 'utf8').split('\n').slice(0, Number(lines)).join('\n'));
  }
  const isMain = rest[0] === 'fixtures/interviews';
  const printed = isMain ? mainOutput : (await runCli(root, rest, WIDTH)).out;
  return fence(most === undefined ? printed : printed.split('\n').slice(0, Number(most)).join('\n'));
}

const fence = (text: string) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

function describeTerms(): string {
  const rows = termKinds.toReversed().map(({ kind, summary, samples }) => {
    const [sample] = samples;
    const quote = (texts: string[] = []) => texts.map((text) => `*${text}*`).join(', ');
    return `| ${kind} | \`${sample?.term.replaceAll('|', '\\|')}\` | ${summary} | ${quote(sample?.match)} | ${quote(sample?.noMatch)} |`;
  });
  return ['| kind | written | matches | for example | not |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function describeRules(): string {
  const rows = rules.map(({ id, severity, summary, why }) => `| \`${id}\` | ${severity} | ${summary} | ${why} |`);
  return ['| rule | severity | finds | why |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
