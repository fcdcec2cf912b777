import type { LanguageCode } from '../../language/code.ts'
import { tell, type Line } from '../lines/line.ts'
import { findColumn } from './column.ts'
import { takeEndnotes } from './endnotes.ts'
import type { LiftedNote, LiftedNotes } from './lifted-note.ts'
import { findPageFoot } from './page-foot.ts'
import { splitLines } from './split.ts'
import { zoneEnd } from './zone-end.ts'
import { footOfPage, startsZone } from './zone-start.ts'

/**
 * The lines, those of notes marked, and the notes, in order.
 *
 * Notes begin under a rule, with a star, or with a number alone on its line before the foot of a page. They end at page
 * furniture, at a form feed, or where a line after a closed sentence is no note any more.
 */
export function liftNotes(printed: readonly Line[], language: LanguageCode, blockLines: number): LiftedNotes {
  const lines = [...printed]
  const notes: LiftedNote[] = []
  let last = 0
  for (let index = 0; index < lines.length; index++) {
    const endnotes = takeEndnotes(lines, index, language, blockLines)
    if (endnotes) {
      for (const note of endnotes.notes) notes.push(note)
      ;({ last } = endnotes)
      index = endnotes.end - 1
      continue
    }
    const foot = findPageFoot(lines, index, last, language)
    if (foot) {
      for (const at of foot.lines) tell(lines, at, { role: 'note', why: 'numbers at the foot of a page' })
      for (const note of foot.notes) notes.push(note)
      last = foot.last
      index = foot.end - 1
      continue
    }
    const column = findColumn(lines, index, last, language)
    if (column) {
      for (const at of column.lines) tell(lines, at, { role: 'note', why: 'a column of numbers' })
      for (const note of column.notes) notes.push(note)
      last = column.last
      index = column.end - 1
      continue
    }
    const why = startsZone(lines, index, last, language, blockLines)
    if (why === undefined) continue
    const end = zoneEnd(lines, index, last, language, blockLines)
    const own = lines.slice(index, end).filter(({ role }) => role === 'body')
    for (let at = index; at < end; at++) if (lines[at]?.role === 'body') tell(lines, at, { role: 'note', why })
    const split = splitLines(own, last, language, blockLines, why === footOfPage)
    last = split.last
    for (const note of split.notes) notes.push(note)
    index = end - 1
  }
  return { lines, notes }
}
