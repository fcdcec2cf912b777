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

/** A table under construction: one map a source type. */
export class LinkBuilder {
  readonly #rows: Array<Map<number, [forward: number, backward: number]> | undefined>

  constructor(sourceTypes: number) {
    this.#rows = new Array<undefined>(sourceTypes).fill(undefined)
  }

  /** Adds a link; of two for the same pair the stronger counts, direction by direction. */
  add(source: number, target: number, forward: number, backward: number): void {
    let row = this.#rows[source]
    if (!row) this.#rows[source] = row = new Map()
    const known = row.get(target)
    if (!known) row.set(target, [forward, backward])
    else {
      known[0] = Math.max(known[0], forward)
      known[1] = Math.max(known[1], backward)
    }
  }

  build(): LinkTable {
    const offsets = new Int32Array(this.#rows.length + 1)
    this.#rows.forEach((row, source) => {
      offsets[source + 1] = (offsets[source] ?? 0) + (row?.size ?? 0)
    })
    const size = offsets[this.#rows.length] ?? 0
    const table = { offsets, targets: new Int32Array(size), forward: new Float32Array(size), backward: new Float32Array(size) }
    let at = 0
    for (const row of this.#rows) {
      if (!row) continue
      for (const [target, [forward, backward]] of [...row].sort((a, b) => a[0] - b[0])) {
        table.targets[at] = target
        table.forward[at] = forward
        table.backward[at] = backward
        at++
      }
    }
    return table
  }
}

/**
 * How often a word of a right pair has no counterpart among its links, by type: `usual` where its links make a whole
 * translation, more where they are only weak, 1 (the word says nothing) where it has none in this text.
 */
export function usualUnlinked(table: LinkTable, targetTypes: number, usual: number): { source: Float32Array; target: Float32Array } {
  const unlinked = { source: new Float32Array(table.offsets.length - 1), target: new Float32Array(targetTypes) }
  for (let type = 0; type < unlinked.source.length; type++) {
    for (let link = table.offsets[type] as number; link < (table.offsets[type + 1] as number); link++) {
      const other = table.targets[link] as number
      unlinked.source[type] = (unlinked.source[type] as number) + (table.forward[link] as number)
      unlinked.target[other] = (unlinked.target[other] as number) + (table.backward[link] as number)
    }
  }
  const share = (mass: number): number => 1 - (1 - usual) * Math.min(1, mass)
  return { source: unlinked.source.map(share), target: unlinked.target.map(share) }
}
