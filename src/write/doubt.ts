/** Why a unit is worth a look. */
import type { LanguageTag } from '../language/tag.ts'
import { isReviewed } from '../tree/status.ts'
import { differingFigures, type DifferingFigure } from './differing-figures.ts'

/**
 * Units below this score are looked at: in ordinary texts at most one in twenty, and of the last that it adds one in ten is wrong.
 * `bench/review/doubt.ts` measures it.
 */
export const doubtfulScore = 0.9

export interface Doubt {
  /** A version has no text here. */
  oneSided: boolean
  /** Numbers of each version, segment by segment, that another lacks. */
  figures: ReadonlyMap<LanguageTag, DifferingFigure[][]>
  numbersDiffer: boolean
  /** Whether somebody should look: nobody has, and something speaks against the unit. */
  doubtful: boolean
}

/** What is known of a unit. */
export interface Doubted {
  /** Segments by language; a language without text is missing, or has none. */
  texts: ReadonlyMap<LanguageTag, readonly string[]>
  /** All languages of its file. */
  languages: readonly LanguageTag[]
  score: number | undefined
  status: string | undefined
}

/** What speaks against a unit. */
export function doubtOf({ texts, languages, score = 1, status }: Doubted): Doubt {
  const oneSided = languages.some((language) => (texts.get(language)?.length ?? 0) === 0)
  const figures = differingFigures(texts)
  const numbersDiffer = [...figures.values()].some((list) => list.some((each) => each.length > 0))
  const isSettled = isReviewed(status) || status === 'rejected'
  return { oneSided, figures, numbersDiffer, doubtful: status === 'doubtful' || (!isSettled && (oneSided || numbersDiffer || score < doubtfulScore)) }
}
