/** What labels, addresses and kinds of blocks say for or against a bead, in nats. */
import type { FlatBlock } from './flatten.ts'
import type { OuterScore } from './score.ts'
import type { Segment } from './segment.ts'

/** Both carry labels with the same ordinals all the way up. */
const samePath = 5
/** Both carry labels and the last ordinals differ. */
const otherOrdinal = -5
/** The same last ordinal, under other parents. */
const sameOrdinal = 2
/** A block inside a bead that opens with a label of its own: numbered paragraphs are hardly ever joined. */
const mergedLabel = 6
/** A heading with a paragraph, a cell with anything else. */
const otherKind = -4
/** Kinds that a lost number turns into each other. */
const loose = new Set(['item', 'paragraph', 'dateline', 'signature'])

/** Outer score of two flat lists of blocks: only the first blocks of a bead carry labels that can agree. */
export function blockScore(source: readonly FlatBlock[], target: readonly FlatBlock[]): OuterScore {
  return (sourceStart, sourceEnd, targetStart, targetEnd) => {
    const [left, right] = [source[sourceStart], target[targetStart]]
    if (!left || !right || sourceEnd === sourceStart || targetEnd === targetStart) return 0
    // Blocks after the first that carry a label of their own, where the other side has none: merged items.
    const merged = labelled(source, sourceStart + 1, sourceEnd) + labelled(target, targetStart + 1, targetEnd)
    return kindScore(left, right) + labelScore(left, right) - mergedLabel * merged
  }
}

function labelled(blocks: readonly FlatBlock[], start: number, end: number): number {
  let count = 0
  for (let index = start; index < end; index++) if (blocks[index]?.label) count++
  return count
}

function kindScore(left: FlatBlock, right: FlatBlock): number {
  if (left.kind === right.kind) return left.detail === right.detail ? 0.5 : -1
  return loose.has(left.kind) && loose.has(right.kind) ? -0.5 : otherKind
}

function labelScore(left: FlatBlock, right: FlatBlock): number {
  if (!left.label || !right.label) return 0
  if (left.label.ordinal !== right.label.ordinal) return otherOrdinal
  return left.path === right.path ? samePath : sameOrdinal
}

/** The same for plain segments that carry ordinals or kinds. */
export function segmentScore(source: readonly Segment[], target: readonly Segment[]): OuterScore {
  return (sourceStart, sourceEnd, targetStart, targetEnd) => {
    const [left, right] = [source[sourceStart], target[targetStart]]
    if (!left || !right || sourceEnd === sourceStart || targetEnd === targetStart) return 0
    const kind = left.kind === undefined || right.kind === undefined || left.kind === right.kind ? 0 : otherKind
    const labels = (list: readonly Segment[], start: number, end: number): number =>
      list.slice(start, end).filter(({ label }) => label !== undefined).length
    const merged = mergedLabel * (labels(source, sourceStart + 1, sourceEnd) + labels(target, targetStart + 1, targetEnd))
    if (left.label === undefined || right.label === undefined) return kind - merged
    return kind - merged + (left.label === right.label ? sameOrdinal : otherOrdinal)
  }
}
