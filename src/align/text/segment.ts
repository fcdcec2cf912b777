/** What the aligner takes and gives when it knows nothing of trees: two lists of segments, and beads over their indexes. */

/** One piece of text to align: a line, a sentence or a whole block. */
export interface Segment {
  text: string
  /** BCP 47 code; the option of the call where it is missing. */
  language?: string
  /** Ordinal of the label in front, 9 for `9.`: the same in all languages. */
  label?: number
  /** Kind of the block: only likes are paired gladly. */
  kind?: string
  /** Part of the text, counted from 0: no bead crosses parts, and a part is aligned with that of the same number. */
  part?: number
}

/** A bead over indexes from 0: `[start, end)` on each side; a side with `start === end` is an explicit null. */
export interface IndexBead {
  sourceStart: number
  sourceEnd: number
  targetStart: number
  targetEnd: number
  /** Calibrated probability that the bead is exactly right, 0 to 1. */
  score: number
}

/** What the aligner saw, for messages and for judging whether two texts belong together at all. */
export interface AlignDiagnostics {
  /** Letters of the target over letters of the source, in confident 1:1 beads. */
  lengthRatio: number
  /** Largest distance of the path from the straight line between the corners, in segments. */
  drift: number
  /** How often the search had to widen its band because the path touched it. */
  widened: number
  /** Whether the path still touches the last band: the result may be cut short. */
  touched: boolean
  /** Share of source segments without a counterpart, and of target segments, 0 to 1. */
  sourceUnpaired: number
  targetUnpaired: number
  /** What words known beforehand say of the pairs: near 0.5 where the two texts have nothing to do with each other. */
  agreement: number
  /** Pairs in which they say anything. */
  compared: number
  /** Mean score of the beads that pair something. */
  confidence: number
}

export interface Alignment {
  /** In order; every segment of both sides is in exactly one. */
  beads: IndexBead[]
  diagnostics: AlignDiagnostics
}
