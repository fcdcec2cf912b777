/** Rows as the page takes them: short names, because there are thousands. */
import type { LanguageTag } from '../language/tag.ts'
import { doubtfulScore, doubtOf } from '../write/index.ts'
import type { Row } from './row.ts'

/** A segment: its key, its text, the numbers in it that another version lacks, as offsets, its label, its page. */
type ViewSegment = [key: string, text: string, figures: number[], label: string, page: number]

export interface ViewRow {
  id: string
  document: number
  block: string
  cells: Record<LanguageTag, ViewSegment[]>
  score?: number
  /** Whether the score alone is a reason to look. */
  low: boolean
  status: string
  locked: boolean
  edited: boolean
  oneSided: boolean
  numbersDiffer: boolean
  doubtful: boolean
}

const views = new WeakMap<Row, ViewRow>()

/** A row for the page; the languages are the same for all rows of a review. */
export function viewOf(row: Row, languages: readonly LanguageTag[]): ViewRow {
  const known = views.get(row)
  if (known) return known
  const { cells, facts, status = 'machine', locked, edited, document } = row
  const texts = new Map(Object.entries(cells).map(([language, segments]) => [language, segments.map(({ text }) => text)] as const))
  const { figures, ...doubt } = doubtOf({ texts, languages, score: facts.score, status })
  const view: ViewRow = {
    id: facts.id,
    document,
    block: facts.block,
    cells: Object.fromEntries(
      Object.entries(cells).map(([language, segments]) => [
        language,
        segments.map(({ key, text, label = '', page = 0 }, index): ViewSegment => [key, text, (figures.get(language)?.[index] ?? []).flatMap(({ figure }) => [figure.start, figure.end]), label, page])
      ])
    ),
    ...(facts.score === undefined || Object.keys(cells).length < 2 ? {} : { score: facts.score }),
    low: (facts.score ?? 1) < doubtfulScore,
    status,
    locked,
    edited,
    ...doubt,
    // Somebody has looked at what is locked.
    doubtful: doubt.doubtful && (!locked || status === 'doubtful')
  }
  views.set(row, view)
  return view
}
