/** Bundles the program into dist/, so that it starts fast and installs nothing but itself. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

/** What packages do as soon as they are loaded although few commands need it, and how it is put off. */
const LATE = [
  {
    // Half of what starting commander takes; for commands that are programs of their own.
    filter: /commander[\\/]lib[\\/]command\.js$/,
    early: "const childProcess = require('node:child_process');",
    putOff: (text, early) => text.replace(early, '').replaceAll('childProcess.', "require('node:child_process')."),
  },
  {
    // A tenth of what a small study takes, for its patterns; only unusual characters are not one column wide.
    filter: /string-width[\\/]index\.js$/,
    early: 'export default function stringWidth(',
    putOff: (text, early) => {
      const begins = text.lastIndexOf("';\n", text.indexOf('\nconst ')) + 3;
      const body = text.slice(begins).replace(early, 'function stringWidth(');
      return `${text.slice(0, begins)}
let made;
export default (text, options) => (made ??= make())(text, options);
function make() {${body}return stringWidth;\n}`;
    },
  },
];
const late = {
  name: 'late',
  setup: ({ onLoad }) => {
    for (const { filter, early, putOff } of LATE)
      onLoad({ filter }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(early)) throw new Error(`Expected ${early} in ${path}`);
        return { contents: putOff(text, early) };
      });
  },
};

rmSync('dist', { recursive: true, force: true });

// Only as ES modules can it be split into what every command needs and what some do.
const { metafile, outputFiles } = await build({
  entryPoints: ['src/cli.ts', 'src/index.ts', 'src/reading-process.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  metafile: true,
  write: false,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  plugins: [late],
});

// As CommonJS the parts load faster: they are found and run one by one, without a turn of the event loop each.
for (const path of Object.keys(metafile.inputs)) {
  if (/^\s*export let /m.test(readFileSync(path, 'utf8'))) throw new Error(`Unexpected export let in ${path}`);
}
mkdirSync('dist/chunks', { recursive: true });
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
for (const { path, text } of outputFiles) {
  const { code } = await transform(toCommonJs(text), {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: !process.env.PLAIN,
    legalComments: 'none',
  });
  writeFileSync(path, code);
}

// The program inside a report, which is written into every report as it is.
const page = await build({
  entryPoints: ['main.tsx', 'style/page.css'].map((path) => ({ in: `src/report/page/${path}`, out: 'page' })),
  outdir: 'dist/report',
  bundle: true,
  platform: 'browser',
  format: 'iife',
  target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  tsconfig: 'src/report/page/tsconfig.json',
  minify: true,
  metafile: true,
  charset: 'utf8',
  legalComments: 'none',
});

const inputs = [metafile, page.metafile].flatMap((each) => Object.keys(each.inputs));
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', describePackages(inputs));

/**
 * An ES module that esbuild wrote, as CommonJS. What is imported becomes a constant and not, as in esbuild's own translation, a
 * question to the other module at each use, which costs a loop over characters a fifth of its time. That needs exports that never
 * change: no `export let`.
 */
function toCommonJs(text) {
  const list = (names, as) => names.replace(/ as /g, as);
  const code = text
    .replace(/^import "([^"]+)";$/gm, 'require("$1");')
    .replace(/^import (\w+|\* as \w+|\{[^}]*\}) from "([^"]+)";$/gm, (_all, names, from) => {
      // Of a module of Node the default is the whole.
      const whole = from.startsWith('node:') ? / default as (\w+),?/.exec(names) : null;
      const own = list(whole ? names.replace(whole[0], '') : names, ': ').replace('*: ', '');
      return `const ${whole ? `${whole[1]} = require("${from}"), ` : ''}${own} = require("${from}");`;
    })
    .replace(/^export \{([^}]*)\};$/gm, (_all, names) => {
      const pairs = names.split(',').map((name) => name.trim().split(' as '));
      return `module.exports = { ${pairs.map(([name, as = name]) => `${as}: ${name}`).join(', ')} };`;
    })
    .replace(/\bimport\("(\.[^"]+)"\)/g, 'Promise.resolve().then(() => require("$1"))')
    .replaceAll('import.meta.url', "require('node:url').pathToFileURL(__filename).href");
  return `"use strict";\n${code}`;
}

/** Name, version and licence text of every package of which something is in the bundle. */
function describePackages(inputs) {
  const folders = new Set(
    inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean),
  );
  const entries = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file && existsSync(`${folder}/${file}`) ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '';
    return `${name} ${version} (${typeof license === 'string' ? license : 'see below'})\n\n${text}`;
  });
  if (folders.has('node_modules/unpdf')) entries.push(describePdfJs());
  return `This program contains parts of the following packages.\n\n${entries.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** unpdf is little but a build of pdf.js, and says so without the licence of it; TypeScript has the same one. */
function describePdfJs() {
  const [, version] = /"(5\.\d+\.\d+)"/.exec(readFileSync('node_modules/unpdf/dist/pdfjs.mjs', 'utf8')) ?? [];
  const text = readFileSync('node_modules/typescript/LICENSE', 'utf8').trim();
  return `pdf.js ${version} (Apache-2.0), inside unpdf\n\nCopyright Mozilla Foundation\n\n${text}`;
}
