/** How the numbers of a run came about, in sentences, for who gets a file of the result without the others. */
import type { RunFile } from './run-file.ts';

/** One sentence each: program, codebook, documents, what was coded, and what was left out. */
export function describeMethod(run: RunFile): string[] {
  const { program, codebook, settings, documents, counts, leftOut, failed } = run;
  const version = codebook.version === undefined ? '' : `, version ${codebook.version}`;
  const languages = [...new Set(documents.map(({ language }) => language))].sort().join(', ');
  const lost = [
    ...(leftOut ? [`Left out, since they do not meet the condition: ${leftOut.join(', ')}.`] : []),
    ...(failed.length > 0 ? [`Could not be used: ${failed.join(', ')}.`] : []),
  ];
  return [
    `Written by ${program.name} ${program.version}; run.json has every setting, and the hash of every file.`,
    `Codebook: ${codebook.name}${version} (${codebook.path}).`,
    `Documents: ${counts.documents}, with ${counts.segments} segments and ${counts.words} words; language: ${languages}.`,
    ...describeCoders(run),
    `${run.codings ? 'A segment is' : 'A code is put on'} a ${settings.unit}. ${settings.includeInterviewer ? 'Interviewers are coded too.' : 'Interviewers are not coded.'}`,
    ...lost,
  ];
}

function describeCoders({ codings = [], coders }: RunFile): string[] {
  if (!coders) return [];
  const names = coders.map(({ coder, codings: count }) => `${coder} (${count})`).join(', ');
  const files = codings.length === 0 ? '' : `; from ${codings.map(({ path }) => path).join(', ')}`;
  return [`Coded segments by coder: ${names === '' ? 'none' : names}${files}.`];
}
