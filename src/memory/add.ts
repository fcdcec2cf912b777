/** Puts documents into a memory, each whole or not at all. */
import { readSymbol } from '../grammar/symbol.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { DocumentRecord, Unit, UnitVersion } from '../tree/unit.ts'
import { joinSegments } from '../tree/segments.ts'
import { indexEvery, joinIndex, lastIndexed, writeIndex } from './build-index.ts'
import { documentKey, entryName, hashOfUnit, versionFacts, wholeText } from './entry-name.ts'
import { KnownTexts } from './known-texts.ts'
import { packUnit } from './packed-unit.ts'
import type { Store, TagRow } from './store.ts'
import { readEntries } from './stored-entry.ts'
import { tagRow, untagUnit } from './tags.ts'
import { Unindexed, type ScannedText } from './unindexed.ts'

/** What a document became. */
export interface AddedDocument {
  /** Key of its symbol, stars aside; its name where it has none. */
  document: string
  /** Units that have come by now. */
  units: number
  granularity: Unit['granularity']
  /** Its entry; missing where all of it was in the memory already. */
  entry?: number
}

/** An entry while units are added to it. */
interface OpenEntry {
  id: number
  document: DocumentRecord
  granularity: Unit['granularity']
  units: number
  /** Sum of the hashes of its units: the same in whatever pieces they came. */
  hash: bigint
  issues: Map<LanguageTag, { units: number; words: number }>
}

/** Units that are stored at once. */
const unitsAtOnce = 500

/** A text of the units that are stored at once. */
interface AddedText {
  id: number
  words: number
  language: LanguageTag
  text: string
  scanned: ScannedText
}

/** Adds the documents of one input. What comes of a document in pieces goes into one entry, be they beside each other or not. */
export class Adding {
  readonly #file: string
  readonly #store: Store
  /** Entries that the present transaction has changed, by what tells them from others. */
  readonly #entries = new Map<string, OpenEntry>()
  /** Those of earlier transactions: of an input of ten thousand documents all that is known of each would be much. */
  readonly #closed = new Map<string, { id: number; hash: bigint }>()
  /** Texts that are in the index, and those that are not in it yet. */
  #known: KnownTexts | undefined
  #unindexed = new Unindexed(0)
  #nextUnit = 0

  /** `file` is the name of the input: what tells documents without a symbol from others. */
  constructor(store: Store, file: string) {
    this.#store = store
    this.#file = file
  }

  /** Begins a transaction: what others have added meanwhile is read. */
  async begin(): Promise<void> {
    const store = this.#store
    await this.#catchUp()
    await store.begin()
    // Others may have written until now; of a whole index there are few.
    await this.#follow(Infinity)
    this.#nextUnit = (await store.lastUnit()) + 1
  }

