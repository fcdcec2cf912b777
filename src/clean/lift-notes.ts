import type { LanguageCode } from '../language/code.ts'
import { readLabel } from '../grammar/label.ts'
import { noteKind } from '../grammar/note-wording.ts'
import { readSectionHeading } from '../grammar/section-word.ts'
import { sliceWords, type MappedText } from '../tree/mapped-text.ts'
import { setRole, type Line } from './line.ts'
import { joinTexts } from './join-texts.ts'
import { numberOf } from './measure-numbering.ts'
import { endsSentence } from './sentence-end.ts'

/** A note, taken out of the lines that it was printed between. */
export interface LiftedNote {
  /** The marker with its raw position; missing where the export lost it. */
  marker: MappedText | undefined
  text: MappedText
}

/** A note is at most so long: after this many lines without a marker the text has gone on. */
const longest = 40

/** A paragraph does not begin farther than this above the notes of its page. */
const farthest = 80

/**
 * Marks the lines of notes and gives the notes, in order.
 *
 * Notes begin under a rule, with a star, or with a number alone on its line before the foot of a page. They end at page
 * furniture, at a form feed, or where a line after a closed sentence is no note any more.
 */
export function liftNotes(lines: readonly Line[], language: LanguageCode): LiftedNote[] {
  const notes: LiftedNote[] = []
  let last = 0
  for (let index = 0; index < lines.length; index++) {
    if (!startsZone(lines, index, last, language)) continue
    const end = zoneEnd(lines, index, last, language)
    const zone = lines.slice(index, end)
    for (const line of zone) if (line.role === 'body') setRole(line, 'note', 'lift-notes')
    const split = splitNotes(joinTexts(zone.filter(({ role }) => role === 'note').map(({ text }) => text), language), last)
    last = split.last
    for (const note of split.notes) notes.push(note)
    index = end - 1
  }
  return notes
}

/** Whether a zone of notes begins with a line. */
function startsZone(lines: readonly Line[], index: number, last: number, language: LanguageCode): boolean {
  const line = lines[index]
  if (!line || line.role !== 'body') return false
  const underRule = lines[index - 1]?.furniture === 'rule'
  if (isStar(line.value)) return underRule || line.facts.ruled === true || starIsNote(lines, index, language)
  // What is said of a record stands at the foot of its first page, without a mark.
  if (footFollows(lines, index) && noteKind(line.value, language) === 'record') return true
  const number = markerAt(line.value)
  if (number === undefined) return false
  const expected = number === last + 1 || number === 1
  if (underRule) return expected || last === 0
  // A number alone on its line, its note below it, and then the foot of the page.
  return expected && line.value === String(number) && footFollows(lines, index + 1)
}

function isStar(value: string): boolean {
  return /^\*{1,3}(?!\*)/.test(value)
}

/** A star without a rule above it opens a note where its wording says so or the foot of the page follows. */
function starIsNote(lines: readonly Line[], index: number, language: LanguageCode): boolean {
  if (footFollows(lines, index)) return true
  let text = ''
  for (let next = index; next < Math.min(lines.length, index + 3); next++) {
    text += ` ${lines[next]?.value ?? ''}`
    if (noteKind(text, language) !== 'other') return true
  }
  return false
}

function footFollows(lines: readonly Line[], index: number): boolean {
  const page = lines[index]?.page
  for (let next = index; next < index + 8; next++) {
    const line = lines[next]
    if (!line) return false
    if (line.page !== page) return true
    if (line.role === 'furniture') return line.furniture !== 'rule' && line.furniture !== 'contents'
  }
  return false
}

/** Index of the first line that is not in the zone of notes that begins at `start`. */
function zoneEnd(lines: readonly Line[], start: number, last: number, language: LanguageCode): number {
  const first = lines[start]
  if (!first) return start
  const open = bodyIsOpen(lines, start)
  const due = paragraphDue(lines, start)
  let expected = (markerAt(first.value) ?? last) + 1
  expected += within(first.value, expected)
  let width = first.value.length
  let since = 0
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]
    const previous = lines[index - 1]
    if (!line || !previous || line.page !== first.page || line.role === 'masthead') return index
    if (line.role === 'furniture') {
      if (line.furniture === 'rule' && index - start < longest) continue
      return index
    }
    // The next numbered paragraph is no note, whatever the line above it ends in: a rule may stand over a table.
    if (due !== undefined && (due !== expected || /^\d{1,3} /.test(first.value)) && line.value.startsWith(`${due}. `) && /^\d+\. [\p{Lu}\p{Lo}]/u.test(line.value)) return index
    if (isStar(line.value)) since = 0
    else if (markerAt(line.value) === expected) {
      expected++
      since = 0
    } else if (goesOn(previous, line, width, open, language) === false || ++since > longest) return index
    // A note that begins within a line counts too, or the next one would not be expected.
    expected += within(line.value, expected)
    width = Math.max(width, line.value.length)
  }
  return lines.length
}

