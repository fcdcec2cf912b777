/** Which texts a memory has already: looked up by who adds. */
import type { LanguageTag } from '../language/tag.ts'
import { ByteReader } from './bytes.ts'
import { eachHash, firstHashBlock, passesFilter, readHashTable } from './hash-block.ts'
import type { RunHead, Store } from './store.ts'

interface KnownRun {
  head: RunHead
  filter: Uint8Array
  hashes: Float64Array
  ids: Int32Array
}

/** Texts in the index by their hashes. */
export class KnownTexts {
  readonly #store: Store
  readonly #runs = new Map<LanguageTag, KnownRun[]>()

  private constructor(store: Store) {
    this.#store = store
  }

  static async open(store: Store): Promise<KnownTexts> {
    const known = new KnownTexts(store)
    for (const head of await store.runs()) {
      const { filter, hashes, texts } = await store.runParts(head.id, ['filter', 'hashes', 'texts'])
      const reader = new ByteReader(texts)
      const ids = new Int32Array(head.count)
      for (let at = 0, id = head.first - 1; at < head.count; at++) ids[at] = id += reader.number()
      known.#runs.set(head.language, [...(known.#runs.get(head.language) ?? []), { head, filter, hashes: readHashTable(hashes), ids }])
    }
    return known
  }

  /** Ids of texts of a language that may be those with some hashes, by the hash. */
  async find(language: LanguageTag, hashes: readonly number[]): Promise<Map<number, number[]>> {
    const found = new Map<number, number[]>()
    for (const run of this.#runs.get(language) ?? []) {
      const asked = hashes.filter((hash) => passesFilter(run.filter, hash))
      if (asked.length === 0) continue
      const first = run.head.firstBlock + run.head.wordBlocks
      const blocks = new Set<number>()
      for (const hash of asked) {
        // The same hash several times may go over the end of a block.
        for (let at = firstHashBlock(run.hashes, hash); at < run.hashes.length && (run.hashes[at] as number) <= hash; at++) blocks.add(first + at)
      }
      const wanted = new Set(asked)
      for (const block of (await this.#store.blocks([...blocks])).values()) {
        eachHash(block, (hash, number) => {
          if (!wanted.has(hash)) return
          const id = run.ids[number] as number
          const known = found.get(hash)
          if (known) known.push(id)
          else found.set(hash, [id])
        })
      }
    }
    return found
  }
}
