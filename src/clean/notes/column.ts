import { numberOfMark } from '../../grammar/note-marker.ts'
import { opensNote } from '../../grammar/note-wording.ts'
import type { LanguageCode } from '../../language/code.ts'
import { goesOnSmall } from '../lines/first-letter.ts'
import { joinTexts } from '../lines/join-texts.ts'
import { tell, type Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'
import { bodyIsOpen, hasMark, isNear, isUnderRule } from './evidence.ts'
import type { LiftedNote } from './lifted-note.ts'

/** So many numbers below each other are a column. */
const fewestNumbers = 2

interface NoteColumn {
  /** Indices of its lines. */
  lines: number[]
  notes: LiftedNote[]
  last: number
  /** Index behind it. */
  end: number
}

/**
 * Notes whose numbers came out in a column of their own, before their texts: each text begins behind the end of another. A number
 * behind the column is that of the page, be there texts or not.
 */
export function findColumn(lines: Line[], start: number, last: number, language: LanguageCode): NoteColumn | undefined {
  const number = numberAlone(lines[start], isUnderRule(lines, start))
  if (lines[start]?.role !== 'body' || !isNear(number, last)) return undefined
  const numbers: Line[] = []
  let index = start
  for (let line = lines[index]; line?.role === 'body' && numberAlone(line, true) === number + numbers.length; line = lines[++index]) numbers.push(line)
  if (numbers.length < fewestNumbers) return undefined
  const texts: Line[][] = []
  const used: number[] = []
  for (; index < lines.length; index++) {
    const line = lines[index]
    const above = lines[used.at(-1) ?? -1]
    if (line?.furniture === 'page-number' && used.length === 0) continue
    if (line?.role !== 'body' || line.page !== numbers[0]?.page || line.label) break
    const bare = /^\d{1,4}$/.test(line.value) && used.length === 0
    if (bare) {
      tell(lines, index, { role: 'furniture', furniture: 'page-number', why: 'a number behind a column of notes' })
      continue
    }
    if (!above || endsSentence(above.value)) {
      if (texts.length === numbers.length) break
      texts.push([])
    }
    texts.at(-1)?.push(line)
    used.push(index)
  }
  const [first] = texts
  // Their texts are lost where the sentence that they stand in goes on below them.
  if (goesOnSmall(first?.[0]?.value ?? '', language) && bodyIsOpen(lines, start)) return undefined
  if (!first || texts.length !== numbers.length || !(hasMark(lines, start, number, language) || opensNote(first[0]?.value ?? '', language))) return undefined
  const notes = numbers.map(({ text }, at) => ({ marker: text, text: joinTexts((texts[at] ?? []).map((line) => line.text), language) }))
  return { lines: [...numbers.map((_, at) => start + at), ...used], notes, last: number + numbers.length - 1, end: index }
}

/** The number of a note that is all of a line, plain, raised or in square brackets; in round ones, which items have, under a rule alone. */
function numberAlone(line: Line | undefined, underRule: boolean): number {
  const value = line?.value ?? ''
  return value.length < 6 && (underRule ? markAlone : surelyMark).test(value) ? numberOfMark(value) : NaN
}

const surelyMark = /^(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\])$/
const markAlone = /^(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3}|\[\d{1,3}\]|[(（]\d{1,3}[)）])$/
