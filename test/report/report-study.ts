/** A small study with a report of it: numbers that can be checked in the head, and texts that try to break out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, runCli } from '../run-cli.ts';

/** What nobody may take for markup, or for the end of a script. */
export const HOSTILE =
  '</script><img src=x onerror="document.title=1"> <!-- <script> ]]> \u2028 \u{1F600} \u0645\u0631\u062d\u0628\u0627 \u0024{1} \\u003c';
export const HOSTILE_NAME = '<b>eve & "co"';

const CODEBOOK = `name: work
title: Work & <i>rest</i>
languages: [en]
codes:
  - id: load
    name: Load
    definition: What weighs on people.
    color: '#b3261e'
    terms: [heavy]
    codes:
      - { id: time, name: Time, terms: [hurry, hours] }
      - { id: money, name: Money, terms: [wages] }
  - { id: rest, name: Rest </script>, color: '#ffff00', terms: [sleep] }
`;

const interview = (role: string, answers: string[]) =>
  `---\nrole: ${role}\n---\n\n${answers.map((answer) => `I: And then?\n\nR: ${answer}`).join('\n\n')}\n`;

/**
 * Coded segments: anna has load 2 (heavy; hurry and hours), time 1; ben time 1 and rest 1 on one segment, money 1;
 * the hostile one rest 1. Load with its subcodes: anna 2, ben 2.
 */
const FILES = {
  'codebook.yaml': CODEBOOK,
  'north/anna.txt': interview('nurse', ['It is heavy work.', 'Always a hurry, long hours.', 'Nothing much.']),
  'north/ben.txt': interview('driver', ['I hurry home and sleep.', 'The wages are low.']),
  [`south/${HOSTILE_NAME}.txt`]: interview('nurse', [`I sleep. ${HOSTILE}`]),
};

/** The report of the study, as HTML. */
export async function makeReport(): Promise<string> {
  const folder = makeFolder(FILES);
  const { exitCode, err } = await runCli(folder, ['report', '.', '-q']);
  if (exitCode !== 0) throw new Error(err);
  return readFileSync(join(folder, 'report.html'), 'utf8');
}
