/** Of what is finished before its turn, no more is kept, however many are worked on: it is little, and there may be very many. */
const mostAhead = 10_000

/**
 * Works on items, `limit` of them at a time, and yields what comes of them in their order. Of what is finished before its
 * turn no more is kept than `ahead` items; an item is asked for when it is begun.
 */
export async function* inOrder<Item, Value>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Value> | Value,
  ahead = Math.min(1000 * limit, mostAhead)
): AsyncGenerator<[Item, Value]> {
  const waiting = items[Symbol.iterator]()
  const started = new Map<number, { item: Item; value: Promise<Value> }>()
  let [next, running, yielded] = [0, 0, 0]
  let isEnded = false
  const start = (): void => {
    while (!isEnded && running < limit && next - yielded < ahead) {
      const { value: item, done } = waiting.next() as IteratorResult<Item, undefined>
      if (done === true) {
        isEnded = true
        return
      }
      running++
      const value = Promise.resolve(work(item)).finally(() => {
        running--
      })
      // A failure is thrown when its turn comes; nothing new is begun behind it.
      value.then(start, () => {
        isEnded = true
      })
      started.set(next++, { item, value })
    }
  }
  try {
    for (start(); ; start()) {
      const first = started.get(yielded)
      if (!first) return
      const value = await first.value
      started.delete(yielded++)
      yield [first.item, value]
    }
  } finally {
    // Whoever takes no more, because of an error of its own, wants no more begun either.
    isEnded = true
  }
}
