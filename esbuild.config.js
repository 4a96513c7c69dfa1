/** Bundles the program into dist/, so that it starts fast and installs nothing but itself. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Some of the bundled packages are CommonJS and ask for Node's own modules with require. */
const REQUIRE =
  "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);";

rmSync('dist', { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: ['src/cli.ts', 'src/index.ts', 'src/reading-process.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  metafile: true,
  legalComments: 'none',
  chunkNames: 'chunks/[name]-[hash]',
  banner: { js: REQUIRE },
});

// It takes a while to make, in every file that is loaded.
for (const path of Object.keys(metafile.outputs)) {
  const text = readFileSync(path, 'utf8');
  const code = text.replace(`${REQUIRE}\n`, '');
  if (!/\brequire\b/.test(code)) writeFileSync(path, code);
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
