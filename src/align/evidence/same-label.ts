/** Blocks of one sentence with the same labels all the way up: they are one block, however little their texts have in common. */
import type { RawBead } from '../search/choose-path.ts'
import type { FlatBlock, FlatVersion } from '../text/flatten.ts'

/** Beads with such blocks paired, and the source sentences of those. */
export interface Repaired {
  beads: RawBead[]
  sources: number[]
}

/** A corner that is there at all. */
const leastPosterior = 1e-6

/** Pairs blocks that the path has left beside each other as two nulls. The pair is as likely as it is that neither is one. */
export function pairSameLabels(beads: readonly RawBead[], left: FlatVersion, right: FlatVersion): Repaired {
  const result: Repaired = { beads: [], sources: [] }
  for (let at = 0; at < beads.length; ) {
    const end = endOfNulls(beads, at)
    if (end === at) result.beads.push(beads[at++] as RawBead)
    else pairRun(beads.slice(at, end), left, right, result)
    at = Math.max(at, end)
  }
  return result
}

function endOfNulls(beads: readonly RawBead[], start: number): number {
  let end = start
  while (end < beads.length && isNull(beads[end] as RawBead)) end++
  return end
}

function isNull(bead: RawBead): boolean {
  return bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd
}

/** The nulls of one run, those of the source first, and pairs where labels are the same. */
function pairRun(run: readonly RawBead[], left: FlatVersion, right: FlatVersion, { beads, sources }: Repaired): void {
  const [ones, others] = [run.filter((bead) => bead.sourceStart < bead.sourceEnd), run.filter((bead) => bead.targetStart < bead.targetEnd)]
  const matches = ones.map((bead) => others.findIndex((other) => sharesLabel(left, bead.sourceStart, right, other.targetStart)))
  if (matches.every((match) => match < 0)) {
    for (const bead of run) beads.push(bead)
    return
  }
  let next = 0
  let [row, column] = [run[0]?.sourceStart ?? 0, run[0]?.targetStart ?? 0]
  const pushTargets = (end: number): void => {
    for (; next < end; next++) beads.push({ ...(others[next] as RawBead), sourceStart: row, sourceEnd: row, targetStart: column, targetEnd: ++column })
  }
  for (const [index, bead] of ones.entries()) {
    const match = matches[index] as number
    const other = match >= next ? others[match] : undefined
    if (other) {
      pushTargets(match)
      const posterior = Math.max(leastPosterior, 1 - Math.max(bead.posterior, other.posterior))
      beads.push({ sourceStart: row, sourceEnd: row + 1, targetStart: column, targetEnd: ++column, posterior, cornerPosterior: posterior })
      sources.push(row)
      next++
    } else beads.push({ ...bead, sourceStart: row, sourceEnd: row + 1, targetStart: column, targetEnd: column })
    row++
  }
  pushTargets(others.length)
}

/** Whether two sentences are the whole of blocks with the same labels all the way up. */
export function sharesLabel(left: FlatVersion, source: number, right: FlatVersion, target: number): boolean {
  return isSame(wholeBlock(left, source), wholeBlock(right, target))
}

/** The labelled block that a sentence is the whole of. */
function wholeBlock({ blocks, blockOf }: FlatVersion, sentence: number): FlatBlock | undefined {
  const block = blocks[blockOf[sentence] ?? -1]
  return block?.label && block.sentences.length === 1 ? block : undefined
}

function isSame(one: FlatBlock | undefined, other: FlatBlock | undefined): boolean {
  return one !== undefined && other !== undefined && one.path !== '' && one.path === other.path && one.kind === other.kind
}
