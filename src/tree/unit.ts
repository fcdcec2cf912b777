/**
 * What alignment gives: plain JSON that refers to sentences by address, so that it can be stored and sent.
 */
import type { LanguageCode } from '../language/code.ts'
import type { LanguageTag } from '../language/tag.ts'
import type { UnitTag } from './unit-tag.ts'

/** One group of n source segments and m target segments that say the same; one side may be empty. */
export interface Bead {
  /** Addresses (`9/3#1`), or plain lines by their numbers from 1 (`l12`), in order. */
  source: string[]
  target: string[]
  /** Probability that the bead is exactly right, 0 to 1. */
  score: number
  /** Which step of the aligner made it: `address`, `sentence`, `lines`. */
  by: string
}

/** What kind of block a unit comes from. */
export const unitBlocks = ['cell', 'dateline', 'heading', 'item', 'note', 'paragraph', 'signature'] as const

export type UnitBlock = (typeof unitBlocks)[number]

/** One language of a unit. */
export interface UnitVersion {
  /** The segments as they are written, in order; never empty, no label in front. */
  segments: string[]
  /** Their addresses, as many. */
  addresses: string[]
  /** The label printed in front of the first segment, where its block has one and the segment opens it: `(b)`. */
  label?: string
  /** Page of the first segment, from 1, where the export shows pages. */
  page?: number
}

/** One group of segments over all versions of a document; one TMX `tu`. */
export interface Unit {
  /** Unique in its document and language-neutral: `annex1/9/3#1`. */
  id: string
  granularity: 'paragraph' | 'sentence'
  block: UnitBlock
  /** Address of the block, without the sentence: `annex1/9/3`. */
  address: string
  /** Languages that have no text here are missing. */
  versions: Record<LanguageTag, UnitVersion>
  /** Probability that all versions correspond, 0 to 1: the lowest over the pairs. Missing where one version stands alone. */
  score?: number
  /** Which step made it; `memory` where it was read from a translation memory that does not say. */
  by: string
  /** One of `unitStatuses`, or whatever a memory says; `machine` where missing. */
  status?: string
  /** What people and rules have said of it in a memory, by name. */
  tags?: UnitTag[]
  /** What the memory that the unit was read from says beyond these fields. */
  memory?: MemoryRecord
}

/** A piece of inline markup of a memory: its element, its attributes, what is inside. */
export interface InlineMarkup {
  /** `bpt`, `ept`, `hi`, `it`, `ph`, `sub`, `ut`. */
  name: string
  attributes: Record<string, string>
  content: InlineContent[]
}

/** Text or markup inside a segment of a memory. */
export type InlineContent = InlineMarkup | string

/** A `note` or `prop` of a memory. */
export interface MemoryRemark {
  kind: 'note' | 'prop'
  attributes: Record<string, string>
  value: string
}

/** One `tuv` of a memory: all that a `UnitVersion` has no field for. */
export interface MemoryVariant {
  /** The language as the memory writes it: `en-US`. */
  language: string
  /** The version of the unit that holds its text; missing for what is no tag and for a second variant of a language. */
  code?: LanguageTag
  attributes?: Record<string, string>
  remarks?: MemoryRemark[]
  /** The segment as it stands, where the version's text alone would lose something of it. */
  content?: InlineContent[]
}

/** What a memory says of a unit, kept so that writing it again loses nothing. */
export interface MemoryRecord {
  /** Attributes of the `tu`. */
  attributes?: Record<string, string>
  remarks?: MemoryRemark[]
  variants?: MemoryVariant[]
}

/** Header of the memory that the units of a document were read from. */
export interface MemoryHeader {
  attributes: Record<string, string>
  remarks?: MemoryRemark[]
  /** Its `ude` elements: characters of their own that users defined. */
  encodings?: InlineMarkup[]
}

/** What is known of one version of a document, for provenance. */
export interface VersionRecord {
  language: LanguageTag
  /** Name of the file, without folders. */
  file: string
  symbol?: string
  jobNumber?: string
  /** ISO 8601 date of the document. */
  date?: string
  /** Language of the original, where the masthead names it. */
  original?: LanguageCode
  /** ISO 8601 date of the reissue, or `undated`. */
  reissue?: string
}

/** Provenance of the units of one document. */
export interface DocumentRecord {
  symbol?: string
  /** What tells the document from others where it has no symbol: a name of its files, without folders. */
  name?: string
  /** In the order in which they were named; the first is the source. */
  versions: Record<LanguageTag, VersionRecord>
  /** Header of the memory that the units were read from. */
  memory?: MemoryHeader
}

/** The aligned versions of one document: what writers take. */
export interface AlignedDocument {
  document: DocumentRecord
  units: Unit[]
}