  /** Puts the texts into the index that are not in it, where there are many. Outside of a transaction. */
  async index(): Promise<void> {
    if (this.#unindexed.count < indexEvery) return
    await this.#write()
    await this.#catchUp()
  }

  /** Puts all texts into the index, once nothing more comes. Outside of a transaction. */
  async close(): Promise<void> {
    if (this.#unindexed.count > 0) await this.#write()
    await joinIndex(this.#store)
  }

  /** Reads texts that others have added, and puts them into the index where they are many. */
  async #catchUp(): Promise<void> {
    while (await this.#follow(indexEvery)) await this.#write()
  }

  async #write(): Promise<void> {
    this.#known = undefined
    this.#unindexed = await writeIndex(this.#store, this.#unindexed)
  }

  /** Reads texts that others have added until there are so many; whether there may be more. */
  async #follow(most: number): Promise<boolean> {
    const indexed = lastIndexed(await this.#store.runs())
    if (this.#known === undefined || this.#unindexed.first !== indexed + 1) {
      if (this.#unindexed.first !== indexed + 1) this.#unindexed = new Unindexed(indexed)
      this.#known = await KnownTexts.open(this.#store)
    }
    return this.#unindexed.read(this.#store, most)
  }

  /** Adds a piece of a document. Inside of a transaction. */
  async add(document: DocumentRecord, units: readonly Unit[]): Promise<void> {
    for (let at = 0; at < units.length; at += unitsAtOnce) await this.#addUnits(document, units.slice(at, at + unitsAtOnce))
  }

  async #addUnits(document: DocumentRecord, units: readonly Unit[]): Promise<void> {
    const texts = await this.#textsOf(units)
    /** Units of one entry that follow each other. */
    const stored: Array<{ first: number; entry: number; units: string[] }> = []
    const firstUnit = this.#nextUnit
    /** The text of each unit, by language. */
    const uses = new Map<LanguageTag, Array<number | null>>()
    const tagged: TagRow[] = []
    for (const given of units) {
      const { unit, tags } = untagUnit(given)
      const entry = await this.#open(document, unit.granularity)
      for (const tag of tags) tagged.push(tagRow(entry.id, unit.id, tag))
      const id = this.#nextUnit++
      const packed = JSON.stringify(packUnit(unit, (version, language) => {
        const known = texts.get(language)?.get(version)
        if (known === undefined) throw new RangeError('Unexpected text, expected one of the units')
        let used = uses.get(language)
        if (used === undefined) uses.set(language, (used = units.map(() => null)))
        used[id - firstUnit] = known.id
        const issue = entry.issues.get(language)
        if (issue) {
          issue.units += 1
          issue.words += known.words
        } else entry.issues.set(language, { units: 1, words: known.words })
        return known.id
      }))
      const before = stored.at(-1)
      if (before?.entry === entry.id) before.units.push(packed)
      else stored.push({ first: id, entry: entry.id, units: [packed] })
      entry.units += 1
      entry.hash = BigInt.asUintN(64, entry.hash + hashOfUnit(packed))
    }
    for (const { first, entry, units: packed } of stored) await this.#store.insertUnits(first, entry, packed)
    for (const texts of uses.values()) await this.#store.insertUses(firstUnit, texts)
    if (tagged.length > 0) await this.#store.putTags(tagged)
  }

  /** The texts of the versions of some units; those that are not stored yet are. */
  async #textsOf(units: readonly Unit[]): Promise<Map<LanguageTag, Map<UnitVersion, AddedText>>> {
    const found = new Map<LanguageTag, Map<string, AddedText>>()
    const byVersion = new Map<LanguageTag, Map<UnitVersion, AddedText>>()
    for (const { versions } of units) {
      for (const [language, version] of Object.entries(versions)) {
        let texts = found.get(language)
        if (texts === undefined) found.set(language, (texts = new Map()))
        const text = wholeText(joinSegments(version.segments, language))
        let added = texts.get(text)
        if (added === undefined) {
          const scanned = this.#unindexed.language(language).scan(text, language)
          added = { id: 0, words: scanned.count, language, text, scanned }
          texts.set(text, added)
        }
        const versionsOf = byVersion.get(language)
        if (versionsOf) versionsOf.set(version, added)
        else byVersion.set(language, new Map([[version, added]]))
      }
    }
    await this.#findKnown(found)
    for (const [language, texts] of found) {
      const unindexed = this.#unindexed.language(language)
      const first = this.#unindexed.last + 1
      const fresh: string[] = []
      for (const added of texts.values()) {
        if (added.id > 0) continue
        added.id = ++this.#unindexed.last
        unindexed.add(added.id, added.scanned)
        fresh.push(added.text)
      }
      unindexed.forget()
      if (fresh.length > 0) await this.#store.insertTexts(first, language, fresh)
    }
    return byVersion
  }

  /** Gives those texts their ids that the memory has. */
  async #findKnown(found: ReadonlyMap<LanguageTag, ReadonlyMap<string, AddedText>>): Promise<void> {
    const candidates = new Map<number, AddedText[]>()
    for (const [language, texts] of found) {
      const unindexed = this.#unindexed.language(language)
      const indexed = await this.#known?.find(language, [...texts.values()].map(({ scanned }) => scanned.hash))
      for (const added of texts.values()) {
        const ids = [...(indexed?.get(added.scanned.hash) ?? []), ...unindexed.withHash(added.scanned.hash).map((number) => unindexed.ids.at(number))]
        for (const id of ids) candidates.set(id, [...(candidates.get(id) ?? []), added])
      }
    }
    if (candidates.size === 0) return
    for (const [id, text] of await this.#store.texts([...candidates.keys()])) {
      const added = candidates.get(id)?.find((each) => each.text === text)
      if (added) added.id = id
    }
  }

