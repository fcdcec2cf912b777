/** What the aligner saw, in figures. */
import type { Side } from './text/encode.ts'
import type { LengthModel } from './evidence/length.ts'
import type { RawBead } from './search/choose-path.ts'
import type { AlignDiagnostics, Alignment, IndexBead } from './text/segment.ts'

/** The alignment where a side is empty: explicit nulls for all of the other. */
export function allNulls(sourceCount: number, targetCount: number): Alignment {
  const beads: IndexBead[] = []
  for (let index = 0; index < sourceCount; index++) {
    beads.push({ sourceStart: index, sourceEnd: index + 1, targetStart: 0, targetEnd: 0, score: 1 })
  }
  for (let index = 0; index < targetCount; index++) {
    beads.push({ sourceStart: sourceCount, sourceEnd: sourceCount, targetStart: index, targetEnd: index + 1, score: 1 })
  }
  const diagnostics: AlignDiagnostics = {
    lengthRatio: 1,
    drift: 0,
    widened: 0,
    touched: false,
    sourceUnpaired: sourceCount > 0 ? 1 : 0,
    targetUnpaired: targetCount > 0 ? 1 : 0,
    agreement: 0,
    compared: 0,
    confidence: 0
  }
  return { beads, diagnostics }
}

/** Figures of a path. */
export function diagnose(beads: readonly RawBead[], left: Side, right: Side, length: LengthModel): AlignDiagnostics {
  let [drift, sourceNulls, targetNulls, paired, confidence] = [0, 0, 0, 0, 0]
  for (const bead of beads) {
    drift = Math.max(drift, Math.abs(bead.targetStart - (bead.sourceStart * right.count) / left.count))
    if (bead.targetStart === bead.targetEnd) sourceNulls += bead.sourceEnd - bead.sourceStart
    else if (bead.sourceStart === bead.sourceEnd) targetNulls += bead.targetEnd - bead.targetStart
    else {
      paired++
      confidence += bead.posterior
    }
  }
  return {
    lengthRatio: length.ratio,
    drift,
    widened: 0,
    touched: false,
    sourceUnpaired: sourceNulls / left.count,
    targetUnpaired: targetNulls / right.count,
    agreement: 0,
    compared: 0,
    confidence: paired > 0 ? confidence / paired : 0
  }
}
