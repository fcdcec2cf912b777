/** Notes at the end of a text: under a heading of their own, numbered from 1 on, over as many pages as they take. */
import { readNoteMarker } from '../../grammar/note-marker.ts'
import { headsNotes } from '../../grammar/note-wording.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import type { LanguageCode } from '../../language/code.ts'
import { tell, type Line } from '../lines/line.ts'
import { isNumberAlone } from './evidence.ts'
import type { LiftedNote } from './lifted-note.ts'
import { splitLines } from './split.ts'
import { goesOn } from './zone-end.ts'

/** So many numbers that go up are the notes of a text; at most so many of them are lost between two. */
const [fewest, mostLost] = [3, 4]

/** A line that begins with what may be the number of a note. */
interface NumberedLine {
  index: number
  number: number
  /** How much it counts: a number alone on its line may be that of a page. */
  weight: number
}

interface Endnotes {
  notes: LiftedNote[]
  last: number
  /** Index behind the last of them. */
  end: number
}

/**
 * The notes under a heading, their lines marked; `undefined` where a line is no such heading. What stands below a note
 * that has ended, as a list of those whom it names, is text.
 */
export function takeEndnotes(lines: Line[], heading: number, language: LanguageCode, blockLines: number): Endnotes | undefined {
  const line = lines[heading]
  if (line?.role !== 'body' || !headsNotes(line.value, language)) return undefined
  const numbered = longestRise(findNumbered(lines, heading + 1, language))
  if (numbered.length < fewest) return undefined
  tell(lines, heading, { opens: true })
  const notes: LiftedNote[] = []
  let end = heading + 1
  const last = numbered.at(-1)
  // Where each line is a block, no note goes on behind its sentence.
  const width = blockLines > 0.5 ? Infinity : 1.13 * lines.slice(heading, last?.index).reduce((most, { role, value }) => (role === 'body' ? Math.max(most, value.length) : most), 0)
  for (const [at, { index, number }] of numbered.entries()) {
    const next = numbered[at + 1]?.index ?? lines.length
    const own = noteLines(lines, index, next, width, language)
    for (const note of splitLines(own.map((each) => lines[each] as Line), number - 1, language, blockLines, true).notes) notes.push(note)
    for (const each of own) tell(lines, each, { role: 'note', why: 'under a heading' })
    end = (own.at(-1) ?? index) + 1
    const rest = lines.slice(end, next).findIndex(({ role }) => role === 'body')
    if (rest >= 0) tell(lines, end + rest, { opens: true })
  }
  return { notes, last: last?.number ?? 0, end }
}

/** The lines below a heading, up to the next annex, that begin with a number. */
function findNumbered(lines: readonly Line[], start: number, language: LanguageCode): NumberedLine[] {
  const found: NumberedLine[] = []
  for (let index = start; index < lines.length; index++) {
    const line = lines[index]
    if (!line || (line.role === 'body' && readSectionHeading(line.value, language))) break
    const bare = isNumberAlone(line)
    if (line.role !== 'body' && !(bare && line.furniture === 'page-number')) continue
    const marker = readNoteMarker(line.value)
    // The number of a page, and that of a note below it.
    if (bare && lines[index + 1]?.value === line.value) continue
    if (marker && !marker.pointed) found.push({ index, number: marker.number, weight: bare ? 1 : 2 })
  }
  return found
}

/** The most of the numbers, in order, that go up from the first or nearly so, with few of them missing. */
function longestRise(found: readonly NumberedLine[]): NumberedLine[] {
  /** For each number the best way to it. */
  const ways = new Map<number, { length: number; line: NumberedLine }>()
  const before = new Map<NumberedLine, NumberedLine | undefined>()
  let best: { length: number; line: NumberedLine } | undefined
  for (const line of found) {
    const { number, weight } = line
    let from: { length: number; line: NumberedLine } | undefined
    for (let back = number - 1; back >= number - 1 - mostLost; back--) {
      const way = ways.get(back)
      if (way && way.length > (from?.length ?? 0)) from = way
    }
    if (!from && number > 1 + mostLost) continue
    const length = (from?.length ?? 0) + weight
    if (length <= (ways.get(number)?.length ?? 0)) continue
    ways.set(number, { length, line })
    before.set(line, from?.line)
    if (length > (best?.length ?? 0)) best = { length, line }
  }
  const rise: NumberedLine[] = []
  for (let line = best?.line; line; line = before.get(line)) rise.push(line)
  return rise.reverse()
}

/** The lines of a note: what follows on its number, until it has ended. */
function noteLines(lines: readonly Line[], start: number, end: number, width: number, language: LanguageCode): number[] {
  const own = [start]
  for (let index = start + 1; index < end; index++) {
    const [above, line] = [lines[own.at(-1) ?? start], lines[index]]
    if (!above || line?.role !== 'body') continue
    if (!goesOn(above, line, { widest: width, usual: 0, open: false }, language)) break
    own.push(index)
  }
  return own
}
