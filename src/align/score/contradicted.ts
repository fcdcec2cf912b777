/**
 * Pairs that stand together by their labels or their place while their words are against it: labels agree whether a block was
 * translated or replaced, and items of a list in alphabetical order stand in another order in each language.
 */
import type { EvidenceOf } from '../evidence/agreement.ts'
import type { RawBead } from '../search/choose-path.ts'
import type { Side } from '../text/encode.ts'
import type { FlatVersion } from '../text/flatten.ts'
import { logOdds, posteriorOf } from '../text/log-odds.ts'
import { sharesLabel } from '../evidence/same-label.ts'
import { isSingle } from '../evidence/support.ts'

/** A version with its words. */
export interface EncodedVersion {
  version: FlatVersion
  side: Side
}

/** What known words say of the beads of two versions. */
export interface KnownWords {
  /** Evidence of known words, in nats. */
  evidenceOf: EvidenceOf
  /** What the text has against lines without support, below 0 where it is literal; see `fitSupport`. */
  support: number
}

/** What words are against. */
export interface Contradicted {
  /** Items of lists in another order. */
  moved: ReadonlySet<RawBead>
  /** Source sentences of blocks that are pairs by their labels alone. */
  sources: number[]
}

/** Log odds that a block under one label was translated rather than replaced, and what a nat of known words against it takes off. */
const [labelOdds, perNat] = [5, 1.2]
/** Posterior below which it is said that words are against a pair. */
const leastLikely = 0.5

/** Words of an item of a list at most. */
const mostWords = 12
/** Segments of a list at most. */
const longestList = 250
/** Nats of known words from which nobody asks whether an item has its counterpart elsewhere. */
const mostOwn = 3
/** Nats that an item finds more in another than beside it, and in all, where that is surely its counterpart. */
const surely = 2
/** Items that stand elsewhere from which a list is in another order, among so many pairs round an item. */
const [leastMoved, around] = [2, 12]
/** Posteriors of a pair one of which has its counterpart elsewhere, and of one of which nothing is known in such a list. */
const [movedPosterior, unknownPosterior] = [0.02, 0.1]

/** Lowers the posteriors of beads that words are against. */
export function contradict(beads: readonly RawBead[], left: EncodedVersion, right: EncodedVersion, known: KnownWords): Contradicted {
  const moved = movedItems(beads, left.side, right.side, known.evidenceOf)
  const sources: number[] = []
  for (const bead of beads) {
    if (!isSingle(bead) || !sharesLabel(left.version, bead.sourceStart, right.version, bead.targetStart)) continue
    // A free translation has right pairs without a known word in common.
    const against = known.support < 0 ? Math.min(0, known.evidenceOf(bead)) : 0
    if (against < 0) lower(bead, labelOdds + perNat * against)
    if (moved.has(bead) || (against < 0 && bead.posterior < leastLikely)) sources.push(bead.sourceStart)
  }
  return { moved, sources }
}

function lower(bead: RawBead, odds: number): void {
  if (logOdds(bead.posterior) > odds) bead.posterior = posteriorOf(odds)
}

/** Finds the lists in another order, and lowers the posteriors of their pairs. */
function movedItems(beads: readonly RawBead[], left: Side, right: Side, evidenceOf: EvidenceOf): Set<RawBead> {
  const found = new Set<RawBead>()
  const evidence = new Map<RawBead, number>()
  for (const bead of beads) {
    const own = isSingle(bead) && isItem(left, bead.sourceStart) && isItem(right, bead.targetStart) ? evidenceOf(bead) : mostOwn
    if (own < mostOwn) evidence.set(bead, own)
  }
  if (evidence.size < leastMoved) return found
  const suspects = [...evidence.keys()]
  const places = [...suspects, ...beads.filter((bead) => bead.sourceStart === bead.sourceEnd && isItem(right, bead.targetStart))]
  const targets = places.map(({ targetStart }) => targetStart).sort((a, b) => a - b)
  const isSure = new Set<RawBead>()
  // Both go on in the order of the text.
  let first = 0
  for (const [bead, own] of evidence) {
    while ((targets[first] ?? Infinity) < bead.targetStart - longestList) first++
    if (isElsewhere(bead, targets, first, own, evidenceOf)) isSure.add(bead)
  }
  for (const [at, bead] of suspects.entries()) {
    const near = suspects.slice(Math.max(0, at - around), at + around + 1).filter((other) => isSure.has(other) && Math.abs(other.sourceStart - bead.sourceStart) <= longestList)
    if (near.length < leastMoved || ((evidence.get(bead) ?? 0) > 0 && !isSure.has(bead))) continue
    found.add(bead)
    bead.posterior = Math.min(bead.posterior, isSure.has(bead) ? movedPosterior : unknownPosterior)
  }
  return found
}

/** Whether a segment is as short as an item of a list. */
function isItem({ offsets }: Side, segment: number): boolean {
  const words = (offsets[segment + 1] as number) - (offsets[segment] as number)
  return words > 0 && words <= mostWords
}

/** Whether a target that is free to be one, from the first that is near on, is surely the counterpart of the source of a bead with `own` nats. */
function isElsewhere({ sourceStart, sourceEnd, targetStart }: RawBead, targets: readonly number[], first: number, own: number, evidenceOf: EvidenceOf): boolean {
  const least = Math.max(0, own) + surely
  for (let at = first; (targets[at] ?? Infinity) <= targetStart + longestList; at++) {
    const target = targets[at] as number
    if (target !== targetStart && evidenceOf({ sourceStart, sourceEnd, targetStart: target, targetEnd: target + 1 }) > least) return true
  }
  return false
}
