/** Splits coded documents by who coded. */
import type { CodedDocument } from '../model.ts';
import { compareNames } from '../text/compare.ts';
import { type ColumnSplit, type DocumentPart, giveKeys, type SplitColumn } from './column-split.ts';

/** A document is a part of a coder's column where that coder coded something in it. */
export class CoderSplit implements ColumnSplit {
  readonly noun = 'coder';
  readonly overlaps = true;
  #coders = new Set<string>();

  split(document: CodedDocument): DocumentPart[] {
    const byCoder = new Map<string, CodedDocument>();
    for (const coding of document.codings) {
      const part = byCoder.get(coding.coder) ?? { ...document, codings: [] };
      byCoder.set(coding.coder, part);
      part.codings.push(coding);
    }
    for (const coder of byCoder.keys()) this.#coders.add(coder);
    return [...byCoder].map(([column, part]) => ({ column, part }));
  }

  columns(reserved: readonly string[]): SplitColumn[] {
    const coders = [...this.#coders].sort(compareNames);
    return giveKeys(
      coders.map((coder) => ({ id: coder, title: coder })),
      reserved,
      this.noun,
    );
  }

  describe(): string[] {
    return [
      'A column is what one coder coded. Its documents, segments and words are those of the documents in which that coder coded something.',
    ];
  }
}
