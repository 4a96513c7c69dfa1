/** Gives every transcript a name that is unique in the study. */
import type { Message } from '../model.ts';
import { createMessage } from '../text/messages.ts';
import type { FoundFile } from './find-transcripts.ts';

/** File names; equal ones gain their group, then their extension, then a number, and it is reported. */
export function nameDocuments(files: readonly FoundFile[]): { names: string[]; messages: Message[] } {
  const steps: ((file: FoundFile, index: number) => string)[] = [
    ({ name }) => name,
    ({ name, group }) => (group === undefined ? name : `${group}/${name}`),
    ({ name, group, extension }) => (group === undefined ? name : `${group}/${name}`) + extension,
    ({ relativePath }, index) => `${relativePath} (${index + 1})`,
  ];
  let names = files.map(({ name }) => name);
  for (const step of steps) {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    names = names.map((name, index) => ((counts.get(name) ?? 0) > 1 ? step(files[index] as FoundFile, index) : name));
  }
  const renamed = files.flatMap((file, index) =>
    names[index] === file.name ? [] : [{ file, name: names[index] ?? '' }],
  );
  return { names, messages: renamed.map(({ file, name }) => reportName(file, name, files)) };
}

/** Equal names in one folder are most often one interview in several formats, and would count several times. */
function reportName(file: FoundFile, name: string, files: readonly FoundFile[]): Message {
  const twin = files.some((other) => other !== file && other.name === file.name && other.group === file.group);
  const shown = `Several files are called \`${file.name}\`; this one is shown as \`${name}\``;
  if (!twin) return createMessage(shown, { rule: 'equal-names', severity: 'information', path: file.path });
  const hint = 'if it is one interview in several formats, keep one of them in the folder: now each is counted';
  return createMessage(shown, { rule: 'equal-names', severity: 'warning', path: file.path, hint });
}
