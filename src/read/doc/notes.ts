import { formatNumber, type NumberFormat } from '../flow/number-format.ts'
import { viewOf } from './compound-file.ts'
import { readNumberFormat } from './number-format.ts'
import { places, type WordFile } from './word-file.ts'

/** A note: the character that refers to it, its own text, and its mark where Word counts it. */
export interface DocNote {
  id: string
  at: number
  mark: string
  from: number
  to: number
}

/** The notes of a document, footnotes and endnotes apart, in the order of the text. */
export function readNotes(file: WordFile): DocNote[] {
  const settings = file.part(places.settings)
  const formats = settings.length < 56 ? 0 : viewOf(settings).getUint16(54, true)
  return [...notesOf(file, 'footnotes', readNumberFormat((formats >> 2) & 0xf)), ...notesOf(file, 'endnotes', readNumberFormat((formats >> 6) & 0xf))]
}

function notesOf(file: WordFile, kind: 'endnotes' | 'footnotes', format: NumberFormat): DocNote[] {
  const { places: marks, facts } = file.ranges(places[kind === 'footnotes' ? 'footnoteMarks' : 'endnoteMarks'], 2)
  const { places: bounds } = file.ranges(places[kind], 0)
  const { from: start } = file.range(kind)
  let number = 0
  return marks.slice(0, -1).flatMap((at, index): DocNote[] => {
    const [from, to] = [bounds[index], bounds[index + 1]]
    if (from === undefined || to === undefined) return []
    const isCounted = facts.getUint16(2 * index, true) !== 0
    return [{ id: `${kind} ${String(index + 1)}`, at, mark: isCounted ? formatNumber(++number, format) : '', from: start + from, to: start + to }]
  })
}
