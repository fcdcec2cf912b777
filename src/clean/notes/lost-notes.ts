/** Notes that an export has lost, as the marks tell that are left of them in the text. */
import type { LanguageCode } from '../../language/code.ts'
import { isCounted } from '../../language/figure-word.ts'
import type { MappedText } from '../../tree/mapped-text.ts'
import type { WantedNote } from './choose-marks.ts'
import { beforeHanMark, figure } from './mark-signs.ts'
import { type Candidate, findCandidates, findSetOff } from './weigh-reference.ts'

/** So many references in a row are no accident, and no list of one word and its numbers. */
const chain = 3

/** Notes that a text without notes seems to have had: numbers that run from 1, each glued to the end of a sentence. */
export function lostNotes(texts: readonly MappedText[]): WantedNote[] {
  const found: WantedNote[] = []
  for (const { value } of texts)
    for (const { 1: marker = '', index } of value.matchAll(/(?<=[.。！？”])(\d{1,3})(?=$|\s|\p{Script=Han})/gu))
      if (Number(marker) === found.length + 1 && !isCounted(value.slice(index + marker.length, index + marker.length + 5))) found.push({ number: Number(marker), end: Infinity })
  return found.length >= chain ? found : []
}

/** Marks that stand in another way than the rest of their row, one behind the other. */
const mostBetween = 2

/** The last number of marks that an extractor set off from their words, where such run through the text from its first note on; 0 where none do. */
export function lostSetOff(texts: readonly MappedText[], signs: readonly number[], language: LanguageCode): number {
  const words = new Set<string>()
  let last = 0
  texts.forEach(({ value }, index) => {
    const has = signs[index] ?? 0
    if ((has & figure) === 0) return
    for (const { at, number } of language === 'zh' ? findGlued(value, has) : findSetOff(value, language, has)) {
      if (number <= last || number > last + 1 + mostBetween) continue
      last = number
      words.add(/\p{L}{1,16}(?=[^\p{L}]{0,3}$)/u.exec(value.slice(Math.max(0, at - 20), at))?.[0] ?? '')
    }
  })
  return words.size >= chain ? last : 0
}

/** In Chinese no space is left in front of a mark: `报告4，`. What counts or numbers stands in front of no comma. */
function findGlued(value: string, signs: number): readonly Candidate[] {
  return (signs & beforeHanMark) === 0 ? [] : findCandidates(value, 'zh', signs).filter(({ at, marker, strength }) => strength >= 4 && /[，；。]/.test(value[at + marker.length] ?? ''))
}

/** Notes of one row, and those that are missing among them up to a number. */
export function withLost(notes: readonly WantedNote[], last: number): readonly WantedNote[] {
  if (notes.some(({ number }, index) => number <= (notes[index - 1]?.number ?? 0))) return notes
  const had = new Set(notes.map(({ number }) => number))
  const lost = Array.from({ length: last }, (_, index) => ({ number: index + 1, end: Infinity })).filter(({ number }) => !had.has(number))
  return [...notes, ...lost].sort((a, b) => a.number - b.number)
}
