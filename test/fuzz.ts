/** How often properties are tried: `FUZZ=4 npm test` tries four times as many cases as usual. */
const FACTOR = Number(process.env.FUZZ ?? 1);

/** Settings for so many cases, the same ones every time. */
export const cases = (usual: number) => ({ numRuns: Math.round(usual * FACTOR), seed: 20260101 });
