/** Shapes of the two stemmer files of `natural` that are used; the package ships no types for single files. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_nl.js' {
  const stemmer: {
    stem(word: string): string;
    replaceAccentedCharacters(word: string): string;
    handleYI(word: string): string;
  };
  export default stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}
