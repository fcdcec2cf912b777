/** The hook for sentence vectors: one more part of the score, for those who bring a model of their own. */
import type { OuterScore } from './outer-score.ts'
import type { Segment } from './segment.ts'

/** Makes a vector of each text; a user's wrapper round a model. Vectors of one embedder have one length. */
export interface SentenceEmbedder {
  embed(texts: readonly string[], language: string): Promise<ReadonlyArray<ArrayLike<number>>>
}

/** A vector a segment, for both sides. */
export interface SegmentVectors {
  source: ReadonlyArray<ArrayLike<number>>
  target: ReadonlyArray<ArrayLike<number>>
  /** Nats for a likeness that is whole, over one that is usual for unrelated segments; 12 unless told. */
  weight?: number
}

/** Asks an embedder for the vectors of two lists of segments. */
export async function embedSegments(
  source: readonly Segment[],
  target: readonly Segment[],
  embedder: SentenceEmbedder,
  languages: { source: string; target: string }
): Promise<SegmentVectors> {
  const texts = (segments: readonly Segment[]): string[] => segments.map(({ text }) => text)
  return { source: await embedder.embed(texts(source), languages.source), target: await embedder.embed(texts(target), languages.target) }
}

/** Vectors as running sums, so that the vector of any span is one subtraction. */
interface Sums {
  size: number
  sums: Float64Array
}

function sumsOf(vectors: ReadonlyArray<ArrayLike<number>>): Sums {
  const size = vectors[0]?.length ?? 0
  const sums = new Float64Array((vectors.length + 1) * size)
  for (const [index, vector] of vectors.entries()) {
    if (vector.length !== size) throw new RangeError(`Unexpected vector of length ${vector.length} at ${index}, expected ${size}`)
    let norm = 0
    for (let place = 0; place < size; place++) norm += (vector[place] ?? 0) ** 2
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0
    for (let place = 0; place < size; place++) sums[(index + 1) * size + place] = (sums[index * size + place] ?? 0) + (vector[place] ?? 0) * scale
  }
  return { size, sums }
}

interface SumsOfSides {
  left: Sums
  right: Sums
}

/** Cosine of the spans `[a, b)` and `[c, d)`, each the sum of its unit vectors; 0 where one is nothing. */
function cosine({ left, right }: SumsOfSides, a: number, b: number, c: number, d: number): number {
  let [dot, one, other] = [0, 0, 0]
  for (let place = 0; place < left.size; place++) {
    const x = (left.sums[b * left.size + place] as number) - (left.sums[a * left.size + place] as number)
    const y = (right.sums[d * right.size + place] as number) - (right.sums[c * right.size + place] as number)
    dot += x * y
    one += x * x
    other += y * y
  }
  return one > 0 && other > 0 ? dot / Math.sqrt(one * other) : 0
}

/** Steps at which unrelated pairs are sampled: far from any line, and the same every time. */
const samples = 200

/**
 * The score that vectors give a bead: cosine over what unrelated segments of these texts have, times the weight.
 * Throws a `RangeError` where the vectors are not one a segment and of one length.
 */
export function vectorScore(vectors: SegmentVectors, sourceCount: number, targetCount: number): OuterScore {
  if (vectors.source.length !== sourceCount || vectors.target.length !== targetCount) {
    throw new RangeError(`Unexpected ${vectors.source.length} and ${vectors.target.length} vectors, expected ${sourceCount} and ${targetCount}`)
  }
  const [left, right] = [sumsOf(vectors.source), sumsOf(vectors.target)]
  if (left.size !== right.size) throw new RangeError(`Unexpected vectors of lengths ${left.size} and ${right.size}, expected one length`)
  const sides = { left, right }
  let usual = 0
  for (let sample = 0; sample < samples; sample++) {
    const [row, column] = [(sample * 7919) % sourceCount, (sample * 104_729 + Math.floor(targetCount / 2)) % targetCount]
    usual += cosine(sides, row, row + 1, column, column + 1) / samples
  }
  const weight = (vectors.weight ?? 12) / Math.max(0.05, 1 - usual)
  const scoreOf = (likeness: number): number => weight * (likeness - (1 + usual) / 2)
  return { of: (a, b, c, d) => scoreOf(cosine(sides, a, b, c, d)), most: scoreOf(1) }
}
