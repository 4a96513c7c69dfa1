/** How the numbers of a run came about, in sentences, for who gets a file of the result without the others. */
import type { RunFile } from './run-file.ts';

/** One sentence each: program, codebook, documents, what was coded, and what was left out. */
export function describeMethod({ program, codebook, settings, documents, counts, leftOut, failed }: RunFile): string[] {
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
    `A code is put on a ${settings.unit}. ${settings.includeInterviewer ? 'Interviewers are coded too.' : 'Interviewers are not coded.'}`,
    ...lost,
  ];
}
