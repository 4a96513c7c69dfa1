/** Codebooks without the places of their parts, to compare what is in them. */
import type { Codebook } from '../../src/model.ts';

export function withoutPositions(codebook: Codebook): unknown {
  return JSON.parse(JSON.stringify(codebook, (key, value) => (key === 'position' ? undefined : value)));
}
