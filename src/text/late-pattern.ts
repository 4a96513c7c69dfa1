/** Regular expressions that are made when they are first asked: to make one with letters of every alphabet takes up to a millisecond. */

/** Gives the same expression each time. */
export function latePattern(source: string, flags = 'u'): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
