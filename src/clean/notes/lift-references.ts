import type { LanguageCode } from '../../language/code.ts'
import { isFigurePrefix } from '../../language/figure-word.ts'
import { concat, indexOfRaw, rawOffset, slice, type MappedText } from '../../tree/mapped-text.ts'
import { numberOfMark } from '../../grammar/note-marker.ts'
import { chooseMarks, type Claim } from './choose-marks.ts'
import { lostNotes, lostSetOff, withLost } from './lost-notes.ts'
import type { LiftedNote } from './lifted-note.ts'
import type { Line } from '../lines/line.ts'
import { behindWord, signsOf, star } from './mark-signs.ts'
import { findBetween, findCandidates, type Candidate } from './weigh-reference.ts'

/** The mark of a note in the text of a block. */
export interface LiftedReference {
  /** Index in the text without the marks, at which it stood. */
  at: number
  marker: MappedText
}

/** A text that marks may stand in, and the lines that it was printed on. */
export interface ReferringText {
  text: MappedText
  lines: readonly Line[]
}

/** A text without the marks of notes, and the marks. */
export interface ReferencedText {
  text: MappedText
  references: readonly LiftedReference[]
}

/** Most texts have no marks. */
const none: readonly never[] = []

/**
 * Lifts the marks of notes out of the texts of a document, in order.
 *
 * What may be a mark is weighed for all texts first, and then the notes choose: each the best one in front of it, in
 * their order. So a figure is taken for a mark only where nothing better is to be had and it stands in its turn.
 */
export function liftReferences(blocks: readonly ReferringText[], notes: readonly LiftedNote[], language: LanguageCode): ReferencedText[] {
  const format = toldByFormat(blocks)
  if (format.references) return blocks.map(takeGiven)
  const texts = blocks.map(({ text }) => text)
  const signs = texts.map(({ value }) => signsOf(value))
  const numbered = notes.flatMap(({ marker }) => (marker && !Number.isNaN(numberOfMark(marker.value)) ? [{ number: numberOfMark(marker.value), end: rawOffset(marker, 0) }] : []))
  const lost = numbered.length === 0
  const bracketed = notes.some(({ marker }) => marker !== undefined && /^[(（]\d/.test(marker.value))
  const setOff = lostSetOff(texts, signs, language)
  const wanted = setOff > 0 ? withLost(numbered, setOff) : lost ? lostNotes(texts) : numbered
  const names = wanted.length > 0 ? numberedNames(texts, signs) : new Set()
  const found = blocks.map((block, index) => {
    const has = signs[index] ?? 0
    if (has === 0 && !format.raised) return none
    const { value } = block.text
    const raised = format.raised ? raisedMarks(block, language) : none
    const near = wanted.length > 0 || (has & star) !== 0 ? findCandidates(value, language, has) : none
    const candidates = bracketed ? [...near, ...findBetween(value, language)].sort((a, b) => a.at - b.at) : near
    const others = candidates.length === 0 ? none : candidates.flatMap((each) => (raised.some((mark) => mark.at === each.at) || names.has(`${capitalsAt(value, each.at)}${each.marker}`) ? [] : [each.setOff && setOff > 0 ? surer(each) : each]))
    return raised.length > 0 ? [...others, ...raised].sort((a, b) => a.at - b.at) : others
  })
  const claims: Claim[] = []
  found.forEach((candidates, index) => {
    for (const candidate of candidates)
      if (!candidate.marker.startsWith('*') && !(lost && candidate.strength < 4)) claims.push({ candidate, number: candidate.number, at: rawOffset(texts[index] as MappedText, candidate.at) })
  })
  const chosen = chooseMarks(claims, wanted)
  return texts.map((text, index) => {
    const candidates = found[index] ?? none
    return candidates.length === 0 ? { text, references: none } : take(text, candidates.filter((candidate) => candidate.marker.startsWith('*') || chosen.has(candidate)))
  })
}

/** Whether the format tells of marks, or of what is raised, in any line. */
function toldByFormat(blocks: readonly ReferringText[]): { references: boolean; raised: boolean } {
  let [references, raised] = [false, false]
  for (const { lines } of blocks)
    for (const { facts } of lines) {
      references ||= facts.references !== undefined
      raised ||= facts.raised !== undefined
    }
  return { references, raised }
}

/** A mark of a row of them that an extractor set off all in one way: as sure as a number that is glued to a word. */
function surer(candidate: Candidate): Candidate {
  return { ...candidate, strength: 4 }
}

/** The marks that the format tells of, and no others. */
function takeGiven({ text, lines }: ReferringText): ReferencedText {
  const marks = lines.flatMap(({ facts }) => facts.references ?? []).map(({ start, end }): Candidate => {
    const at = indexOfRaw(text, start)
    const marker = text.value.slice(at, indexOfRaw(text, end)).trimEnd()
    return { at, marker, number: numberOfMark(marker), strength: 8 }
  })
  return take(text, marks.filter(({ marker }) => marker !== '').sort((a, b) => a.at - b.at))
}

/** Raised digits are marks unless they are a part of the word in front: `km2`. */
function raisedMarks({ text, lines }: ReferringText, language: LanguageCode): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { facts } of lines)
    for (const [start, end] of facts.raised ?? none) {
      const at = indexOfRaw(text, start)
      const marker = text.value.slice(at, indexOfRaw(text, end)).trimEnd()
      const word = /[\p{L}\u0640]{1,24}$/u.exec(text.value.slice(Math.max(0, at - 24), at))?.[0] ?? ''
      if (/^(?:\d{1,3}|\*{1,3})$/.test(marker) && !isFigurePrefix(word, language)) found.push({ at, marker, number: numberOfMark(marker), strength: 8 })
    }
  return found
}

