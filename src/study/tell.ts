/** What a run tells on stderr: messages, which codebook was taken, and who was not coded. */
import type { Io } from '../io.ts';
import type { Message, SpeakerCount } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { escapeControls } from '../text/escape-controls.ts';
import { isError } from '../text/messages.ts';
import { normalizeName } from '../transcript/normalize-name.ts';
import type { LoadedCodebook } from './load-codebook.ts';

/**
 * One line a message: `path:line:column: error: reason (hint) [rule]`, errors last, by the names of their files. What is said
 * of many files is said once; of more lines than one can read of one rule, the first are shown and the others counted. With
 * `quiet` only errors.
 */
export function tellMessages(messages: readonly Message[], io: Io, quiet: boolean): void {
  const errors = messages.filter(isError).sort((a, b) => compareNames(a.file ?? '', b.file ?? ''));
  if (!quiet)
    tellLines(
      messages.filter((message) => !isError(message)),
      io,
    );
  tellLines(errors, io);
}

function tellLines(messages: readonly Message[], io: Io): void {
  const lines = new Map<string, { message: Message; others: string[] }>();
  for (const message of messages) {
    const key =
      message.line === undefined && !isError(message) ? `${message.ruleId} ${message.reason}` : formatMessage(message);
    const same = lines.get(key);
    if (same) same.others.push(message.file || '');
    else lines.set(key, { message, others: [] });
  }
  const shown = new Map<string, number>();
  for (const { message, others } of lines.values()) {
    const rule = ruleOf(message);
    const count = (shown.get(rule) ?? 0) + 1;
    shown.set(rule, count);
    if (count <= MOST_LINES) io.err(`${formatMessage(message)}${escapeControls(listOthers(others))}\n`);
  }
  for (const [rule, count] of shown) if (count > MOST_LINES) io.err(describeHidden(rule, count - MOST_LINES));
}

/** Of one rule; a study of thousands of transcripts may have hundreds that cannot be read. */
const MOST_LINES = 20;

const ruleOf = (message: Message): string => `${severityOf(message)} [${message.ruleId}]`;

/** Where to find them follows: a count alone would hide them. */
function describeHidden(rule: string, count: number): string {
  return `… and ${count} more of this: ${rule}; \`documents\` lists what is told of each transcript\n`;
}

/** How many are missing from the tables, since nobody counts lines. */
export function tellFailed(failed: number, counted: number, io: Io): void {
  if (failed === 0) return;
  const transcripts = failed === 1 ? '1 transcript' : `${failed} transcripts`;
  io.err(`${transcripts} could not be used, ${counted} ${counted === 1 ? 'is' : 'are'} counted\n`);
}

/** Tells everything, then why nothing comes of it. */
export function giveUp(messages: Message[], io: Io, reason: string): { exitCode: 2 } {
  tellMessages(messages, io, false);
  io.err(`error: ${reason}\n`);
  return { exitCode: 2 };
}

/** " — also b.txt, c.txt and 4 more": the other files of which the same is to be said. */
function listOthers(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const more = paths.length > MOST_NAMES ? ` and ${paths.length - MOST_NAMES} more` : '';
  return ` — also ${paths.slice(0, MOST_NAMES).join(', ')}${more}`;
}

/** The line for one message; one line whatever the name of the file. */
export function formatMessage(message: Message): string {
  const place = !message.file ? '' : `${message.name}: `;
  const hint = message.note === undefined ? '' : ` (${message.note})`;
  return escapeControls(`${place}${severityOf(message)}: ${message.reason}${hint} [${message.ruleId}]`);
}

const severityOf = ({ fatal }: Message): string => (fatal === true ? 'error' : fatal === false ? 'warning' : 'note');

/** Says which codebook is used when none was named. */
export function tellCodebook(loaded: LoadedCodebook, io: Io, quiet: boolean): void {
  if (quiet || loaded.origin === 'named' || loaded.origin === 'given') return;
  const where = loaded.origin === 'bundled' ? '; name your own with --codebook FILE' : ` (${loaded.origin})`;
  io.err(`Codebook: ${loaded.path}${where}\n`);
}

/** Gathers the speakers of a run. */
export class SpeakerSummary {
  #words = 0;
  #uncoded = new Map<string, SpeakerCount>();

  add(speakers: readonly SpeakerCount[]): void {
    for (const speaker of speakers) {
      this.#words += speaker.words;
      if (speaker.coded) continue;
      const key = normalizeName(speaker.speaker ?? '');
      const known = this.#uncoded.get(key);
      if (known) known.words += speaker.words;
      else this.#uncoded.set(key, { ...speaker });
    }
  }

  /** "Not coded, as interviewer: Interviewer, I (21 % of the words)". */
  tell(io: Io, quiet: boolean): void {
    const speakers = [...this.#uncoded.values()].sort((a, b) => b.words - a.words);
    if (speakers.length === 0 || this.#words === 0) return;
    const words = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
    const share = Math.round((words / this.#words) * 100);
    if (quiet) return;
    const shown = speakers.slice(0, MOST_NAMES).map((speaker) => speaker.speaker ?? 'without a name');
    const more = speakers.length > MOST_NAMES ? ` and ${speakers.length - MOST_NAMES} more` : '';
    io.err(`Not coded, as interviewer: ${shown.join(', ')}${more} (${share} % of the words)\n`);
  }
}

const MOST_NAMES = 8;
