/**
 * Versions that were aligned once and whose stretches are aligned again at once: what their words, lengths and ends have taught is
 * kept, with the paths of the pairs. A stretch that has not changed is as it was; what has changed is searched between what stands.
 */
import type { LanguageTag } from '../language/tag.ts'
import { inWorkingOrder, type LineVersion } from './align-lines.ts'
import { nullsOf, pairsOf, type PairResources } from './align-pairs.ts'
import type { RawBead } from './search/choose-path.ts'
import { Crossing } from './score/crossing.ts'
import { doubt } from './score/doubt.ts'
import { withEnds } from './evidence/end-model.ts'
import { type Excerpt, ExcerptedText, type StretchSegment } from './search/excerpt.ts'
import { capUnsupported, fitPair, type PairModel } from './fit-pair.ts'
import { type CommonBoundary, commonBoundaries, type VersionPath } from './versions/join-versions.ts'
import { PairPath } from './versions/pair-path.ts'
import { priorLinks } from './prior-links.ts'
import { alongPath, GapBand } from './versions/gap-band.ts'
import { BeadScorer } from './score/score.ts'
import { search } from './search/search.ts'
import { settledPosterior } from './search/settle.ts'
import { type Gap, gapsOf, type KnownUnits, type Post } from './versions/stretch-gaps.ts'
import { rangesOf, scoreOf } from './unit-maker.ts'
import { type AlignWeights, alignWeights } from './weights.ts'

export type { StretchSegment } from './search/excerpt.ts'

/** Segments of a stretch by language; see {@link StretchSegment}. */
export type StretchColumns = Readonly<Record<LanguageTag, readonly StretchSegment[]>>

/** A pair with what it has taught. */
interface FittedPair extends VersionPath {
  model: Pick<PairModel, 'ends' | 'length' | 'links' | 'look' | 'support' | 'types'>
}

/** A path through what was searched of a stretch, or through all of it. */
interface SearchedPath extends VersionPath {
  isWhole: boolean
}

/** The units of a stretch: where each ends in the columns of the languages, and its score; NaN for that of a single version. */
export interface StretchUnits {
  languages: LanguageTag[]
  ends: Int32Array[]
  scores: Float64Array
}

/** Cells of a gap that is searched whole. */
const wholeGap = 2500
export class FittedVersions {
  readonly #texts: readonly ExcerptedText[]
  readonly #pairs: readonly FittedPair[]
  readonly #units: KnownUnits
  readonly #scores: readonly number[]
  readonly #weights: AlignWeights

  /** Aligns two to six texts of lines, one a language, none of them blank. */
  constructor(versions: readonly LineVersion[], resources: PairResources = {}, weights: AlignWeights = alignWeights) {
    this.#weights = weights
    this.#texts = inWorkingOrder(versions).map(({ language, lines }) => new ExcerptedText(language, lines))
    this.#pairs = pairsOf(this.#texts).map(({ left, right, one, other }) => ({ left, right, ...fit(one, other, resources, weights) }))
    this.#units = knownUnits(this.#texts, this.#pairs)
    this.#scores = scoresOf(this.#units.boundaries, this.#pairs, weights)
  }

  /** Does once what a realignment does, so that the first one is as fast as the next. */
  rehearse(): void {
    const columns = this.#texts.map(({ language, side }) => [language, Array.from({ length: side.count }, (_, index): StretchSegment => (index % 50 === 20 ? ' ' : index))] as const)
    this.realign(Object.fromEntries(columns))
  }

