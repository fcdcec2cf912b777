/** Aligning two to six versions of a document: blocks first, then the sentences within them, all versions together. */
import { languageCodes, type LanguageCode } from '../language/code.ts'
import type { WordPair } from '../language/lexicon.ts'
import { silent, type Report } from '../message/report.ts'
import type { Root } from '../tree/undast.ts'
import type { Bead, Unit, UnitVersion } from '../tree/unit.ts'
import { blockScore } from './block-score.ts'
import { encode, regroup, type Side } from './encode.ts'
import { fitPair } from './fit-pair.ts'
import { flatten, type FlatBlock, type FlatVersion } from './flatten.ts'
import { groupVersions, type Group, type VersionPair } from './group-versions.ts'
import { calibrateScore } from './calibrate.ts'
import { differs, evidenceOf, type PairEvidence } from './pair-evidence.ts'
import { priorLinks } from './prior-links.ts'
import { usualShapes } from './shape.ts'
import type { LearnedLexicon } from './train-lexicon.ts'
import { withUniqueIds } from './unit-id.ts'
import { type AlignWeights, alignWeights } from './weights.ts'

export interface AlignDocumentsOptions {
  /** What a unit is made of; a sentence unless told. */
  granularity?: Unit['granularity']
  /** The user's own word pairs for a pair of languages. */
  dictionary?: (source: LanguageCode, target: LanguageCode) => readonly WordPair[]
  /** Lexicons learned from other texts. */
  lexicons?: readonly LearnedLexicon[]
  /** Goes on where the versions do not seem to be of one document. */
  force?: boolean
  weights?: Partial<AlignWeights>
  report?: Report
}

/** The versions of one document by language. */
export type Versions = Readonly<Partial<Record<LanguageCode, Root>>>

/** Order in which versions are joined and the first address is taken for the id of a unit. */
const order: readonly LanguageCode[] = ['en', 'fr', 'es', 'ru', 'zh', 'ar']

export interface DocumentAlignment {
  units: Unit[]
  evidence: PairEvidence[]
}

/**
 * Aligns the versions of a document. Every sentence of every version is in exactly one unit, and order is kept in each.
 *
 * Reports `align:item-unpaired` for a block without counterpart in any other version.
 */
export function alignDocuments(versions: Versions, options: AlignDocumentsOptions = {}): DocumentAlignment {
  const weights: AlignWeights = { ...alignWeights, ...options.weights }
  const list = order.flatMap((language) => {
    const root = versions[language]
    return root ? [{ language, ...flatten(root) }] : []
  })
  const report = options.report ?? silent
  const units: Unit[] = []
  const evidence: PairEvidence[] = []
  for (const flow of ['body', 'notes'] as const) {
    const aligned = new FlowAligner(list, flow, weights, options)
    for (const unit of aligned.units()) units.push(unit)
    if (flow === 'body') for (const each of aligned.evidence) evidence.push(each)
  }
  const apart = evidence.filter(differs)
  for (const pair of apart) {
    const values = { source: pair.source, target: pair.target, agreement: percent(pair.agreement), paired: percent(pair.paired), compared: pair.compared }
    report(options.force === true ? 'align:documents-related' : 'align:documents-differ', undefined, values)
  }
  return { units: apart.length > 0 && options.force !== true ? [] : withUniqueIds(units), evidence }
}

/** Blocks are joined less often than sentences, and two with two never: those changed places, and one of them is still paired. */
const blockWeights = { shapeSplit: 0.015, shapeBoth: 0, nullWorth: 0.45 }

/** Sentences a block from which pairs of versions are learned from by sentences. */
const longBlock = 4

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

type FlatLanguage = FlatVersion & { language: LanguageCode }

/** One flow (body or notes) of all versions. */
class FlowAligner {
  readonly evidence: PairEvidence[] = []
  readonly #languages: LanguageCode[]
  readonly #blocks: FlatBlock[][]
  /** Sentences of each version. */
  readonly #sides: Side[]
  /** Where the sentences of each block begin, by version, with the end. */
  readonly #starts: number[][]
  readonly #pairs = new Map<string, VersionPair>()
  readonly #weights: AlignWeights
  readonly #options: AlignDocumentsOptions
  readonly #shapes: Float64Array
  readonly #blockShapes: Float64Array

