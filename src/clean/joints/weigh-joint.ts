import { readOpening } from './block-opening.ts'
import { weighBreak } from './break-evidence.ts'
import type { Held, LinePair } from './line-pair.ts'
import type { Line } from '../lines/line.ts'
import { openingWeights, type OpeningSign } from './weights.ts'

/** Two printed lines, one after the other, and what tells whether a block begins with the second. */
export interface Joint {
  next: Line
  /** Over 0, a block begins. */
  weight: number
  /** The rule that decided by itself; the signs count where there is none. */
  rule?: string
  opening: readonly OpeningSign[]
  /** Empty where nobody observes. */
  held: readonly Held[]
}

/**
 * Weighs whether a block begins with a line: what its words say, and where that does not decide, what shows in the two lines
 * and round them, which is kept where it is observed.
 */
export function weighJoint(pair: LinePair, observed: boolean): Joint {
  const { next } = pair
  const { rule, opens, signs } = readOpening(pair)
  if (rule !== undefined) return decided(next, opens === true, rule)
  let weight = 0
  for (const sign of signs) weight += openingWeights[sign]
  const held: Held[] | undefined = observed ? [] : undefined
  weight = weighBreak(pair, weight, held)
  return { next, weight, opening: signs, held: held ?? none }
}

/** Two lines of which one rule tells by itself whether a block begins with the second. */
export function decided(next: Line, opens: boolean, rule: string): Joint {
  return { next, weight: opens ? Infinity : -Infinity, rule, opening: none, held: none }
}

const none: readonly never[] = []
