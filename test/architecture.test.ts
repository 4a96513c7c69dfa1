/** The house rules of src/: import order, no cycles, one folder per third-party package, sizes, opening sentences. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { version } from '../src/version.ts';
import { root } from './run-cli.ts';

const LAYERS: Record<string, number> = {
  'model.ts': 0,
  'version.ts': 0,
  'random-numbers.ts': 0,
  text: 1,
  containers: 1.5,
  transcript: 2,
  codebook: 2,
  coding: 3,
  agreement: 3.5,
  lint: 4,
  tables: 4,
  output: 5,
  exchange: 5,
  report: 5.5,
  'interrupts.ts': 5.5,
  'scratch-file.ts': 5.5,
  'io.ts': 6,
  'settings.ts': 6,
  study: 7,
  commands: 8,
  'cli.ts': 9,
  'index.ts': 9,
  'reading-process.ts': 9,
};

/** Third-party packages and the only folder (or file) that may import each. */
const PACKAGES: Record<string, string[]> = {
  unified: ['transcript/formats'],
  'remark-parse': ['transcript/formats'],
  mdast: ['transcript/formats'],
  mammoth: ['transcript/formats'],
  yauzl: ['containers'],
  saxes: ['containers'],
  fflate: ['containers'],
  'rehype-parse': ['transcript/formats'],
  hast: ['transcript/formats'],
  unpdf: ['transcript/formats'],
  natural: ['text/languages'],
  yaml: ['text'],
  'decode-named-character-reference': ['text'],
  'vfile-message': ['text', 'model.ts'],
  zod: ['codebook', 'study/load-config.ts'],
  re2js: ['coding/terms'],
  'csv-parse': ['containers'],
  'csv-stringify': ['output', 'codebook/formats'],
  'hyparquet-writer': ['output/parquet'],
  chalk: ['output'],
  'string-width': ['output'],
  preact: ['report/page'],
  commander: ['commands', 'cli.ts'],
};

/** What is started as a program of its own. */
const DOORS = ['cli.ts', 'reading-process.ts'];

/** Tables of rules or options, registries and the model may be long. */
const NO_BUDGET = /(?:model|schema|nl-inflections|table-options|index)\.ts$/;
const LONGEST_FILE = 250;
const LONGEST_FUNCTION = 50;
const LONGEST_COMMAND = 60;

interface SourceFile {
  path: string;
  text: string;
  /** Relative imports, as paths below src/. */
  imports: { path: string; typeOnly: boolean }[];
  packages: string[];
}

const sources = listFiles(join(root, 'src'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map(readSource);

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
}

function readSource(absolute: string): SourceFile {
  const path = relative(join(root, 'src'), absolute).replaceAll('\\', '/');
  const text = readFileSync(absolute, 'utf8');
  const found = [...text.matchAll(/^(import|export)( type)?\b[^'";=()]*? from '([^']+)'|import\('([^']+)'\)/gm)];
  const named = found.map((match) => ({ name: match[3] ?? match[4] ?? '', typeOnly: match[2] !== undefined }));
  const imports = named
    .filter(({ name }) => name.startsWith('.'))
    .map(({ name, typeOnly }) => ({ path: join(dirname(path), name).replaceAll('\\', '/'), typeOnly }));
  const packages = named.map(({ name }) => name).filter((name) => /^[a-z@]/.test(name) && !name.startsWith('node:'));
  return { path, text, imports, packages };
}

/** Folder or file directly below src/. */
const placeOf = (path: string): string => path.split('/')[0] ?? path;

describe.each(sources.map((source) => [source.path, source] as const))('%s', (path, source) => {
  test('imports only from its own folder or a lower layer', () => {
    const layer = LAYERS[placeOf(path)];
    expect(layer, 'every folder has a layer').toBeDefined();
    const wrong = source.imports.filter(({ path: target }) => {
      const other = LAYERS[placeOf(target)];
      return placeOf(target) !== placeOf(path) && (other === undefined || other >= (layer ?? 0));
    });
    expect(wrong.map((each) => each.path)).toEqual([]);
  });

  test('imports packages only where they belong', () => {
    const wrong = source.packages.filter((name) => {
      const owner = PACKAGES[name.split('/')[0] ?? name];
      return !owner?.some((place) => path === place || path.startsWith(`${place}/`));
    });
    expect(wrong).toEqual([]);
  });

  test('opens with one sentence that says what it is', () => {
    expect(source.text).toMatch(/^\/\*\*[^\n]+\.(?: \*\/)?\n/);
  });

  test.skipIf(NO_BUDGET.test(path))('keeps its budget of lines', () => {
    const lines = source.text.split('\n').length - 1;
    expect(lines).toBeLessThanOrEqual(path.startsWith('commands/') ? LONGEST_COMMAND : LONGEST_FILE);
    expect(longFunctions(source.text)).toEqual([]);
  });

  test('does not print and does not ask the process, unless it is the door', () => {
    const calls = source.text.match(/\b(?:console\.\w+|process\.\w+)/g) ?? [];
    expect(DOORS.includes(path) ? [] : calls).toEqual([]);
  });
});

/** Names of functions and methods with more lines than the budget, by their indentation. */
function longFunctions(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, start) => {
    const indent = /^( *)(?:export |async |static |function\*? )*[#\w]+.*\{$/.exec(line)?.[1];
    if (indent === undefined || !/\(/.test(line) || /^\s*(?:if|for|while|return|switch)\b/.test(line)) return [];
    const length = lines.slice(start).findIndex((each) => each.startsWith(`${indent}}`));
    return length + 1 > LONGEST_FUNCTION ? [line.trim()] : [];
  });
}

test('no two files import each other, however far around', () => {
  const graph = new Map(
    sources.map(({ path, imports }) => [path, imports.filter((each) => !each.typeOnly).map((each) => each.path)]),
  );
  const done = new Set<string>();
  const visit = (path: string, trail: string[]): void => {
    expect(trail, 'a cycle of imports').not.toContain(path);
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
});

test('the top level holds what the plan says and nothing else', () => {
  const fixed = [
    'LICENSE',
    'CHANGELOG.md',
    'README.md',
    'bin',
    'codebooks',
    'fixtures',
    'package.json',
    'package-lock.json',
    'src',
    'test',
    'tsconfig.json',
  ];
  const tools = [
    'biome.json',
    'esbuild.config.js',
    'knip.json',
    'tsconfig.build.json',
    'vitest.config.ts',
    'node_modules',
    'dist',
  ];
  const found = readdirSync(root).filter((name) => !name.startsWith('.') && name !== 'coded');
  expect(found.filter((name) => !fixed.includes(name) && !tools.includes(name))).toEqual([]);
});

test('the version is that of the package', () => {
  expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version).toBe(version);
});
