/** Document variables as a REFI-QDA project has them: what they are, and their values on sources and cases. */
import { createGuid } from '../../codebook/formats/guid.ts';
import { escapeXml } from '../../containers/escape-xml.ts';
import type { VariableValue } from '../../model.ts';

const TYPES = ['Boolean', 'Integer', 'Float', 'Text'] as const;
type VariableType = (typeof TYPES)[number];

/** Gathers the variables of a study; what type each has is known when all documents are there. */
export class ProjectVariables {
  #project: string;
  #types = new Map<string, VariableType>();

  /** `project` makes the GUIDs its own. */
  constructor(project: string) {
    this.#project = project;
  }

  add(variables: Readonly<Record<string, VariableValue>>): void {
    for (const [name, value] of Object.entries(variables)) {
      const known = this.#types.get(name);
      const type = typeOf(value);
      this.#types.set(name, known === undefined ? type : join(known, type));
    }
  }

  /** The elements, in the order in which the variables were found; none where there are none. */
  write(): string[] {
    return [...this.#types].map(
      ([name, type]) =>
        `    <Variable guid="${this.#guidOf(name)}" name="${escapeXml(name)}" typeOfVariable="${type}"/>`,
    );
  }

  /** The values of one document. */
  writeValues(variables: Readonly<Record<string, VariableValue>>, margin: string): string[] {
    return Object.entries(variables).map(([name, value]) => {
      const type = this.#types.get(name) ?? 'Text';
      const text = escapeXml(String(value)).replaceAll('&#10;', '\n');
      const content = `<${type}Value>${text}</${type}Value>`;
      return `${margin}<VariableValue><VariableRef targetGUID="${this.#guidOf(name)}"/>${content}</VariableValue>`;
    });
  }

  #guidOf(name: string): string {
    return createGuid(JSON.stringify([this.#project, 'variable', name]));
  }
}

function typeOf(value: VariableValue): VariableType {
  if (typeof value === 'boolean') return 'Boolean';
  if (typeof value !== 'number' || !/^-?\d+(?:\.\d+)?$/.test(String(value))) return 'Text';
  return Number.isSafeInteger(value) ? 'Integer' : 'Float';
}

/** The type that has the values of both. */
function join(one: VariableType, other: VariableType): VariableType {
  if (one === other) return one;
  const numeric: VariableType[] = ['Integer', 'Float'];
  return numeric.includes(one) && numeric.includes(other) ? 'Float' : 'Text';
}
