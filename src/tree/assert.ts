import { leafSpans, type LeafSpan } from './leaves.ts'
import type { Root } from './undast.ts'

/** White space, which a tree need not hold. */
const space = /[\s\u0085]+/g

/**
 * Holds a tree to its promise: every character of the raw text that is not white space is in exactly one place of the
 * tree, and where the tree has another character, the repair is on record.
 *
 * Throws an `Error` that names the first place where it is not so.
 */
export function assertComplete(root: Root, raw: string): void {
  const spans = [...leafSpans(root)].sort((a, b) => a.start - b.start || a.end - b.end)
  let at = 0
  for (const span of spans) {
    if (span.start < at) throw new Error(`Unexpected characters in two places, at offset ${span.start}: ${quote(raw, span.start, at)}`)
    assertNothing(raw, at, span.start)
    assertSame(span, raw)
    at = span.end
  }
  assertNothing(raw, at, raw.length)
}

function assertNothing(raw: string, start: number, end: number): void {
  if (raw.slice(start, end).replace(space, '') !== '') throw new Error(`Unexpected characters in no place of the tree, at offset ${start}: ${quote(raw, start, end)}`)
}

function assertSame({ start, end, value, rule, holder }: LeafSpan, raw: string): void {
  if (rule !== undefined || holder === 'label' || holder === 'marker' || holder === 'noteReference') return
  if (raw.slice(start, end).replace(space, '') !== value.replace(space, ''))
    throw new Error(`Unexpected change without a repair on record, at offset ${start}: ${quote(raw, start, end)} became “${value}”`)
}

function quote(raw: string, start: number, end: number): string {
  return `“${raw.slice(start, Math.min(end, start + 40))}”`
}
