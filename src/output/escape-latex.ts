/** Text and rows of tables that LaTeX shows as they are. */
import { removeControls } from './format-cell.ts';

/** In one line; quotation marks and letters of all scripts stay, as UTF-8. */
export function escapeLatex(text: string): string {
  return removeControls(text)
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\\{}$&#%_^~<>|−≤≥≠]/g, (character) => COMMANDS[character] ?? `\\${character}`)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/-(?=-)/g, '-{}')
    .replace(/([`'])(?=\1)|([?!])(?=`)/g, '$&{}');
}

/** `<>|` are other characters in the oldest encoding of fonts; those behind them are unknown to pdfLaTeX. */
const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '−': '\\ensuremath{-}',
  '≤': '\\ensuremath{\\leq}',
  '≥': '\\ensuremath{\\geq}',
  '≠': '\\ensuremath{\\neq}',
};

/** A column whose text wraps; `share` is that of the line. */
export function wrapping(share: string): string {
  return `>{\\raggedright\\arraybackslash}p{${share}\\linewidth}`;
}

/** A row of a table, its cells escaped. LaTeX would take a bracket or a star behind the end of a row for a part of that end. */
export function joinCells(cells: readonly string[]): string {
  const line = cells.join(' & ');
  return `${/^\s*[[*]/.test(line) ? '{}' : ''}${line} \\\\`;
}
