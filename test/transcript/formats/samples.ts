/** Small good transcripts in every format, for tests that go over all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../run-cli.ts';

const SAID = [
  'I: Wat vraagt dat van een vrijwilliger?',
  'R: Geduld & een appel.',
  'I: Café 😀 of meer?',
  'R: Ja, dat gaat goed.',
];
/** Enough of them that small damages leave some whole. */
const CUES = Array.from({ length: 24 }, (_, index): [time: string, text: string] => [
  `00:00:${String(index * 2).padStart(2, '0')}`,
  SAID[index % SAID.length] ?? '',
]);

/** Formats that are text, by extension. */
const TEXTS: Record<string, string> = {
  '.md': `---\nage: 40\ngroup: [a, b]\n---\n# Gesprek\n\n${CUES.map(([, text]) => text.replace(/^.:/, '**$&**')).join('\n\n')}\n\n**R:** Geduld *en* een [appel](http://x.nl).\n\n1. een\n   - twee\n\n> citaat <lacht>\n\n\`\`\`\ncode\n\`\`\`\n`,
  '.txt': `---\nage: 40\n---\nDatum: 3 mei\n\n${CUES.map(([time, text]) => `${text} [${time}] (lacht)`).join('\n\n')}\n`,
  '.vtt': `WEBVTT\n\nNOTE iets\n\n${CUES.map(([time, text], index) => `${index + 1}\n${time}.000 --> ${time}.900 align:start\n<v ${text[0]}>${text.slice(3)}</v>`).join('\n\n')}\n`,
  '.srt': CUES.map(([time, text], index) => `${index + 1}\n${time},000 --> ${time},900\n<i>${text}</i>\n`).join('\n'),
  '.sbv': CUES.map(([time, text]) => `${time}.000,${time}.900\n${text}[br]en meer\n`).join('\n'),
  '.json': JSON.stringify({
    text: '',
    segments: CUES.map(([, text], index) => ({ id: index, start: index, end: index + 1, text, speaker: text[0] })),
  }),
  '.csv': `Spreker;Tijd;Tekst\n${CUES.map(([time, text]) => `${text[0]};${time};"${text.slice(3)}"`).join('\n')}\n`,
  '.tsv': `start\tend\ttext\n${CUES.map(([, text], index) => `${index * 1000}\t${index * 1000 + 900}\t${text}`).join('\n')}\n`,
};

const folder = join(root, 'fixtures/formats');
const files = readdirSync(folder).filter((name) => name.includes('interview') || name.includes('table'));

/** At least one transcript for the extension (with its dot), from this file or from `fixtures/formats`. */
export function samplesOf(extension: string): Uint8Array[] {
  const own = TEXTS[extension];
  const found = files.filter((name) => name.endsWith(extension)).map((name) => readFileSync(join(folder, name)));
  return own === undefined ? found : [Buffer.from(own), ...found];
}
