/** Where words of a source segment meet target words that they are linked to: all that the evidence of a bead is made of. */
import { doubled } from './doubled.ts'
import type { Side } from './encode.ts'
import type { LinkTable } from './link.ts'
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
}

/** A row to be filled. */
export function emptyHits(): RowHits {
  return {
    first: 0,
    starts: new Int32Array(64),
    words: new Int32Array(256),
    places: new Int32Array(256),
    forward: new Float64Array(256),
    backward: new Float64Array(256)
  }
}

/** Finds the hits of one source segment after another. */
export class HitFinder {
  readonly #source: Side
  readonly #target: Side
  readonly #links: LinkTable
  readonly #forward: Float64Array
  readonly #backward: Float64Array
  /** By target type: the first node of its list of words of the row; 0 for none. */
  readonly #head: Int32Array
  /** By node: the next one, the word, the link. */
  #nexts = new Int32Array(1024)
  #words = new Int32Array(1024)
  #through = new Int32Array(1024)

  constructor(source: Side, target: Side, links: LinkTable, sourceShares: Shares, targetShares: Shares) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#head = new Int32Array(target.keys.length)
    this.#forward = new Float64Array(links.targets.length)
    this.#backward = new Float64Array(links.targets.length)
    for (let type = 0; type + 1 < links.offsets.length; type++) {
      const ratio = sourceShares.ratio[type] as number
      for (let link = links.offsets[type] as number; link < (links.offsets[type + 1] as number); link++) {
        this.#forward[link] = (links.forward[link] as number) * (targetShares.ratio[links.targets[link] as number] as number)
        this.#backward[link] = (links.backward[link] as number) * ratio
      }
    }
  }

  /** Fills a row with the hits of a source segment in the target segments `[first, last)`. */
  find(row: RowHits, segment: number, first: number, last: number): void {
    const start = this.#source.offsets[segment] as number
    const end = this.#source.offsets[segment + 1] as number
    this.#list(start, end)
    const [head, nexts, listed, through] = [this.#head, this.#nexts, this.#words, this.#through]
    const [forwardOf, backwardOf] = [this.#forward, this.#backward]
    const { offsets, tokens } = this.#target
    if (row.starts.length <= last - first) row.starts = new Int32Array((last - first) * 2)
    row.first = first
    const starts = row.starts
    let { words, places, forward, backward } = row
    let count = 0
    for (let column = first; column < last; column++) {
      const opening = offsets[column] as number
      const closing = offsets[column + 1] as number
      for (let place = opening; place < closing; place++) {
        for (let node = head[tokens[place] as number] as number; node > 0; node = nexts[node] as number) {
          if (count === words.length) ({ words, places, forward, backward } = growHits(row))
          const link = through[node] as number
          words[count] = listed[node] as number
          places[count] = place - opening
          forward[count] = forwardOf[link] as number
          backward[count++] = backwardOf[link] as number
        }
      }
      starts[column - first + 1] = count
    }
    this.#forget(start, end)
  }

  /** Lists, by target type, the words of a segment that it is linked to. */
  #list(start: number, end: number): void {
    const { offsets, targets } = this.#links
    const tokens = this.#source.tokens
    const head = this.#head
    let nodes = 1
    for (let place = start; place < end; place++) {
      const type = tokens[place] as number
      const last = offsets[type + 1] as number
      let link = offsets[type] as number
      while (nodes + last - link >= this.#nexts.length) this.#grow()
      const [nexts, words, through] = [this.#nexts, this.#words, this.#through]
      for (; link < last; link++) {
        const other = targets[link] as number
        nexts[nodes] = head[other] as number
        words[nodes] = place - start
        through[nodes] = link
        head[other] = nodes++
      }
    }
  }

  #forget(start: number, end: number): void {
    const { offsets, targets } = this.#links
    const tokens = this.#source.tokens
    const head = this.#head
    for (let place = start; place < end; place++) {
      const type = tokens[place] as number
      const last = offsets[type + 1] as number
      for (let link = offsets[type] as number; link < last; link++) head[targets[link] as number] = 0
    }
  }

  #grow(): void {
    this.#nexts = doubled(this.#nexts)
    this.#words = doubled(this.#words)
    this.#through = doubled(this.#through)
  }
}

function growHits(row: RowHits): RowHits {
  row.words = doubled(row.words)
  row.places = doubled(row.places)
  const [forward, backward] = [new Float64Array(row.words.length), new Float64Array(row.words.length)]
  forward.set(row.forward)
  backward.set(row.backward)
  row.forward = forward
  row.backward = backward
  return row
}