  /** Aligns a stretch again. A language that is none of the text is left out. */
  realign(columns: StretchColumns): StretchUnits {
    const excerpts = this.#texts.map((text) => text.excerpt(columns[text.language] ?? []))
    const { posts, gaps } = gapsOf(this.#units, excerpts)
    const paths = gaps.every(({ known }) => known) ? [] : this.#pairs.map((pair) => this.#search(pair, excerpts, posts, gaps))
    const whole = paths.filter(({ isWhole }) => isWhole)
    const ends: CommonBoundary[] = []
    const scores: number[] = []
    const add = (boundaries: readonly CommonBoundary[], found: readonly number[]): void => {
      for (const [at, score] of found.entries()) {
        ends.push(boundaries[at + 1] as CommonBoundary)
        scores.push(score)
      }
    }
    let open: CommonBoundary | undefined
    for (const [at, gap] of gaps.entries()) {
      const post = posts[at]
      // A search in a band that was too narrow may go beyond what had changed.
      const isCorner = whole.every(({ left, right, path }) => !post || path.beadPosterior(...beadOf(post.places, left, right)) > 0)
      if (gap.known && open === undefined && isCorner) {
        const { boundaries, from } = this.#known(gap)
        add(boundaries.map((boundary) => boundary.map((place, version) => place + (from[version] as number))), this.#scores.slice(gap.known.first, gap.known.last))
      } else {
        open ??= gap.from
        if (!isCorner) continue
        const boundaries = boundariesBetween(open, gap.to, paths)
        add(boundaries, scoresOf(boundaries, paths, this.#weights))
        open = undefined
      }
      if (post) add([post.places, post.places.map((place) => place + 1)], [this.#scores[post.unit] ?? 0])
    }
    return { languages: this.#texts.map(({ language }) => language), ends, scores: Float64Array.from(scores) }
  }

  /** The boundaries of a gap that stands as it did, and how far they have moved. */
  #known({ from, known }: Gap): { boundaries: readonly CommonBoundary[]; from: CommonBoundary } {
    const boundaries = this.#units.boundaries.slice(known?.first ?? 0, (known?.last ?? 0) + 1)
    return { boundaries, from: from.map((place, version) => place - (boundaries[0]?.[version] ?? 0)) }
  }

  /** The path of a pair through what has changed of a stretch; through all of it where some of that is large. */
  #search(pair: FittedPair, excerpts: readonly Excerpt[], posts: readonly Post[], gaps: readonly Gap[]): SearchedPath {
    const { left, right, path, model } = pair
    const [one, other] = [excerpts[left], excerpts[right]] as [Excerpt, Excerpt]
    const [rows, columns] = [one.side.count, other.side.count]
    if (rows === 0 || columns === 0) return { left, right, path: new PairPath(nullsOf(rows, columns), rows, columns), isWhole: false }
    const band = new GapBand(rows, columns)
    const known: RawBead[] = []
    for (const [at, gap] of gaps.entries()) {
      const [top, bottom, first, last] = [gap.from[left] as number, gap.to[left] as number, gap.from[right] as number, gap.to[right] as number]
      if (gap.known) band.keep(top, bottom, first, last)
      else if ((bottom - top + 1) * (last - first + 1) <= wholeGap) band.open(top, bottom, () => [first, last])
      else band.openWide(top, bottom, alongPath(pair, one, other, gap))
      const post = posts[at]
      if (post) band.settle(bottom, last, path.beadPosterior(...beadOf(this.#units.boundaries[post.unit] as CommonBoundary, left, right)))
    }
    // A wider band may go beyond what has changed: what stands there must be known.
    if (band.isWide) for (const gap of gaps) if (gap.known) for (const bead of this.#knownBeads(pair, gap)) known.push(bead)
    const { threshold, nullThreshold, rounds } = this.#weights
    const options = { outer: withEnds(model.ends, one.side, other.side), refines: rounds > 0, support: model.support }
    const scorer = new BeadScorer(one.side, other.side, model.links, model.length, this.#weights, options)
    const prices = { types: model.types, threshold, nullThreshold, keep: 1e-5, margin: 1, settles: true }
    const { beads } = search(scorer, band.build(), prices, { beads: known, rows: band.changed })
    const isChanged = ({ sourceStart }: RawBead): boolean => band.changed[sourceStart] === 1
    capUnsupported(beads.filter(isChanged), scorer, undefined)
    const { look, length, types } = model
    const second = new BeadScorer(one.side, other.side, look.links, length, this.#weights, options)
    const crossing = new Crossing(one.side, other.side, model.links, this.#weights.unlinked)
    doubt(beads, { source: one.side, target: other.side, scorer: second, types, length, crossing, sureness: look.sureness }, this.#weights, isChanged)
    return { left, right, path: new PairPath(beads, rows, columns), isWhole: band.isWide }
  }

  #knownBeads({ left, right, path }: FittedPair, gap: Gap): RawBead[] {
    const { boundaries, from } = this.#known(gap)
    const [start, end] = [boundaries[0] as CommonBoundary, boundaries.at(-1) as CommonBoundary]
    const beads = path.beadsBetween(start[left] as number, start[right] as number, end[left] as number, end[right] as number)
    return beads.map((bead) => moved(bead, from[left] as number, from[right] as number))
  }
}

/** The bead of a unit of one segment a version, by the boundary before it. */
function beadOf(places: CommonBoundary, left: number, right: number): [source: number, target: number, sourceEnd: number, targetEnd: number] {
  const [source, target] = [places[left] as number, places[right] as number]
  return [source, target, source + 1, target + 1]
}

/** Scores of the units between boundaries; NaN for those of one version. */
function scoresOf(boundaries: readonly CommonBoundary[], paths: readonly VersionPath[], weights: AlignWeights): number[] {
  return rangesOf(boundaries).map((ranges) => (ranges.filter(([start, end]) => start < end).length < 2 ? NaN : scoreOf(ranges, paths, weights)))
}

function fit(one: ExcerptedText, other: ExcerptedText, { dictionary, lexicons = [] }: PairResources, weights: AlignWeights): Omit<FittedPair, 'left' | 'right'> {
  const [source, target] = [one.language, other.language]
  const [left, right] = [one.side, other.side]
  const known = priorLinks(left, right, { source, target, dictionary: dictionary?.(source, target) ?? [], lexicons }, weights)
  const { result, links, length, look, ends, support, types } = fitPair(left, right, known, weights)
  return { model: { links, length, look, support, types, ...(ends && { ends }) }, path: new PairPath(result.beads, left.count, right.count) }
}

/** What the pairs agree on. */
function knownUnits(texts: readonly ExcerptedText[], pairs: readonly FittedPair[]): KnownUnits {
  const boundaries = commonBoundaries(texts.map(({ side }) => side.count), pairs)
  const isCorner = (boundary: CommonBoundary): boolean => pairs.every(({ left, right, path }) => path.cornerPosterior(boundary[left] as number, boundary[right] as number) > 0)
  const corners = Uint8Array.from(boundaries, (boundary) => Number(isCorner(boundary)))
  const sure = boundaries.slice(1).map((end, unit) => {
    const start = boundaries[unit]
    if (!start?.every((place, version) => end[version] === place + 1)) return false
    return pairs.every(({ left, right, path }) => path.beadPosterior(...beadOf(start, left, right)) >= settledPosterior)
  })
  return { boundaries, corners, firm: Uint8Array.from(sure, (each, unit) => Number(each && sure[unit - 1] === true && sure[unit + 1] === true)) }
}

function moved(bead: RawBead, sources: number, targets: number): RawBead {
  return { ...bead, sourceStart: bead.sourceStart + sources, sourceEnd: bead.sourceEnd + sources, targetStart: bead.targetStart + targets, targetEnd: bead.targetEnd + targets }
}

/** Common boundaries of what lies between two, both included. */
function boundariesBetween(from: CommonBoundary, to: CommonBoundary, paths: readonly VersionPath[]): CommonBoundary[] {
  const counts = [...to].map((place, version) => place - (from[version] as number))
  const within = paths.map(({ left, right, path }): VersionPath => {
    const [top, first] = [from[left] as number, from[right] as number]
    const beads = path.beadsBetween(top, first, to[left] as number, to[right] as number)
    return { left, right, path: new PairPath(beads.map((bead) => moved(bead, -top, -first)), counts[left] ?? 0, counts[right] ?? 0) }
  })
  return commonBoundaries(counts, within).map((boundary) => boundary.map((place, version) => place + (from[version] as number)))
}
