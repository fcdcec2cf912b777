/** Shapes of beads (1:1, 1:2, 1:0 …) and how often they come. */

/** Most segments of a side in one bead. */
export const maxSpan = 4

/** Log probability of each bead shape: entry `a * 5 + b` for a:b; minus infinity for shapes that are not tried. */
export type ShapePriors = Float64Array

export const shapeCount = (maxSpan + 1) * (maxSpan + 1)

/** Index of shape a:b in {@link ShapePriors}. */
export function shapeOf(sourceSpan: number, targetSpan: number): number {
  return sourceSpan * (maxSpan + 1) + targetSpan
}

/** How texts are usually cut: the shares of the shapes of beads before a text has shown its own habits. */
export interface ShapeWeights {
  /** Share of 1:0, and of 0:1. */
  shapeNull: number
  /** Share of 1:2, and of 2:1. */
  shapeSplit: number
  /** How much rarer each further segment is. */
  shapeDecay: number
  /** Share of 2:2, from which larger ones decay likewise. */
  shapeBoth: number
  /** Most segments of a side in one bead that are tried, {@link maxSpan} at most. */
  largest: number
}

export const shapeWeights: ShapeWeights = { shapeNull: 0.012, shapeSplit: 0.045, shapeDecay: 0.12, shapeBoth: 0.0015, largest: maxSpan }

/** Shares of the shapes; they add up to 1. */
export function usualShapes(weights: ShapeWeights): Float64Array {
  const shares = new Float64Array(shapeCount)
  for (let a = 1; a <= weights.largest; a++) {
    for (let b = 1; b <= weights.largest; b++) {
      const [first, least] = Math.min(a, b) > 1 ? [weights.shapeBoth, 4] : [weights.shapeSplit, 3]
      shares[shapeOf(a, b)] = first * weights.shapeDecay ** (a + b - least)
    }
  }
  shares[shapeOf(1, 0)] = shares[shapeOf(0, 1)] = weights.shapeNull
  shares[shapeOf(1, 1)] = 0
  const others = shares.reduce((sum, share) => sum + share, 0)
  shares[shapeOf(1, 1)] = Math.max(0.1, 1 - others)
  return shares
}
