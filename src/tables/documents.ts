/** Documents: how every transcript was understood, with its speakers, their roles and words, and its variables. */
import type { CodedDocument, Column, Row, SpeakerCount, VariableValue } from '../model.ts';
import type { Analysis, Fold } from './analysis.ts';
import { percent, StudySize } from './notes.ts';
import { VariableColumns } from './variable-columns.ts';

export const documents: Analysis = {
  name: 'documents',
  command: 'documents',
  summary: 'how every transcript was understood: language, speakers and roles, turns, segments, words',
  options: [],
  create: createDocuments,
};

const COLUMNS = [
  { key: 'document_group', title: 'Document group', kind: 'text' },
  { key: 'document', title: 'Document', kind: 'text' },
  { key: 'format', title: 'Format', kind: 'text' },
  { key: 'language', title: 'Language', kind: 'text' },
  { key: 'turns', title: 'Turns', kind: 'integer' },
  { key: 'coded_speakers', title: 'Coded', kind: 'text' },
  { key: 'uncoded_speakers', title: 'Not coded', kind: 'text' },
  { key: 'paragraphs', title: 'Paragraphs', kind: 'integer' },
  { key: 'segments', title: 'Segments', kind: 'integer' },
  { key: 'words', title: 'Words', kind: 'integer' },
  { key: 'percent_of_words', title: '% of words', kind: 'percent' },
  { key: 'codings', title: 'Coded segments', kind: 'integer' },
] as const satisfies Column[];

interface Entry {
  cells: Row['cells'];
  variables: Record<string, VariableValue>;
}

function createDocuments(): Fold {
  const entries: Entry[] = [];
  const variableColumns = new VariableColumns();
  const size = new StudySize();
  return {
    add(document) {
      size.add(document);
      const { variables } = document.transcript;
      variableColumns.add(variables);
      entries.push({ cells: createCells(document), variables });
    },
    finish() {
      return {
        name: 'documents',
        title: 'Documents',
        columns: [...COLUMNS, ...variableColumns.columns(COLUMNS)],
        rows: entries.map(
          (entry): Row => ({
            kind: 'body',
            cells: [...entry.cells, ...variableColumns.cells(entry.variables)],
          }),
        ),
        notes: [
          'Speakers are listed with their turns and words, most words first; a speaker of unknown role is coded.',
          'Words: those of coded speakers, marks left out. % of words: their share of all that is spoken in the document.',
          size.describe(),
        ],
      };
    },
  };
}

function createCells({ transcript, segments, codings, words, speakers }: CodedDocument): Row['cells'] {
  const spoken = speakers.reduce((sum, speaker) => sum + speaker.words, 0);
  return [
    transcript.group ?? '',
    transcript.document,
    /\.([^./]+)$/.exec(transcript.path ?? '')?.[1]?.toLowerCase() ?? '',
    transcript.language,
    transcript.turns.length,
    listSpeakers(speakers.filter((speaker) => speaker.coded)),
    listSpeakers(speakers.filter((speaker) => !speaker.coded)),
    transcript.text.split('\n').length,
    segments.length,
    words,
    percent(words, spoken),
    codings.length,
  ];
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
