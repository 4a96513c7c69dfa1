/** How the numbers came about: what was run on what, what was not used or not coded, and the codebook. */
import { Coders } from '../../../tables/coders.ts';
import { AGGREGATION, count, fitNote, percent, UNIT_NOTE } from '../../../tables/notes.ts';
import { markTouched } from '../../../tables/touched-segments.ts';
import { CodebookSections } from '../parts/codebook-sections.tsx';
import { Facts } from '../parts/facts.tsx';
import { UncodedSpeakers } from '../parts/uncoded-speakers.tsx';
import type { Shown } from '../shown.ts';

export function MethodView({ shown }: { shown: Shown }) {
  const { study } = shown;
  return (
    <>
      <h1 tabIndex={-1}>Method</h1>
      <Facts rows={listFacts(shown)} />
      <h2>How it was counted</h2>
      <ul>
        {describeCounting(shown).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <UncodedSpeakers documents={study.data.documents} />
      <Remarks shown={shown} />
      <h2>Codebook</h2>
      <CodebookSections study={study} />
    </>
  );
}

function describeCounting({ study, selection }: Shown): string[] {
  const coders = new Coders();
  for (const document of study.documents) coders.add(document);
  const notes = [UNIT_NOTE, AGGREGATION[selection.aggregate]].map((note) => fitNote(note, coders));
  return [...notes, ...coders.describe(), ...COUNTING];
}

const COUNTING = [
  'A row “(directly)” counts what a code with subcodes has of its own.',
  'Words are those of speakers that are coded; labels, time stamps and marks such as [laughs] are no words.',
  'Every table on these pages is counted anew from the coded segments of what is selected, by the program that writes the tables.',
];

function listFacts({ study: { data, documents, codes } }: Shown): [string, string][] {
  const { program, codebook, stemmers, settings, variables, codings: files } = data.facts;
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  const segments = sum(documents.map((document) => document.segments.length));
  const words = sum(documents.map((document) => document.words));
  const codings = sum(documents.map((document) => document.codings.length));
  const coded = sum(documents.map((document) => sum([...markTouched(document.segments, document.codings)])));
  const share = percent(coded, segments);
  return [
    ['Transcripts', `${count(documents.length, 'document')}, ${count(segments, 'segment')}, ${count(words, 'word')}`],
    [
      'Coded segments',
      `${codings}; ${count(coded, 'segment')} with a code${share === null ? '' : ` (${share.toFixed(1)} % of all)`}`,
    ],
    [
      'Codebook',
      `${data.title} — ${[codebook.name, codebook.version].filter(Boolean).join(' ')}, ${codes.length} codes`,
    ],
    ['Codebook file', `${codebook.path}, SHA-256 ${codebook.sha256}`],
    ...(files ?? []).map(({ path, sha256 }): [string, string] => ['Codings from', `${path}, SHA-256 ${sha256}`]),
    ['Program', `${program.name} ${program.version}`],
    [
      'Stemmers',
      Object.entries(stemmers)
        .map(([language, name]) => `${language}: ${name}`)
        .join('; '),
    ],
    ...(variables
      ? [['Document variables from', variables.map(({ path }) => path).join(', ')] as [string, string]]
      : []),
    [
      'Settings',
      Object.entries(settings)
        .flatMap(([name, value]) => writeSetting(name, value))
        .join('; '),
    ],
  ];
}

/** Nothing for a setting that is not made. */
function writeSetting(name: string, value: unknown): string[] {
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return [];
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const text = Array.isArray(value)
    ? value.join(', ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return [value === true ? words : `${words}: ${text}`];
}

/** What was not used, and what was told of single documents. */
function Remarks({ shown: { study } }: { shown: Shown }) {
  const { failed, documents, facts } = study.data;
  const { remarks, selected, leftOut = [] } = facts;
  const told = documents.filter(({ remarks }) => remarks.length > 0);
  return (
    <>
      <h2>What was not used</h2>
      {failed.length === 0 && leftOut.length === 0 && <p>Every file that was found could be used.</p>}
      <ul>
        {failed.map(({ document, group, reasons }) => (
          <li key={`${group} ${document}`}>
            <bdi>{[group, document].filter((name) => name !== undefined).join(' \\ ')}</bdi>: {reasons.join(' ')}
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && <p>The selection leaves out: {leftOut.join(', ')}.</p>}
      <Sentences title="Selection" sentences={selected} />
      <Sentences title="Remarks on the study" sentences={remarks} />
      {told.length > 0 && (
        <>
          <h2>Remarks on single documents</h2>
          <ul>
            {told.map(({ name, remarks }) => (
              <li key={name}>
                <bdi>{name}</bdi>: {remarks.join('. ')}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} dir="auto">
            {sentence}
          </li>
        ))}
      </ul>
    </>
  );
}
