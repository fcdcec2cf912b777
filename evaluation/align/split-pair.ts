/** Cutting a gold pair into shorter ones, where no bead is cut. */
import type { GoldPair } from './gold.ts'
import type { LineBead } from './strict-lax.ts'

/** So many parts of about the same number of source lines; fewer where there is no place to cut. */
export function splitPair(pair: GoldPair, parts: number): GoldPair[] {
  const places: Array<readonly [source: number, target: number]> = [[0, 0]]
  for (let part = 1; part < parts; part++) {
    const place = placeAfter(pair, Math.round((part * pair.sourceLines.length) / parts))
    if (place) places.push(place)
  }
  return places.map(([source, target], index) => {
    const [sourceEnd, targetEnd] = places[index + 1] ?? [pair.sourceLines.length, pair.targetLines.length]
    const isInside = (bead: LineBead): boolean => {
      const [first] = bead.source
      return first === undefined ? within(bead.target[0] ?? 0, target, targetEnd) : within(first, source, sourceEnd)
    }
    return {
      ...pair,
      sourceLines: pair.sourceLines.slice(source, sourceEnd),
      targetLines: pair.targetLines.slice(target, targetEnd),
      gold: pair.gold.filter(isInside).map((bead) => ({ source: bead.source.map((line) => line - source), target: bead.target.map((line) => line - target) }))
    }
  })
}

const within = (line: number, start: number, end: number): boolean => line >= start && line < end

/** The first place from a source line on that no bead crosses: lines before it, in both texts. */
function placeAfter({ gold, sourceLines }: GoldPair, line: number): readonly [number, number] | undefined {
  for (let source = line; source < sourceLines.length; source++) {
    const paired = gold.filter((bead) => bead.source.length > 0 && bead.target.length > 0)
    const before = paired.filter((bead) => bead.source.some((one) => one < source))
    const after = paired.filter((bead) => bead.source.some((one) => one >= source))
    const target = Math.max(0, ...before.flatMap((bead) => bead.target.map((one) => one + 1)))
    if (before.every((bead) => !after.includes(bead)) && after.every((bead) => bead.target.every((one) => one >= target))) return [source, target]
  }
  return undefined
}
