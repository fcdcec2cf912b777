/**
 * Works on items, `limit` of them at a time, and yields what comes of them in their order. Of what is finished before its
 * turn no more is kept than `ahead` items.
 */
export async function* inOrder<Item, Value>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Value> | Value,
  ahead = 1000 * limit
): AsyncGenerator<[Item, Value]> {
  const started = new Map<number, Promise<Value>>()
  let [next, running, yielded] = [0, 0, 0]
  let isBroken = false
  const start = (): void => {
    while (!isBroken && running < limit && next < items.length && next - yielded < ahead) {
      const item = items[next] as Item
      running++
      const value = Promise.resolve(work(item)).finally(() => {
        running--
      })
      // A failure is thrown when its turn comes; nothing new is begun behind it.
      value.then(start, () => {
        isBroken = true
      })
      started.set(next++, value)
    }
  }
  try {
    for (; yielded < items.length; yielded++) {
      start()
      const value = await (started.get(yielded) as Promise<Value>)
      started.delete(yielded)
      yield [items[yielded] as Item, value]
    }
  } finally {
    // Whoever takes no more, because of an error of its own, wants no more begun either.
    isBroken = true
  }
}
