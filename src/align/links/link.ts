/** Links between the words of two languages, each with two translation probabilities. */
/**
 * A sparse table. Source type `s` is linked to `targets[offsets[s] … offsets[s + 1]]`, in rising order of the target type;
 * `forward` is τ(t|s), `backward` τ(s|t), both 0 to 1.
 */
export interface LinkTable {
  offsets: Int32Array
  targets: Int32Array
  forward: Float32Array
  backward: Float32Array
  /** How often a word of a right pair has no counterpart among its links, by type; the usual share where this is missing. */
  unlinked?: { source: Float32Array; target: Float32Array }
}

/** A table under construction: links in the order they come, sorted and joined at the end. */
export class LinkBuilder {
  readonly #sourceTypes: number
  #sources = new Int32Array(1024)
  #targets = new Int32Array(1024)
  #forward = new Float32Array(1024)
  #backward = new Float32Array(1024)
  #size = 0

  constructor(sourceTypes: number) {
    this.#sourceTypes = sourceTypes
  }

  /** Adds a link; of two for the same pair the stronger counts, direction by direction. */
  add(source: number, target: number, forward: number, backward: number): void {
    if (this.#size === this.#sources.length) this.#grow()
    this.#sources[this.#size] = source
    this.#targets[this.#size] = target
    this.#forward[this.#size] = forward
    this.#backward[this.#size++] = backward
  }

  #grow(): void {
    const capacity = this.#size * 2
    const sources = new Int32Array(capacity)
    const targets = new Int32Array(capacity)
    const forward = new Float32Array(capacity)
    const backward = new Float32Array(capacity)
    sources.set(this.#sources)
    targets.set(this.#targets)
    forward.set(this.#forward)
    backward.set(this.#backward)
    this.#sources = sources
    this.#targets = targets
    this.#forward = forward
    this.#backward = backward
  }

  build(): LinkTable {
    const order = this.#inOrder()
    const offsets = new Int32Array(this.#sourceTypes + 1)
    const targets = new Int32Array(this.#size)
    const forward = new Float32Array(this.#size)
    const backward = new Float32Array(this.#size)
    let size = 0
    let source = 0
    for (let at = 0; at < order.length; at++) {
      const entry = order[at] as number
      while (source < (this.#sources[entry] as number)) offsets[++source] = size
      const isSame = size > (offsets[source] as number) && targets[size - 1] === this.#targets[entry]
      if (!isSame) targets[size++] = this.#targets[entry] as number
      forward[size - 1] = Math.max(forward[size - 1] as number, this.#forward[entry] as number)
      backward[size - 1] = Math.max(backward[size - 1] as number, this.#backward[entry] as number)
    }
    while (source < this.#sourceTypes) offsets[++source] = size
    return { offsets, targets: targets.slice(0, size), forward: forward.slice(0, size), backward: backward.slice(0, size) }
  }

  /** Entries by source, then target: counted by source, and the short rows sorted by hand. */
  #inOrder(): Int32Array {
    const sources = this.#sources
    const targets = this.#targets
    const next = new Int32Array(this.#sourceTypes + 1)
    for (let entry = 0; entry < this.#size; entry++) {
      const place = (sources[entry] as number) + 1
      next[place] = (next[place] as number) + 1
    }
    for (let source = 0; source < this.#sourceTypes; source++) next[source + 1] = (next[source + 1] as number) + (next[source] as number)
    const order = new Int32Array(this.#size)
    for (let entry = 0; entry < this.#size; entry++) {
      const source = sources[entry] as number
      const place = next[source] as number
      order[place] = entry
      next[source] = place + 1
    }
    // Each entry of `next` now is the end of its row.
    let start = 0
    for (let source = 0; source < this.#sourceTypes; source++) {
      const end = next[source] as number
      if (end - start > longRow) order.subarray(start, end).sort((a, b) => (targets[a] as number) - (targets[b] as number))
      else sortShort(order, targets, start, end)
      start = end
    }
    return order
  }
}

/** Rows up to this length are sorted by insertion. */
const longRow = 40

function sortShort(order: Int32Array, targets: Int32Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) {
    const entry = order[at] as number
    const target = targets[entry] as number
    let place = at
    for (; place > start && (targets[order[place - 1] as number] as number) > target; place--) order[place] = order[place - 1] as number
    order[place] = entry
  }
}

/**
 * How often a word of a right pair has no counterpart among its links, by type: `usual` where its links make a whole
 * translation, more where they are only weak, 1 (the word says nothing) where it has none in this text.
 *
 * @param least what each link counts for at the least, in either direction
 */
export function usualUnlinked(table: LinkTable, targetTypes: number, usual: number, least = 0): { source: Float32Array; target: Float32Array } {
  const { offsets, targets, forward, backward } = table
  const unlinked = { source: new Float32Array(offsets.length - 1), target: new Float32Array(targetTypes) }
  // As the probabilities are kept.
  const smallest = Math.fround(least)
  for (let type = 0; type < unlinked.source.length; type++) {
    const end = offsets[type + 1] as number
    for (let link = offsets[type] as number; link < end; link++) {
      const other = targets[link] as number
      unlinked.source[type] = (unlinked.source[type] as number) + Math.max(smallest, forward[link] as number)
      unlinked.target[other] = (unlinked.target[other] as number) + Math.max(smallest, backward[link] as number)
    }
  }
  massToUnlinked(unlinked.source, usual)
  massToUnlinked(unlinked.target, usual)
  return unlinked
}

/** From what the links of each word make of a translation to how often it has none. */
function massToUnlinked(masses: Float32Array, usual: number): void {
  for (let type = 0; type < masses.length; type++) masses[type] = 1 - (1 - usual) * Math.min(1, masses[type] as number)
}
