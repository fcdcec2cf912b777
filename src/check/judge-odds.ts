/** From log odds to what is said: how many pairs are wrong is estimated from the memory, and how many may be said to be so by mistake is given. */

/** Log odds of a pair, each for a fault rather than none, where both are as many: its texts do not belong together, or one lacks a part. */
export interface PairOdds {
  misaligned: number
  source: number
  target: number
}

/** What is wrong with a pair. */
export interface PairFault {
  kind: 'misaligned' | 'truncated'
  /** Which text lacks a part, where one does. */
  short: 'source' | 'target'
  /** Log odds that the pair is wrong, in this memory. */
  odds: number
}

/** Pairs that are imagined beside those of the memory, and the share of them with each kind of fault. */
const [imagined, usualShare] = [40, 0.03]
const rounds = 40
/** A pair that is as likely right is not said to be wrong, however few others are. */
const mostRight = 0.97
/** Up to here a pair is rather wrong than right, and said to be so whatever is allowed. */
const ratherRight = 0.5
/** Log odds from which on a pair does not belong together, whatever it lacks besides. */
const leastApart = 1.5
/** Log odds beyond which nothing is surer. */
const surest = 30

const kinds = ['misaligned', 'source', 'target'] as const

/**
 * The faults among pairs. The share of each kind in the memory is found by expectation and maximization; then the least likely pairs
 * are said to be wrong, up to where those among them that are right are expected to be the share of all that is allowed; in any case
 * those that are rather wrong than right.
 */
export function judgeOdds(pairs: readonly PairOdds[], falseAlarms: number): Array<PairFault | undefined> {
  const ratios = pairs.map((odds) => kinds.map((kind) => Math.exp(Math.max(-surest, Math.min(surest, odds[kind])))))
  const shares = kinds.map(() => usualShare)
  const right = new Float64Array(pairs.length)
  for (let round = 0; round < rounds; round++) {
    const sums = kinds.map(() => imagined * usualShare)
    const sound = 1 - shares.reduce((sum, share) => sum + share, 0)
    for (const [pair, ratio] of ratios.entries()) {
      const wrong = ratio.map((each, kind) => each * (shares[kind] ?? 0))
      const all = wrong.reduce((sum, each) => sum + each, sound)
      right[pair] = sound / all
      for (const [kind, each] of wrong.entries()) sums[kind] = (sums[kind] ?? 0) + each / all
    }
    for (const [kind, sum] of sums.entries()) shares[kind] = sum / (pairs.length + imagined)
  }
  const faults: Array<PairFault | undefined> = pairs.map(() => undefined)
  const order = [...right.keys()].sort((a, b) => (right[a] as number) - (right[b] as number) || a - b)
  let mistakes = 0
  for (const pair of order) {
    const share = right[pair] as number
    mistakes += share
    if (share > mostRight || (share > ratherRight && mistakes > falseAlarms * pairs.length)) break
    faults[pair] = faultOf(pairs[pair] as PairOdds, shares, share)
  }
  return faults
}

function faultOf({ misaligned, source, target }: PairOdds, shares: readonly number[], right: number): PairFault {
  const [apart = 0, left = 0, other = 0] = shares.map(Math.log)
  const isApart = misaligned > leastApart || misaligned + apart > Math.max(source + left, target + other)
  return { kind: isApart ? 'misaligned' : 'truncated', short: source + left > target + other ? 'source' : 'target', odds: Math.min(surest, Math.log((1 - right) / right)) }
}
