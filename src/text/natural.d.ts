/** Shapes of the two stemmer files of `natural` that are used; the package ships no types for single files. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_nl.js' {
  const stemmer: {
    stem(word: string): string;
    /** Whether step 2 has taken an e away, of this word or of one before it. */
    suffixeRemoved?: boolean;
    replaceAccentedCharacters(word: string): string;
    handleYI(word: string): string;
  };
  export default stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  type Step = (word: string) => string;
  const stemmer: { stem: Step } & Record<`step${'1a' | '1b' | '1c' | '2' | '3' | '4' | '5a' | '5b'}`, Step>;
  export default stemmer;
}
