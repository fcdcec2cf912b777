/** What the words of target segments say, given the last source segments: one half of the evidence. */
import type { Side } from './encode.ts'
import type { LinkTable } from './link.ts'
import { maxSpan } from './shape.ts'
import { productLimit, type Shares } from './word-share.ts'

/** Evidence of target words by source span, as running sums over the columns of a row. */
export class ForwardEvidence {
  readonly #source: Side
  readonly #target: Side
  readonly #links: LinkTable
  readonly #shares: Shares
  /** Source segment, counted from 1, whose masses each of four slots holds. */
  readonly #held = new Int32Array(maxSpan)
  /** Number of the gathering that filled each slot, rising. */
  readonly #filled = new Int32Array(maxSpan)
  #gatherings = 0
  /** By target type and slot: the translation mass that the segment gives the type, and which gathering that was. */
  readonly #mass: Float64Array
  readonly #owner: Int32Array
  /** By target type: the last gathering that gave it any mass. */
  readonly #last: Int32Array
  #from = 0
  readonly #sums: Float64Array[]
  readonly #running = new Float64Array(maxSpan)
  readonly #products = new Float64Array(maxSpan)
  readonly #portions = new Float64Array(maxSpan)

  constructor(source: Side, target: Side, links: LinkTable, shares: Shares, spanLimit: number) {
    this.#source = source
    this.#target = target
    this.#links = links
    this.#shares = shares
    const types = target.keys.length
    this.#mass = new Float64Array(types * maxSpan)
    this.#owner = new Int32Array(types * maxSpan)
    this.#last = new Int32Array(types)
    this.#sums = Array.from({ length: spanLimit }, () => new Float64Array(64))
  }

  /** Makes ready the beads of up to so many source segments that end at source boundary `row`, over target segments `from … to`. */
  prepare(row: number, from: number, to: number, spans: number): void {
    let size = 0
    let oldest = Infinity
    for (let span = 0; span < spans; span++) {
      const segment = row - span
      if (this.#held[segment % maxSpan] !== segment) this.#gather(segment)
      size += (this.#source.offsets[segment] as number) - (this.#source.offsets[segment - 1] as number)
      this.#portions[span] = 1 / Math.max(1, size)
      oldest = Math.min(oldest, this.#filled[segment % maxSpan] as number)
    }
    this.#from = from
    const width = to - from + 1
    for (let span = 0; span < spans; span++) {
      if ((this.#sums[span] as Float64Array).length < width) this.#sums[span] = new Float64Array(width * 2)
      ;(this.#sums[span] as Float64Array)[0] = 0
      this.#running[span] = 0
    }
    for (let column = from; column < to; column++) this.#addColumn(row, column, spans, oldest)
  }

  /** Adds up what a source segment, counted from 1, offers each target type. */
  #gather(segment: number): void {
    const { offsets, tokens } = this.#source
    const { offsets: linkOffsets, targets, forward } = this.#links
    const [mass, owner, last] = [this.#mass, this.#owner, this.#last]
    const slot = segment % maxSpan
    const gathering = ++this.#gatherings
    this.#held[slot] = segment
    this.#filled[slot] = gathering
    for (let place = offsets[segment - 1] as number; place < (offsets[segment] as number); place++) {
      const type = tokens[place] as number
      const end = linkOffsets[type + 1] as number
      for (let link = linkOffsets[type] as number; link < end; link++) {
        const other = targets[link] as number
        const at = other * maxSpan + slot
        if (owner[at] === gathering) mass[at] = (mass[at] as number) + (forward[link] as number)
        else {
          owner[at] = gathering
          mass[at] = forward[link] as number
          last[other] = gathering
        }
      }
    }
  }

  #addColumn(row: number, column: number, spans: number, oldest: number): void {
    const { offsets, tokens } = this.#target
    const { ratio, silence } = this.#shares
    const [mass, owner, last, filled] = [this.#mass, this.#owner, this.#last, this.#filled]
    const [running, products, portions] = [this.#running, this.#products, this.#portions]
    const quiet = (silence[column + 1] as number) - (silence[column] as number)
    for (let span = 0; span < spans; span++) products[span] = 1
    const end = offsets[column + 1] as number
    for (let place = offsets[column] as number; place < end; place++) {
      const type = tokens[place] as number
      if ((last[type] as number) < oldest) continue
      const weight = ratio[type] as number
      let sum = 0
      for (let span = 0; span < spans; span++) {
        const slot = (row - span) % maxSpan
        const at = type * maxSpan + slot
        if (owner[at] === filled[slot]) sum += mass[at] as number
        const product = (products[span] as number) * (1 + weight * sum * (portions[span] as number))
        if (product > productLimit) {
          running[span] = (running[span] as number) + Math.log(product)
          products[span] = 1
        } else products[span] = product
      }
    }
    const place = column + 1 - this.#from
    for (let span = 0; span < spans; span++) {
      const product = products[span] as number
      const sum = (running[span] as number) + quiet + (product === 1 ? 0 : Math.log(product))
      running[span] = sum
      ;(this.#sums[span] as Float64Array)[place] = sum
    }
  }

  /** Evidence of the target words of a bead that ends at the prepared row and at `column`. */
  at(sourceSpan: number, targetSpan: number, column: number): number {
    const sums = this.#sums[sourceSpan - 1] as Float64Array
    return (sums[column - this.#from] as number) - (sums[column - this.#from - targetSpan] as number)
  }
}
