/** Parts a zone of notes into its notes. */
import { numberOfMark, readNoteMarker } from '../../grammar/note-marker.ts'
import type { LanguageCode } from '../../language/code.ts'
import { type MappedText, partWords, sliceWords } from '../../tree/mapped-text.ts'
import { joinTexts } from '../lines/join-texts.ts'
import type { Line } from '../lines/line.ts'
import { beginsNext, isStar } from './evidence.ts'
import type { LiftedNote } from './lifted-note.ts'

/** Parts the lines of a zone into its notes, where each begins a line; `inRow`: none is missing, and a line may begin with another number. */
export function splitLines(lines: readonly Line[], last: number, language: LanguageCode, blockLines: number, inRow: boolean): { notes: LiftedNote[]; last: number } {
  const groups: Line[][] = []
  let number = last
  for (const line of lines) {
    const marker = readNoteMarker(line.value)
    const expected = number + 1
    const next = marker !== undefined && (inRow ? marker.number === expected : beginsNext(marker, groups.at(-1)?.at(-1), line.value, { expected, blockLines, language }))
    const begins = isStar(line.value) || next || (marker !== undefined && groups.length === 0)
    if (marker && begins) ({ number } = marker)
    if (begins || groups.length === 0) groups.push([line])
    else groups.at(-1)?.push(line)
  }
  const notes = groups.flatMap((group): LiftedNote[] => {
    const text = joinTexts(group.map((line) => line.text), language)
    const marker = readNoteMarker(text.value)
    if (marker && (!marker.set || text.value.startsWith('('))) {
      // Others may begin inside its last line.
      const split = splitNotes(text)
      number = Math.max(number, split.last)
      return split.notes
    }
    const length = /^\*{1,3} */.exec(text.value)?.[0].length ?? readNoteMarker(text.value)?.length ?? 0
    const [front, rest] = partWords(text, length)
    return [{ marker: length > 0 ? front : undefined, text: rest }]
  })
  return { notes, last: number }
}

/** Parts the joined text of a zone into its notes. */
function splitNotes(text: MappedText): { notes: LiftedNote[]; last: number } {
  const [first = ''] = /^(?:\d{1,3}|\(\d{1,3}\))/.exec(text.value) ?? []
  const starts = [{ from: 0, marker: first.length }]
  let expected = numberOfMark(first) + 1
  for (const { 1: marker = '', index } of text.value.matchAll(opening)) {
    if (numberOfMark(marker) !== expected || !/[.。)）\]”"’»>]$/.test(text.value.slice(0, index).trimEnd())) continue
    expected++
    starts.push({ from: index, marker: marker.length })
  }
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

/** The marker of a note in the joined text of a zone. */
const opening = /(?<=[\s.。)）\]”"’»>])(\d{1,3}|\(\d{1,3}\))(?:[.)]? (?=[\p{Lu}\p{Lo}“«《"])|(?=[《“\p{Script=Han}])(?![年月日时个名项条段页届]))/gu
