/** Packs coded documents for a part, and makes them again: as for a report, with what only the program asks of them. */
import type { CodeNode } from '../../codebook/code-tree.ts';
import type { Message, Transcript } from '../../model.ts';
import { packDocument, packText } from '../../report/pack-document.ts';
import { unpackDocument, unpackTurns } from '../../report/unpack-document.ts';
import { packMessage, unpackMessage } from '../../text/messages.ts';
import type { FoundFile } from '../find-transcripts.ts';
import type { StudyDocument } from '../open-study.ts';
import type { CodedLine } from './part-format.ts';

/** `told` is what coding it told; `indexOf` gives the place of a code in the book. */
export function packCoded(
  document: StudyDocument,
  told: readonly Message[],
  { index, indexOf }: { index: number; indexOf: ReadonlyMap<string, number> },
): CodedLine {
  const { path = '', told: by } = document.transcript;
  return {
    index,
    told: told.map(packMessage),
    // Remarks are messages again.
    coded: { ...packDocument(document, indexOf), remarks: [] },
    text: packText(document),
    path,
    ...(by ? { by } : {}),
    messages: document.messages.map(packMessage),
  };
}

/** The document as it was; `nodes` are the codes of the book. */
export function unpackCoded(
  line: CodedLine,
  nodes: readonly CodeNode[],
  { file, sha256 }: { file: FoundFile; sha256: string },
): StudyDocument {
  const document = unpackDocument(line.coded, nodes, () => line.text);
  const { document: name, group, language, variables } = document.transcript;
  const transcript: Transcript = {
    document: name,
    ...(group === undefined ? {} : { group }),
    path: line.path,
    language,
    variables,
    text: line.text.text,
    turns: unpackTurns(line.text),
    ...(line.by ? { told: line.by } : {}),
  };
  return { ...document, transcript, messages: line.messages.map(unpackMessage), file, sha256 };
}