/** Whether a line that begins with no marker of a note still belongs to the notes above it. */
function goesOn(previous: Line, line: Line, width: number, open: boolean, language: LanguageCode): boolean {
  if (/^\*{0,3}$|^\d{1,3}$/.test(previous.value)) return true
  if (!endsSentence(previous.value)) return true
  if (line.gap > previous.gap) return false
  if (readSectionHeading(line.value, language)) return false
  if (open && /^\p{Ll}/u.test(line.value)) return false
  if (readLabel(line.value)) return false
  return previous.value.length >= 0.75 * width
}

/** Whether the last body line above a zone is left in mid sentence. */
function bodyIsOpen(lines: readonly Line[], start: number): boolean {
  for (let index = start - 1; index >= 0; index--) if (lines[index]?.role === 'body') return !endsSentence(lines[index]?.value ?? '')
  return false
}

/** The number of the paragraph that comes next in the text above a zone. */
function paragraphDue(lines: readonly Line[], start: number): number | undefined {
  for (let index = start - 1; index >= Math.max(0, start - farthest); index--) {
    const line = lines[index]
    const number = line?.role === 'body' ? numberOf(readLabel(line.value)) : undefined
    if (number !== undefined) return number + 1
  }
  return undefined
}

/** The number that a note begins with: `3 Voir`, `3. Voir`, `3`. Not `2007年`, not `12 345`, not `16.5`. */
function markerAt(value: string): number | undefined {
  const found = /^(\d{1,3})(?:[.)]? ?(?=[\p{L}"“«‘《<[(„]|$)| (?=\d{4} ?年))/u.exec(value)
  return found?.[1] === undefined ? undefined : Number(found[1])
}

/** How many notes begin inside a line: `2002, 16. 3 Voir …`. */
function within(value: string, expected: number): number {
  let count = 0
  for (const { 1: number } of value.matchAll(inside)) if (Number(number) === expected + count) count++
  return count
}

/** A number after the end of a note and before the capital (or Chinese or Arabic letter) of the next one. */
const inside = /(?<=[.。)）\]”"’»>*]) {0,2}(\d{1,3})(?: (?=[\p{Lu}\p{Lo}“«《"])|(?=[《“\p{Script=Han}])(?![年月日时个名项条段页届]))/gu

/** The marker of a note in the joined text of a zone. */
const opening = /(?<=[\s.。)）\]”"’»>])(\*{1,3}|\d{1,3})(?:[.)]? (?=[\p{Lu}\p{Lo}“«《"])|(?=[《“\p{Script=Han}])(?![年月日时个名项条段页届]))/gu

/** Parts the joined text of a zone into its notes. */
function splitNotes(text: MappedText, last: number): { notes: LiftedNote[]; last: number } {
  const starts: Array<{ from: number; marker: number }> = []
  const first = /^(\*{1,3}|\d{1,3})[.)]? */.exec(text.value)
  let expected = last + 1
  if (first?.[1] !== undefined) {
    starts.push({ from: 0, marker: first[1].length })
    if (!first[1].startsWith('*')) expected = Number(first[1]) + 1
  }
  for (const found of text.value.matchAll(opening)) {
    const [, marker = ''] = found
    const before = text.value.slice(0, found.index).trimEnd()
    if (found.index === 0 || !/[.。)）\]”"’»>]$/.test(before)) continue
    if (marker.startsWith('*') ? false : Number(marker) !== expected) continue
    if (!marker.startsWith('*')) expected++
    starts.push({ from: found.index, marker: marker.length })
  }
  if (starts[0]?.from !== 0) starts.unshift({ from: 0, marker: 0 })
  const notes = starts.map(({ from, marker }, index) => {
    const end = starts[index + 1]?.from ?? text.value.length
    const point = /^[.)]/.test(text.value.slice(from + marker, end)) ? 1 : 0
    const rest = text.value.slice(from + marker + point, end)
    const begin = end - rest.trimStart().length
    return {
      marker: marker > 0 ? sliceWords(text, from, begin) : undefined,
      text: sliceWords(text, begin, end)
    }
  })
  return { notes, last: expected - 1 }
}
