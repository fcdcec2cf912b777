import type { LanguageCode } from '../language/code.ts'
import { isDesignator } from '../language/figure-word.ts'
import { readLabel } from '../grammar/label.ts'
import { readNoteMarker, type NoteMarker } from '../grammar/note-marker.ts'
import { headsNotes, noteKind, opensNote, opensRecordNote } from '../grammar/note-wording.ts'
import { readSectionHeading } from '../grammar/section-word.ts'
import { slice, sliceWords, type MappedText } from '../tree/mapped-text.ts'
import { setFurniture, setRole, type Line } from './line.ts'
import { joinTexts } from './join-texts.ts'
import { numberOf } from './measure-numbering.ts'
import { endsClause, endsSentence } from './sentence-end.ts'
import { findCandidates } from './weigh-reference.ts'

/** A note, taken out of the lines that it was printed between. */
export interface LiftedNote {
  /** The marker with its raw position; missing where the export lost it. */
  marker: MappedText | undefined
  text: MappedText
}

/** A note is at most so long: after this many lines without a marker the text has gone on. */
const mostLines = 40

/** A paragraph does not begin farther than this above the notes of its page. */
const farthest = 80

/**
 * Marks the lines of notes and gives the notes, in order.
 *
 * Notes begin under a rule, with a star, or with a number alone on its line before the foot of a page. They end at page
 * furniture, at a form feed, or where a line after a closed sentence is no note any more.
 */
export function liftNotes(lines: readonly Line[], language: LanguageCode, blockLines: number): LiftedNote[] {
  const notes: LiftedNote[] = []
  let last = 0
  for (let index = 0; index < lines.length; index++) {
    const column = findColumn(lines, index, last, language)
    if (column) {
      for (const line of column.lines) setRole(line, 'note', 'a column of numbers')
      for (const note of column.notes) notes.push(note)
      last = column.last
      index = column.end - 1
      continue
    }
    const why = startsZone(lines, index, last, language, blockLines)
    if (why === undefined) continue
    const end = zoneEnd(lines, index, last, language, blockLines)
    const zone = lines.slice(index, end)
    for (const line of zone) if (line.role === 'body') setRole(line, 'note', why)
    const own = zone.filter(({ role }) => role === 'note')
    const apart = blockLines > 0.5 || readNoteMarker(own[0]?.value ?? '')?.set === true
    const split = apart ? splitLines(own, last, language) : splitNotes(joinTexts(own.map(({ text }) => text), language), last)
    last = split.last
    for (const note of split.notes) notes.push(note)
    index = end - 1
  }
  return notes
}

/** The rule by which a zone of notes begins with a line; `undefined` where none does. */
function startsZone(lines: readonly Line[], index: number, last: number, language: LanguageCode, blockLines: number): string | undefined {
  const line = lines[index]
  if (!line || line.role !== 'body') return undefined
  const above = lines[index - 1]
  const underRule = above?.furniture === 'rule'
  if (isStar(line.value)) return underRule || line.facts.ruled === true || starIsNote(lines, index, language) ? 'a star' : undefined
  // What is said of a record stands at the foot of its first page, without a mark.
  if ((footFollows(lines, index) && noteKind(line.value, language) === 'record') || isRecordParagraph(line, language)) return 'wording of a record'
  const marker = readNoteMarker(line.value)
  if (!marker) return undefined
  const { number } = marker
  const expected = number === last + 1 || number === 1
  if (underRule && marker.pointed && isParagraphUnderRule(lines, index, marker, last, language)) return undefined
  if (underRule) return expected || last === 0 || (blockLines > 0.5 && mayBeNext(marker, line.value, last, language)) ? 'under a rule' : undefined
  if (above && expected && headsNotes(above.value, language)) return 'under a heading'
  // A number alone on its line, its note below it, and then the foot of the page.
  if (expected && line.value === String(number) && footFollows(lines, index + 1)) return 'at the foot of a page'
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
    if (endsSentence(value) || (index > start && readNoteMarker(value)?.pointed === true)) return false
    if (/[;；؛]$/.test(value)) return true
  }
  return false
}

/** Whether a paragraph, which the format tells from others, is what is said of a record. */
function isRecordParagraph({ facts, value }: Line, language: LanguageCode): boolean {
  return facts.ends !== undefined && opensRecordNote(value, language)
}

/** Notes that may be missing between two. */
const missing = 4

function isNear(number: number, last: number): boolean {
  return number > last && (last === 0 || number <= last + 1 + missing)
}

