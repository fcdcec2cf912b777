import { marginalLines } from './furniture.ts'
import type { PdfLine, PdfPage } from './line.ts'
import { extent } from './rows.ts'

/** A note at the foot of a page: its mark, and the lines of it. */
export interface PdfNote {
  id: string
  /** As the text has it. */
  marker: string
  /** As the note begins with it: `1.` for `1`. */
  printed: string
  lines: PdfLine[]
}

/** The last note of a page, which may go on at the foot of the next. */
export interface NoteBefore {
  note: PdfNote
  page: PdfPage
}

/** A rule of underscores. */
export const underscores = /^[_\u2014\u2015]{6,}$/

/**
 * The notes at the foot of a page: small lines, or lines below a short rule, the first of which begins with a raised mark
 * or a star. `before` is the last note of the page before, which may go on. `size` is that of the text.
 */
export function findNotes(page: PdfPage, number: number, size: number, before: NoteBefore | undefined): PdfNote[] {
  const own = page.lines.filter(({ furniture, cell }) => furniture === undefined && cell === undefined).toSorted((a, b) => a.baseline - b.baseline)
  const marks = raisedMarks(own, size)
  const markerOf = (line: PdfLine): string | undefined => printedMarker(line) ?? (line.size <= 0.94 * size ? numberOf(line, marks) : undefined)
  const first = firstOfNotes(own, page, size, markerOf) ?? (before && firstOfRest(own, page, size, before))
  if (first === undefined) return framedNote(own, page, number, size)
  const notes: PdfNote[] = []
  for (const line of own.slice(first)) {
    const marker = markerOf(line)
    const last = notes.at(-1)
    const lineBefore = last?.lines.at(-1)
    // The foot of a page that no other page repeats stands apart, or is set in another way.
    const isOther = lineBefore && (line.baseline - lineBefore.baseline > 2.2 * line.size || line.bold !== lineBefore.bold || Math.abs(line.size - lineBefore.size) > 0.3)
    if (marker === undefined && isOther) break
    if (marker !== undefined) notes.push({ id: `page ${String(number + 1)} note ${String(notes.length + 1)}`, marker, printed: line.text.startsWith(`${marker}.`) || line.text.startsWith(`${marker})`) ? line.text.slice(0, marker.length + 1) : marker, lines: [line] })
    else if (last) last.lines.push(line)
    else if (before && goesOn(before, line)) notes.push({ id: before.note.id, marker: '', printed: '', lines: [line] })
  }
  return notes
}

/** Whether a note of the page before goes on with a line: it did not end there, in mid line at a full stop, and the line is none of a table. */
function goesOn({ note: { lines }, page }: NoteBefore, { parted }: PdfLine): boolean {
  const last = lines.at(-1)
  if (last === undefined || parted) return false
  const text = extent(page.lines.filter((one) => one.furniture === undefined && one.cell === undefined && !one.parted))
  const room = last.rtl ? last.left - text.left : text.right - last.right
  return room < 3 * last.size || !/[.!?؟。！？]["'”»’)）\]]*$/u.test(last.text.trimEnd())
}

/** What is said of a record stands in a frame below the text of its first page, in small letters: the text goes on over it. */
function framedNote(own: readonly PdfLine[], page: PdfPage, number: number, size: number): PdfNote[] {
  const marginal = new Set(marginalLines(page))
  const text = own.filter((line) => !marginal.has(line))
  const first = text.findLastIndex((line) => line.size > 0.94 * size) + 1
  const lines = text.slice(first)
  const [top, last, above] = [lines[0], lines.at(-1), text[first - 1]]
  if (!top || !last || !above || lines.length > 6) return []
  const { left, right } = extent(lines)
  const ruledAt = (from: number, to: number): boolean => page.rules.some((rule) => rule.y > from && rule.y < to && rule.left < left + 1 && rule.right > right - 1)
  const isFramed = ruledAt(above.baseline + 0.22 * above.size, top.baseline - 0.5 * top.size) && ruledAt(last.baseline, last.baseline + 3 * last.size)
  return isFramed ? [{ id: `page ${String(number + 1)} frame`, marker: '', printed: '', lines }] : []
}

/** The first of the small lines at the foot of a page. */
function firstSmall(lines: readonly PdfLine[], size: number): number {
  return lines.findLastIndex((line) => line.size > 0.94 * size) + 1
}

/** The line with which the note of the page before goes on below a rule, where the page has no other. */
function firstOfRest(lines: readonly PdfLine[], page: PdfPage, size: number, before: NoteBefore): number | undefined {
  const first = firstSmall(lines, size)
  const [above, line] = [lines[first - 1], lines[first]]
  const isBelowRule = line !== undefined && rulesOf(lines, page).some((y) => y > (above?.baseline ?? 0) - size && y < line.baseline)
  return isBelowRule && goesOn(before, line) ? first : undefined
}

/** Short rules of a page, drawn or of underscores: their distance from the top. */
function rulesOf(lines: readonly PdfLine[], { noteRules }: PdfPage): number[] {
  return [...noteRules, ...lines.filter(({ text }) => underscores.test(text.trim())).map(({ baseline }) => baseline)]
}

function firstOfNotes(lines: readonly PdfLine[], page: PdfPage, size: number, markerOf: (line: PdfLine) => string | undefined): number | undefined {
  const small = firstSmall(lines, size)
  const marked = lines.findIndex((line, index) => index >= small && markerOf(line) !== undefined)
  if (marked === small && small < lines.length) return small
  // Below a short rule notes may be as large as the text.
  let first: number | undefined
  for (const y of rulesOf(lines, page).sort((a, b) => b - a)) {
    const index = lines.findIndex(({ baseline, text }) => baseline > y + 1 && !underscores.test(text.trim()))
    const line = lines[index]
    if (!line || y <= 0.3 * page.height || line.size > size || !(markerOf(line) !== undefined || (small <= index && marked > small))) continue
    // A rule that is drawn among notes, as over the job number beside them: what stands above it is small, too.
    if (first !== undefined && lines.slice(index, first).some((one) => one.size > 0.94 * size)) break
    first = index
  }
  return first ?? (marked >= 0 && small < lines.length ? marked : undefined)
}

/** Figures that are raised in the text of a page. */
function raisedMarks(lines: readonly PdfLine[], size: number): Set<string> {
  return new Set(lines.filter((line) => line.size > 0.94 * size).flatMap(({ text, raised }) => raised.map(([start, end]) => text.slice(start, end).trim())))
}

/** The number that a line begins with, where the text has it raised: some print it at the height of the note. */
function numberOf({ text }: PdfLine, marks: ReadonlySet<string>): string | undefined {
  const number = /^(\d{1,3})[.)]?\s/.exec(text)?.[1]
  return number !== undefined && marks.has(number) ? number : undefined
}

/** The mark that a line begins with: raised, or stars. */
function printedMarker({ text, raised }: PdfLine): string | undefined {
  const stars = /^(\*{1,4}|[†‡§])(?=\s|\p{L}|$)/u.exec(text)?.[1]
  if (stars !== undefined) return stars
  const [start, end] = raised[0] ?? [-1, -1]
  const mark = start === 0 ? text.slice(0, end).trim() : ''
  return mark !== '' && mark.length <= 4 && /^(?:\d{1,3}|\p{Ll}{1,2}|[*†‡§]{1,4})[).]?$/u.test(mark) ? mark : undefined
}
