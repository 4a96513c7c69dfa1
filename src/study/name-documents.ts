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
  const renamed = files.filter((file, index) => names[index] !== file.name);
  const messages = renamed.map((file) => {
    const reason = `Several files are called \`${file.name}\`; this one is shown as \`${names[files.indexOf(file)]}\``;
    return createMessage(reason, { rule: 'equal-names', severity: 'information', path: file.path });
  });
  return { names, messages };
}
