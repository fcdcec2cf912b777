/**
 * What a reviewer does to rows, as pure functions: each gives the rows to take out and those to put in their place, or why it is
 * refused. No edit loses a segment or doubles one, and but for `swap` each keeps the order of every version.
 */
import type { LanguageTag } from '../language/tag.ts'
import { statusOfEdited } from '../tree/status.ts'
import { madeRow, type Cells, type Row, type Segment } from './row.ts'
import { without } from './without.ts'

/** Rows that stand in place of others; its inverse has the two lists the other way round. */
export interface Change {
  /** Index of the first row. */
  at: number
  removed: readonly Row[]
  inserted: readonly Row[]
}

/**
 * Why nothing was done: a row is locked, or somebody has found it right, the original would change, there is no row or segment on
 * that side, nothing would change.
 */
export type Refused = 'edge' | 'locked' | 'nothing' | 'original' | 'reviewed'

/** A segment, by row, language and its index in the cell. */
export interface Place {
  row: number
  language: LanguageTag
  segment: number
}

/** The version that is neither split nor merged; none where the reviewer has unlocked it. */
export type Original = LanguageTag | undefined

type Result = Change | Refused

/** The rows as they are after a change. */
export function applied(rows: readonly Row[], { at, removed, inserted }: Change): Row[] {
  return [...rows.slice(0, at), ...inserted, ...rows.slice(at + removed.length)]
}

/** The change that undoes a change. */
export function inverse({ at, removed, inserted }: Change): Change {
  return { at, removed: inserted, inserted: removed }
}

/** What undoes several changes, each of which counts its rows as they were before all of them, from the first row to the last. */
export function inverseOfAll(changes: readonly Change[]): Change[] {
  let moved = 0
  return changes.map((change) => {
    const at = change.at + moved
    moved += change.inserted.length - change.removed.length
    return { ...inverse(change), at }
  })
}

/**
 * Puts a row and the one below it together. Where the original stands in both it must not be merged: the target takes the
 * segments of the cell below then, and the original stays.
 */
export function mergeBelow(rows: readonly Row[], { row, language }: Place, original: Original): Result {
  const pair = neighbours(rows, row)
  if (typeof pair === 'string') return pair
  const [above, below] = pair
  const isKept = original !== undefined && above.cells[original] !== undefined && below.cells[original] !== undefined
  if (!isKept) return { at: row, removed: pair, inserted: [madeRow(joined(above.cells, below.cells), pair)] }
  if (language === original) return 'original'
  const segments = below.cells[language]
  if (segments === undefined) return 'edge'
  return moved(row, pair, language, [...(above.cells[language] ?? []), ...segments], [])
}

/** Puts a row and the one above it together; see `mergeBelow`, but the segments of the target go down. */
export function mergeAbove(rows: readonly Row[], place: Place, original: Original): Result {
  const pair = neighbours(rows, place.row - 1)
  if (typeof pair === 'string') return pair
  const [above, below] = pair
  const isKept = original !== undefined && above.cells[original] !== undefined && below.cells[original] !== undefined
  if (!isKept || place.language === original) return mergeBelow(rows, { ...place, row: place.row - 1 }, original)
  const segments = above.cells[place.language]
  if (segments === undefined) return 'edge'
  return moved(place.row - 1, pair, place.language, [], [...segments, ...(below.cells[place.language] ?? [])])
}

/**
 * Divides a row in front of a segment, or inside of one at a caret. The other versions are divided at the same place where they
 * have as many segments, near it where they have several, else they stay above.
 */
export function split(rows: readonly Row[], place: Place, original: Original, caret?: number): Result {
  const found = find(rows, place)
  if (typeof found === 'string') return found
  const { row, segments } = found
  if (caret !== undefined && place.language === original) return 'original'
  const own = caret === undefined ? segments : cutAt(segments, place.segment, caret, (key) => isThere(rows, place.language, key))
  if (own === undefined) return 'nothing'
  const cut = caret === undefined ? place.segment : place.segment + 1
  if (cut < 1 || cut >= own.length) return 'edge'
  const above: Record<LanguageTag, readonly Segment[]> = {}
  const below: Record<LanguageTag, readonly Segment[]> = {}
  for (const [language, cell] of Object.entries(row.cells)) {
    const all = language === place.language ? own : cell
    const near = Math.min(all.length - 1, Math.max(1, Math.round((cut / own.length) * all.length)))
    const at = language === place.language || all.length === own.length ? cut : all.length < 2 ? all.length : near
    above[language] = all.slice(0, at)
    if (at < all.length) below[language] = all.slice(at)
  }
  return { at: place.row, removed: [row], inserted: [madeRow(above, [row]), madeRow(below, [row])] }
}

/** Puts the segments of a cell from one on into a row of their own below. */
export function detach(rows: readonly Row[], place: Place, original: Original): Result {
  const found = find(rows, place)
  if (typeof found === 'string') return found
  const { row, segments } = found
  if (place.language === original && place.segment > 0) return 'original'
  const rest = segments.slice(0, place.segment)
  const above = withCell(row.cells, place.language, rest)
  if (Object.keys(above).length === 0) return 'nothing'
  return { at: place.row, removed: [row], inserted: [madeRow(above, [row]), madeRow({ [place.language]: segments.slice(place.segment) }, [row])] }
}

/** Moves the segments of a cell up to a segment, with it, to the end of the cell above. */
export function moveUp(rows: readonly Row[], place: Place, original: Original): Result {
  const found = find(rows, place)
  if (typeof found === 'string') return found
  if (place.language === original) return 'original'
  const pair = neighbours(rows, place.row - 1)
  if (typeof pair === 'string') return pair
  const { segments } = found
  const cut = place.segment + 1
  return moved(place.row - 1, pair, place.language, [...(pair[0].cells[place.language] ?? []), ...segments.slice(0, cut)], segments.slice(cut))
}

