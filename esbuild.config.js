/** Bundles the program into dist/, so that it starts fast and installs nothing but itself. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, transform } from 'esbuild';

/** Half of what starting commander takes is this module, which it needs only for commands that are programs of their own. */
const CHILD_PROCESS = "const childProcess = require('node:child_process');";
const lateChildProcess = {
  name: 'late-child-process',
  setup: ({ onLoad }) =>
    onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (!text.includes(CHILD_PROCESS)) throw new Error(`Expected ${CHILD_PROCESS} in ${path}`);
      return {
        contents: text.replace(CHILD_PROCESS, '').replaceAll('childProcess.', "require('node:child_process')."),
      };
    }),
};

/** What `import.meta.url` becomes. */
const URL_OF_FILE = "const _url=require('node:url').pathToFileURL(__filename).href;";

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
  plugins: [lateChildProcess],
});

// As CommonJS the parts load in a third of the time, for they are found and run one by one, without a turn of the event loop each.
mkdirSync('dist/chunks', { recursive: true });
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
for (const { path, text } of outputFiles) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    minify: !process.env.PLAIN,
    legalComments: 'none',
    supported: { 'dynamic-import': false },
    ...(text.includes('import.meta') && { define: { 'import.meta.url': '_url' }, banner: URL_OF_FILE }),
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
  minify: !process.env.PLAIN,
  metafile: true,
  charset: 'utf8',
  legalComments: 'none',
});

const inputs = [metafile, page.metafile].flatMap((each) => Object.keys(each.inputs));
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', describePackages(inputs));

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
