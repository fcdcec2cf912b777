import type { UnitVersion } from '../tree/unit.ts'

/**
 * Numbers sentences as the UN Parallel Corpus does: `2:1` is the first sentence of the second paragraph.
 *
 * TEI and cesAlign count apart and must agree; both go through all units of a version in order.
 */
export class SentenceCounter {
  #block: string | undefined
  #paragraph = 0
  #sentence = 0

  /** The number of each segment of a version, in order. */
  next(version: UnitVersion): string[] {
    return version.segments.map((_, index) => {
      const block = blockOf(version.addresses[index] ?? '')
      if (block === this.#block) this.#sentence += 1
      else {
        this.#block = block
        this.#paragraph += 1
        this.#sentence = 1
      }
      return `${this.#paragraph}:${this.#sentence}`
    })
  }
}

/** `9/3` for the sentence `9/3#1`. */
function blockOf(address: string): string {
  return address.split('#', 1)[0] ?? ''
}