  /** Ends a transaction, which is still to be committed: what is known of the versions is stored. */
  async end(): Promise<AddedDocument[]> {
    const added: AddedDocument[] = []
    for (const [key, entry] of this.#entries) {
      const done = await this.#close(entry)
      if (done.entry !== undefined) this.#closed.set(key, { id: entry.id, hash: entry.hash })
      added.push(done)
    }
    this.#entries.clear()
    return added
  }

  async #close(entry: OpenEntry): Promise<AddedDocument> {
    const { id, document, granularity, units } = entry
    const name = documentKey(document, this.#file)
    const hash = entry.hash.toString(16).padStart(16, '0')
    const versions = versionFacts(document)
    const same = (await this.#store.sameUnits({ document: name, granularity, id }, hash)).find(({ record }) => versionFacts(JSON.parse(record) as DocumentRecord) === versions)?.id
    if (same !== undefined) {
      // What was said of its units meanwhile is no copy.
      const tags = await this.#store.tags(id)
      if (tags.length > 0) await this.#store.putTags(tags.map((tag) => ({ ...tag, entry: same })))
      await this.#store.dropEntry(id)
      return { document: name, granularity, units }
    }
    await this.#store.updateEntry(id, units, hash)
    for (const [language, counted] of entry.issues) {
      const { symbol = document.symbol, reissue, jobNumber, date } = document.versions[language] ?? {}
      const parts = symbol === undefined ? undefined : readSymbol(symbol)
      await this.#store.putIssue({
        entry: id, language, symbol: symbol ?? null, base: parts?.base ?? null, revision: parts?.revision ?? null, addendum: parts?.addendum ?? null,
        corrigendum: parts?.corrigendum ?? null, stars: parts?.stars ?? null, reissue: reissue ?? null, job: jobNumber ?? null, date: date ?? null, ...counted
      })
    }
    return { document: name, granularity, units, entry: id }
  }

  async #open(document: DocumentRecord, granularity: Unit['granularity']): Promise<OpenEntry> {
    const key = document === this.#last?.document && granularity === this.#last.granularity ? this.#last.key : entryName(document, granularity)
    this.#last = { document, granularity, key }
    const known = this.#entries.get(key)
    if (known) return known
    const closed = this.#closed.get(key)
    const entry = closed ? await this.#reopen(closed) : await this.#begin(document, granularity)
    this.#closed.delete(key)
    this.#entries.set(key, entry)
    return entry
  }

  async #begin(document: DocumentRecord, granularity: Unit['granularity']): Promise<OpenEntry> {
    const id = await this.#store.insertEntry({ document: documentKey(document, this.#file), granularity, record: JSON.stringify(document) })
    const entry: OpenEntry = { id, document, granularity, units: 0, hash: 0n, issues: new Map() }
    // A version without a single unit is one of the document all the same.
    for (const language of Object.keys(document.versions)) entry.issues.set(language, { units: 0, words: 0 })
    return entry
  }

  async #reopen({ id, hash }: { id: number; hash: bigint }): Promise<OpenEntry> {
    const entry = (await readEntries(this.#store, id)).get(id)
    if (entry === undefined) throw new RangeError('Unexpected entry, expected one that was stored')
    const issues = [...entry.issues.values()].map(({ language, units, words }) => [language, { units, words }] as const)
    return { id, document: entry.record, granularity: entry.granularity, units: entry.units, hash, issues: new Map(issues) }
  }

  /** The document that was named last: thousands of units follow each other that are of one. */
  #last: { document: DocumentRecord; granularity: Unit['granularity']; key: string } | undefined
}
