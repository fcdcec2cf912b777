/** Where the notes of a page begin. */
import { type NoteMarker, readNoteMarker } from '../../grammar/note-marker.ts'
import { headsNotes, isRecordNote, noteKind, opensNote } from '../../grammar/note-wording.ts'
import type { LanguageCode } from '../../language/code.ts'
import { goesOnSmall } from '../lines/first-letter.ts'
import type { Line } from '../lines/line.ts'
import { endsClause, endsSentence } from '../lines/sentence-end.ts'
import { followsDecimals, hasMark, isNear, isRecital, isRecordParagraph, isStar, isUnderRule, mayBeNext, mostLines, paragraphDue } from './evidence.ts'

/** The rule of notes that nothing but blank lines sets off. */
export const footOfPage = 'set off at the foot of a page'

/** The rule by which a zone of notes begins with a line; `undefined` where none does. */
export function startsZone(lines: readonly Line[], index: number, last: number, language: LanguageCode, blockLines: number): string | undefined {
  const line = lines[index]
  if (!line || line.role !== 'body') return undefined
  const above = lines[index - 1]
  const underRule = isUnderRule(lines, index)
  if (isStar(line.value)) return underRule || line.facts.ruled === true || starIsNote(lines, index, language) ? 'a star' : undefined
  // What is said of a record stands at the foot of its first page, without a mark.
  if ((footFollows(lines, index) && isRecordNote(line.value, language)) || isRecordParagraph(line, language)) return 'wording of a record'
  const marker = readNoteMarker(line.value)
  if (!marker) return undefined
  const { number } = marker
  const expected = number === last + 1 || number === 1
  if (underRule && marker.pointed && isParagraphUnderRule(lines, index, marker, last, language)) return undefined
  if (underRule) return expected || last === 0 || mayBeNext(marker, line.value, last, language) ? 'under a rule' : undefined
  if (above && expected && headsNotes(above.value, language)) return 'under a heading'
  // A number alone on its line, its note below it, and then the foot of the page.
  if (expected && line.value === String(number) && footFollows(lines, index + 1)) return 'at the foot of a page'
  if (isFootOfPage(lines, index, marker, last, language)) return footOfPage
  return isNoteWithoutRule(lines, index, marker, last, { language, blockLines }) ? 'marker and mark' : undefined
}

/**
 * A rule may part a preamble from paragraph 1: that number is due, or it is the first one and no mark of a note refers to it,
 * where that note is not had yet. What ends in a semicolon is one of several paragraphs, whatever its number.
 */
function isParagraphUnderRule(lines: readonly Line[], index: number, { number, length }: NoteMarker, last: number, language: LanguageCode): boolean {
  if (paragraphDue(lines, index) === number || isClause(lines, index)) return true
  if (number !== 1) return false
  return !opensNote(lines[index]?.value.slice(length) ?? '', language) && (last > 0 || !hasMark(lines, index, number, language))
}

/** Whether what a number opens ends in a semicolon: so do paragraphs of a resolution, and no notes. */
function isClause(lines: readonly Line[], start: number): boolean {
  for (let index = start; index < Math.min(lines.length, start + mostLines); index++) {
    const value = lines[index]?.value ?? ''
    if (endsSentence(value)) return false
    if (semicolon.test(value)) return true
  }
  return false
}

/** A semicolon at the end of a line, and the mark of a note behind it: `the report; 2`. */
const semicolon = /[;；؛] ?\d{0,2}(?: ?\/)?$/

/**
 * A line with the number of a note that nothing sets off, where its words are those of a reference, or the text above has
 * its mark; and where a block begins.
 */