/** Moves the segments of a cell from a segment on to the beginning of the cell below. */
export function moveDown(rows: readonly Row[], place: Place, original: Original): Result {
  const found = find(rows, place)
  if (typeof found === 'string') return found
  if (place.language === original) return 'original'
  const pair = neighbours(rows, place.row)
  if (typeof pair === 'string') return pair
  const { segments } = found
  return moved(place.row, pair, place.language, segments.slice(0, place.segment), [...segments.slice(place.segment), ...(pair[1].cells[place.language] ?? [])])
}

/** Exchanges a cell with the one below: the one edit that changes the order of a version, for translations in another order. */
export function swap(rows: readonly Row[], { row, language }: Place, original: Original): Result {
  if (language === original) return 'original'
  const pair = neighbours(rows, row)
  if (typeof pair === 'string') return pair
  const [above, below] = [pair[0].cells[language], pair[1].cells[language]]
  if (above === undefined || below === undefined) return 'edge'
  return moved(row, pair, language, below, above)
}

/** Gives a segment another text, which makes its row reviewed. */
export function editText(rows: readonly Row[], place: Place, text: string): Result {
  const found = find(rows, place)
  if (typeof found === 'string') return found
  const { row, segments } = found
  const clean = text.replace(/[\s\u0085\u2028\u2029]+/gu, (space) => (/[\n\r\t\v\f\u0085\u2028\u2029]/u.test(space) ? ' ' : space)).normalize('NFC').trim()
  if (clean === '' || clean === segments[place.segment]?.text) return 'nothing'
  const edited = segments.map((segment, index) => (index === place.segment ? { ...segment, text: clean } : segment))
  return { at: place.row, removed: [row], inserted: [{ ...without(row, 'origin'), cells: { ...row.cells, [place.language]: edited }, status: statusOfEdited(row.status), edited: true }] }
}

/** Gives a row a status; `machine` takes it away. Rejected rows are what a reviewer calls deleted: they stay, and enter no memory. */
export function mark(rows: readonly Row[], index: number, status: string): Result {
  const row = rows[index]
  if (row === undefined) return 'edge'
  if (row.locked) return 'locked'
  if ((row.status ?? 'machine') === status) return 'nothing'
  return { at: index, removed: [row], inserted: [{ ...without(row, 'status'), ...(status === 'machine' ? {} : { status }), edited: true }] }
}

/** Locks a row, so that nothing changes it, or unlocks it. */
export function lock(rows: readonly Row[], index: number, locked: boolean): Result {
  const row = rows[index]
  if (row === undefined) return 'edge'
  return row.locked === locked ? 'nothing' : { at: index, removed: [row], inserted: [{ ...row, locked }] }
}

/** A row and the one below it, of one document, neither of them locked. */
function neighbours(rows: readonly Row[], index: number): readonly [Row, Row] | Refused {
  const [above, below] = [rows[index], rows[index + 1]]
  if (above === undefined || below === undefined || above.document !== below.document) return 'edge'
  return above.locked || below.locked ? 'locked' : [above, below]
}

function find(rows: readonly Row[], { row: index, language, segment }: Place): { row: Row; segments: readonly Segment[] } | Refused {
  const row = rows[index]
  const segments = row?.cells[language]
  if (row === undefined || segments?.[segment] === undefined) return 'edge'
  return row.locked ? 'locked' : { row, segments }
}

/** Two rows with other segments in a language; a row without any segment is gone. */
function moved(at: number, pair: readonly [Row, Row], language: LanguageTag, above: readonly Segment[], below: readonly Segment[]): Change {
  const cells = [withCell(pair[0].cells, language, above), withCell(pair[1].cells, language, below)]
  return { at, removed: pair, inserted: cells.flatMap((each, index) => (Object.keys(each).length === 0 ? [] : [madeRow(each, pairOf(pair, index))])) }
}

/** The row at an index first: what a row is named after, and its kind, come from it. */
function pairOf([above, below]: readonly [Row, Row], index: number): Row[] {
  return index === 0 ? [above, below] : [below, above]
}

function withCell(cells: Cells, language: LanguageTag, segments: readonly Segment[]): Cells {
  const others = Object.entries(cells).filter(([code]) => code !== language)
  return Object.fromEntries(segments.length === 0 ? others : Object.entries({ ...cells, [language]: segments }))
}

function joined(above: Cells, below: Cells): Cells {
  const languages = [...new Set([...Object.keys(above), ...Object.keys(below)])]
  return Object.fromEntries(languages.map((language) => [language, [...(above[language] ?? []), ...(below[language] ?? [])]]))
}

const isThere = (rows: readonly Row[], language: LanguageTag, wanted: string): boolean => rows.some(({ cells }) => cells[language]?.some(({ key }) => key === wanted))

/** A cell with one of its segments in two; `undefined` where one of the two would be empty. */
function cutAt(segments: readonly Segment[], index: number, caret: number, isTaken: (key: string) => boolean): Segment[] | undefined {
  const segment = segments[index]
  if (segment === undefined) return undefined
  const [left, right] = [segment.text.slice(0, caret).trimEnd(), segment.text.slice(caret).trimStart()]
  if (left === '' || right === '') return undefined
  // A text that was cut there before, and was given more words, may be cut there again.
  let number = caret
  while (isTaken(`${segment.key}+${number}`)) number++
  return [...segments.slice(0, index), { ...segment, text: left }, { ...without(segment, 'label', 'page'), key: `${segment.key}+${number}`, text: right }, ...segments.slice(index + 1)]
}
