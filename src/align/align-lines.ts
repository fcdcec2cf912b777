/** Aligning plain lines: one segment a line in; beads of two texts out, or units of two to six. */
import { type LanguageTag, primaryLanguage } from '../language/tag.ts'
import type { Report } from '../message/report.ts'
import type { Unit } from '../tree/unit.ts'
import { alignPairs, type FlatLanguage, type PairResources } from './align-pairs.ts'
import { alignSegments, type AlignOptions } from './align-segments.ts'
import type { BlockedSide } from './evidence/block-evidence.ts'
import { type CommonBoundary, commonBoundaries } from './versions/join-versions.ts'
import { checkParts, partLines, type LineParts } from './text/line-parts.ts'
import { differs, type PairEvidence } from './evidence/pair-evidence.ts'
import type { Alignment, IndexBead, Segment } from './text/segment.ts'
import { UnitMaker } from './unit-maker.ts'
import { type AlignWeights, alignWeights } from './weights.ts'

/** How lines are aligned, be there two texts or more. */
export interface LineOptions {
  /** `blank` or the text of a line: no bead crosses such lines, and what stands between two is aligned with the same in the others. */
  boundaries?: string
  /** Most lines of a text in one bead. */
  maxBead?: number
}

/** Languages of the two sides, as BCP 47 codes, and the options of {@link alignSegments}. */
export interface AlignLinesOptions extends AlignOptions, LineOptions {
  source: string
  target: string
}

/**
 * Aligns two lists of lines. Any languages; the six have more to go by. A blank line changes nothing and is a bead of its own,
 * as is a boundary.
 *
 * Throws a `HexaplaError` where the texts have not the same number of parts between boundaries.
 */
export function alignLines(source: readonly string[], target: readonly string[], { boundaries, maxBead, ...options }: AlignLinesOptions): Alignment {
  const [left, right] = [partLines(source, boundaries), partLines(target, boundaries)]
  checkParts([{ name: 'source', parts: left }, { name: 'target', parts: right }])
  const [one, other] = [segmentsOf(source, left), segmentsOf(target, right)]
  const languages = { source: primaryLanguage(options.source), target: primaryLanguage(options.target) }
  const aligned = alignSegments(one, other, { ...options, ...languages, weights: withLargest(options.weights, maxBead) })
  return { ...aligned, beads: inText(aligned.beads, left.indexes, right.indexes, source.length, target.length) }
}

function withLargest(weights: Partial<AlignWeights> = {}, largest: number | undefined): Partial<AlignWeights> {
  return largest === undefined ? weights : { ...weights, largest }
}

function segmentsOf(lines: readonly string[], { indexes, parts, count }: LineParts): Segment[] {
  return indexes.map((index, at) => ({ text: lines[index] ?? '', ...(count === 1 ? {} : { part: parts[at] ?? 0 }) }))
}

/** Beads over the segments as beads over all lines: a line between two of a bead is in it, any other alone. */
function inText(beads: readonly IndexBead[], left: readonly number[], right: readonly number[], sources: number, targets: number): IndexBead[] {
  if (left.length === sources && right.length === targets) return [...beads]
  const result: IndexBead[] = []
  let [source, target] = [0, 0]
  const leave = (sourceEnd: number, targetEnd: number): void => {
    for (; source < sourceEnd; source++) result.push({ sourceStart: source, sourceEnd: source + 1, targetStart: target, targetEnd: target, score: 1 })
    for (; target < targetEnd; target++) result.push({ sourceStart: source, sourceEnd: source, targetStart: target, targetEnd: target + 1, score: 1 })
  }
  for (const bead of beads) {
    const [hasSource, hasTarget] = [bead.sourceStart < bead.sourceEnd, bead.targetStart < bead.targetEnd]
    leave(hasSource ? (left[bead.sourceStart] ?? sources) : source, hasTarget ? (right[bead.targetStart] ?? targets) : target)
    const sourceEnd = hasSource ? (left[bead.sourceEnd - 1] ?? source) + 1 : source
    const targetEnd = hasTarget ? (right[bead.targetEnd - 1] ?? target) + 1 : target
    result.push({ sourceStart: source, sourceEnd, targetStart: target, targetEnd, score: bead.score })
    ;[source, target] = [sourceEnd, targetEnd]
  }
  leave(sources, targets)
  return result
}

/** A text as plain lines. */
export interface LineVersion {
  language: LanguageTag
  /** What messages call it. */
  name: string
  lines: readonly string[]
}

/** What is known of the languages, and what is told of the lines. */
export interface AlignLineVersionsOptions extends PairResources, LineOptions {
  weights?: Partial<AlignWeights>
  /** Told of two texts that do not look like versions of one. */
  report?: Report
}

