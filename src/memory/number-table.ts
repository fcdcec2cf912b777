/** Whole numbers by two others, of 32 bits each: an open hash table without an object for each. */
export class NumberTable {
  #size = 2 ** 12
  #first = new Int32Array(this.#size)
  #second = new Int32Array(this.#size)
  /** One up; 0 for an empty slot. */
  #values = new Int32Array(this.#size)
  #count = 0

  find(first: number, second: number): number | undefined {
    const value = this.#values[this.#slotOf(first, second)] as number
    return value === 0 ? undefined : value - 1
  }

  /** `value` has 32 bits and is not -1. What was there by the same numbers is gone. */
  add(first: number, second: number, value: number): void {
    if (this.#count * 2 >= this.#size) this.#grow()
    const slot = this.#slotOf(first, second)
    if (this.#values[slot] === 0) this.#count++
    this.#first[slot] = first
    this.#second[slot] = second
    this.#values[slot] = value + 1
  }

  get count(): number {
    return this.#count
  }

  /** Where it is, or would be. */
  #slotOf(first: number, second: number): number {
    const mask = this.#size - 1
    let slot = (first ^ (first >>> 15)) & mask
    while (this.#values[slot] !== 0 && (this.#first[slot] !== first || this.#second[slot] !== second)) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [first, second, values] = [this.#first, this.#second, this.#values]
    this.#size *= 2
    this.#count = 0
    this.#first = new Int32Array(this.#size)
    this.#second = new Int32Array(this.#size)
    this.#values = new Int32Array(this.#size)
    for (let slot = 0; slot < values.length; slot++) if (values[slot] !== 0) this.add(first[slot] as number, second[slot] as number, (values[slot] as number) - 1)
  }
}
