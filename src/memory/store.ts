/**
 * The port to where a memory is stored: a file of SQLite, a database of Postgres. Ids of units and texts are given by who
 * writes, rising from 1; only one writes at a time.
 */
import type { LanguageTag } from '../language/tag.ts'
import type { Unit } from '../tree/unit.ts'
import type { PackedUnit } from './packed-unit.ts'

/** A document as it was added once. */
export interface EntryRow {
  id: number
  document: string
  granularity: Unit['granularity']
  /** A `DocumentRecord` as JSON. */
  record: string
  units: number
  forgotten: number
}

/** The version of an entry in a language. */
export interface IssueRow {
  entry: number
  language: LanguageTag
  /** As printed; what its parts are as numbers. */
  symbol: string | null
  base: string | null
  revision: number | null
  addendum: number | null
  corrigendum: number | null
  stars: number | null
  reissue: string | null
  job: string | null
  date: string | null
  units: number
  words: number
}

/** What was said of a unit of an entry by its id; of all of them where that is empty. */
export interface TagRow {
  entry: number
  unit: string
  tag: string
  author: string | null
  reason: string | null
}

/** Which tags are meant: all of the entries but for what is said. */
export interface TagSelection {
  entries: readonly number[]
  units?: readonly string[]
  tags?: readonly string[]
  author?: string
}

export type UnitRow = [id: number, entry: number, unit: PackedUnit]

/** A run of the index: the texts of one language among those from `first` to `last`. */
export interface RunHead {
  id: number
  language: LanguageTag
  first: number
  last: number
  /** Its texts; they are numbered from 0. */
  count: number
  /** Ids of its blocks: those of words, and those of hashes behind them. */
  firstBlock: number
  wordBlocks: number
  hashBlocks: number
}

/** What is kept of a run beside its blocks, as bytes. */
export interface RunParts {
  /** Ids of its texts, each as its distance to the one before. */
  texts: Uint8Array
  /** Words of each text, 255 for more. */
  lengths: Uint8Array
  /** Which words are in which block, and which hashes. */
  words: Uint8Array
  hashes: Uint8Array
  /** Which hashes are not there, for sure. */
  filter: Uint8Array
}

export type RunPart = keyof RunParts

/** Documents and what is known of them. */
export interface DocumentStore {
  /** All entries, one by its id, or those of a document; in the order of their ids. */
  entries: (which?: number | string) => Promise<EntryRow[]>
  issues: (which?: number | string) => Promise<IssueRow[]>
  /** Names of documents from one on, below another. */
  documentsBetween: (from: string, below: string) => Promise<string[]>
  /** Other entries of the document than `id` with these units that nobody has forgotten, in the order of their ids. */
  sameUnits: (entry: Pick<EntryRow, 'document' | 'granularity' | 'id'>, hash: string) => Promise<Array<Pick<EntryRow, 'id' | 'record'>>>
  /** Id of a new entry. */
  insertEntry: (entry: Pick<EntryRow, 'document' | 'granularity' | 'record'>) => Promise<number>
  updateEntry: (id: number, units: number, hash: string) => Promise<void>
  putIssue: (issue: IssueRow) => Promise<void>
  /** Takes an entry out again with its units; its texts stay, for others that have them. */
  dropEntry: (id: number) => Promise<void>
  setForgotten: (ids: readonly number[], forgotten: boolean) => Promise<void>
  amendments: () => Promise<Array<{ entry: number; unit: number; whole: number }>>
  putAmendments: (rows: ReadonlyArray<[entry: number, unit: number, whole: number]>) => Promise<void>
  /** All tags, those of an entry or of a document. */
  tags: (which?: number | string) => Promise<TagRow[]>
  /** A tag that is there already gets the author and the reason. */
  putTags: (rows: readonly TagRow[]) => Promise<void>
  /** How many there were. */
  deleteTags: (which: TagSelection) => Promise<number>
  /** Those of the ids that units of an entry have. */
  unitIds: (entry: number, ids: readonly string[]) => Promise<string[]>
}

/** Texts, the units that they stand in, and the entries that these are of. */
export interface UnitStore {
  lastText: () => Promise<number>
  lastUnit: () => Promise<number>
  /** Texts of one language; their ids follow each other. */
  insertTexts: (first: number, language: LanguageTag, texts: readonly string[]) => Promise<void>
  /** Units of one entry, each a `PackedUnit` as JSON; their ids follow each other. */
  insertUnits: (first: number, entry: number, units: readonly string[]) => Promise<void>
  /** The texts that units have in one language, `null` for none; the ids of the units follow each other. */
  insertUses: (first: number, texts: ReadonlyArray<number | null>) => Promise<void>
  /** Texts by their ids, in any order. */
  texts: (ids: readonly number[]) => Promise<Array<[id: number, text: string]>>
  /** Those behind a place, in the order of their ids; of one language or of all. */
  textsAfter: (id: number, limit: number, language?: LanguageTag) => Promise<Array<[id: number, language: LanguageTag, text: string]>>
  /** Units by their ids, in any order; those behind a place, in the order of their ids. */
  units: (ids: readonly number[]) => Promise<UnitRow[]>
  unitsAfter: (id: number, limit: number, entry?: number) => Promise<UnitRow[]>
  /** Units that have a text, the last ones of each. */
  uses: (texts: readonly number[], most: number) => Promise<Array<[text: number, unit: number, entry: number]>>
  /** Texts of the first language that have several texts of the second in these entries. */
  conflicts: (first: LanguageTag, second: LanguageTag, entries: readonly number[]) => Promise<number>
}

/** The index of words: what is written once, and taken away as a whole. */
export interface IndexStore {
  /** By their languages in any order, those of one in the order of their texts. */
  runs: () => Promise<RunHead[]>
  runParts: <Part extends RunPart>(id: number, parts: readonly Part[]) => Promise<Pick<RunParts, Part>>
  insertRun: (head: RunHead, parts: RunParts) => Promise<void>
  /** With its blocks. */
  deleteRun: (id: number) => Promise<void>
  lastBlock: () => Promise<number>
  insertBlocks: (first: number, blocks: readonly Uint8Array[]) => Promise<void>
  deleteBlocks: (first: number, below: number) => Promise<void>
  blocks: (ids: readonly number[]) => Promise<Map<number, Uint8Array>>
}

/** What it fails for it throws as a `HexaplaError`. */
export interface Store extends DocumentStore, IndexStore, UnitStore {
  /** What people call it: the name of its file, or its address without a password. */
  readonly name: string
  /** Another text once anybody has committed, or this connection has changed something. */
  state: () => Promise<string>
  /** Waits until nobody else writes. */
  begin: () => Promise<void>
  commit: () => Promise<void>
  rollback: () => Promise<void>
  close: () => Promise<void>
}

/** Does something whole or not at all. */
export async function transaction<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  await store.begin()
  try {
    const result = await work()
    await store.commit()
    return result
  } catch (error) {
    await store.rollback()
    throw error
  }
}
