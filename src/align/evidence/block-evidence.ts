/** What blocks say for or against a bead of sentences, in nats: labels and kinds where blocks begin, and where blocks end. */
import type { OuterScore } from '../text/outer-score.ts'

/** A block as it is compared with those of another version; what is unknown is missing. */
export interface ComparedBlock {
  kind?: string
  /** Finer kind: the depth of a heading, the column of a cell. */
  detail?: string
  /** Ordinal of the label printed in front, the same in all languages. */
  ordinal?: number
  /** Ordinals of the labels around and at the block. */
  path?: string
}

/** The blocks of a side. */
export interface BlockedSide {
  blocks: readonly ComparedBlock[]
  /** Block of each segment; never falls. */
  blockOf: ArrayLike<number>
  /** Part of the text that each segment is in, such as body and notes, or what stands between hard boundaries; never falls. No bead crosses parts. */
  partOf: ArrayLike<number>
  /** Price in nats of the end of a block inside of a bead; 0 where blocks are lines. */
  endPrice: number
}

/** The end of a block inside of a bead. */
export const blockEndPrice = 2.5
/** The same where the next block has a label of its own: numbered paragraphs are hardly ever joined. */
const labelPrice = 6
/** Ends of blocks inside of a bead on both sides: two blocks that changed places, and one of them can still be paired. */
const crossedPrice = 10
/** Both carry labels with the same ordinals all the way up. */
const samePath = 5
/** Both carry labels and the last ordinals differ. */
const otherOrdinal = -5
/** The same last ordinal, under other parents. */
const sameOrdinal = 2
/** Other details of one kind; kinds that a lost number turns into each other; a heading with a paragraph, a cell with anything. */
const otherDetail = -1.5
const looseKind = -1
const otherKind = -4.5
const loose = new Set(['item', 'paragraph', 'dateline', 'signature'])
/** Segments of two parts. */
const apart = -200

/**
 * The evidence of the blocks of two sides. Labels and kinds speak where both sides begin a block; that both begin or end one
 * is worth nothing in itself: paid by pairs alone, it would price out what has no counterpart. Labels that agree speak for the
 * blocks, so all paths through their beginnings are paid for them, those that leave out a first sentence, too; blocks of one
 * sentence stand and fall with it.
 */
export function blockEvidence(left: BlockedSide, right: BlockedSide): OuterScore {
  const codes = new Map<string, number>()
  const one = new BlockLine(left, codes)
  const other = new BlockLine(right, codes)
  const of: OuterScore['of'] = (sourceStart, sourceEnd, targetStart, targetEnd) => {
    const part = one.partOf[sourceStart]
    if (part !== one.partOf[sourceEnd - 1] || part !== other.partOf[targetStart] || part !== other.partOf[targetEnd - 1]) return apart
    const sourcePrice = one.priceAcross(sourceStart, sourceEnd)
    const targetPrice = other.priceAcross(targetStart, targetEnd)
    const price = sourcePrice + targetPrice + (sourcePrice > 0 && targetPrice > 0 ? crossedPrice : 0)
    if (!one.begins(sourceStart) || !other.begins(targetStart)) return -price
    const found = likeness(one, one.blockAt(sourceStart), other, other.blockAt(targetStart))
    return (found > 0 && !isAlone(sourceStart, targetStart) ? 0 : found) - price
  }
  const isAlone = (source: number, target: number): boolean => one.begins(source + 1) && other.begins(target + 1)
  const corner = (source: number, target: number): number => {
    if (source === left.blockOf.length || target === right.blockOf.length || one.partOf[source] !== other.partOf[target]) return 0
    if (!one.begins(source) || !other.begins(target) || isAlone(source, target)) return 0
    return Math.max(0, likeness(one, one.blockAt(source), other, other.blockAt(target)))
  }
  const isOneBlock = (source: number, target: number): boolean =>
    one.partOf[source] === other.partOf[target] && likeness(one, one.blockAt(source), other, other.blockAt(target)) > 0
  return { of, most: samePath, corner, isOneBlock }
}

/** Nats for two blocks that begin together. */
function likeness(one: BlockLine, source: number, other: BlockLine, target: number): number {
  const kinds = kindScore(one, source, other, target)
  const ordinal = one.ordinals[source] as number
  const otherOne = other.ordinals[target] as number
  if (Number.isNaN(ordinal) || Number.isNaN(otherOne)) return kinds
  if (ordinal !== otherOne) return kinds + otherOrdinal
  const path = one.paths[source] as number
  return kinds + (path > 0 && path === other.paths[target] ? samePath : sameOrdinal)
}

function kindScore(one: BlockLine, source: number, other: BlockLine, target: number): number {
  const kind = one.kinds[source] as number
  const otherOne = other.kinds[target] as number
  if (kind === 0 || otherOne === 0) return 0
  if (kind === otherOne) return one.details[source] === other.details[target] ? 0 : otherDetail
  return one.isLoose[source] === 1 && other.isLoose[target] === 1 ? looseKind : otherKind
}

/** A side's blocks in typed arrays; texts are numbers that both sides share, 0 where there is none. */
class BlockLine {
  readonly kinds: Int32Array
  readonly details: Int32Array
  readonly paths: Int32Array
  /** NaN without a label. */
  readonly ordinals: Float64Array
  readonly isLoose: Uint8Array
  readonly partOf: ArrayLike<number>
  readonly #blockOf: ArrayLike<number>
  /** Price of the ends of blocks up to each segment, as a running sum. */
  readonly #prices: Float64Array

  constructor({ blocks, blockOf, partOf, endPrice }: BlockedSide, codes: Map<string, number>) {
    const code = (text: string | undefined): number => {
      if (text === undefined || text === '') return 0
      if (!codes.has(text)) codes.set(text, codes.size + 1)
      return codes.get(text) ?? 0
    }
    this.kinds = Int32Array.from(blocks, ({ kind }) => code(kind))
    this.details = Int32Array.from(blocks, ({ detail }) => code(detail))
    this.paths = Int32Array.from(blocks, ({ path }) => code(path))
    this.ordinals = Float64Array.from(blocks, ({ ordinal }) => ordinal ?? NaN)
    this.isLoose = Uint8Array.from(blocks, ({ kind }) => Number(kind !== undefined && loose.has(kind)))
    this.#blockOf = blockOf
    this.partOf = partOf
    this.#prices = new Float64Array(blockOf.length)
    for (let at = 1; at < blockOf.length; at++) {
      const price = !this.begins(at) ? 0 : Number.isNaN(this.ordinals[this.blockAt(at)]) ? endPrice : labelPrice
      this.#prices[at] = (this.#prices[at - 1] as number) + price
    }
  }

  blockAt(segment: number): number {
    return this.#blockOf[segment] as number
  }

  begins(segment: number): boolean {
    return segment === 0 || this.#blockOf[segment] !== this.#blockOf[segment - 1]
  }

  /** Price of the ends of blocks inside of `[start, end)`. */
  priceAcross(start: number, end: number): number {
    return (this.#prices[end - 1] as number) - (this.#prices[start] as number)
  }
}
