/** A part of the score brought from outside, such as the likeness of sentence vectors: nats for a bead that pairs something. */
export type OuterScore = (sourceStart: number, sourceEnd: number, targetStart: number, targetEnd: number) => number
