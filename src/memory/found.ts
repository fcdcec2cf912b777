/** What is found in a memory. */
import type { LanguageTag } from '../language/tag.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { Change } from './distance.ts'
import type { MemoryFilter } from './sight.ts'
import type { SimilarText } from './similar.ts'

/** A unit that was found, with the document that it is from. */
export interface FoundUnit {
  unit: Unit
  document: DocumentRecord
  /** The latest date of its versions, ISO 8601; empty where none has one. */
  date: string
  /** The document that replaces its document in a language; only where all was asked for, or a language has no later one. */
  replacedBy: Record<LanguageTag, string>
  /** Corrigenda that speak of it. */
  amendedBy: string[]
  /** Where the translation of a phrase stands in its texts, in UTF-16 units; languages where that is not known are missing. */
  translated?: Record<LanguageTag, Array<[start: number, end: number]>>
}

/** A text that is like the one that was asked for. */
export interface Match {
  language: LanguageTag
  text: string
  /** 1 for the same text, .99 at most for any other. */
  score: number
  /** `numbers`: the same words, be it for numbers, case and marks. */
  kind: SimilarText['kind']
  /** Where it differs from what was asked for. */
  changes: Change[]
  /** Units that have it, those of the newest documents first. */
  units: FoundUnit[]
}

/** A text in which a phrase stands. */
export interface Occurrence {
  language: LanguageTag
  text: string
  /** Where the phrase stands, in UTF-16 units. */
  places: Array<[start: number, end: number]>
  units: FoundUnit[]
}

/** How to look for a phrase. */
export interface ConcordanceOptions extends Omit<FindOptions, 'min'> {
  /** Whether units tell where the translation of the phrase stands in them: more texts are read for that. */
  translate?: boolean
}

export interface FindOptions extends MemoryFilter {
  /** Language of the text; all of the memory where missing. */
  from?: LanguageTag
  /** Only units that have text in this language. */
  to?: LanguageTag
  /** Lowest score of a match, 0.3 to 1: 0.7. */
  min?: number
  /** Most texts: 10. */
  limit?: number
  /** Most texts that are compared with the one that is looked for: 2,000, of a phrase 800. */
  mostRead?: number
  /** Hears where so many texts could be meant that not all were looked at. */
  stopped?: () => void
}
