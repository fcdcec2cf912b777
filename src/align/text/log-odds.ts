/** The search keeps posteriors in single precision: what is nearer to 0 or 1 than this is not known. */
const leastDoubt = 1e-7

/** Log odds of a posterior of the search, finite for all of them. */
export function logOdds(posterior: number): number {
  const clipped = Math.min(1 - leastDoubt, Math.max(leastDoubt, posterior))
  return Math.log(clipped / (1 - clipped))
}

/** The posterior of log odds. */
export function posteriorOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
