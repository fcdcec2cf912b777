import type { LanguageCode } from '../language/code.ts'
import { addToList } from '../tree/add-to-list.ts'
import { indexOfRaw, partWords, type MappedText } from '../tree/mapped-text.ts'
import { joinTexts } from './lines/join-texts.ts'
import type { LiftedNote } from './notes/lifted-note.ts'
import { tell, type Line } from './lines/line.ts'
import type { Rows } from './table/found-table.ts'

/** What the format itself tells: the lines of notes and of tables, and what belongs to the page. */
export interface GivenBlocks {
  lines: readonly Line[]
  notes: LiftedNote[]
  tables: Rows[]
}

/** Marks the lines that the format tells of, and gives the notes and tables that they make, each in order. */
export function takeGiven(printed: readonly Line[], language: LanguageCode): GivenBlocks {
  const lines = [...printed]
  const notes = new Map<string, Line[]>()
  const tables = new Map<number, Line[]>()
  lines.forEach((line, index) => {
    const { furniture, note, cell } = line.facts
    if (furniture !== undefined) tell(lines, index, { role: 'furniture', furniture, why: 'given' })
    else if (note) {
      tell(lines, index, { role: 'note', why: 'given' })
      addToList(notes, note.id, line)
    } else if (cell) {
      tell(lines, index, { role: 'table', why: 'given' })
      addToList(tables, cell.table, line)
    }
  })
  return { lines, notes: [...notes.values()].map((own) => buildNote(own, language)), tables: [...tables.values()].map((own) => buildTable(own, language)) }
}

function buildNote(lines: readonly Line[], language: LanguageCode): LiftedNote {
  const text = joinTexts(lines.map((line) => line.text), language)
  const given = lines.find(({ facts }) => facts.note?.marker)?.facts.note?.marker
  if (!given) return { marker: undefined, text }
  const [marker, rest] = partWords(text, indexOfRaw(text, given[1]))
  return { marker, text: rest }
}

/** The rows of a table; a cell that no line stands in is empty. */
function buildTable(lines: readonly Line[], language: LanguageCode): Rows {
  const cells = new Map<string, MappedText[]>()
  let [height, width] = [0, 0]
  for (const { facts, text } of lines) {
    const { row = 0, column = 0 } = facts.cell ?? {}
    addToList(cells, `${row} ${column}`, text)
    height = Math.max(height, row + 1)
    width = Math.max(width, column + 1)
  }
  const rows = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => joinTexts(cells.get(`${row} ${column}`) ?? [], language)))
  return rows.filter((row) => row.some(({ runs }) => runs.length > 0))
}
