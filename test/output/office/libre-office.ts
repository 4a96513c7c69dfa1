/** Opens files with LibreOffice, as a check by a program of others; `canOpen` is false where there is none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeFolder } from '../../run-cli.ts';

export const canOpen = spawnSync('soffice', ['--version']).status === 0;

/** Values as they are stored, all sheets, each in a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';
const FILTERS = { csv: CSV, txt: 'txt:Text (encoded):UTF8' };

/** What LibreOffice makes of files, by the names of the files that it writes, which for a workbook have the name of the sheet. */
export function convert(files: Record<string, Uint8Array>, to: keyof typeof FILTERS): Record<string, string> {
  const [folder, profile, output] = [makeFolder(), makeFolder(), makeFolder()];
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  const paths = Object.keys(files).map((name) => join(folder, name));
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, '--headless', '--norestore'];
  execFileSync('soffice', [...options, '--convert-to', FILTERS[to], '--outdir', output, ...paths], { stdio: 'pipe' });
  const names = readdirSync(output).sort();
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(output, name), 'utf8').replace(/^\uFEFF/, '')]),
  );
}
