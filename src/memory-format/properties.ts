/**
 * Where a unit comes from, as names and values: the props of TMX, the notes of XLIFF. Writers write them, and the
 * readers of memories take them back.
 *
 * Names that OmegaT takes for its own (`file`, `id`, `prev`, `next`, `path`, `origin`) are not among them.
 */
import type { LanguageTag } from '../language/tag.ts'
import { alignType, pairScore } from '../tree/pair.ts'
import { segmentStarts } from '../tree/segments.ts'
import { usualStatus } from '../tree/status.ts'
import type { DocumentRecord, Unit, VersionRecord } from '../tree/unit.ts'
import { writeTags } from '../tree/unit-tag.ts'

export type Property = readonly [name: string, value: string]

/** Names of properties that hexapla writes of a unit; the reader takes them back from units that have `x-unit-id`. */
const ownProperty =
  /^x-(?:unit-id|un-(?:symbol|para|date|original)|block|align-(?:type|score|by)|status|tags|text-check|(?:address|break|label|page|un-(?:date|job|original|reissue))-(?:ar|en|es|fr|ru|zh))$/u

/** Whether a property is one that `properties` makes, so that a reader need not keep it. */
export function isOwnProperty(name: string): boolean {
  return ownProperty.test(name)
}

/** All that is known of a unit in these languages, in the order in which it is written. */
export function properties(unit: Unit, document: DocumentRecord, languages: readonly LanguageTag[]): Property[] {
  return [...documentProperties(document, languages), ...unitProperties(unit, languages)]
}

/** Whether a property tells of the whole document, so that it is the same for all of its units in a file. */
export function isDocumentProperty(name: string): boolean {
  return ownProperty.test(name) && name.startsWith('x-un-') && name !== 'x-un-para'
}

/** What is known of the whole document. */
export function documentProperties({ symbol, versions }: DocumentRecord, languages: readonly LanguageTag[]): Property[] {
  const records = languages.flatMap((code) => versions[code] ?? [])
  return [
    ...(symbol === undefined ? [] : [['x-un-symbol', symbol] as const]),
    ...shared('x-un-date', records, ({ date }) => date),
    ...shared('x-un-original', records, ({ original }) => original),
    ...each('x-un-job', records, ({ jobNumber }) => jobNumber),
    ...each('x-un-reissue', records, ({ reissue }) => reissue)
  ]
}

/** A fact that all versions should have alike: once where they do, with the languages where they do not. */
function shared(name: string, records: readonly VersionRecord[], fact: (record: VersionRecord) => string | undefined): Property[] {
  const [first, ...others] = new Set(records.flatMap((record) => fact(record) ?? []))
  if (first === undefined) return []
  return others.length === 0 ? [[name, first]] : each(name, records, fact)
}

/** A fact of each version, with its language in the name. */
function each(name: string, records: readonly VersionRecord[], fact: (record: VersionRecord) => string | undefined): Property[] {
  return records.flatMap((record): Property[] => {
    const value = fact(record)
    return value === undefined ? [] : [[`${name}-${record.language}`, value]]
  })
}

/** What is known of the unit alone. */
export function unitProperties(unit: Unit, languages: readonly LanguageTag[]): Property[] {
  return [...ofUnit(unit, languages), ...ofVersions(unit, languages)]
}

function ofUnit(unit: Unit, languages: readonly LanguageTag[]): Property[] {
  // A memory that said nothing of these is not made to say it.
  if (unit.by === 'memory') return [...(unit.status === undefined ? [] : [['x-status', unit.status] as const]), ...tagsProperty(unit)]
  return [
    ['x-unit-id', unit.id],
    ['x-un-para', unit.address],
    ['x-block', unit.block],
    ['x-align-type', alignType(unit, languages)],
    ...scoreProperty(unit, languages),
    ['x-align-by', unit.by],
    ['x-status', unit.status ?? usualStatus],
    ...tagsProperty(unit)
  ]
}

function tagsProperty({ tags = [] }: Unit): Property[] {
  return tags.length === 0 ? [] : [['x-tags', writeTags(tags)]]
}

function scoreProperty(unit: Unit, languages: readonly LanguageTag[]): Property[] {
  const score = pairScore(unit, languages)
  return score === undefined ? [] : [['x-align-score', String(score)]]
}

function ofVersions(unit: Unit, languages: readonly LanguageTag[]): Property[] {
  return languages.flatMap((code): Property[] => {
    const version = unit.versions[code]
    if (version === undefined) return []
    const list: Property[] = []
    // Most often there is one segment, at the address that names the unit.
    if (version.addresses.length !== 1 || version.addresses[0] !== unit.id) list.push([`x-address-${code}`, version.addresses.join(' ')])
    if (version.segments.length > 1) list.push([`x-break-${code}`, segmentStarts(version.segments, code).join(' ')])
    if (version.label !== undefined) list.push([`x-label-${code}`, version.label])
    if (version.page !== undefined) list.push([`x-page-${code}`, String(version.page)])
    return list
  })
}
