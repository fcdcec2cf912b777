import type { LanguageCode } from '../language/code.ts'
import { isCounted } from '../language/figure-word.ts'
import { concat, rawOffset, slice, type MappedText } from '../tree/mapped-text.ts'
import { chooseMarks, type Claim } from './choose-marks.ts'
import type { LiftedNote } from './lift-notes.ts'
import { findCandidates, type Candidate } from './weigh-reference.ts'

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

/** So many references in a row are no accident, in an export that lost the notes themselves. */
const chain = 3

/**
 * Lifts the marks of notes out of the texts of a document, in order.
 *
 * What may be a mark is weighed for all texts first, and then the notes choose: each the best one in front of it, in
 * their order. So a figure is taken for a mark only where nothing better is to be had and it stands in its turn.
 */
export function liftReferences(texts: readonly MappedText[], notes: readonly LiftedNote[], language: LanguageCode): ReferencedText[] {
  const numbered = notes.flatMap(({ marker }) => (marker && /^\d/.test(marker.value) ? [{ number: Number.parseInt(marker.value, 10), end: rawOffset(marker, 0) }] : []))
  const lost = numbered.length === 0
  const wanted = lost ? lostNotes(texts) : numbered
  const found = texts.map(({ value }) => (wanted.length > 0 || value.includes('*') ? [...findCandidates(value, language)] : []))
  const claims: Claim[] = found.flatMap((candidates, index) =>
    candidates
      .filter(({ marker, strength }) => !marker.startsWith('*') && !(lost && strength < 4))
      .map((candidate) => ({ candidate, number: Number(candidate.marker), at: rawOffset(texts[index] as MappedText, candidate.at) }))
  )
  const chosen = chooseMarks(claims, wanted)
  return texts.map((text, index) => take(text, (found[index] ?? []).filter((candidate) => candidate.marker.startsWith('*') || chosen.has(candidate))))
}

/** Parts a text from the marks in it. */
function take(text: MappedText, marks: readonly Candidate[]): ReferencedText {
  if (marks.length === 0) return { text, references: [] }
  const parts: MappedText[] = []
  const references: LiftedReference[] = []
  let last = 0
  let length = 0
  for (const { at, marker } of marks) {
    const before = slice(text, last, at)
    parts.push(before)
    length += before.value.length
    last = at + marker.length
    references.push({ at: length, marker: slice(text, at, last) })
  }
  parts.push(slice(text, last))
  return { text: concat(parts), references }
}

/** Notes that a text without notes seems to have had: numbers that run from 1, each glued to the end of a sentence. */
function lostNotes(texts: readonly MappedText[]): Array<{ number: number; end: number }> {
  const found: Array<{ number: number; end: number }> = []
  for (const { value } of texts)
    for (const { 1: marker = '', index } of value.matchAll(/(?<=[.。！？”])(\d{1,3})(?=$|\s|\p{Script=Han})/gu))
      if (Number(marker) === found.length + 1 && !isCounted(value.slice(index + marker.length, index + marker.length + 5))) found.push({ number: Number(marker), end: Infinity })
  return found.length >= chain ? found : []
}
