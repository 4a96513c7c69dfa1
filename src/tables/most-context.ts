/** How much context a keyword or a segment has at most; a file of its own, so that the command line need not load the tables. */

/** Words on either side, also of a sentence: a paragraph without full stops must not be written out for each of its words. */
export const MOST_CONTEXT = 100;

/** Sentences on either side of a segment. */
export const MOST_SENTENCES = 50;
