/** What a search has settled, and the stretches that are left between. */
import type { Band, Settled } from './band.ts'
import type { RawBead } from './choose-path.ts'

/** Posterior from which a 1:1 bead between two like it is settled. */
export const settledPosterior = 0.999

/** What a search has settled: 1:1 beads beyond doubt, and beyond doubt before and after. */
export function settledOf(beads: readonly RawBead[], rows: number): Settled {
  const settled = { columns: new Int32Array(rows + 1), posteriors: new Float32Array(rows + 1) }
  for (let at = 1; at + 1 < beads.length; at++) {
    const bead = beads[at]
    if (!bead || !isSure(bead) || !isSure(beads[at - 1]) || !isSure(beads[at + 1])) continue
    settled.columns[bead.sourceEnd] = bead.targetEnd
    settled.posteriors[bead.sourceEnd] = bead.posterior
  }
  return settled
}

function isSure(bead: RawBead | undefined): boolean {
  return bead !== undefined && bead.posterior >= settledPosterior && bead.sourceEnd - bead.sourceStart === 1 && bead.targetEnd - bead.targetStart === 1
}

/** Rows `first … last` of a band between two settled beads: the paths through them have nothing to do with any others. */
export interface Stretch {
  first: number
  last: number
}

/** The stretches of a band, in order; all of it where nothing is settled. */
export function stretchesOf({ low, settled }: Band): Stretch[] {
  const rows = low.length - 1
  if (!settled) return [{ first: 0, last: rows }]
  const stretches: Stretch[] = []
  let first = 0
  for (let row = 1; row <= rows; row++) {
    if ((settled.posteriors[row] as number) === 0) continue
    if (row - 1 > first || first === 0) stretches.push({ first, last: row - 1 })
    first = row
  }
  if (first < rows || rows === 0) stretches.push({ first, last: rows })
  return stretches
}