/** Names that end in a number, as the document itself tells: the same capitals have the same number twice, `PM10` or `PM-10`. */
function numberedNames(texts: readonly MappedText[], signs: readonly number[]): Set<string> {
  const [once, again] = [new Set<string>(), new Set<string>()]
  texts.forEach(({ value }, text) => {
    if (((signs[text] ?? 0) & behindWord) === 0) return
    for (const { 0: number, index } of value.matchAll(behindCapital)) {
      const capitals = capitalsAt(value, value[index - 1] === '-' ? index - 1 : index)
      if (capitals === '') continue
      const name = capitals + number
      if (once.has(name)) again.add(name)
      else once.add(name)
    }
  })
  return again
}

/** A number that is glued to a capital, or parted from it by a hyphen, and to no letter behind it. */
const behindCapital = /(?<=\p{Lu}-?)\d{1,3}(?![\d\p{L}])/gu

/** The capitals that end at an index. */
function capitalsAt(value: string, at: number): string {
  return /(?<![\p{L}\d])\p{Lu}{2,12}$/u.exec(value.slice(Math.max(0, at - 16), at))?.[0] ?? ''
}

/** Parts a text from the marks in it. */
function take(text: MappedText, marks: readonly Candidate[]): ReferencedText {
  if (marks.length === 0) return { text, references: none }
  const parts: MappedText[] = []
  const references: LiftedReference[] = []
  let last = 0
  let length = 0
  for (const { at, marker } of marks) {
    // The space in front of a mark was the extractor's: `the sea 1 ,`.
    const before = slice(text, last, last + text.value.slice(last, at).trimEnd().length)
    parts.push(before)
    length += before.value.length
    last = at + marker.length
    references.push({ at: length, marker: slice(text, at, last) })
    // So was the one behind it, in front of a comma or a point, and behind a Chinese mark.
    if (text.value[at - 1] === ' ' && text.value[last] === ' ' && (/[,.]/.test(text.value[last + 1] ?? '') || /[，。；：！？]$/.test(before.value))) last++
  }
  parts.push(slice(text, last))
  return { text: concat(parts), references }
}
