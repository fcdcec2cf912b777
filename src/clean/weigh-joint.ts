import { readOpening, type Opening } from './block-opening.ts'
import { breakSigns, type Held, type LinePair } from './break-evidence.ts'
import type { Line } from './line.ts'
import { breakWeights, openingWeights, type OpeningSign } from './weights.ts'

/** Two printed lines, one after the other, and what tells whether a block begins with the second. */
export interface Joint {
  next: Line
  /** Over 0, a block begins. */
  weight: number
  /** The rule that decided by itself; the signs count where there is none. */
  rule?: string
  opening: readonly OpeningSign[]
  held: readonly Held[]
}

/** Weighs whether a block begins with a line: what its words say, and what shows in the two lines and round them. */
export function weighJoint(opening: Opening, pair: LinePair): Joint {
  const { next } = pair
  const words = readOpening(opening)
  if ('rule' in words) return { next, weight: words.opens ? Infinity : -Infinity, rule: words.rule, opening: [], held: [] }
  const held = breakSigns(pair)
  let weight = 0
  for (const sign of words) weight += openingWeights[sign]
  for (const { sign, share } of held) weight += breakWeights[sign] * share
  return { next, weight, opening: words, held }
}
