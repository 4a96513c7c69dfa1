/** Adds the memos that are notes of a project to the codes of its codebook. */
import { listCodes } from '../../codebook/code-tree.ts';
import { childrenOf, guidKey } from '../../codebook/formats/refi-codes.ts';
import type { XmlElement } from '../../containers/xml.ts';
import type { Codebook } from '../../model.ts';
import { readReferences } from './raw-project.ts';
import { joinMemos, type ProjectNotes } from './read-notes.ts';

interface Sources {
  /** Ids of codes by GUID. */
  ids: ReadonlyMap<string, string>;
  notes: ProjectNotes;
}

/** Changes the codes. */
export function addCodeMemos(codebook: Codebook, elements: readonly XmlElement[], { ids, notes }: Sources): void {
  const codes = new Map(listCodes(codebook).map(({ code }) => [code.id, code]));
  const open = [...elements];
  for (let element = open.pop(); element; element = open.pop()) {
    open.push(...childrenOf(element, 'Code'));
    const guid = guidKey(element.attributes.guid);
    const code = codes.get(ids.get(guid) ?? '');
    const memo = joinMemos(code?.memo ?? '', notes.of(guid, readReferences(element, 'NoteRef')));
    if (code && memo !== undefined) code.memo = memo;
  }
}
