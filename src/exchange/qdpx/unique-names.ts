/** Gives every code a name of its own, for programs whose list of codes has no levels. */
import type { Code, Codebook } from '../../model.ts';

/** A name that another code has gets the name of the code above before it, else a number behind it. */
export function makeNamesUnique(codebook: Codebook): Codebook {
  const counts = new Map<string, number>();
  const count = ({ name, codes }: Code) => {
    counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
    codes.forEach(count);
  };
  codebook.codes.forEach(count);
  // Names that only one code has stay as they are.
  const taken = new Set([...counts].flatMap(([name, codes]) => (codes === 1 ? [name] : [])));
  const rename = (code: Code, parent: string | undefined): Code => {
    const isAlone = counts.get(keyOf(code.name)) === 1;
    const name = isAlone ? code.name : findFree(parent === undefined ? code.name : `${parent} - ${code.name}`, taken);
    taken.add(keyOf(name));
    return { ...code, name, codes: code.codes.map((child) => rename(child, code.name)) };
  };
  return { ...codebook, codes: codebook.codes.map((code) => rename(code, undefined)) };
}

const keyOf = (name: string): string => name.toLowerCase();

function findFree(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(keyOf(free)); number++) free = `${name} (${number})`;
  return free;
}