/** Whether words of a reference follow on a marker that may come behind note `last`. */
function isReference(marker: NoteMarker, value: string, last: number, language: LanguageCode): boolean {
  return (isNear(marker.number, last) || !marker.pointed) && opensNote(value.slice(marker.length), language)
}

/** Whether a note may follow on note `last`: a few are missing, or its words are those of a reference, as where blocks came out in another order. */
function mayBeNext({ number, pointed, length }: NoteMarker, value: string, last: number, language: LanguageCode): boolean {
  return isNear(number, last) || (!pointed && opensNote(value.slice(length), language))
}

/** Lines above a note in which its mark is looked for, and characters of them at most. */
const nearest = 60

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
  const { number, length, set, pointed } = marker
  const [line, above] = [lines[index], lines[index - 1]]
  const words = line?.value.slice(length) ?? ''
  const label = line && readLabel(line.value)
  const next = isNear(number, last) || (blockLines > 0.5 && mayBeNext(marker, line?.value ?? '', last, language) && (number === 1 || hasMark(lines, index, number, language)))
  if (!line || words === '' || !next || (label && !set) || line.columns > 400) return false
  if (above?.role === 'body' && !endsSentence(above.value) && !endsClause(above.value) && line.gap === 0 && blockLines <= 0.5) return false
  // Beside `5.1` a number without a point may count a paragraph.
  if (!set && followsDecimals(lines, index, number)) return false
  if (blockLines > 0.5 && !pointed && number === last + 1 && isBesideParagraphs(lines, index, number) && beginsAnew(words) && endsSentence(line.value)) return true
  if (opensNote(words, language) && (blockLines > 0.5 || hasMark(lines, index, number, language))) return true
  return (beginsAnew(words) && endsSentence(line.value) && (blockLines > 0.5 || line.gap > 0 || set) && areMarked(lines, index, number, language))
}

/** Whether paragraphs above have points behind their numbers, and another number is due: one without a point is that of a note. */
function isBesideParagraphs(lines: readonly Line[], index: number, number: number): boolean {
  const due = paragraphDue(lines, index)
  return due !== undefined && due !== number
}

/** Whether words begin as a sentence does. In Chinese no unit stands there: `3 月`. */
function beginsAnew(words: string): boolean {
  return /^["“«《]?[\p{Lu}\p{Lo}]/u.test(words) && !/^[年月日时个名项条段页届次人]/.test(words)
}

/** Whether the text has the mark of a note, and that of the next where it stands right below: one number may be met by chance. */
function areMarked(lines: readonly Line[], index: number, number: number, language: LanguageCode): boolean {
  const below = readNoteMarker(lines[index + 1]?.value ?? '')
  return hasMark(lines, index, number, language) && (below?.number !== number + 1 || hasMark(lines, index, number + 1, language))
}

/** Whether the lines above have the mark of a note, glued to a word or with the space that some extractors set. */
function hasMark(lines: readonly Line[], index: number, number: number, language: LanguageCode): boolean {
  const spaced = new RegExp(`(\\p{L}{1,24}) ${number} ?[,;.:](?!\\d)`, 'gu')
  for (let at = index - 1; at >= Math.max(0, index - nearest); at--) {
    const line = lines[at]
    if (line?.role !== 'body' || !holdsNumber(line.value, number)) continue
    // `article 1,` cites, and has no mark.
    for (const { 1: word = '' } of line.value.matchAll(spaced)) if (!isDesignator(word, language)) return true
    for (const { number: found } of findCandidates(line.value, language)) if (found === number) return true
  }
  return false
}

/** Whether the decimal paragraph above is of the number before. */
function followsDecimals(lines: readonly Line[], index: number, number: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - nearest); at--) {
    const path = readLabel(lines[at]?.value ?? '')?.readings[0]?.path
    if (path) return path[0] === number - 1
  }
  return false
}

