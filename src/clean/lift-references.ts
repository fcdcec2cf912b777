import { concat, slice, type MappedText } from '../tree/mapped-text.ts'
import type { LiftedNote } from './lift-notes.ts'

/** The mark of a note in the text of a block. */
export interface LiftedReference {
  /** Index in the text without the marks, at which it stood. */
  at: number
  marker: MappedText
}

/** A text without the marks of notes, and the marks. */
export interface ReferencedText {
  text: MappedText
  references: LiftedReference[]
}

/**
 * A star behind a word or a mark, or a number glued to one; `2021` and a mark make `20211`. A figure that has a decimal
 * point is none, on either side: `33.2`, `2.0`.
 */
const candidate =
  // eslint-disable-next-line regexp/no-useless-assertions -- The look ahead spares the look behind at every letter.
  /(?=[*\d])(?:(?<=[\p{L}.,;:!?)\]）”"’»。，；：）》」％%])(?<!(?<!(?:19|20)\d{2})(?<=\d)[.,:])(\*{1,3}|\d{1,3}(?![.,:]\d))(?=$|[\s,.;:)\]!?»”。，；：、）（(]|\p{Script=Han})|(?<=(?<!\d)(?:19|20)\d{2})(\d{1,2}(?![.,:]\d))(?=$|[\s,.;:)]))/gu

/** What a number belongs to: `Add.1`, `No.5`, `L.960`, `CO2`, `G20`, and anything with a slash. */
const abbreviated = /(?:\b(?:CO|SO|NO|CH|H|PM|G)|\b(?:Add|Rev|Corr|Amend|Nos?|arts?|paras?|pp?|pár|núms?|par|вып|стр?|пп?|[A-Z]{1,3})\.|\/\S{0,20})$/

/** In Chinese a number behind some words is none but a number. */
const counting = /[第约共达占为有至到于近超每]$/u

/** In mid sentence, where the notes themselves were lost, it may count what follows. */
const doubtful = /^[\p{Script=Han}，、；：,]\d{1,3} ?\p{Script=Han}/u

/** What makes a number a number after all: `1 250`, and in Chinese `。3月`, `，5个`. */
const counted = /^(?:[ \u00A0]\d{3}(?!\d)|[年月日时个名项条段页届次号％%万亿多至国人岁位台周票艘座家间类种份章节款点级期天分倍件组套批区州县校站成]|所(?![述载指示列称]))/

/** So many references in a row are no accident, in an export that lost the notes themselves. */
const chain = 3

/** Lifts the marks of notes out of the texts of a document, in order. */
export class ReferenceLifter {
  readonly #markers: ReadonlySet<string>
  readonly #restarts: boolean
  readonly #lost: boolean
  #next = 1
  #seen = new Set<number>()

  constructor(notes: readonly LiftedNote[], texts: () => readonly string[]) {
    const markers = notes.flatMap(({ marker }) => (marker ? [marker.value.replace(/[.)]$/, '')] : []))
    this.#lost = !markers.some((marker) => /^\d/.test(marker))
    this.#markers = new Set(this.#lost ? [...markers, ...lostMarkers(texts)] : markers)
    this.#restarts = markers.filter((marker) => marker === '1').length > 1
  }

  lift(text: MappedText): ReferencedText {
    if (this.#markers.size === 0 && !text.value.includes('*')) return { text, references: [] }
    const parts: MappedText[] = []
    const references: LiftedReference[] = []
    let last = 0
    let length = 0
    for (const found of text.value.matchAll(candidate)) {
      const marker = found[1] ?? found[2] ?? ''
      if (abbreviated.test(text.value.slice(Math.max(0, found.index - 24), found.index))) continue
      if (counting.test(text.value.slice(found.index - 1, found.index)) || (this.#lost && doubtful.test(text.value.slice(found.index - 1, found.index + 6)))) continue
      const glued = found[1] === undefined
      if (!this.#accept(marker, glued, text.value.slice(found.index + marker.length, found.index + marker.length + 5))) continue
      const before = slice(text, last, found.index)
      parts.push(before)
      length += before.value.length
      references.push({ at: length, marker: slice(text, found.index, found.index + marker.length) })
      last = found.index + marker.length
    }
    if (references.length === 0) return { text, references }
    parts.push(slice(text, last))
    return { text: concat(parts), references }
  }

  #accept(marker: string, glued: boolean, behind: string): boolean {
    if (marker.startsWith('*')) return true
    const number = Number(marker)
    if (!this.#markers.has(marker) || counted.test(behind)) return false
    if (number === this.#next || (number === 1 && this.#restarts && this.#next > 1)) {
      this.#next = number + 1
      this.#seen.add(number)
      return true
    }
    // A note may be cited again, and one may have been lost; behind a year only the next one counts.
    if (glued) return false
    if (this.#seen.has(number)) return true
    if (number > this.#next && number <= this.#next + 2) {
      this.#next = number + 1
      this.#seen.add(number)
      return true
    }
    return false
  }
}

/** Markers that a text without notes seems to have: numbers that run from 1, each behind the end of a sentence. */
function lostMarkers(texts: () => readonly string[]): string[] {
  const found: string[] = []
  for (const text of texts())
    // eslint-disable-next-line regexp/no-useless-assertions -- As above.
    for (const { 1: marker, index } of text.matchAll(/(?=\d)(?<=[.。！？”] ?)(\d{1,3})(?=$|\s|\p{Script=Han})/gu))
      if (Number(marker) === found.length + 1 && !counted.test(text.slice(index + (marker?.length ?? 0)))) found.push(marker ?? '')
  return found.length >= chain ? found : []
}