function isNoteWithoutRule(
  lines: readonly Line[],
  index: number,
  marker: NoteMarker,
  last: number,
  { language, blockLines }: { language: LanguageCode; blockLines: number }
): boolean {
  const { number, length, set } = marker
  const [line, above] = [lines[index], lines[index - 1]]
  const words = line?.value.slice(length) ?? ''
  const label = line?.label
  const refers = opensNote(words, language)
  const isDue = isNear(number, last)
  if (!line || words === '' || !(isDue || refers) || (label && !set) || line.columns > 400) return false
  // Where a page ends in mid sentence, words of a reference tell a note, or the mark above and the text that goes on behind it.
  if (above?.role === 'body' && !endsSentence(above.value) && !endsClause(above.value) && line.gap === 0 && blockLines <= 0.5) {
    // `33IC/19/R2` is a number of its own.
    if (refers) return set || /\s$/.test(line.value.slice(0, length))
    return beginsAnew(words) && goesOnBehind(lines, index, number, language) && hasMark(lines, index, number, language)
  }
  // Beside `5.1` a number without a point may count a paragraph.
  if (!set && followsDecimals(lines, index, number)) return false
  if (blockLines > 0.5 && number === last + 1 && isBesideParagraphs(lines, index, number) && beginsAnew(words) && endsSentence(line.value)) return true
  if (refers) return true
  if (!beginsAnew(words) && !(set && beginsInYear.test(words))) return false
  const apart = blockLines > 0.5 || line.gap > 0 || set || (above?.role === 'body' && endsSentence(above.value))
  return apart && (endsSentence(line.value) || (blockLines <= 0.5 && endsBelow(lines, index))) && areMarked(lines, index, number, language)
}

/** Lines of a note that the text goes on behind. */
const mostNoteLines = 6

/** Whether a note ends below its number, and the next one, a recital or the text that it interrupts begins there: that with a small letter. */
function goesOnBehind(lines: readonly Line[], start: number, number: number, language: LanguageCode): boolean {
  for (let index = start; index < start + mostNoteLines; index++) {
    const [line, below] = [lines[index], lines[index + 1]]
    if (line?.role !== 'body' || !below) return false
    if (!endsSentence(line.value)) continue
    return readNoteMarker(below.value)?.number === number + 1 || isRecital(below, language) || goesOnSmall(below.value, language)
  }
  return false
}

/**
 * Notes that blank lines set off at the foot of a printed page, where the rule above them is lost: their numbers go on to its end,
 * and one of them has a mark in the text, says that it refers, or follows on the last note of the page before.
 */
function isFootOfPage(lines: readonly Line[], start: number, { number, length, pointed }: NoteMarker, last: number, language: LanguageCode): boolean {
  const first = lines[start]
  if (!first || pointed || first.gap < setOff || (number <= last && number !== 1) || !beginsAnew(first.value.slice(length))) return false
  let expected = number
  let borne = number === last + 1 && last > 0 ? 1 : 0
  let end = start
  for (let line = lines[end]; line?.role === 'body' && line.page === first.page; line = lines[++end]) {
    // Rows of a table are numbered as well; a paragraph begins there no more.
    if (line.fields.length > 2 || line.indent < first.indent || line.label?.readings[0]?.style === 'decimal') return false
    const marker = readNoteMarker(line.value)
    if (marker?.number !== expected) continue
    if (opensNote(line.value.slice(marker.length), language) || hasMark(lines, start, expected, language)) borne++
    expected++
  }
  const below = lines[end]
  return borne > 0 && (below ? below.page !== first.page || below.role === 'furniture' : first.page > 0)
}

/** Blank lines that set notes off from the text of a page at least. */
const setOff = 2

/** Whether paragraphs above have points behind their numbers, and another number is due: one without a point is that of a note. */
function isBesideParagraphs(lines: readonly Line[], index: number, number: number): boolean {
  const due = paragraphDue(lines, index)
  return due !== undefined && due !== number
}

/** Whether words begin as a sentence does. In Chinese no unit stands there: `3 月`. */
function beginsAnew(words: string): boolean {
  return /^["“«《]?[\p{Lu}\p{Lo}]/u.test(words) && !/^[年月日时个名项条段页届次人]/.test(words)
}

/** Whether a note of several printed lines ends soon, with nothing between that is set off or counted. */
function endsBelow(lines: readonly Line[], start: number): boolean {
  for (const line of lines.slice(start + 1, start + mostNoteLines)) {
    if (line.role !== 'body' || line.label || line.gap > 0) return false
    if (endsSentence(line.value)) return true
  }
  return false
}

/** `2011年向导会议通过。`, `2011 figures.` */
const beginsInYear = /^(?:19|20)\d{2}(?= ?\p{L})/u

/** Whether the text has the mark of a note, and that of the next where it stands right below: one number may be met by chance. */
function areMarked(lines: readonly Line[], index: number, number: number, language: LanguageCode): boolean {
  const below = readNoteMarker(lines[index + 1]?.value ?? '')
  return hasMark(lines, index, number, language) && (below?.number !== number + 1 || hasMark(lines, index, number + 1, language))
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
