/** The conventions that are looked for in every file, in this order; to add one, write its file and put it in this list. */
import type { Source } from '../source.ts';
import type { Convention } from './convention.ts';
import { headerLines } from './header-lines.ts';
import { invisibleCharacters } from './invisible-characters.ts';
import { marginNumbers } from './margin-numbers.ts';
import { nameLines } from './name-lines.ts';
import { separators } from './separators.ts';
import { stampedNames } from './stamped-names.ts';
import { toolLines } from './tool-lines.ts';

const conventions = [
  invisibleCharacters,
  toolLines,
  marginNumbers,
  headerLines,
  stampedNames,
  separators,
  nameLines,
] as const satisfies readonly Convention[];

/** A file as its format read it, with what people and programs write around speech recognised. */
export function applyConventions(source: Source, path: string): Source {
  return conventions.reduce((applied, convention) => convention.apply(applied, path), source);
}
