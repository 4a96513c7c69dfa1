/** What programs that open an exported file are known to do with the names of codes. */
import type { Code, Codebook } from '../../model.ts';
import { listCodes } from '../code-tree.ts';
import { countOf, type Loss } from './losses.ts';

/** A program that stumbles over some codebooks, though the file is as its format wants it. */
export interface ReaderLimit {
  /** The codes that it stumbles over. */
  find(codebook: Codebook): Code[];
  /** Told before it happens. */
  loss: Loss;
}

const LONGEST_IN_MAXQDA = 63;

/** Its manual says so of names in lists of codes and in REFI-QDA files. */
export const maxqdaNames: ReaderLimit = {
  find: (codebook) =>
    listCodes(codebook).flatMap(({ code }) => ([...code.name].length > LONGEST_IN_MAXQDA ? [code] : [])),
  loss: {
    rule: 'long-name',
    severity: 'warning',
    tell: (count) =>
      `MAXQDA will cut the ${count === 1 ? 'name' : 'names'} of ${countOf(count, 'code')} to ${LONGEST_IN_MAXQDA} characters`,
    hint: 'shorten the name; what it means stands in `definition`',
  },
};

/** Its table of codes holds each name once, wherever the code stands in the tree. */
export const qualcoderNames: ReaderLimit = {
  find(codebook) {
    const taken = new Set<string>();
    return listCodes(codebook).flatMap(({ code }) => {
      if (taken.has(code.name)) return [code];
      taken.add(code.name);
      return [];
    });
  },
  loss: {
    rule: 'equal-names',
    severity: 'warning',
    tell: (count) => `QualCoder will refuse ${countOf(count, 'code')} with the name of another code`,
    hint: 'give each code a name of its own, also below different codes',
  },
};
