/** What the words of source segments say, given spans of target segments: the other half of the evidence. */
import type { Side } from './encode.ts'
import type { LinkTable } from './link.ts'
import { maxSpan } from './shape.ts'
import { productLimit, type Shares } from './word-share.ts'

/** Words of one source segment against spans of target segments, for the columns of a band row. */
interface BackwardRow {
  row: number
  from: number
  /** By span − 1: evidence at each column. */
  spans: Float64Array[]
}

/** Evidence of source words segment by segment; the last four rows are remembered. */
export class BackwardEvidence {
  readonly #source: Side
  readonly #target: Side
  readonly #links: LinkTable
  readonly #shares: Shares
  readonly #spanLimit: number
  /** By target type: the first node of its list of linked words of the row. */
  readonly #head: Int32Array
  #nexts = new Int32Array(256)
  #words = new Int32Array(256)
  #nodeWeights = new Float64Array(256)
  #touched = new Int32Array(256)
  /** Hits of the last four columns: pairs of word and weight. */
  readonly #hitWords = Array.from({ length: maxSpan }, () => new Int32Array(64))
  readonly #hitWeights = Array.from({ length: maxSpan }, () => new Float64Array(64))
  readonly #hitCounts = new Int32Array(maxSpan)
  #sums = new Float64Array(64)
  #seen = new Int32Array(64)
  #row = -1
  readonly #rows: BackwardRow[] = Array.from({ length: maxSpan }, () => ({ row: -1, from: 0, spans: [] }))

  constructor(source: Side, target: Side, links: LinkTable, shares: Shares, spanLimit: number) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#shares = shares
    this.#spanLimit = spanLimit
    this.#head = new Int32Array(target.keys.length)
  }

  /** Makes ready the beads of up to so many source segments that end at source boundary `row`; `rangeOf` says at which target boundaries those of a row end. */
  prepare(row: number, rangeOf: (row: number) => readonly [from: number, to: number], spans: number): void {
    for (let back = 0; back < spans; back++) {
      const slot = this.#rows[(row - back) % maxSpan]
      if (slot === undefined || slot.row === row - back) continue
      const [start, end] = rangeOf(row - back)
      this.#prepareRow(slot, row - back, start, end)
    }
    this.#row = row
  }

  /** Forgets the rows that it holds, before rows are asked for out of order. */
  reset(): void {
    for (const slot of this.#rows) slot.row = -1
  }

  /** Evidence of the source words of a bead that ends at the prepared row and at `column`. */
  at(sourceSpan: number, targetSpan: number, column: number): number {
    let sum = 0
    for (let back = 0; back < sourceSpan; back++) {
      const slot = this.#rows[(this.#row - back) % maxSpan] as BackwardRow
      sum += (slot.spans[targetSpan - 1] as Float64Array)[column - slot.from] as number
    }
    return sum
  }

  /** Lists, by target type, of the words of a source segment that it is linked to. Returns the number of types that have a list. */
  #listWords(start: number, size: number): number {
    const { offsets, targets, backward } = this.#links
    const head = this.#head
    let touched = 0
    let nodes = 1
    for (let word = 0; word < size; word++) {
      const type = this.#source.tokens[start + word] as number
      const last = offsets[type + 1] as number
      for (let link = offsets[type] as number; link < last; link++) {
        const other = targets[link] as number
        if (nodes === this.#nexts.length) this.#growNodes()
        if (head[other] === 0) {
          if (touched === this.#touched.length) this.#touched = doubledIntegers(this.#touched)
          this.#touched[touched++] = other
        }
        this.#nexts[nodes] = head[other] as number
        this.#words[nodes] = word
        this.#nodeWeights[nodes] = backward[link] as number
        head[other] = nodes++
      }
    }
    if (size > this.#sums.length) {
      this.#sums = new Float64Array(size * 2)
      this.#seen = new Int32Array(size * 2)
    }
    return touched
  }

  #growNodes(): void {
    this.#nexts = doubledIntegers(this.#nexts)
    this.#words = doubledIntegers(this.#words)
    this.#nodeWeights = doubledNumbers(this.#nodeWeights)
  }

  /** Finds the words of the row that a column's words are linked to. */
  #findHits(column: number): void {
    const { offsets, tokens } = this.#target
    const slot = column % maxSpan
    let words = this.#hitWords[slot] as Int32Array
    let weights = this.#hitWeights[slot] as Float64Array
    let count = 0
    const end = offsets[column + 1] as number
    for (let place = offsets[column] as number; place < end; place++) {
      for (let node = this.#head[tokens[place] as number] as number; node > 0; node = this.#nexts[node] as number) {
        if (count === words.length) {
          this.#hitWords[slot] = words = doubledIntegers(words)
          this.#hitWeights[slot] = weights = doubledNumbers(weights)
        }
        words[count] = this.#words[node] as number
        weights[count++] = this.#nodeWeights[node] as number
      }
    }
    this.#hitCounts[slot] = count
  }

  #prepareRow(slot: BackwardRow, row: number, from: number, to: number): void {
    const start = this.#source.offsets[row - 1] as number
    const size = (this.#source.offsets[row] as number) - start
    const touched = this.#listWords(start, size)
    const width = to - from + 1
    slot.row = row
    slot.from = from
    for (let span = 0; span < this.#spanLimit; span++) {
      if ((slot.spans[span]?.length ?? 0) < width) slot.spans[span] = new Float64Array(width * 2)
    }
    const first = Math.max(0, from - this.#spanLimit)
    for (let column = first; column < to; column++) {
      this.#findHits(column)
      if (column + 1 >= from) this.#spanEvidence(slot, start, column, first)
    }
    for (let at = 0; at < touched; at++) this.#head[this.#touched[at] as number] = 0
  }

  /** Evidence of the row's words given the last 1 to 4 columns. */
  #spanEvidence(slot: BackwardRow, start: number, column: number, first: number): void {
    const { offsets } = this.#target
    const { ratio, silence } = this.#shares
    const [sums, seen, tokens] = [this.#sums, this.#seen, this.#source.tokens]
    const base = (silence[slot.row] as number) - (silence[slot.row - 1] as number)
    let count = 0
    for (let span = 1; span <= this.#spanLimit && column + 1 - span >= first; span++) {
      const at = (column + 1 - span) % maxSpan
      const [words, weights] = [this.#hitWords[at] as Int32Array, this.#hitWeights[at] as Float64Array]
      const hits = this.#hitCounts[at] as number
      for (let hit = 0; hit < hits; hit++) {
        const word = words[hit] as number
        if (sums[word] === 0) seen[count++] = word
        sums[word] = (sums[word] as number) + (weights[hit] as number)
      }
      const share = 1 / Math.max(1, (offsets[column + 1] as number) - (offsets[column + 1 - span] as number))
      let sum = base
      let product = 1
      for (let index = 0; index < count; index++) {
        const word = seen[index] as number
        product *= 1 + (ratio[tokens[start + word] as number] as number) * (sums[word] as number) * share
        if (product > productLimit) {
          sum += Math.log(product)
          product = 1
        }
      }
      ;(slot.spans[span - 1] as Float64Array)[column + 1 - slot.from] = product === 1 ? sum : sum + Math.log(product)
    }
    for (let index = 0; index < count; index++) sums[seen[index] as number] = 0
  }
}

function doubledIntegers(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

function doubledNumbers(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2)
  larger.set(array)
  return larger
}
