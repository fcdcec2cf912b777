/** Letters of JSON that are gathered before they become bytes. */
const pieceLength = 1 << 16

/**
 * Values as JSON in bytes, one after the other: of a great many that wait for their turn, no more than a piece is in objects, and
 * what collects garbage has nothing to look through. Each walk makes new values.
 */
export class PackedList<Value> implements Iterable<Value> {
  readonly #pieces: Buffer[] = []
  #open: string[] = []
  #openLength = 0
  #length = 0

  constructor(values: Iterable<Value> = []) {
    for (const value of values) this.push(value)
  }

  get length(): number {
    return this.#length
  }

  push(value: Value): void {
    const text = JSON.stringify(value)
    this.#open.push(text)
    this.#length++
    this.#openLength += text.length + 1
    if (this.#openLength < pieceLength) return
    this.#pieces.push(Buffer.from(this.#open.join('\n')))
    this.#open = []
    this.#openLength = 0
  }

  /** A list of its own with those that are wanted. */
  filter(isWanted: (value: Value) => boolean): PackedList<Value> {
    const kept = new PackedList<Value>()
    for (const value of this) if (isWanted(value)) kept.push(value)
    return kept
  }

  *[Symbol.iterator](): Generator<Value, void, undefined> {
    for (const piece of this.#pieces) for (const line of piece.toString().split('\n')) yield JSON.parse(line) as Value
    for (const line of this.#open) yield JSON.parse(line) as Value
  }
}
