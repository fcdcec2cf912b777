/** Units from common boundaries: texts, addresses, and how sure it is that all versions correspond. */
import { inOrder, type LanguageTag } from '../language/tag.ts'
import type { Unit, UnitVersion } from '../tree/unit.ts'
import type { FlatLanguage } from './align-pairs.ts'
import { calibrateScore, type CalibrationWeights } from './score/calibrate.ts'
import type { FlatBlock } from './text/flatten.ts'
import type { CommonBoundary, VersionPath } from './versions/join-versions.ts'
import { withUniqueIds } from './unit-id.ts'

/** Sentences `[start, end)` of a version. */
export type Range = readonly [start: number, end: number]

export class UnitMaker {
  readonly #versions: readonly FlatLanguage[]
  readonly #paths: readonly VersionPath[]
  readonly #weights: CalibrationWeights

  constructor(versions: readonly FlatLanguage[], paths: readonly VersionPath[], weights: CalibrationWeights) {
    this.#versions = versions
    this.#paths = paths
    this.#weights = weights
  }

  /** The units between common boundaries. */
  units(boundaries: readonly CommonBoundary[], granularity: Unit['granularity']): Unit[] {
    return withUniqueIds(rangesOf(boundaries).map((ranges) => this.#unit(ranges, granularity)))
  }

  /** Blocks that stand alone between common boundaries. */
  unpaired(boundaries: readonly CommonBoundary[]): Array<FlatBlock & { language: LanguageTag }> {
    return rangesOf(boundaries).flatMap((ranges) => {
      const [only, another] = [...ranges.entries()].filter(([, [start, end]]) => start < end)
      const version = only && !another ? this.#versions[only[0]] : undefined
      if (!only || !version) return []
      const [start, end] = only[1]
      return version.blocks.slice(version.blockOf[start], (version.blockOf[end - 1] as number) + 1).map((block) => ({ ...block, language: version.language }))
    })
  }

  #unit(ranges: readonly Range[], granularity: Unit['granularity']): Unit {
    const parts = new Map<LanguageTag, UnitVersion>()
    let opening: { block: FlatBlock; address: string } | undefined
    for (const [at, version] of this.#versions.entries()) {
      const [start, end] = ranges[at] ?? [0, 0]
      const block = version.blocks[version.blockOf[start] ?? 0]
      if (start === end || !block) continue
      const part = partOf(version, start, end, block)
      parts.set(version.language, part)
      opening ??= { block, address: granularity === 'paragraph' ? block.address : (part.addresses[0] ?? block.address) }
    }
    if (!opening) throw new RangeError('No sentence between two boundaries')
    const { block, address } = opening
    const versions = Object.fromEntries(inOrder(parts.keys()).flatMap((code) => {
      const part = parts.get(code)
      return part ? [[code, part] as const] : []
    }))
    const score = parts.size < 2 ? {} : { score: scoreOf(ranges, this.#paths, this.#weights) }
    return { id: address, granularity, block: block.kind, address: block.address, versions, ...score, by: granularity }
  }
}

/** What a pair is taken to think of a unit that its own path does not have: the other pairs outvoted it, and one unit in nine is right. */
const outvoted = 0.05

/** How sure it is that ranges of the versions correspond, and that a version without any lacks them: the least of the pairs, calibrated. */
export function scoreOf(ranges: readonly Range[], paths: readonly VersionPath[], weights: CalibrationWeights): number {
  let least = 1
  for (const { left, right, path } of paths) {
    const [[start, end] = [0, 0], [from, to] = [0, 0]] = [ranges[left], ranges[right]]
    if (start < end || from < to) least = Math.min(least, path.between(start, from, end, to) || outvoted)
  }
  return calibrateScore(least, weights)
}

/** What lies between common boundaries. */
export function rangesOf(boundaries: readonly CommonBoundary[]): Range[][] {
  return boundaries.slice(1).map((ends, index) => [...ends].map((end, version) => [boundaries[index]?.[version] ?? 0, end] as const))
}

function partOf({ sentences, blockOf }: FlatLanguage, start: number, end: number, block: FlatBlock): UnitVersion {
  const inside = sentences.slice(start, end)
  const part: UnitVersion = { segments: inside.map(({ text }) => text), addresses: inside.map(({ address }) => address) }
  if (block.label && blockOf[start] !== blockOf[start - 1]) part.label = block.label.value
  const page = inside[0]?.page
  if (page !== undefined) part.page = page
  return part
}
