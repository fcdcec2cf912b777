/** Whole numbers by two others, of 32 bits each: an open hash table without an object for each. */
export class NumberTable {
  #size = 2 ** 12
  /** Three a slot, beside each other in memory: the two numbers, and the value one up, 0 for an empty slot. */
  #slots = new Int32Array(3 * this.#size)
  #count = 0

  find(first: number, second: number): number | undefined {
    const value = this.#slots[this.#placeOf(first, second) + 2] as number
    return value === 0 ? undefined : value - 1
  }

  /** `value` has 32 bits and is not -1. What was there by the same numbers is gone. */
  add(first: number, second: number, value: number): void {
    if (this.#count * 2 >= this.#size) this.#grow()
    const place = this.#placeOf(first, second)
    if (this.#slots[place + 2] === 0) this.#count++
    this.#slots[place] = first
    this.#slots[place + 1] = second
    this.#slots[place + 2] = value + 1
  }

  get count(): number {
    return this.#count
  }

  /** Where it is, or would be. */
  #placeOf(first: number, second: number): number {
    const slots = this.#slots
    const mask = this.#size - 1
    let slot = (first ^ (first >>> 15)) & mask
    while (slots[3 * slot + 2] !== 0 && (slots[3 * slot] !== first || slots[3 * slot + 1] !== second)) slot = (slot + 1) & mask
    return 3 * slot
  }

  #grow(): void {
    const slots = this.#slots
    this.#size *= 2
    this.#count = 0
    this.#slots = new Int32Array(3 * this.#size)
    for (let at = 0; at < slots.length; at += 3) if (slots[at + 2] !== 0) this.add(slots[at] as number, slots[at + 1] as number, (slots[at + 2] as number) - 1)
  }
}
