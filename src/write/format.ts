/**
 * What a format of aligned units is: which files it has, and a serializer that makes the text of one file piece by piece.
 *
 * `write-units.ts` drives the serializers; a format never sees files, splits or other languages than its own.
 */
import type { LanguageTag } from '../language/tag.ts'
import type { Report } from '../message/report.ts'
import type { DocumentRecord, Unit, UnitVersion } from '../tree/unit.ts'

/** A piece of an output file. Pieces of several files may alternate; those of one file come in order. */
export interface Chunk {
  /** Name of the file, without folders. */
  file: string
  text: string
  /** What the file holds where it is no text, which is empty then. */
  bytes?: Uint8Array
  /** Set on the last piece of a file, so that it can be closed at once. */
  last?: true
}

export type Granularity = Unit['granularity']

/** Which languages share a file: two, all, or one alone. */
export type Scope = 'all' | 'pair' | 'version'

export interface WriteOptions {
  /** What the names of all files begin with. */
  name: string
  /** The languages to write, in order, the source first; without it, those of the first document. */
  languages?: readonly LanguageTag[]
  /** With a source, only pairs from it are written, and it comes first everywhere. */
  source?: LanguageTag
  /** Only the files of this scope, of a format that has several. */
  scope?: Scope
  /** Whether a label (`12.`, `(a)`) stands in front of its segment. Memories match better without. */
  numbering: 'keep' | 'strip'
  /** Codes to write in place of the bare two letters: `{ en: 'en-US' }`. */
  langMap: Record<LanguageTag, string>
  /** Begin a new file once one has so many million bytes; formats that cannot be split ignore it. */
  splitMb?: number
  /** Whether a TMX `tu` carries its id as `tuid`, which newer OmegaT can take for a context. */
  tuid: boolean
  /** ISO 8601 date of the output; without it, no date is written. */
  date?: string
  /** Whether cells of a table that a spreadsheet would take for a formula begin with `'`. */
  spreadsheetSafe?: boolean
  /** Whether TSV begins with a byte order mark, without which Excel takes its UTF-8 for something else. */
  bom: boolean
}

export const defaultWriteOptions: Readonly<WriteOptions> = {
  name: 'hexapla',
  numbering: 'strip',
  langMap: {},
  tuid: false,
  bom: true
}

/** What `--split-mb` means without a number: tools that time out on imports took files of this size. */
export const defaultSplitMb = 10

/** One file, as its serializer knows it. */
export interface FileContext {
  scope: Scope
  /** Source first. One language in a file of one version. */
  languages: readonly LanguageTag[]
  granularity: Granularity
  /** Which of the files that stand side by side, where a format has several: `fr`, `en`, `ids`. */
  part: string
  options: Readonly<WriteOptions>
  report: Report
  /** Texts of versions as one of the files has them, for the others: each version is in several. */
  written?: WeakMap<UnitVersion, string>
}

/** Makes the text of one file. Its methods are called in the order in which they stand here. */
export interface Serializer {
  /** What stands before everything. */
  start(first: DocumentRecord): string
  /** What stands before the units of a document, the `ordinal`th of all, from 1; again after a split. */
  openDocument?(document: DocumentRecord, ordinal: number): string
  /** One unit; empty where the format has nothing to say of it. */
  unit(unit: Unit, document: DocumentRecord): string
  closeDocument?(document: DocumentRecord): string
  end(): string
}

/** Turns the text of a file into what the file holds, piece by piece. */
export interface Packer {
  push(text: string): Uint8Array
  end(): Uint8Array
}

/** A translation memory, a table of the units, or the document itself beside its versions. */
export type FormatKind = 'document' | 'memory' | 'table'

/** Options that not all formats heed. */
export type FormatOption = 'bom' | 'date' | 'langMap' | 'numbering' | 'splitMb' | 'spreadsheetSafe' | 'tuid'

export interface Format {
  name: string
  /** One line for `--help`. */
  title: string
  extension: string
  scopes: readonly Scope[]
  /** Whether units with text in only some languages of a file are written too. */
  partial: boolean
  /** What it is for, which decides what of the units it gets; see `Selection`. */
  kind: FormatKind
  /** The options below that change its files; it can be split where `splitMb` is among them. */
  heeds: readonly FormatOption[]
  /** Whether units are written as they are, even segments in which nothing can be seen. */
  verbatim?: boolean
  /** Whether it holds what a memory has beyond one text a language. */
  keepsMemory?: boolean
  /** Whether each document has files of its own. */
  perDocument?: boolean
  /** Parts of a file that are files themselves, by the languages of the file. */
  parts?(languages: readonly LanguageTag[]): readonly string[]
  open(context: FileContext): Serializer
  /** Of a format that is no text: what packs the text that its serializer makes. */
  pack?(): Packer
}
