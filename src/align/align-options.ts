import type { WordPair } from '../language/lexicon.ts'
import type { Report } from '../message/report.ts'
import type { SegmentVectors } from './text/embedding.ts'
import type { LearnedLexicon } from './links/train-lexicon.ts'
import type { AlignWeights } from './weights.ts'

/** Options of `alignSegments`. */
export interface AlignOptions {
  /** BCP 47 codes of the two sides, for segments that name none; `und` where unknown. */
  source?: string
  target?: string
  /** The user's own word pairs, beside the project's lexicon. */
  dictionary?: readonly WordPair[]
  /** Lexicons learned from other texts; those for other languages are passed over. */
  lexicons?: readonly LearnedLexicon[]
  /** Sentence vectors of both sides. */
  vectors?: SegmentVectors
  /** Told of an empty side, and of a path at the edge of what was searched. */
  report?: Report
  /** Weights, for fitting and for ablations. */
  weights?: Partial<AlignWeights>
}
