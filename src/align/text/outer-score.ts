/** A part of the score brought from outside, such as the likeness of sentence vectors. */
export interface OuterScore {
  /** Nats for a bead that pairs something. */
  of: (sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number) => number
  /** What they are at most: a bead that could not win by them is not asked about. */
  most: number
  /** Nats for every path through a pair of boundaries, whatever it pairs before and behind them. */
  corner?: (source: number, target: number) => number
  /** Whether labels say that two segments stand in one block. */
  isOneBlock?: (source: number, target: number) => boolean
}
