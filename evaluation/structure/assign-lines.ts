import { goldLines } from '../corpus/gold-lines.ts'
import type { PageFurniture } from '../corpus/read-furniture.ts'
import type { SourceDocument } from '../corpus/read-source.ts'
import { characterRepair } from '../../src/clean/repair/index.ts'
import { mapped } from '../../src/tree/mapped-text.ts'

/** A printed line of an extract and what it was set from. */
export interface AssignedLine {
  /** Raw offsets `[start, end)` without white space and marks of direction at the ends. */
  start: number
  end: number
  /** Address of a block of the source, or `page` for masthead and furniture. */
  owner: string
}

/** White space and marks of direction. */
const invisible = /[\s\u200E\u200F\u202A-\u202E]/

/** The printed lines of an extract whose owner can be told; those of Arabic in visual order are put right before. */
export function assignLines(raw: string, source: SourceDocument, furniture: readonly PageFurniture[]): AssignedLine[] {
  const pieces = raw.split(/(?<=[\n\f])/)
  const { repair } = characterRepair({ text: raw }, source.language)
  const readable =
    source.language === 'ar'
      ? pieces.map((piece) => {
          const end = /[\n\f]$/.exec(piece)?.[0] ?? ''
          const line = repair(mapped(piece, 0, piece.length - end.length)).value
          return line + end
        })
      : pieces
  const owners = new Map<number, string | undefined>()
  for (const { start, owner } of goldLines(readable.join(''), source, furniture)) owners.set(start, owner)
  const lines: AssignedLine[] = []
  let at = 0
  let readableAt = 0
  pieces.forEach((piece, index) => {
    const owner = owners.get(readableAt)
    let lead = 0
    while (lead < piece.length && invisible.test(piece[lead] ?? '')) lead++
    let tail = piece.length
    while (tail > lead && invisible.test(piece[tail - 1] ?? '')) tail--
    // Of Arabic only letters are compared: a line without any has no owner that is sure.
    const told = source.language !== 'ar' || owner === 'masthead' || owner?.startsWith('furniture') || /[\u0621-\u064A]/.test(readable[index] ?? '')
    if (owner !== undefined && told && tail > lead)
      lines.push({ start: at + lead, end: at + tail, owner: owner === 'masthead' || owner.startsWith('furniture') ? 'page' : owner })
    at += piece.length
    readableAt += readable[index]?.length ?? 0
  })
  return lines
}
