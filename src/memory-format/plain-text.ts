import type { InlineContent } from '../tree/unit.ts'

/** Elements of inline markup whose content is code of the original file, not text. */
const codes: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut'])

/** The text of a segment: what stands outside of codes, and inside of `hi` and `sub`. */
export function plainText(content: readonly InlineContent[]): string {
  return content.map((piece) => textOf(piece, false)).join('')
}

function textOf(piece: InlineContent, inCode: boolean): string {
  if (typeof piece === 'string') return inCode ? '' : piece
  const code = piece.name === 'sub' ? false : inCode || codes.has(piece.name)
  return piece.content.map((inner) => textOf(inner, code)).join('')
}
