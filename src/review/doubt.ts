/** Why a row is worth a look. */
import { isReviewed } from '../tree/status.ts'
import { differingFigures, type DifferingFigure } from '../write/index.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { Row } from './row.ts'

/** Rows below this score are looked at: of those above it nine in ten are right and more. */
export const doubtfulScore = 0.75

export interface Doubt {
  /** A version has no text here. */
  oneSided: boolean
  /** Numbers of each version, segment by segment, that another lacks. */
  figures: ReadonlyMap<LanguageTag, DifferingFigure[][]>
  numbersDiffer: boolean
  /** Whether a reviewer should look: nobody has, and something speaks against the row. */
  doubtful: boolean
}

/** What speaks against a row of a table in these languages. */
export function doubtOf({ cells, facts, status, locked }: Row, languages: readonly LanguageTag[]): Doubt {
  const oneSided = languages.some((language) => cells[language] === undefined)
  const figures = differingFigures(new Map(Object.entries(cells).map(([language, segments]) => [language, segments.map(({ text }) => text)])))
  const numbersDiffer = [...figures.values()].some((texts) => texts.some((list) => list.length > 0))
  const isSettled = locked || isReviewed(status) || status === 'rejected'
  const isLow = (facts.score ?? 1) < doubtfulScore
  return { oneSided, figures, numbersDiffer, doubtful: status === 'doubtful' || (!isSettled && (oneSided || numbersDiffer || isLow)) }
}
