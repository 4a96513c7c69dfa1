/** Puts a transcript together from its source: one text, its turns with speakers and roles, and what to tell the user. */
import type { Message, Span, Transcript, Turn } from '../model.ts';
import { detectLanguage } from '../text/detect-language.ts';
import { findLanguage } from '../text/languages/index.ts';
import { createMessage } from '../text/messages.ts';
import { toNames, toText, toVariables } from './front-matter.ts';
import { normalizeName } from './labels.ts';
import { layOut, type Paragraph } from './lay-out.ts';
import { reportRefused, reportSpeakers } from './report-speakers.ts';
import { type DeclaredRoles, decideRoles, type RoleDecision, readLegend } from './roles.ts';
import type { Source, SpeakerLabel } from './source.ts';
import { createLabelReader, type LabelCounts } from './speakers.ts';

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
}

export interface BuiltTranscript {
  transcript: Transcript;
  messages: Message[];
}

/** `counts` are the label counts of the whole study. */
export function buildTranscript(source: Source, counts: LabelCounts, options: BuildOptions): BuiltTranscript {
  const declared = declaredRoles(source, options.interviewers);
  const labels = createLabelReader(source, counts, new Set([...declared.interviewers, ...declared.respondents]));
  const { text, paragraphs } = layOut(source.blocks, labels);
  const turns = collectTurns(text, paragraphs);
  const decision = assignRoles(text, turns, declared);
  const group = toText(source.frontMatter.group) ?? options.group;
  const { language, messages } = decideLanguage(source, text, options);
  const transcript: Transcript = {
    document: options.document,
    ...(group === undefined ? {} : { group }),
    path: options.path,
    language,
    variables: toVariables(source.frontMatter),
    text,
    turns,
  };
  messages.push(...reportSpeakers(transcript, decision), ...reportRefused(transcript, labels.refusedLines));
  return { transcript, messages };
}

function declaredRoles(source: Source, interviewers: readonly string[]): DeclaredRoles {
  const legend = readLegend(source.blocks);
  const asked = [...interviewers, ...toNames(source.frontMatter.interviewer)].map(normalizeName);
  const answered = toNames(source.frontMatter.respondent).map(normalizeName);
  const said = new Map(source.blocks.flatMap(({ lines }) => lines.flatMap(({ label }) => roleOf(label))));
  for (const name of asked) said.set(name, 'interviewer');
  for (const name of answered) if (!asked.includes(name)) said.set(name, 'respondent');
  const withRole = (role: string) => [...said.keys()].filter((name) => said.get(name) === role);
  const respondents = [...legend.respondents, ...withRole('respondent')];
  return {
    interviewers: new Set([...legend.interviewers, ...withRole('interviewer')]),
    respondents: new Set(respondents.filter((name) => !asked.includes(name))),
  };
}

function roleOf(label: SpeakerLabel | undefined): [string, 'interviewer' | 'respondent'][] {
  return label?.role ? [[normalizeName(label.name), label.role]] : [];
}

/** A paragraph with a label begins a turn; without any label the whole text is one turn of nobody in particular. */
function collectTurns(text: string, paragraphs: Paragraph[]): Turn[] {
  const labelled = paragraphs.some((paragraph) => paragraph.label);
  const turns: Turn[] = [];
  for (const paragraph of paragraphs) {
    const last = turns.at(-1);
    if (paragraph.label) {
      const { name, time } = paragraph.label;
      turns.push({ ...startTurn(paragraph), ...(name ? { speaker: name } : {}), ...(time ? { time } : {}) });
    } else if (last) {
      last.end = paragraph.end;
      last.masks.push(...paragraph.masks);
    } else if (!labelled) {
      turns.push(startTurn(paragraph));
    }
  }
  return turns.filter((turn) => text.slice(turn.start, turn.end).trim() !== '');
}

function startTurn(paragraph: Paragraph): Turn {
  const { start, end, line, masks } = paragraph;
  return { start, end, role: 'other', masks: [...masks], line };
}

/** Sets the roles of all turns and gives each speaker the spelling that is most frequent. */
function assignRoles(text: string, turns: Turn[], declared: DeclaredRoles): RoleDecision {
  const spellings = new Map<string, Map<string, number>>();
  const questions = new Map<string, number>();
  for (const turn of turns) {
    const name = normalizeName(turn.speaker ?? '');
    const forms = spellings.get(name) ?? new Map<string, number>();
    spellings.set(name, forms.set(turn.speaker ?? '', (forms.get(turn.speaker ?? '') ?? 0) + 1));
    questions.set(name, (questions.get(name) ?? 0) + countQuestions(text, turn));
  }
  const evidence = [...spellings.keys()].map((name) => ({ name, questions: questions.get(name) ?? 0 }));
  const decision = decideRoles(evidence, declared);
  for (const turn of turns) {
    const name = normalizeName(turn.speaker ?? '');
    turn.role = decision.roles.get(name) ?? 'other';
    const spelling = mostFrequent(spellings.get(name));
    if (spelling) turn.speaker = spelling;
  }
  return decision;
}

function countQuestions(text: string, span: Span): number {
  return text.slice(span.start, span.end).match(/\?/g)?.length ?? 0;
}

function mostFrequent(forms: Map<string, number> | undefined): string | undefined {
  let best: [string, number] | undefined;
  for (const entry of forms ?? []) if (!best || entry[1] > best[1]) best = entry;
  return best?.[0];
}

function decideLanguage(
  source: Source,
  text: string,
  options: BuildOptions,
): { language: string; messages: Message[] } {
  const declared = options.language ?? toNames(source.frontMatter.language)[0];
  if (declared !== undefined) return { language: findLanguage(declared)?.code ?? declared, messages: [] };
  const detected = detectLanguage(text);
  if (detected !== undefined) return { language: detected, messages: [] };
  const language = options.defaultLanguage;
  const reason = `The language is unclear and taken to be \`${language}\``;
  const hint = 'say `language: nl` in the front matter, or use --language';
  return {
    language,
    messages: [createMessage(reason, { rule: 'language-unclear', severity: 'warning', path: options.path, hint })],
  };
}
