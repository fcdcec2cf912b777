import type { Archive } from '../archive.ts'
import type { Flow, FlowParagraph } from '../flow/flow.ts'
import { damaged } from '../limits.ts'
import type { Relation } from './relations.ts'

/** Reads a file that stands whole inside of a DOCX; `undefined` where it is of no format that can be read there. */
export type ChunkReader = (bytes: Uint8Array, file: string) => Flow | undefined

/** What a document takes its files inside from, and what it counts over all of them. */
interface ChunkContext {
  archive: Archive
  file: string
  relations: Readonly<Record<string, Relation>>
  notes: Map<string, FlowParagraph[]>
  tables: { count: number }
  readChunk: ChunkReader | undefined
}

/** Whether a relation names a file inside: a page, an RTF, another DOCX, which Word takes in when it opens the document. */
export function isChunk({ type }: Relation): boolean {
  return type.endsWith('/aFChunk')
}

/** The paragraphs of a file inside, as if they stood in the document; its notes are named apart and its tables counted on. */
export function chunkParagraphs(id: string, { archive, file, relations, notes, tables, readChunk }: ChunkContext): FlowParagraph[] {
  const target = relations[id]?.target
  const bytes = target === undefined ? undefined : archive.bytes(target)
  if (target === undefined || bytes === undefined) return []
  const flow = readChunk?.(bytes, `${file}/${target}`)
  if (flow === undefined) throw damaged(file, `${target}, a file inside of it, cannot be read`)
  const [first, own] = [tables.count, `${id} `]
  const adopt = (paragraph: FlowParagraph): FlowParagraph => {
    const pieces = paragraph.pieces.map((piece) => (piece.reference === undefined ? piece : { ...piece, reference: own + piece.reference }))
    const { cell } = paragraph
    if (cell) tables.count = Math.max(tables.count, first + cell.table + 1)
    return { ...paragraph, pieces, ...(cell ? { cell: { ...cell, table: first + cell.table } } : {}) }
  }
  for (const [note, paragraphs] of flow.notes) notes.set(own + note, paragraphs.map(adopt))
  return flow.paragraphs.map(adopt)
}
