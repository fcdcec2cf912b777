/** Texts that are in no run of the index yet: what becomes the next runs, one for each language. */
import type { LanguageTag } from '../language/tag.ts'
import type { BlockEntry } from './block.ts'
import { ByteList, NumberList } from './bytes.ts'
import type { HashList } from './hash-block.ts'
import { HashedWords } from './hashed-words.ts'
import { KeyNumbers } from './key-numbers.ts'
import { followerOf, packPostings, placeOf, type Postings } from './posting.ts'
import { sortWords } from './sorted-words.ts'
import type { Store } from './store.ts'
import { hashText, looseStep } from './words.ts'

/** A text that was read, and is not yet known to be new. */
export interface ScannedText {
  /** Words in it. */
  count: number
  hash: number
  /** Where its words are in what was scanned. */
  start: number
  end: number
}

/** Places by word. */
interface SortedPlaces {
  /** Where the places of a word begin and end, by the number of the word. */
  starts: Int32Array
  ends: Int32Array
  places: Int32Array
}

/** Texts of one language. */
export class UnindexedLanguage {
  readonly ids = new NumberList()
  readonly #lengths = new ByteColumn()
  readonly #hashes: number[] = []
  readonly #keys: KeyNumbers
  /** Numbers of the words of all texts, and where those of each text end. */
  readonly #words = new NumberList()
  readonly #ends = new NumberList()
  readonly #hashed = new HashedWords()
  #scanned = new NumberList()
  #sorted: SortedPlaces | undefined
  /** The last text of each hash, and the one with the same hash before each text, -1 for none. */
  readonly #lastOf = new Map<number, number>()
  readonly #before = new NumberList()
  readonly #list = new ByteList()

  constructor(language: LanguageTag) {
    this.#keys = new KeyNumbers(language)
  }

  /** Reads a text. What was scanned before and not added is forgotten once `forget` is called. */
  scan(text: string, language: LanguageTag): ScannedText {
    const scanned = this.#scanned
    const start = scanned.length
    const hashed = this.#hashed.read(text, language)
    this.#keys.read(hashed, text, scanned)
    return { count: hashed.length, hash: hashText(hashed), start, end: scanned.length }
  }

  /** Adds a text that was scanned. */
  add(id: number, { count, hash, start, end }: ScannedText): void {
    const text = this.ids.length
    this.#words.append(this.#scanned.view.subarray(start, end))
    this.#ends.push(this.#words.length)
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
    for (let text = this.#lastOf.get(hash) ?? -1; text >= 0; text = this.#before.at(text)) found.push(text)
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
    let end = 0
    for (const hash of hashes) {
      const start = end
      for (let text = this.#lastOf.get(hash) ?? -1; text >= 0; text = this.#before.at(text)) {
        list.hashes[end] = hash
        list.numbers[end++] = text
      }
      // They come from the last one to the first.
      if (end - start > 1) list.numbers.subarray(start, end).reverse()
    }
    return list
  }

  /** Words in the order in which they came. */
  get words(): readonly string[] {
    return this.#keys.list
  }

  /** The list of a word; it changes with the next one that is asked for. */
  listOf(word: string): Postings | undefined {
    const number = this.#keys.numberOf(word)
    return number === undefined ? undefined : this.#listAt(number)
  }

  /** All lists in the order of their words; each changes with the next one. */
  *lists(): Generator<BlockEntry, void, undefined> {
    const { list } = this.#keys
    for (const number of sortWords(list)) {
      const postings = this.#listAt(number)
      if (postings) yield { word: list[number] as string, ...postings }
    }
  }

  #listAt(number: number): Postings | undefined {
    const { starts, ends, places } = this.#sort()
    const [start, end] = [starts[number] as number, ends[number] as number]
    return start === end ? undefined : packPostings(places.subarray(start, end), this.#list)
  }

  /** Places by word: in each list their texts rise, as they came. */
  #sort(): SortedPlaces {
    if (this.#sorted) return this.#sorted
    const { list } = this.#keys
    const [words, textEnds] = [this.#words.view, this.#ends.view]
    const followers = Uint8Array.from(list, followerOf)
    const starts = new Int32Array(list.length + 1)
    for (let at = 0; at < words.length; at++) starts[(words[at] as number) + 1] = (starts[(words[at] as number) + 1] as number) + 1
    for (let word = 0; word < list.length; word++) starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number)
    const ends = starts.slice()
    const places = new Int32Array(words.length)
    for (let [text, at] = [0, 0]; text < textEnds.length; text++) {
      for (const end = textEnds[text] as number; at < end; at++) {
        const word = words[at] as number
        const place = placeOf(text, at + 1 < end ? (followers[words[at + 1] as number] as number) : 0)
        const to = ends[word] as number
        // The same two words again tell nothing more.
        if (to > (starts[word] as number) && places[to - 1] === place) continue
        places[to] = place
        ends[word] = to + 1
      }
    }
    return (this.#sorted = { starts, ends, places })
  }
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

/** Texts of one language that follow the last one of the index, for who looks for something: of the other languages none is read. */
export class LateTexts {
  readonly texts: UnindexedLanguage
  readonly #language: LanguageTag
  #last: number
  /** Done once nobody reads. */
  #reading: Promise<void> = Promise.resolve()

  /** `indexed` is the last text in the index. */
  constructor(language: LanguageTag, indexed: number) {
    this.texts = new UnindexedLanguage(language)
    this.#language = language
    this.#last = indexed
  }

  /** Reads what was stored behind the last text that was read. */
  read(store: Store): Promise<void> {
    // Two that came at once would read the same.
    return (this.#reading = this.#reading.catch(() => undefined).then(() => this.#read(store)))
  }

  async #read(store: Store): Promise<void> {
    for (;;) {
      const page = await store.textsAfter(this.#last, pageLength, this.#language)
      for (const [id, , text] of page) {
        this.texts.add(id, this.texts.scan(text, this.#language))
        this.texts.forget()
        this.#last = id
      }
      if (page.length < pageLength) return
    }
  }
}

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
    if (known === undefined) this.languages.set(language, (known = new UnindexedLanguage(language)))
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
