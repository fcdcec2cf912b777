/** Notes of tables, which letters mark: they stand below the table, and no rule sets them off. */
import type { LanguageCode } from '../../language/code.ts'
import { partWords } from '../../tree/mapped-text.ts'
import { joinTexts } from '../lines/join-texts.ts'
import { tell, type Line } from '../lines/line.ts'
import { endsSentence } from '../lines/sentence-end.ts'
import type { LiftedNote, LiftedNotes } from './lifted-note.ts'

/** A letter alone on its line, or in front of words that begin as a sentence does. Arabic tables have it in brackets. */
const marker = /^(?:([a-z])(?=$| ["“«]?[\p{Lu}\p{Lo}])|[(（]([أ-ي])[)）](?=$| ))[ \u00A0]*/u

/** Lines of a note at most, and lines above it in which its mark may stand. */
const [mostLines, nearest] = [12, 150]

/** A line of less than this share of the widest one of its note ends it with its sentence; a note alone is as wide as this, in columns. */
const [full, leastWidth] = [0.85, 60]

/** The lines, those of notes below tables marked, and the notes, in order. */
export function liftTableNotes(printed: readonly Line[], language: LanguageCode, blockLines: number): LiftedNotes {
  const lines = [...printed]
  const notes: LiftedNote[] = []
  let last = ''
  for (let index = 0; index < lines.length; index++) {
    const found = lines[index]?.role === 'body' ? readMarker(lines[index]?.value ?? '') : undefined
    if (found === undefined || !(follows(found.letter, last) || isFirst(found.letter)) || !isUnderTable(lines, index, found.letter)) continue
    const end = noteEnd(lines, index, found.length, blockLines)
    if (end === undefined) continue
    const [marker, text] = partWords(joinTexts(lines.slice(index, end).map((line) => line.text), language), found.length)
    for (let at = index; at < end; at++) tell(lines, at, { role: 'note', why: 'a letter under a table' })
    notes.push({ marker, text })
    last = found.letter
    index = end - 1
  }
  return { lines, notes }
}

function readMarker(value: string): { letter: string; length: number } | undefined {
  const found = marker.exec(value)
  const letter = found?.[1] ?? found?.[2]
  return found && letter !== undefined ? { letter, length: found[0].length } : undefined
}

const arabic = 'أبجدهوزحطي'

function isFirst(letter: string): boolean {
  return letter === 'a' || letter === 'أ'
}

function follows(letter: string, last: string): boolean {
  if (last === '') return false
  return arabic.includes(letter) ? arabic.indexOf(letter) === arabic.indexOf(last) + 1 : letter.charCodeAt(0) === last.charCodeAt(0) + 1
}

/** Whether a table, a cell of one or another such note stands right above, or the mark of the note behind a figure not far above. */
function isUnderTable(lines: readonly Line[], index: number, letter: string): boolean {
  let above = index - 1
  while (lines[above]?.role === 'furniture') above--
  const line = lines[above]
  if (line === undefined) return false
  if (line.role === 'table' || line.cell === true || line.why === 'a letter under a table') return true
  if (arabic.includes(letter)) return false
  const mark = new RegExp(`[\\d\\])%]${letter}(?![\\p{L}\\d.)])`, 'u')
  return lines.slice(Math.max(0, index - nearest), index).some(({ value }) => mark.test(value))
}

/** Index behind the last line of the note that begins at a line; `undefined` where it is none: it ends no sentence. */
function noteEnd(lines: readonly Line[], start: number, length: number, blockLines: number): number | undefined {
  const first = lines[start]
  const words = first?.value.slice(length) ?? ''
  const from = words === '' ? start + 1 : start
  const opening = words === '' ? (lines[from]?.value ?? '') : words
  if (!/^["“«]?[\p{Lu}\p{Lo}]/u.test(opening)) return undefined
  let widest = leastWidth
  for (let index = from; index < from + mostLines; index++) {
    const line = lines[index]
    if (line?.role !== 'body' || line.page !== first?.page || (index > from && readMarker(line.value) !== undefined)) return undefined
    widest = Math.max(widest, line.columns)
    if (!endsSentence(line.value)) continue
    const below = lines[index + 1]
    if (below?.role !== 'body' || below.gap > 0 || blockLines > 0.5 || line.columns < full * widest || (below.label ?? readMarker(below.value)) !== undefined) return index + 1
  }
  return undefined
}
