/** What the properties of a unit say (`src/tree/provenance.ts` writes them), in whatever format they come. */
import { isLanguageCode, type LanguageCode } from '../../language/code.ts'
import type { LanguageTag } from '../../language/tag.ts'
import { isDocumentProperty } from '../../memory-format/properties.ts'
import { splitSegments } from '../../tree/segments.ts'
import { usualStatus } from '../../tree/status.ts'
import { readTags } from '../../tree/unit-tag.ts'
import { type DocumentRecord, type Unit, unitBlocks, type UnitBlock, type UnitVersion } from '../../tree/unit.ts'
import { languageOfTag } from './language-tag.ts'
import type { ReadingLog } from './reading-log.ts'

/** Properties by their names. */
export type Facts = ReadonlyMap<string, string>

/** A unit while it is read. */
export interface FactsContext {
  id: string
  facts: Facts
  /** Whether labels stand in front of segments. */
  keepsLabels: boolean
  line: number
  log: ReadingLog
}

/** The kind of block of a unit. */
export function blockOf(facts: Facts): UnitBlock {
  return unitBlocks.find((block) => block === facts.get('x-block')) ?? 'paragraph'
}

/** The score of a unit, 1 where nothing, or nothing possible, is said; a spreadsheet may have written `0,9`. */
export function scoreOf(value: string | undefined): number {
  const score = Number(value?.replace(',', '.') ?? 1)
  return score >= 0 && score <= 1 ? score : 1
}

/** The status of a unit as its field; the usual one is none. */
export function statusOf(value: string | undefined): Pick<Unit, 'status'> {
  const status = value?.trim() ?? ''
  return status === '' || status === usualStatus ? {} : { status }
}

/** The tags of a unit as its field; what are none is left out. */
export function tagsOf(value: string | undefined): Pick<Unit, 'tags'> {
  const tags = value === undefined ? undefined : readTags(value)
  return tags === undefined ? {} : { tags }
}

/** The same for all units of a document. */
export function documentKeyOf(facts: Facts): string {
  return JSON.stringify([...facts].filter(([name]) => isDocumentProperty(name)))
}

/** One language of a unit. A text that somebody has edited is divided anew into as many segments as it had; where that fails, it is one, and said. */
export function versionOf(text: string, code: LanguageTag, { id, facts, keepsLabels, line, log }: FactsContext, edited = false): UnitVersion {
  const label = facts.get(`x-label-${code}`)
  const bare = keepsLabels && label !== undefined && text.startsWith(label) ? text.slice(label.length).trimStart() : text
  const starts = facts.get(`x-break-${code}`)?.split(' ').map(Number) ?? []
  const divided = edited ? undefined : splitSegments(bare, starts, code)
  const anew = divided === undefined && starts.length > 0 ? log.divide(bare, code) : []
  const segments = divided ?? (anew.length === starts.length + 1 ? anew : [bare])
  if (segments.length < starts.length + 1) log.say('read:memory-undivided', line, { id, language: code, expected: starts.length + 1 })
  const addresses = facts.get(`x-address-${code}`)?.split(' ') ?? []
  const page = Number(facts.get(`x-page-${code}`))
  return {
    segments,
    // As many as segments, even where somebody has edited the text.
    addresses: segments.map((_, index) => addresses[index] ?? addresses.at(-1) ?? id),
    ...(label === undefined ? {} : { label }),
    ...(Number.isInteger(page) && page > 0 ? { page } : {})
  }
}

/** What the properties of a unit tell of its document, in the languages that are there and those that they name. */
export function documentOf(facts: Facts, present: readonly LanguageTag[], file: string): DocumentRecord {
  const symbol = facts.get('x-un-symbol')
  const versions: DocumentRecord['versions'] = {}
  for (const language of inOrder(present, namedIn(facts))) {
    const jobNumber = facts.get(`x-un-job-${language}`)
    const date = facts.get(`x-un-date-${language}`) ?? facts.get('x-un-date')
    const original = languageOfTag(facts.get(`x-un-original-${language}`) ?? facts.get('x-un-original') ?? '')
    const reissue = facts.get(`x-un-reissue-${language}`)
    versions[language] = {
      language,
      file,
      ...(jobNumber === undefined ? {} : { jobNumber }),
      ...(date === undefined ? {} : { date }),
      ...(original === undefined ? {} : { original }),
      ...(reissue === undefined ? {} : { reissue })
    }
  }
  return { ...(symbol === undefined ? {} : { symbol }), versions }
}

/** The languages that the properties of a document name, in their order. */
function namedIn(facts: Facts): LanguageCode[] {
  return [...new Set([...facts.keys()].filter(isDocumentProperty).map((name) => name.slice(-2)))].filter(isLanguageCode)
}

/** The languages of a unit, and others of its document among them where a list that has both puts them. */
function inOrder(present: readonly LanguageTag[], named: readonly LanguageTag[]): LanguageTag[] {
  const order = [...present]
  for (const [index, code] of named.entries()) {
    if (order.includes(code)) continue
    const next = named.slice(index).findIndex((each) => order.includes(each))
    order.splice(next < 0 ? order.length : order.indexOf(named[index + next] ?? code), 0, code)
  }
  return order
}
