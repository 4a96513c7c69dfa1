/** Gives the coders of several files names that are each one person's: equal ones gain the name of their file. */
import { AUTOMATIC_CODER } from '../../coding/code-transcript.ts';
import type { CodingSet } from '../../model.ts';
import type { CodingsFile, ReadCodings } from '../codings/read-codings.ts';

/** The files with those names, and all coders in the order of the sources. */
export function tellCodersApart(read: ReadCodings): ReadCodings {
  const uses = new Map<string, number>();
  const count = (name: string) => uses.set(name, (uses.get(name) ?? 0) + 1);
  if (read.hasAutomatic) count(AUTOMATIC_CODER);
  for (const { set } of read.files) for (const coder of set.coders) count(coder);
  const bases = read.files.map(({ path }) => path.split(/[/\\]/).at(-1) ?? path);
  const files = read.files.map((file, at): CodingsFile => {
    const base = bases[at] ?? file.path;
    const place = bases.filter((each) => each === base).length > 1 ? file.path : base;
    return { ...file, set: rename(file.set, (coder) => ((uses.get(coder) ?? 0) > 1 ? `${coder} (${place})` : coder)) };
  });
  const named = files.flatMap(({ set }) => set.coders);
  return { ...read, files, coders: [...named, ...(read.hasAutomatic ? [AUTOMATIC_CODER] : [])] };
}

function rename(set: CodingSet, nameOf: (coder: string) => string): CodingSet {
  return {
    ...set,
    coders: set.coders.map(nameOf),
    codings: set.codings.map((coding) => ({ ...coding, coder: nameOf(coding.coder) })),
  };
}
