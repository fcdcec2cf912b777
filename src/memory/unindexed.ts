/** Texts that are in no run of the index yet: what becomes the next runs, one for each language. */
import type { LanguageTag } from '../language/tag.ts'
import { ByteList, NumberList } from './bytes.ts'
import type { HashList } from './hash-block.ts'
import { HashedWords } from './hashed-words.ts'
import { packPostings, type Postings } from './posting.ts'
import type { Store } from './store.ts'
import { NumberTable } from './number-table.ts'
import { hashText, looseStep, readWords, wordKeys } from './words.ts'

/** A text that was read, and is not yet known to be new. */
export interface ScannedText {
  /** Words in it. */
  count: number
  hash: number
  /** Where its words are in what was scanned. */
  start: number
  end: number
}

/** Texts of one language. */
export class UnindexedLanguage {
  readonly ids = new NumberList()
  readonly #lengths = new ByteColumn()
  readonly #hashes: number[] = []
  /** Words by their keys: numbers in the order in which they came. */
  readonly #numbers = new Map<string, number>()
  /** Numbers of the words of all texts, and the number of the text beside each. */
  readonly #words = new NumberList()
  readonly #texts = new NumberList()
  /** The same numbers by those of the forms that words have. */
  readonly #forms = new NumberTable()
  readonly #hashed = new HashedWords()
  #scanned = new NumberList()
  #sorted: { words: readonly string[]; starts: Int32Array; texts: Int32Array } | undefined
  /** The last text of each hash, and the one with the same hash before each text, -1 for none. */
  readonly #lastOf = new Map<number, number>()
  readonly #before = new NumberList()
  readonly #list = new ByteList()

