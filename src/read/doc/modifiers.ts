import { viewOf } from './compound-file.ts'

/** A change that a document makes to the properties of a paragraph, of characters or of a section. */
export interface Modifier {
  code: number
  operand: DataView
}

/** Bytes of an operand by the last three bits of its code; of the seventh kind it says itself how many. */
const sizes = [1, 1, 2, 4, 2, 2, 0, 3]

/** The rows of tables: their operand counts its bytes in two. */
const longOperands: ReadonlySet<number> = new Set([0xd606, 0xd608])

/** The changes in a list of them; what is cut off at its end is none. */
export function modifiersOf(list: Uint8Array): Modifier[] {
  const view = viewOf(list)
  const modifiers: Modifier[] = []
  for (let at = 0; at + 3 <= list.length; ) {
    const code = view.getUint16(at, true)
    at += 2
    const size = sizes[code >> 13] ?? 0
    const own = longOperands.has(code) && at + 2 <= list.length
    const start = size > 0 ? at : at + (own ? 2 : 1)
    const end = size > 0 ? at + size : own ? at + 1 + view.getUint16(at, true) : start + view.getUint8(at)
    if (end > list.length || end < start) break
    modifiers.push({ code, operand: viewOf(list.subarray(start, end)) })
    at = end
  }
  return modifiers
}
