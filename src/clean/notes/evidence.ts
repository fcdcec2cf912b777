/** What tells the notes of a page from its text: their numbers, their words, and the marks above that refer to them. */
import type { NoteMarker } from '../../grammar/note-marker.ts'
import { opensNote, opensRecordNote } from '../../grammar/note-wording.ts'
import { preambularOpenings } from '../../grammar/preamble.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { isDesignator } from '../../language/figure-word.ts'
import type { Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'
import { numberOf } from '../lines/measure-numbering.ts'
import { findCandidates } from './weigh-reference.ts'

/** A note is at most so long: after this many lines without a marker the text has gone on. */
export const mostLines = 40

/** Notes that may be missing between two. */
const missing = 4

export function isNear(number: number, last: number): boolean {
  return number > last && (last === 0 || number <= last + 1 + missing)
}

interface Zone {
  /** The number of the next note where none is missing. */
  expected: number
  blockLines: number
  language: LanguageCode
}

/**
 * Whether a line begins the note that is expected, or one behind it where few are missing: by its number and, where it is another,
 * by words of a reference; on printed lines behind the end of a note, too.
 */
export function beginsNext(marker: NoteMarker, previous: Line | undefined, value: string, { expected, blockLines, language }: Zone): boolean {
  const { number, length, pointed, set } = marker
  const words = value.slice(length)
  const [due, refers] = [number === expected, opensNote(words, language)]
  if (blockLines > 0.5) return due || refers
  const behind = previous === undefined || endsSentence(previous.value)
  if (due) return set || refers || behind || !/^\p{Ll}/u.test(words)
  return !pointed && (refers || (isNear(number, expected - 1) && behind && /^\p{Lu}/u.test(words)))
}

/** Whether a note may follow on note `last`: a few are missing, or its words are those of a reference, as where blocks came out in another order. */
export function mayBeNext({ number, pointed, length }: NoteMarker, value: string, last: number, language: LanguageCode): boolean {
  return isNear(number, last) || (!pointed && opensNote(value.slice(length), language))
}

/** Whether a paragraph, which the format tells from others, is what is said of a record. */
export function isRecordParagraph({ facts, value }: Line, language: LanguageCode): boolean {
  return facts.ends !== undefined && opensRecordNote(value, language)
}

/** Whether a line is a number that a note may have, and nothing else. */
export function isNumberAlone(line: Line | undefined): boolean {
  return line !== undefined && line.value.length <= 3 && /^\d{1,3}$/.test(line.value)
}

export function isStar(value: string): boolean {
  return /^\*{1,3}(?!\*)/.test(value)
}

/** Lines above a note in which its mark is looked for, and characters of them at most. */
const nearest = 60

/** Whether the lines above have the mark of a note, glued to a word or with the space that some extractors set. */
export function hasMark(lines: readonly Line[], index: number, number: number, language: LanguageCode): boolean {
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

function holdsNumber(value: string, number: number): boolean {
  return value.includes(String(number)) || /[¹²³⁰⁴-⁹]/.test(value)
}

/** Whether the decimal paragraph above is of the number before. */
export function followsDecimals(lines: readonly Line[], index: number, number: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - nearest); at--) {
    const path = lines[at]?.label?.readings[0]?.path
    if (path) return path[0] === number - 1
  }
  return false
}

/** A paragraph does not begin farther than this above the notes of its page. */
const farthest = 80

/** The number of the paragraph that comes next in the text above a zone. */
export function paragraphDue(lines: readonly Line[], start: number): number | undefined {
  for (let index = start - 1; index >= Math.max(0, start - farthest); index--) {
    const line = lines[index]
    const number = line?.role === 'body' ? numberOf(line.label) : undefined
    if (number !== undefined) return number + 1
  }
  return undefined
}

/** Whether a line begins a paragraph of a preamble, and with a capital where there are any. */
export function isRecital({ value }: Line, language: LanguageCode): boolean {
  return preambularOpenings[language].test(value) && (!languages[language].cased || /^\p{Lu}/u.test(value))
}

/** Whether the last body line above a line is left in mid sentence. */
export function bodyIsOpen(lines: readonly Line[], start: number): boolean {
  for (let index = start - 1; index >= 0; index--) if (lines[index]?.role === 'body') return !endsSentence(lines[index]?.value ?? '')
  return false
}

/** Whether a rule stands above a line; nothing that is seen stands between. */
export function isUnderRule(lines: readonly Line[], index: number): boolean {
  let above = index - 1
  while (lines[above]?.furniture === 'invisible') above--
  return lines[above]?.furniture === 'rule'
}
