/** Where the notes of a page end. */
import { readNoteMarker } from '../../grammar/note-marker.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import { endsInReferral, opensNote } from '../../grammar/note-wording.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { goesOnSmall } from '../lines/first-letter.ts'
import type { Line } from '../lines/line.ts'
import { endsClause, endsInComma, endsInDesignator, endsSentence } from '../lines/sentence-end.ts'
import { beginsNext, bodyIsOpen, isRecital, isRecordParagraph, isStar, mostLines, paragraphDue } from './evidence.ts'

/** Index of the first line that is not in the zone of notes that begins at `start`. */
export function zoneEnd(lines: readonly Line[], start: number, last: number, language: LanguageCode, blockLines: number): number {
  const first = lines[start]
  if (!first) return start
  if (isRecordParagraph(first, language)) return lines.findIndex(({ facts }, index) => index >= start && facts.ends !== false) + 1 || lines.length
  const open = bodyIsOpen(lines, start)
  const due = paragraphDue(lines, start)
  const opening = readNoteMarker(first.value)
  let expected = (opening?.number ?? last) + 1
  expected += within(first.value, expected)
  const usual = widthAbove(lines, start)
  let widest = Math.max(first.value.length, usual)
  let since = 0
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]
    const previous = lines[index - 1]
    if (!line || !previous || line.page !== first.page || line.role === 'masthead' || line.role === 'note') return index
    if (line.role === 'furniture') {
      if (line.furniture === 'rule' && index - start < mostLines) continue
      return index
    }
    // The next numbered paragraph is no note, whatever the line above it ends in: a rule may stand over a table.
    if (due !== undefined && (due !== expected || /^\d{1,3} /.test(first.value)) && line.value.startsWith(`${due}. `) && /^\d+\. [\p{Lu}\p{Lo}]/u.test(line.value)) return index
    // Where the format tells paragraphs, one that begins with no mark is of the text again.
    const parted = previous.facts.ends === true && readNoteMarker(line.value) === undefined && !isStar(line.value)
    if (parted && !isAlone(previous.value)) return index
    const found = readNoteMarker(line.value)
    const marker = found && (!opening || found.pointed === opening.pointed) ? found : undefined
    if (isStar(line.value)) since = 0
    else if (marker && beginsNext(marker, previous, line.value, { expected, blockLines, language })) {
      expected = marker.number + 1
      since = 0
    } else if (isAlone(previous.value)) {
      if (isText(line, open, language, blockLines)) return index
    } else if (blockLines > 0.5 ? !isPiece(previous, line, open, language) : !goesOn(previous, line, { widest, usual, open }, language) || ++since > mostLines) return index
    // A note that begins within a line counts too, or the next one would not be expected.
    expected += within(line.value, expected)
    widest = Math.max(widest, line.value.length)
  }
  return lines.length
}

/** Whether a line is the marker of a note and nothing else. */
function isAlone(value: string): boolean {
  return /^\*{0,3}$|^\d{1,3}$/.test(value)
}

/**
 * Whether what stands behind a marker alone is of the text: it goes on where the text broke off, begins as a recital or an item, or
 * is a whole paragraph that ends as those do.
 */
function isText(line: Line, open: boolean, language: LanguageCode, blockLines: number): boolean {
  const { value } = line
  if (opensNote(value, language)) return false
  if (blockLines > 0.5 && (endsInComma(value) || /[;；؛]$/.test(value))) return true
  return line.label !== undefined || isRecital(line, language) || (open && goesOnSmall(value, language))
}

const shortestNote = 6

/** Whether a line goes on in the note above it, which a model of page layout took for several paragraphs. */
function isPiece(previous: Line, { value }: Line, open: boolean, language: LanguageCode): boolean {
  // `См.` ends in a point, and no note is so short.
  if ((endsSentence(previous.value) && previous.value.length > shortestNote) || endsInComma(value) || endsClause(value)) return false
  return opensNote(value, language) || value.startsWith('(') || (!open && goesOnSmall(value, language))
}

interface Surroundings {
  /** Characters of the widest line of the notes, and of a usual line of the text above; 0 where that is not known. */
  widest: number
  usual: number
  /** Whether the text above broke off. */
  open: boolean
}

/** Whether a line that begins with no marker of a note still belongs to the notes above it. */
export function goesOn(previous: Line, line: Line, { widest, usual, open }: Surroundings, language: LanguageCode): boolean {
  if (isAlone(previous.value)) return true
  const recital = isRecital(line, language)
  const begins = recital || line.label !== undefined || (open && goesOnSmall(line.value, language))
  const ended = endsSentence(previous.value) && !endsInReferral(previous.value) && !endsInDesignator(previous.value, language)
  if (!ended) return !(recital && endsInComma(previous.value)) && !(begins && hadRoom(previous, line, usual, language))
  if (begins || line.gap > previous.gap || readSectionHeading(line.value, language)) return false
  // Of a text that broke off the rest is due, and few notes have a second sentence that begins a line.
  if (open && !opensNote(line.value, language)) return false
  return previous.value.length >= 0.75 * widest && !hadRoom(previous, line, usual, language)
}

/** Room that printed lines of one width differ in. */
const ragged = 0.92

/** Whether the first word of a line had room on the one above it: that ended before the margin, and so did its paragraph. */
function hadRoom(previous: Line, line: Line, width: number, language: LanguageCode): boolean {
  const word = languages[language].spaced ? line.value.search(/\s|$/) : 2
  return previous.value.length + 1 + word < ragged * width
}

/** Lines above a zone that tell how long a full line is. */
const measured = 20

/** Characters of a full line of the text above a zone: notes in smaller letters have more, and a short one is the end of its note. */
function widthAbove(lines: readonly Line[], start: number): number {
  const lengths = lines.slice(Math.max(0, start - measured), start).flatMap(({ role, value }) => (role === 'body' ? [value.length] : [])).sort((a, b) => a - b)
  return lengths[lengths.length >> 1] ?? 0
}

/** How many notes begin inside a line: `2002, 16. 3 Voir …`. */
function within(value: string, expected: number): number {
  let count = 0
  for (const { 1: number } of value.matchAll(inside)) if (Number(number) === expected + count) count++
  return count
}

/** A number after the end of a note and before the capital (or Chinese or Arabic letter) of the next one. */
const inside = /(?<=[.。)）\]”"’»>*]) {0,2}(\d{1,3})(?: (?=[\p{Lu}\p{Lo}“«《"])|(?=[《“\p{Script=Han}])(?![年月日时个名项条段页届]))/gu
