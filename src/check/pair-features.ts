/** What is seen of a pair of texts, as numbers: for two that do not belong together, and for one of which a part is missing. */

/** A pair of texts with the evidence of its words in nats, and by how much its length is odd. */
export interface SeenPair {
  source: string
  target: string
  words: { source: Float64Array; target: Float64Array }
  /** Standard deviations by which the target is longer than expected. */
  deviation: number
}

/** Features of two texts that may have nothing to do with each other. */
export function strangeFeatures({ words: { source, target }, deviation }: SeenPair): number[] {
  return [1, meanOf(source), meanOf(target), Math.abs(deviation), Math.log1p(Math.min(source.length, target.length))]
}

/** How much a pair like those of the United Nations' own corpus shows, for memories too small to teach it. */
export const usualStrange: readonly number[] = [3, -0.8, -0.8, 0.2, -0.3]

const ending = /[.?!。？！؟:：;；؛…][\])}"'»”’）】〕]{0,3}$/u
const opening = /^[\p{Ll},;:)\]，。、；：）،؛]/u

/**
 * Features of the text that is short beside a whole one: words of the whole one that nothing speaks for, at its end or at its
 * beginning; too few letters; no mark at the end, no capital at the beginning, where the other has them.
 */
export function cutFeatures(pair: SeenPair, short: 'source' | 'target'): number[] {
  const long = short === 'source' ? 'target' : 'source'
  const [words, others] = [pair.words[long], pair.words[short]]
  const [whole, part] = [pair[long].trim(), pair[short].trim()]
  const missing = short === 'target' ? -pair.deviation : pair.deviation
  const atEnd = Math.sqrt(runAgainst(words, true))
  const atStart = Math.sqrt(runAgainst(words, false))
  const open = ending.test(whole) && !ending.test(part) ? 1 : 0
  const closed = !ending.test(whole) && ending.test(part) ? 1 : 0
  const headless = !opening.test(whole) && opening.test(part) ? 1 : 0
  const shape = [open, closed, headless, open * atEnd, headless * atStart]
  return [1, atEnd, atStart, Math.max(0, missing), Math.min(0, missing), ...shape, meanOf(others), meanOf(words), Math.log1p(words.length)]
}

export const usualCut: readonly number[] = [-2.4, 0.6, 0.4, 1.7, 0.7, 2.9, 0.3, 2.4, -0.3, -0.2, 0, 0, -0.4]

/** Nats of a text, over the square root of its words: about as wide for short texts as for long ones. */
function meanOf(words: Float64Array): number {
  let sum = 0
  for (const nats of words) sum += nats
  return sum / Math.sqrt(words.length + 1)
}

/** The most that the last words, or the first ones, taken together have against them, in nats. */
function runAgainst(words: Float64Array, fromEnd: boolean): number {
  let [sum, most] = [0, 0]
  for (let step = 0; step < words.length; step++) {
    sum -= words[fromEnd ? words.length - 1 - step : step] as number
    most = Math.max(most, sum)
  }
  return most
}
