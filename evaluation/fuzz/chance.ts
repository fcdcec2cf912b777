/** A stream of chance that a seed determines: the same seed, the same run. */
export interface Chance {
  /** An integer in `[0, limit)`. */
  below: (limit: number) => number
  /** Whether something of a likelihood from 0 to 1 happens. */
  happens: (likelihood: number) => boolean
  /** One of some values. */
  of: <Value>(values: readonly [Value, ...Value[]]) => Value
}

/** Mulberry32: 32 bits of state, enough for a test. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { below, happens: (likelihood) => next() < likelihood, of: (values) => values[below(values.length)] ?? values[0] }
}