function holdsNumber(value: string, number: number): boolean {
  return value.includes(String(number)) || /[¹²³⁰⁴-⁹]/.test(value)
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
function zoneEnd(lines: readonly Line[], start: number, last: number, language: LanguageCode, blockLines: number): number {
  const first = lines[start]
  if (!first) return start
  if (isRecordParagraph(first, language)) return lines.findIndex(({ facts }, index) => index >= start && facts.ends !== false) + 1 || lines.length
  const open = bodyIsOpen(lines, start)
  const due = paragraphDue(lines, start)
  const opening = readNoteMarker(first.value)
  let expected = (opening?.number ?? last) + 1
  expected += within(first.value, expected)
  let width = first.value.length
  let since = 0
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index]
    const previous = lines[index - 1]
    if (!line || !previous || line.page !== first.page || line.role === 'masthead') return index
    if (line.role === 'furniture') {
      if (line.furniture === 'rule' && index - start < mostLines) continue
      return index
    }
    // The next numbered paragraph is no note, whatever the line above it ends in: a rule may stand over a table.
    if (due !== undefined && (due !== expected || /^\d{1,3} /.test(first.value)) && line.value.startsWith(`${due}. `) && /^\d+\. [\p{Lu}\p{Lo}]/u.test(line.value)) return index
    // Where the format tells paragraphs, one that begins with no mark is of the text again.
    const parted = previous.facts.ends === true && readNoteMarker(line.value) === undefined && !isStar(line.value)
    if (parted && !/^\*{0,3}$|^\d{1,3}$/.test(previous.value)) return index
    const found = readNoteMarker(line.value)
    const marker = found && (!opening || found.pointed === opening.pointed) ? found : undefined
    if (isStar(line.value)) since = 0
    else if (marker?.number === expected || (marker && blockLines > 0.5 && isReference(marker, line.value, expected - 1, language))) {
      expected = marker.number + 1
      since = 0
    } else if (blockLines > 0.5 && !/^\*{0,3}$|^\d{1,3}$/.test(previous.value)) return index
    else if (goesOn(previous, line, width, open, language) === false || ++since > mostLines) return index
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

/** Parts the lines of a zone into its notes, where each begins a line. */
function splitLines(lines: readonly Line[], last: number, language: LanguageCode): { notes: LiftedNote[]; last: number } {
  const groups: Line[][] = []
  let number = last
  for (const line of lines) {
    const marker = readNoteMarker(line.value)
    const begins = isStar(line.value) || (marker !== undefined && (groups.length === 0 || mayBeNext(marker, line.value, number, language)))
    if (marker && begins) ({ number } = marker)
    if (begins || groups.length === 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  const notes = groups.flatMap((group): LiftedNote[] => {
    const text = joinTexts(group.map((line) => line.text), language)
    const marker = readNoteMarker(text.value)
    if (marker && !marker.set) {
      // Others may begin inside its last line.
      const split = splitNotes(text, marker.number - 1)
      number = Math.max(number, split.last)
      return split.notes
    }
    const length = /^\*{1,3} */.exec(text.value)?.[0].length ?? readNoteMarker(text.value)?.length ?? 0
    const from = length + (text.value.slice(length).length - text.value.slice(length).trimStart().length)
    return [{ marker: length > 0 ? sliceWords(text, 0, from) : undefined, text: slice(text, from) }]
  })
  return { notes, last: number }
}

/** So many numbers below each other are a column. */
const fewestNumbers = 2

interface NoteColumn {
  lines: Line[]
  notes: LiftedNote[]
  last: number
  /** Index behind it. */
  end: number
}

/** Notes whose numbers came out in a column of their own, before their texts: each text begins behind the end of another. */
function findColumn(lines: readonly Line[], start: number, last: number, language: LanguageCode): NoteColumn | undefined {
  const value = lines[start]?.value ?? ''
  const number = Number(value)
  if (!/^\d{1,3}$/.test(value) || lines[start]?.role !== 'body' || !isNear(number, last)) return undefined
  const numbers: Line[] = []
  let index = start
  for (let line = lines[index]; line?.role === 'body' && line.value === String(number + numbers.length); line = lines[++index]) numbers.push(line)
  if (numbers.length < fewestNumbers) return undefined
  const texts: Line[][] = []
  const used: Line[] = []
  for (; index < lines.length; index++) {
    const line = lines[index]
    const above = used.at(-1)
    if (line?.furniture === 'page-number' && used.length === 0) continue
    if (line?.role !== 'body' || line.page !== numbers[0]?.page || readLabel(line.value)) break
    const bare = /^\d{1,4}$/.test(line.value) && used.length === 0
    if (bare) {
      setFurniture(line, 'page-number', 'a number behind a column of notes')
      continue
    }
    if (!above || endsSentence(above.value)) {
      if (texts.length === numbers.length) break
      texts.push([])
    }
    texts.at(-1)?.push(line)
    used.push(line)
  }
  const [first] = texts
  if (!first || texts.length !== numbers.length || !(hasMark(lines, start, number, language) || opensNote(first[0]?.value ?? '', language))) return undefined
  const notes = numbers.map(({ text }, at) => ({ marker: text, text: joinTexts((texts[at] ?? []).map((line) => line.text), language) }))
  return { lines: [...numbers, ...used], notes, last: number + numbers.length - 1, end: index }
}

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