/** Order in which the first line is taken for the id of a unit, and from which pivots are chosen; other languages behind it. */
const order: readonly LanguageTag[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar']

/**
 * Aligns two to six texts of lines in different languages: units of sentences whose addresses are line numbers from 1, `l12`.
 * Every line but blank ones and boundaries is in exactly one unit. A bead of two texts is a unit of them.
 *
 * Throws a `HexaplaError` as {@link alignLines} does, a `RangeError` for two texts in one language.
 */
export function alignLineVersions(versions: readonly LineVersion[], options: AlignLineVersionsOptions = {}): { units: Unit[]; evidence: PairEvidence[] } {
  const tags = versions.map(({ language }) => language)
  if (versions.length < 2 || new Set(tags).size < tags.length) throw new RangeError(`Unexpected texts in ${tags.join(', ')}, expected two to six, one a language`)
  const weights: AlignWeights = { ...alignWeights, ...withLargest(options.weights, options.maxBead) }
  const ordered = inWorkingOrder(versions).map((version) => ({ ...version, parts: partLines(version.lines, options.boundaries) }))
  checkParts(ordered)
  const list = ordered.map(flatLines)
  const parted = ordered.some(({ parts }) => parts.count > 1)
  const { paths, evidence } = alignPairs(list, options, weights, list.map((version, at) => (parted ? linesOf(version, ordered[at]?.parts.parts ?? []) : undefined)))
  const found = commonBoundaries(list.map(({ sentences }) => sentences.length), paths)
  const boundaries = parted ? withHardBoundaries(found, ordered.map(({ parts }) => parts)) : found
  for (const { source, target, agreement, compared } of evidence.filter(differs)) {
    options.report?.('align:documents-related', undefined, { source, target, agreement: `${Math.round(agreement * 100)} %`, compared })
  }
  const units = new UnitMaker(list, paths, weights).units(boundaries, 'sentence')
  return { units: units.map((unit) => ({ ...unit, by: 'lines' })), evidence }
}

/** Two texts by their languages, as {@link alignLines} works; more of them with the likeliest pivots first. */
export function inWorkingOrder<Version extends { language: LanguageTag }>(versions: readonly Version[]): Version[] {
  const rank = (tag: LanguageTag): number => (versions.length > 2 && order.includes(tag) ? order.indexOf(tag) : order.length)
  return versions.toSorted((a, b) => rank(a.language) - rank(b.language) || (a.language < b.language ? -1 : 1))
}

function flatLines({ language, lines, parts: { indexes } }: LineVersion & { parts: LineParts }): FlatLanguage {
  const sentences = indexes.map((index) => ({ text: (lines[index] ?? '').trim(), address: `l${index + 1}` }))
  const blocks = sentences.map((sentence, at) => {
    const place = { line: (indexes[at] ?? 0) + 1, column: 1 }
    return { kind: 'paragraph' as const, address: sentence.address, path: '', detail: '', sentences: [sentence], position: { start: place, end: place } }
  })
  return { language, blocks, sentences, blockOf: Int32Array.from(blocks.keys()) }
}

/** Lines say nothing as blocks but which part they are in. */
function linesOf({ blocks, blockOf }: FlatLanguage, partOf: readonly number[]): BlockedSide {
  return { blocks: blocks.map(() => ({})), blockOf, partOf, endPrice: 0 }
}

/** Common boundaries with those between the parts among them, and without those that cross them. */
function withHardBoundaries(found: readonly CommonBoundary[], texts: readonly LineParts[]): CommonBoundary[] {
  const hard = Array.from({ length: (texts[0]?.count ?? 1) - 1 }, () => new Int32Array(texts.length))
  for (const [version, { parts }] of texts.entries()) {
    let at = 0
    for (const [part, boundary] of hard.entries()) {
      while ((parts[at] ?? Infinity) <= part) at++
      boundary[version] = at
    }
  }
  const isBefore = (one: CommonBoundary, other: CommonBoundary): boolean => one.every((place, version) => place <= (other[version] ?? 0))
  const result: CommonBoundary[] = []
  let next = 0
  for (const boundary of found) {
    for (; next < hard.length && isBefore(hard[next] ?? boundary, boundary); next++) push(result, hard[next])
    const crossed = hard[next]
    if (crossed === undefined || isBefore(boundary, crossed)) push(result, boundary)
  }
  return result
}

/** Adds a boundary unless it is there already. */
function push(boundaries: CommonBoundary[], boundary: CommonBoundary | undefined): void {
  const last = boundaries.at(-1)
  if (boundary && !(last?.every((place, version) => place === boundary[version]) ?? false)) boundaries.push(boundary)
}

/** A bead as `[0,1]:[0]<TAB>score`, line numbers from 0, an empty side `[]`. */
export function formatBead(bead: IndexBead): string {
  return `[${indexes(bead.sourceStart, bead.sourceEnd)}]:[${indexes(bead.targetStart, bead.targetEnd)}]\t${bead.score}`
}

function indexes(start: number, end: number): string {
  return Array.from({ length: end - start }, (_, index) => start + index).join()
}
