/** Names of codes beside each other, for formats in which no two of them may be the same. */
import type { Code } from '../../model.ts';
import { countOf, type Loss, type Losses } from './losses.ts';

export class SiblingNames {
  #taken = new Set<string>();
  #losses: Losses;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  /** The name of the code, with its id where another has the name, whatever its case. */
  take(code: Code): string {
    const isTaken = this.#taken.has(code.name.toLowerCase());
    const name = isTaken ? `${code.name} (${code.id})` : code.name;
    if (isTaken) this.#losses.add(DOUBLE_NAME, code.position, code.name);
    this.#taken.add(name.toLowerCase());
    return name;
  }
}

const DOUBLE_NAME: Loss = {
  rule: 'double-name',
  severity: 'information',
  tell: (count) => `Added the id to the name of ${countOf(count, 'code')}, for another beside it has the same name`,
  hint: 'the format tells codes apart by their names',
};