  /** Reads a text. What was scanned before and not added is forgotten once `forget` is called. */
  scan(text: string, language: LanguageTag): ScannedText {
    const scanned = this.#scanned
    const start = scanned.length
    const { hashes, checks, han, length, loose } = this.#hashed.read(text, language)
    for (let at = 0; at < length; at++) {
      const [hash, check] = [hashes[at] as number, checks[at] as number]
      if (han[at] === 0) scanned.push(this.#forms.find(hash, check) ?? this.#learn(this.#pieceOf(text, at, at), language, hash, check))
      else {
        // Two characters, or one that no other follows.
        const last = at + 1 < length && han[at + 1] === 1 ? at + 1 : at
        const [pair, pairCheck] = [mix(hash, last === at ? 1 : (hashes[last] as number)), mix(check, last === at ? 1 : (checks[last] as number))]
        scanned.push(this.#forms.find(pair, pairCheck) ?? this.#learn(this.#pieceOf(text, at, last), language, pair, pairCheck))
      }
    }
    return { count: length, hash: hashText(text, loose), start, end: scanned.length }
  }

  #pieceOf(text: string, first: number, last: number): string {
    return text.slice(this.#hashed.starts[first], this.#hashed.ends[last])
  }

  /** The number of what a word or two characters are found by, kept for the next time. */
  #learn(piece: string, language: LanguageTag, hash: number, check: number): number {
    const key = wordKeys(readWords(piece, language))[0] ?? ''
    let number = this.#numbers.get(key)
    if (number === undefined) this.#numbers.set(key, (number = this.#numbers.size))
    this.#forms.add(hash, check, number)
    return number
  }

  /** Adds a text that was scanned. */
  add(id: number, { count, hash, start, end }: ScannedText): void {
    const text = this.ids.length
    const scanned = this.#scanned.view
    for (let at = start; at < end; at++) {
      this.#words.push(scanned[at] as number)
      this.#texts.push(text)
    }
    this.ids.push(id)
    this.#lengths.push(Math.min(count, 255))
    this.#hashes.push(hash)
    this.#before.push(this.#lastOf.get(hash) ?? -1)
    this.#lastOf.set(hash, text)
    this.#sorted = undefined
  }

  forget(): void {
    this.#scanned.length = 0
  }

  get count(): number {
    return this.ids.length
  }

  get lengths(): Uint8Array {
    return this.#lengths.view
  }

  /** Numbers of texts with a hash. */
  withHash(hash: number): number[] {
    const found: number[] = []
    for (let text = this.#lastOf.get(hash) ?? -1; text >= 0; text = this.#before.view[text] ?? -1) found.push(text)
    return found.reverse()
  }

  /** Numbers of texts with the same words, the last ones first. */
  withWords(hash: number, most: number): number[] {
    const loose = Math.floor(hash / looseStep)
    const found: number[] = []
    for (let text = this.#hashes.length - 1; text >= 0 && found.length < most; text--) if (Math.floor((this.#hashes[text] as number) / looseStep) === loose) found.push(text)
    return found
  }

  /** Hashes in rising order, with the numbers of their texts. */
  hashList(): HashList {
    const hashes = Float64Array.from(this.#lastOf.keys()).sort()
    const list: HashList = { hashes: new Float64Array(this.count), numbers: new Int32Array(this.count) }
    let at = 0
    for (const hash of hashes) {
      for (const text of this.withHash(hash)) {
        list.hashes[at] = hash
        list.numbers[at++] = text
      }
    }
    return list
  }

  /** Words in order. */
  get words(): readonly string[] {
    return this.#sort().words
  }

  /** The list of a word; it changes with the next one that is asked for. */
  listOf(word: string): Postings | undefined {
    const { starts, texts } = this.#sort()
    const number = this.#numbers.get(word)
    if (number === undefined) return undefined
    const list = withoutRepeats(texts.subarray(starts[number], starts[number + 1]))
    return list.length === 0 ? undefined : packPostings(list, this.#list)
  }

  /** Texts by word: in each list they rise, as they came. */
  #sort(): { words: readonly string[]; starts: Int32Array; texts: Int32Array } {
    if (this.#sorted) return this.#sorted
    const [words, numbers] = [this.#words.view, this.#texts.view]
    const starts = new Int32Array(this.#numbers.size + 1)
    for (const word of words) starts[word + 1] = (starts[word + 1] as number) + 1
    for (let word = 0; word < this.#numbers.size; word++) starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number)
    const places = starts.slice()
    const texts = new Int32Array(words.length)
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as number
      const place = places[word] as number
      texts[place] = numbers[at] as number
      places[word] = place + 1
    }
    return (this.#sorted = { words: [...this.#numbers.keys()].sort(), starts, texts })
  }
}

function mix(one: number, other: number): number {
  const mixed = Math.imul(one ^ (one >>> 15), 0x2c1b3c6d)
  return Math.imul(mixed ^ other, 0x9e3779b1)
}

/** A word that is twice in a text is in its list once. The numbers are changed in their place. */
function withoutRepeats(numbers: Int32Array): Int32Array {
  let length = 0
  for (const number of numbers) if (length === 0 || numbers[length - 1] !== number) numbers[length++] = number
  // What is behind would be taken for a part of the list the next time.
  numbers.fill(numbers[length - 1] ?? 0, length)
  return numbers.subarray(0, length)
}

/** Bytes in a list that grows. */
class ByteColumn {
  #bytes = new Uint8Array(1_024)
  #length = 0

  push(value: number): void {
    if (this.#length === this.#bytes.length) {
      const bytes = new Uint8Array(this.#length * 2)
      bytes.set(this.#bytes)
      this.#bytes = bytes
    }
    this.#bytes[this.#length++] = value
  }

  get view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}

/** Texts that are read at once. */
const pageLength = 4_096

/** Texts that follow the last one of the index, of all languages. */
export class Unindexed {
  readonly first: number
  last: number
  readonly languages = new Map<LanguageTag, UnindexedLanguage>()

  /** `indexed` is the last text in the index. */
  constructor(indexed: number) {
    this.first = indexed + 1
    this.last = indexed
  }

  get count(): number {
    return this.last - this.first + 1
  }

  language(language: LanguageTag): UnindexedLanguage {
    let known = this.languages.get(language)
    if (known === undefined) this.languages.set(language, (known = new UnindexedLanguage()))
    return known
  }

  /** Reads texts that others have stored behind the last one, until there are so many at most; whether there may be more. */
  async read(store: Store, most: number): Promise<boolean> {
    while (this.count < most) {
      const page = await store.textsAfter(this.last, pageLength)
      for (const [id, language, text] of page) {
        const texts = this.language(language)
        texts.add(id, texts.scan(text, language))
        texts.forget()
        this.last = id
      }
      if (page.length < pageLength) return false
    }
    return true
  }
}
