/** How often properties are tried: `FUZZ=1` is what the numbers in the tests say, half of it the default. */
const FACTOR = Number(process.env.FUZZ ?? 0.5);

/** Settings for so many cases, the same ones every time. */
export const cases = (usual: number) => ({ numRuns: Math.round(usual * FACTOR), seed: 20260101 });
