/** All of what must hold for each of many is tried where `HEXAPLA_WHOLE` is set, as in CI. */
export const takesAll = process.env['HEXAPLA_WHOLE'] !== undefined

/** How many trials of the same: `many`, or, where not all is tried, `few`. */
export const trials = (many: number, few: number): number => (takesAll ? many : few)

/** Every so many of these, from the first or a later one on, or all. */
export function someOf<T>(all: readonly T[], every: number, first = 0): T[] {
  return takesAll ? [...all] : all.filter((_, index) => index % every === first % every)
}
