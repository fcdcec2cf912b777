import type { FlowParagraph } from './flow.ts'

/** Tells marks that were typed, in the text and in the note, from the text of the note: `*`. */
export function tieTypedMarks(paragraphs: readonly FlowParagraph[], notes: ReadonlyMap<string, FlowParagraph[]>): void {
  for (const { pieces } of paragraphs)
    for (const { reference, text } of pieces) {
      const body = reference === undefined ? undefined : notes.get(reference)
      const first = body?.[0]?.pieces
      if (first === undefined || text === '' || body?.some((one) => one.pieces.some(({ mark }) => mark))) continue
      const index = first.findIndex((piece) => piece.text.trim() !== '')
      const piece = first[index]
      if (piece?.text.trimStart().startsWith(text) !== true) continue
      const rest = piece.text.trimStart().slice(text.length)
      first.splice(0, index + 1, { ...piece, text, mark: true }, { ...piece, text: rest })
    }
}
