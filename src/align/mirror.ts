/** Swapping the sides, so that the work is always done in one order and the result is the same either way round. */
import type { AlignOptions } from './align-options.ts'
import type { Alignment, IndexBead, Segment } from './text/segment.ts'

/** Whether the sides stand in the other order than the work is done in: languages by code, then the shorter list, then text. */
export function isSwapped(source: readonly Segment[], target: readonly Segment[], options: AlignOptions): boolean {
  const [from, to] = [options.source ?? 'und', options.target ?? 'und']
  if (from !== to) return from > to
  if (source.length !== target.length) return source.length > target.length
  const at = source.findIndex((segment, index) => segment.text !== target[index]?.text)
  return at >= 0 && (source[at]?.text ?? '') > (target[at]?.text ?? '')
}

/** The options of the swapped sides. */
export function turned(options: AlignOptions): AlignOptions {
  const { source, target, dictionary, vectors, ...rest } = options
  return {
    ...rest,
    ...(target === undefined ? {} : { source: target }),
    ...(source === undefined ? {} : { target: source }),
    ...(dictionary ? { dictionary: dictionary.map((pair) => ({ source: pair.target, target: pair.source })) } : {}),
    ...(vectors ? { vectors: { ...vectors, source: vectors.target, target: vectors.source } } : {})
  }
}

/** The result for the sides as they were. */
export function mirrored({ beads, diagnostics }: Alignment): Alignment {
  const { sourceUnpaired, targetUnpaired, lengthRatio } = diagnostics
  return {
    beads: nullsInOrder(
      beads.map(({ sourceStart, sourceEnd, targetStart, targetEnd, score }) => ({
        sourceStart: targetStart,
        sourceEnd: targetEnd,
        targetStart: sourceStart,
        targetEnd: sourceEnd,
        score
      }))
    ),
    diagnostics: { ...diagnostics, sourceUnpaired: targetUnpaired, targetUnpaired: sourceUnpaired, lengthRatio: 1 / lengthRatio }
  }
}

/** Beads with each run of nulls put in one order, those of the source first, which swapping would turn round. */
export function nullsInOrder(beads: readonly IndexBead[]): IndexBead[] {
  const result: IndexBead[] = []
  let run: IndexBead[] = []
  const flush = (): void => {
    const sources = run.filter((bead) => bead.sourceStart < bead.sourceEnd)
    const targets = run.filter((bead) => bead.targetStart < bead.targetEnd)
    const [row, column] = [sources.at(-1)?.sourceEnd ?? run[0]?.sourceStart ?? 0, run[0]?.targetStart ?? 0]
    for (const bead of sources) result.push({ ...bead, targetStart: column, targetEnd: column })
    for (const bead of targets) result.push({ ...bead, sourceStart: row, sourceEnd: row })
    run = []
  }
  for (const bead of beads) {
    if (bead.sourceStart === bead.sourceEnd || bead.targetStart === bead.targetEnd) run.push(bead)
    else {
      flush()
      result.push(bead)
    }
  }
  flush()
  return result
}