  constructor(list: readonly FlatLanguage[], flow: 'body' | 'notes', weights: AlignWeights, options: AlignDocumentsOptions) {
    this.#weights = weights
    this.#options = options
    this.#shapes = usualShapes(weights).map(Math.log)
    this.#blockShapes = usualShapes({ ...weights, ...blockWeights }).map(Math.log)
    this.#languages = list.map(({ language }) => language)
    this.#blocks = list.map((version) => version[flow])
    this.#sides = list.map((version) => encode(version[flow].flatMap((block) => block.sentences), version.language))
    this.#starts = this.#blocks.map((blocks) => {
      const starts = [0]
      for (const block of blocks) starts.push((starts.at(-1) ?? 0) + block.sentences.length)
      return starts
    })
  }

  units(): Unit[] {
    const blockSides = this.#sides.map((side, version) => regroup(side, this.#sentenceRanges(version)))
    this.#fitPairs(blockSides)
    const whole = blockSides.map((side) => [0, side.count] as const)
    // One block a version: there is nothing to choose, and nothing to compare its words with.
    const groups = blockSides.every(({ count }) => count === 1) ? [{ ranges: whole, score: 1 }] : groupVersions(
      blockSides,
      whole,
      (left, right) => this.#pairOf(left, right),
      { weights: { ...this.#weights, ...blockWeights }, shapes: this.#blockShapes, outer: (left, right) => this.#outer(left, right) }
    )
    this.#reportUnpaired(groups)
    return groups.flatMap((group) => this.#unitsOf(group))
  }

  #sentenceRanges(version: number): Array<readonly [number, number]> {
    const starts = this.#starts[version] ?? [0]
    return starts.slice(1).map((end, block) => [starts[block] ?? 0, end] as const)
  }

  #outer(left: number, right: number): (a: number, b: number, c: number, d: number) => number {
    return blockScore(this.#blocks[left] ?? [], this.#blocks[right] ?? [])
  }

  #pairOf(left: number, right: number): VersionPair {
    const pair = this.#pairs.get(`${left} ${right}`)
    if (!pair) throw new RangeError(`No pair ${left} ${right}`)
    return pair
  }

  /** What each pair of versions teaches: by blocks, or by sentences where blocks are so long that they teach next to nothing. */
  #fitPairs(blockSides: readonly Side[]): void {
    for (const [left, source] of this.#languages.entries()) {
      for (const [right, target] of this.#languages.entries()) {
        const [blocks, others] = [blockSides[left], blockSides[right]]
        const [sentences, otherSentences] = [this.#sides[left], this.#sides[right]]
        if (right <= left || !blocks || !others || !sentences || !otherSentences) continue
        const isLong = sentences.count + otherSentences.count > longBlock * (blocks.count + others.count)
        const [one, other] = isLong ? [sentences, otherSentences] : [blocks, others]
        const { dictionary, lexicons = [] } = this.#options
        const known = priorLinks(one, other, { source, target, dictionary: dictionary?.(source, target) ?? [], lexicons }, this.#weights)
        if (one.count === 0 || other.count === 0) {
          this.#pairs.set(`${left} ${right}`, { links: known, length: { ratio: 1, variance: 6.8 } })
          continue
        }
        const { links, length, edges, result } = isLong
          ? fitPair(one, other, known, this.#weights)
          : fitPair(one, other, known, { ...this.#weights, ...blockWeights }, this.#outer(left, right))
        this.#pairs.set(`${left} ${right}`, { links, length, ...(isLong && edges && { edges }) })
        this.evidence.push({ source, target, ...evidenceOf(one, other, known, length, this.#weights, result.beads) })
      }
    }
  }

  #unitsOf(group: Group): Unit[] {
    const ranges = group.ranges.map(([start, end], version): readonly [number, number] => {
      const starts = this.#starts[version] ?? [0]
      return [starts[start] ?? 0, starts[end] ?? 0]
    })
    if (this.#options.granularity === 'paragraph') return [this.#unit({ ranges, score: 1 }, group.score, 'paragraph')]
    const sentences = groupVersions(this.#sides, ranges, (left, right) => this.#pairOf(left, right), { weights: this.#weights, shapes: this.#shapes })
    return sentences.map((sentence) => this.#unit(sentence, group.score, 'sentence'))
  }

  #unit(group: Group, blockScoreOfGroup: number, granularity: Unit['granularity']): Unit {
    const versions: Partial<Record<LanguageCode, UnitVersion>> = {}
    let [id, address, block]: [string, string, Unit['block']] = ['', '', 'paragraph']
    for (const [version, [start, end]] of group.ranges.entries()) {
      const language = this.#languages[version]
      if (start === end || language === undefined) continue
      const { part, block: first } = this.#version(version, start, end)
      versions[language] = part
      if (id !== '') continue
      id = granularity === 'paragraph' ? first.address : (part.addresses[0] ?? first.address)
      address = first.address
      block = first.kind
    }
    const score = calibrateScore(blockScoreOfGroup * group.score, this.#weights)
    return { id, granularity, block, address, versions: sorted(versions), ...(Object.keys(versions).length < 2 ? {} : { score }), by: granularity }
  }

  #version(version: number, start: number, end: number): { part: UnitVersion; block: FlatBlock } {
    const [blocks, starts] = [this.#blocks[version] ?? [], this.#starts[version] ?? [0]]
    const segments: string[] = []
    const addresses: string[] = []
    let first: FlatBlock | undefined
    let page: number | undefined
    let opens = false
    let at = blockAt(starts, start)
    for (let index = start; index < end; index++) {
      while ((starts[at + 1] ?? Infinity) <= index) at++
      const block = blocks[at]
      const sentence = block?.sentences[index - (starts[at] ?? 0)]
      if (!block || !sentence) throw new RangeError(`No sentence ${index}`)
      if (!first) {
        first = block
        page = sentence.page
        opens = index === starts[at]
      }
      segments.push(sentence.text)
      addresses.push(sentence.address)
    }
    if (!first) throw new RangeError(`No sentence ${start}`)
    const part: UnitVersion = { segments, addresses }
    if (opens && first.label) part.label = first.label.value
    if (page !== undefined) part.page = page
    return { part, block: first }
  }

  #reportUnpaired(groups: readonly Group[]): void {
    const report = this.#options.report ?? silent
    for (const group of groups) {
      const present = group.ranges.flatMap(([start, end], version) => (start < end ? [version] : []))
      const [only] = present
      if (only === undefined || present.length > 1) continue
      const [start, end] = group.ranges[only] ?? [0, 0]
      for (const block of this.#blocks[only]?.slice(start, end) ?? []) {
        report('align:item-unpaired', block.position, { language: this.#languages[only], address: block.address })
      }
    }
  }
}

/** Index of the block that holds a sentence. */
function blockAt(starts: readonly number[], sentence: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? Infinity) <= sentence) low = middle
    else high = middle - 1
  }
  return low
}

/** The versions in the order of every table. */
function sorted(versions: Partial<Record<LanguageCode, UnitVersion>>): Partial<Record<LanguageCode, UnitVersion>> {
  const result: Partial<Record<LanguageCode, UnitVersion>> = {}
  for (const language of languageCodes) {
    const version = versions[language]
    if (version) result[language] = version
  }
  return result
}

/** The beads of two languages that the units imply, in order; units with neither are left out. A unit of one version has the score 0. */
export function beadsOf(document: { units: readonly Unit[] }, source: LanguageCode, target: LanguageCode): Bead[] {
  return document.units.flatMap((unit) => {
    const [left, right] = [unit.versions[source]?.addresses ?? [], unit.versions[target]?.addresses ?? []]
    return left.length + right.length === 0 ? [] : [{ source: [...left], target: [...right], score: unit.score ?? 0, by: unit.by }]
  })
}
