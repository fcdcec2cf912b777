/** Where words of a source segment meet target words that they are linked to: all that the evidence of a bead is made of. */
import { doubled } from '../text/doubled.ts'
import type { Side } from '../text/encode.ts'
import type { LinkTable } from '../links/link.ts'
import { productLimit, type Tally, tallyFor } from './tally.ts'
import type { Shares } from './word-share.ts'

/** The hits of one source segment, target segment by target segment: segment `j` has `starts[j - first] … starts[j - first + 1]`. */
export interface RowHits {
  /** First target segment that was looked at. */
  first: number
  starts: Int32Array
  /** Index of the source word in its segment, and of the target word in its own. */
  words: Int32Array
  places: Int32Array
  /** What a hit says for its target word, and for its source word: probability of the link over that of the word. */
  forward: Float64Array
  backward: Float64Array
  /** By target segment: what its words and those of the source segment say if these two are a bead, silence left out. */
  ofSource: Float64Array
  ofTarget: Float64Array
}

/** A row to be filled. */
export function emptyHits(): RowHits {
  return {
    first: 0,
    starts: new Int32Array(64),
    words: new Int32Array(256),
    places: new Int32Array(256),
    forward: new Float64Array(256),
    backward: new Float64Array(256),
    ofSource: new Float64Array(64),
    ofTarget: new Float64Array(64)
  }
}

/** Finds the hits of one source segment after another. */
export class HitFinder {
  readonly #source: Side
  readonly #target: Side
  /** The links in arrays of their own: what is made of one table need not look like another, and code for one is no code for both. */
  readonly #linkOffsets: Int32Array
  readonly #linkTargets: Int32Array
  readonly #linkForward: Float32Array
  readonly #linkBackward: Float32Array
  /** How much a whole translation speaks for a bead, by type; see `Shares`. */
  readonly #sourceRatios: Float64Array
  readonly #targetRatios: Float64Array
  /** Target segments that were looked at last, and by target type in how many of them it stands. */
  #first = 0
  #last = 0
  readonly #standing: Int32Array
  readonly #tally: Tally
  /** By target type: the first node of its list of words of the row; 0 for none. */
  readonly #head: Int32Array
  /** By node: the next one, its target type, the word, and what the link says for either word. */
  #nexts = new Int32Array(1024)
  #types = new Int32Array(1024)
  #words = new Int32Array(1024)
  #there = new Float64Array(1024)
  #back = new Float64Array(1024)
  #nodes = 1

  constructor(source: Side, target: Side, links: LinkTable, sourceShares: Shares, targetShares: Shares) {
    this.#source = source
    this.#target = target
    this.#linkOffsets = links.offsets
    this.#linkTargets = links.targets
    this.#linkForward = links.forward
    this.#linkBackward = links.backward
    this.#standing = new Int32Array(target.keys.length)
    this.#tally = tallyFor(source)
    this.#head = new Int32Array(target.keys.length)
    this.#sourceRatios = sourceShares.ratio
    this.#targetRatios = targetShares.ratio
  }

  /** Fills a row with the hits of a source segment in the target segments `[first, last)`. */
  find(row: RowHits, segment: number, first: number, last: number): void {
    this.#lookAt(first, last)
    this.#list(this.#source.offsets[segment] as number, this.#source.offsets[segment + 1] as number)
    const head = this.#head
    const nexts = this.#nexts
    const listed = this.#words
    const there = this.#there
    const back = this.#back
    const { offsets, tokens } = this.#target
    if (row.starts.length <= last - first) makeRoom(row, (last - first) * 2)
    row.first = first
    const tally = this.#tally
    const portion = 1 / Math.max(1, (this.#source.offsets[segment + 1] as number) - (this.#source.offsets[segment] as number))
    const { starts, ofSource, ofTarget } = row
    let { words, places, forward, backward } = row
    let count = 0
    for (let column = first; column < last; column++) {
      const opening = offsets[column] as number
      const closing = offsets[column + 1] as number
      let logarithm = 0
      let product = 1
      for (let place = opening; place < closing; place++) {
        let node = head[tokens[place] as number] as number
        if (node === 0) continue
        let sum = 0
        for (; node > 0; node = nexts[node] as number) {
          if (count === words.length) ({ words, places, forward, backward } = growHits(row))
          const word = listed[node] as number
          const weight = there[node] as number
          words[count] = word
          places[count] = place - opening
          forward[count] = weight
          backward[count++] = back[node] as number
          tally.add(word, back[node] as number)
          sum += weight
        }
        product *= 1 + portion * sum
        if (product > productLimit) {
          logarithm += Math.log(product)
          product = 1
        }
      }
      starts[column - first + 1] = count
      ofTarget[column - first] = logarithm + Math.log(product)
      ofSource[column - first] = tally.weigh(closing - opening)
    }
    this.#forget()
  }

  /** Counts the target segments in which each word stands, of `[first, last)` alone; they hardly move from row to row. */
  #lookAt(first: number, last: number): void {
    this.#count(first, Math.min(last, this.#first), 1)
    this.#count(Math.max(first, this.#last), last, 1)
    this.#count(this.#first, Math.min(first, this.#last), -1)
    this.#count(Math.max(last, this.#first), this.#last, -1)
    this.#first = first
    this.#last = last
  }

  #count(from: number, to: number, by: 1 | -1): void {
    if (from >= to) return
    const { offsets, tokens } = this.#target
    const standing = this.#standing
    const end = offsets[to] as number
    for (let place = offsets[from] as number; place < end; place++) {
      const type = tokens[place] as number
      standing[type] = (standing[type] as number) + by
    }
  }

  /** Lists, by target type, the words of a segment that it is linked to; only types that stand where is looked. */
  #list(start: number, end: number): void {
    const offsets = this.#linkOffsets
    const targets = this.#linkTargets
    const forward = this.#linkForward
    const backward = this.#linkBackward
    const tokens = this.#source.tokens
    const ratios = this.#targetRatios
    const head = this.#head
    const standing = this.#standing
    let nodes = 1
    for (let place = start; place < end; place++) {
      const type = tokens[place] as number
      const last = offsets[type + 1] as number
      let link = offsets[type] as number
      const ratio = this.#sourceRatios[type] as number
      while (nodes + last - link >= this.#nexts.length) this.#grow()
      const nexts = this.#nexts
      const types = this.#types
      const words = this.#words
      const there = this.#there
      const back = this.#back
      for (; link < last; link++) {
        const other = targets[link] as number
        if (standing[other] === 0) continue
        nexts[nodes] = head[other] as number
        types[nodes] = other
        words[nodes] = place - start
        there[nodes] = (forward[link] as number) * (ratios[other] as number)
        back[nodes] = (backward[link] as number) * ratio
        head[other] = nodes++
      }
    }
    this.#nodes = nodes
  }

  #forget(): void {
    for (let node = 1; node < this.#nodes; node++) this.#head[this.#types[node] as number] = 0
  }

  #grow(): void {
    this.#nexts = doubled(this.#nexts)
    this.#types = doubled(this.#types)
    this.#words = doubled(this.#words)
    this.#there = doubled(this.#there)
    this.#back = doubled(this.#back)
  }
}

function makeRoom(row: RowHits, segments: number): void {
  row.starts = new Int32Array(segments)
  row.ofSource = new Float64Array(segments)
  row.ofTarget = new Float64Array(segments)
}

function growHits(row: RowHits): RowHits {
  row.words = doubled(row.words)
  row.places = doubled(row.places)
  row.forward = doubled(row.forward)
  row.backward = doubled(row.backward)
  return row
}
