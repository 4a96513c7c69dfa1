/** Colours of codes: who has one of its own, and how well it is seen on white. */
import type { Code, Codebook } from '../model.ts';

export interface ColoredCode {
  code: Code;
  color: string;
  /** Ids of the codes above it. */
  ancestors: string[];
}

/** Codes with a colour that is not that of the code above them. */
export function listOwnColors(codebook: Codebook): ColoredCode[] {
  const visit = (codes: readonly Code[], inherited: string | undefined, ancestors: string[]): ColoredCode[] =>
    codes.flatMap((code) => [
      ...(code.color !== undefined && code.color !== inherited ? [{ code, color: code.color, ancestors }] : []),
      ...visit(code.codes, code.color, [...ancestors, code.id]),
    ]);
  return visit(codebook.codes, undefined, []);
}

/** Contrast of `#rrggbb` with white, 1 to 21: WCAG 2.2, "contrast ratio", (L1 + 0.05) / (L2 + 0.05) with white's L1 = 1. */
export function contrastOnWhite(color: string): number {
  return 1.05 / (relativeLuminance(color) + 0.05);
}

/** WCAG 2.2, "relative luminance": 0 for black, 1 for white. */
function relativeLuminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linearize(Number.parseInt(color.slice(at, at + 2), 16)));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linearize(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
