/** Documents: how every transcript was understood, with its speakers, their roles and words, and its variables. */
import type { CodedDocument, Column, FailedFile, Row, SpeakerCount, Turn, VariableValue } from '../model.ts';
import type { Fold } from './analysis.ts';
import { percent, StudySize } from './notes.ts';
import { Hints, joinRemarks } from './remarks.ts';
import { VariableColumns } from './variable-columns.ts';

const COLUMNS = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'format', title: 'Format', kind: 'text' },
  { key: 'language', title: 'Language', kind: 'text' },
  { key: 'language_by', title: 'Language by', kind: 'text' },
  { key: 'coded_speakers', title: 'Coded', kind: 'text' },
  { key: 'uncoded_speakers', title: 'Not coded', kind: 'text' },
  { key: 'interviewer_by', title: 'Interviewer by', kind: 'text' },
  { key: 'time_span', title: 'Time span', kind: 'text' },
  { key: 'turns', title: 'Turns', kind: 'integer' },
  { key: 'paragraphs', title: 'Paragraphs', kind: 'integer' },
  { key: 'segments', title: 'Segments', kind: 'integer' },
  { key: 'words', title: 'Words', kind: 'integer' },
  { key: 'percent_of_words', title: '% of words', kind: 'percent' },
  { key: 'codings', title: 'Coded segments', kind: 'integer' },
  { key: 'remarks', title: 'Remarks', kind: 'text' },
] as const satisfies Column[];

interface Entry {
  cells: Row['cells'];
  variables: Record<string, VariableValue>;
}

/** What is told of it stands in the list of analyses. */
export function createDocuments(): Fold {
  const entries: Entry[] = [];
  const variableColumns = new VariableColumns();
  const size = new StudySize();
  const hints = new Hints();
  return {
    add(document) {
      size.add(document);
      const { variables } = document.transcript;
      variableColumns.add(variables);
      hints.add(document.transcript.document, document.messages);
      entries.push({ cells: createCells(document), variables });
    },
    fail(file) {
      entries.push({ cells: createFailedCells(file), variables: {} });
    },
    finish() {
      return {
        name: 'documents',
        title: 'Documents',
        display: 'records',
        columns: [...COLUMNS, ...variableColumns.columns(COLUMNS)],
        rows: entries.map(
          (entry): Row => ({
            kind: 'body',
            cells: [...entry.cells, ...variableColumns.cells(entry.variables)],
          }),
        ),
        notes: [
          ...hints.describe(),
          'Speakers are listed with their turns and words, most words first; a speaker with a question mark is of unknown role, and coded.',
          'Words: those of coded speakers, marks left out. % of words: their share of all that is spoken in the document.',
          ...size.describe(),
        ],
      };
    },
  };
}

function createCells({ transcript, segments, codings, words, speakers, messages }: CodedDocument): Row['cells'] {
  const spoken = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
  return [
    transcript.group ?? '',
    transcript.document,
    extensionOf(transcript.path ?? ''),
    transcript.language,
    transcript.told?.language ?? '',
    listSpeakers(speakers.filter((speaker) => speaker.coded)),
    listSpeakers(speakers.filter((speaker) => !speaker.coded)),
    transcript.told?.interviewer ?? '',
    describeTimeSpan(transcript.turns),
    transcript.turns.length,
    transcript.text.split('\n').length,
    segments.length,
    words,
    percent(words, spoken),
    codings.length,
    joinRemarks(messages),
  ];
}

/** Nothing is known of such a file but its name, which is not the same as zero. */
function createFailedCells({ group, document, path, messages }: FailedFile): Row['cells'] {
  const known: Record<string, string> = {
    document_group: group ?? '',
    document,
    format: extensionOf(path),
    remarks: joinRemarks(messages),
  };
  return COLUMNS.map(({ key, kind }) => known[key] ?? (kind === 'text' ? '' : null));
}

function extensionOf(path: string): string {
  return /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** "0:00 – 1:02:07": the first and the last time stamp as written. */
function describeTimeSpan(turns: readonly Turn[]): string {
  const times = turns.flatMap(({ time }) => time ?? []);
  const ends = new Set([times[0], times.at(-1)]);
  return [...ends].filter((time) => time !== undefined).join(' – ');
}

/** "Anna (12 turns, 340 words); Ben? (1 turn, 2 words)"; the question mark is for an unknown role. */
function listSpeakers(speakers: SpeakerCount[]): string {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
  return speakers
    .map(({ speaker, role, turns, words }) => {
      const name = `${speaker ?? 'no label'}${role === 'other' ? '?' : ''}`;
      return `${name} (${count(turns, 'turn')}, ${count(words, 'word')})`;
    })
    .join('; ');
}
