/** Puts a transcript together from its source: one text, its turns with speakers and roles, and what to tell the user. */
import type { Message, Role, ToldBy, Transcript, Turn } from '../model.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { findLanguage } from '../text/languages/index.ts';
import { createMessage } from '../text/messages.ts';
import { type AssignedRoles, assignRoles } from './assign-roles.ts';
import { toNames, toText, toVariables } from './front-matter.ts';
import { layOut, type Paragraph } from './lay-out.ts';
import { readLegend } from './legend.ts';
import { normalizeName } from './normalize-name.ts';
import { findPrompts } from './prompts.ts';
import { reportDoubtful, reportRefused, reportSlips, reportSpeakers, reportSpellings } from './report-speakers.ts';
import { type DeclaredRoles, explainInterviewer, matchNames } from './roles.ts';
import type { Source } from './source.ts';
import { createLabelReader, type KnownCounts, listCandidates } from './speakers.ts';
import { collectTurns, findOneSided, type LabelledParty, startAtLabels } from './turns.ts';

export interface BuildOptions {
  document: string;
  group?: string;
  path: string;
  /** Overrides front matter and detection. */
  language?: string;
  /** Taken when nothing tells the language. */
  defaultLanguage: string;
  /** Names given by the user, as typed. */
  interviewers: readonly string[];
  respondents: readonly string[];
}

export interface BuiltTranscript {
  transcript: Transcript;
  messages: Message[];
}

/** `source` has gone through the conventions; `counts` are the label counts of the whole study. */
export function buildTranscript(source: Source, counts: KnownCounts, options: BuildOptions): BuiltTranscript {
  const declared = declareRoles(source, options);
  const labels = createLabelReader(source, counts, declared);
  const { text, paragraphs } = layOut(source.blocks, labels);
  const { turns, roles, messages } = findTurns(text, paragraphs, declared, options.path);
  const group = toText(source.frontMatter.group) ?? options.group;
  const { language, by, messages: unclear } = decideLanguage(source, text, options);
  const transcript: Transcript = {
    document: options.document,
    ...(group === undefined ? {} : { group }),
    path: options.path,
    language,
    variables: toVariables(source.frontMatter),
    text,
    turns,
    told: {
      language: by,
      interviewer: roles.unlabelled ? 'paragraphs without a label' : explainInterviewer(roles, declared),
    },
  };
  messages.push(
    ...unclear,
    ...reportSpeakers(transcript, roles),
    ...reportSpellings(transcript, roles),
    ...reportSlips(transcript, labels.slips),
    ...reportDoubtful(transcript, labels.doubtfulLines),
    ...reportRefused(transcript, labels.refusedLines),
  );
  return { transcript, messages };
}

/** Roles that are said somewhere: by the user, in front matter, in a legend, or by the format. */
function declareRoles(source: Source, options: BuildOptions): DeclaredRoles {
  const legend = readLegend(source.blocks);
  let candidates: Set<string> | undefined;
  const matching = (name: string) => {
    candidates ??= listCandidates(source);
    return matchNames(name, candidates);
  };
  const namesOf = (key: 'interviewer' | 'respondent', given: readonly string[]) => {
    const written = toNames(source.frontMatter[key]);
    const speakers = written.flatMap(matching);
    return [...given, ...written].map(normalizeName).concat(speakers);
  };
  const asked = namesOf('interviewer', options.interviewers);
  const answered = namesOf('respondent', options.respondents).filter((name) => !asked.includes(name));
  const roles = source.blocks.flatMap(({ lines }) => lines.flatMap(({ label }) => (label?.role ? label : [])));
  const labelled = (role: Role) => roles.filter((label) => label.role === role).map(({ name }) => normalizeName(name));
  const asking = [...legend.interviewers, ...labelled('interviewer'), ...asked];
  const answering = [...legend.respondents, ...labelled('respondent'), ...answered];
  return {
    interviewers: new Set(asking.filter((name) => !answered.includes(name))),
    respondents: new Set(answering.filter((name) => !asked.includes(name))),
  };
}

interface FoundTurns {
  turns: Turn[];
  roles: AssignedRoles;
  messages: Message[];
}

/** Turns by their labels; where only one party has labels, or nobody, by what stands between them. */
function findTurns(text: string, paragraphs: Paragraph[], declared: DeclaredRoles, path: string): FoundTurns {
  const turns = collectTurns(text, paragraphs, startAtLabels);
  const roles = assignRoles(text, turns, declared);
  const labelled = paragraphs.some(({ label }) => label);
  const party = labelled ? partyOf(turns, roles) : undefined;
  const unlabelled = !labelled ? findPrompts(text, paragraphs) : party && findOneSided(text, paragraphs, party);
  if (!unlabelled) return { turns, roles, messages: [] };
  const hint = 'if this is wrong, begin each turn with a label such as `Interviewer:` or `Respondent:`';
  const message = createMessage(unlabelled.reason, { rule: 'unlabelled-turns', severity: 'warning', path, hint });
  const all = collectTurns(text, paragraphs, unlabelled.startOf);
  for (const turn of all) if (turn.speaker) turn.speaker = roles.shown.get(normalizeName(turn.speaker)) ?? turn.speaker;
  return { turns: all, roles: { ...roles, basis: 'known', unlabelled: true }, messages: [message] };
}

/** The one party that has labels, if all of them have one role. */
function partyOf(turns: readonly Turn[], roles: AssignedRoles): LabelledParty | undefined {
  const names = [...new Set(turns.flatMap(({ speaker }) => speaker ?? []))];
  const found = new Set(turns.map(({ role }) => role));
  const [role] = found;
  if (found.size > 1 || (names.length > 1 && roles.basis !== 'known')) return undefined;
  return { role: roles.basis === 'known' ? role : undefined, name: names.join(' and ') };
}

function decideLanguage(
  source: Source,
  text: string,
  options: BuildOptions,
): { language: string; by: ToldBy['language']; messages: Message[] } {
  const declared = options.language ?? toNames(source.frontMatter.language)[0];
  const by = options.language === undefined ? 'stated' : 'option';
  if (declared !== undefined) return { language: findLanguage(declared)?.code ?? declared, by, messages: [] };
  const detected = detectLanguage(text);
  if (detected !== undefined) return { language: detected, by: 'text', messages: [] };
  const language = options.defaultLanguage;
  const reason = `The language is unclear and taken to be \`${language}\``;
  const hint = 'say `language: nl` in the front matter, or use --language';
  return {
    language,
    by: 'default',
    messages: [createMessage(reason, { rule: 'language-unclear', severity: 'warning', path: options.path, hint })],
  };
}
