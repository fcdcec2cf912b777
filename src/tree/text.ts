import type { Position } from 'unist'
import { rawOffset, slice, type MappedText } from './mapped-text.ts'
import type { Locator } from './place.ts'
import type { Text, UndastNode } from './undast.ts'

/** A text node of a mapped text. */
export function buildText(text: MappedText, place: Locator): Text {
  return { type: 'text', value: text.value, position: positionOf(text, place), data: { runs: [...text.runs] } }
}

/** The mapped text of a text node. */
export function mappedOf(node: Text): MappedText {
  return { value: node.value, runs: node.data.runs }
}

/** Raw position of a mapped text, from its first character to its last. */
export function positionOf(text: MappedText, place: Locator): Position {
  return place.position(text.runs[0]?.start ?? 0, text.runs.at(-1)?.end ?? 0)
}

/** Raw offset of the character at an index of a text node's value. */
export function offsetInRaw(node: Text, index: number): number {
  return rawOffset(mappedOf(node), index)
}

/** Part of a text node, `[from, to)` of its value. */
export function sliceText(node: Text, from: number, to: number, place: Locator): Text {
  return buildText(slice(mappedOf(node), from, to), place)
}

/**
 * The words below a node, without labels, markers and references.
 *
 * `between` parts sentences and blocks: a space, or nothing for Chinese (see `Language.spaced`).
 */
export function toText(node: UndastNode, between = ' '): string {
  if (node.type === 'text') return node.value
  if (node.type === 'noteReference' || node.type === 'furniture' || !('children' in node)) return ''
  const only = node.children[0]
  if (only && node.children.length === 1) return toText(only, between)
  const parts: string[] = []
  for (const child of node.children) {
    const part = toText(child, between)
    if (part === '') continue
    // A sentence keeps the space behind it.
    if (parts.length > 0 && node.type !== 'sentence' && parts.at(-1)?.endsWith(' ') === false) parts.push(between)
    parts.push(part)
  }
  return parts.join('')
}
