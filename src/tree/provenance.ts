/**
 * Where a unit comes from, as names and values: the props of TMX, the notes of XLIFF. Writers write them, and the
 * reader of memories takes them back (`src/read/memory/unit-of-tu.ts`).
 *
 * Names that OmegaT takes for its own (`file`, `id`, `prev`, `next`, `path`, `origin`) are not among them.
 */
import type { LanguageTag } from '../language/tag.ts'
import { segmentStarts } from './segments.ts'
import { usualStatus } from './status.ts'
import type { DocumentRecord, Unit, VersionRecord } from './unit.ts'

export type Property = readonly [name: string, value: string]

/** Names of properties that hexapla writes of a unit; the reader takes them back from units that have `x-unit-id`. */
const ownProperty = 
  /^x-(?:unit-id|un-(?:symbol|para|date|original)|block|align-(?:type|score|by)|status|text-check|(?:address|break|label|page|un-(?:date|job|original|reissue))-(?:ar|en|es|fr|ru|zh))$/u

/** Whether a property is one that `properties` makes, so that a reader need not keep it. */
export function isOwnProperty(name: string): boolean {
  return ownProperty.test(name)
}

/** All that is known of a unit in these languages, in the order in which it is written. */
export function properties(unit: Unit, document: DocumentRecord, languages: readonly LanguageTag[]): Property[] {
  return [...ofDocument(document, languages), ...ofUnit(unit, languages), ...ofVersions(unit, languages)]
}

/** Whether a property tells of the whole document, so that it is the same for all of its units in a file. */
export function isDocumentProperty(name: string): boolean {
  return ownProperty.test(name) && name.startsWith('x-un-') && name !== 'x-un-para'
}

function ofDocument({ symbol, versions }: DocumentRecord, languages: readonly LanguageTag[]): Property[] {
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

function ofUnit(unit: Unit, languages: readonly LanguageTag[]): Property[] {
  // A memory that said nothing of these is not made to say it.
  if (unit.by === 'memory') return unit.status === undefined ? [] : [['x-status', unit.status]]
  return [
    ['x-unit-id', unit.id],
    ['x-un-para', unit.address],
    ['x-block', unit.block],
    ['x-align-type', alignType(unit, languages)],
    ...scoreProperty(unit, languages),
    ['x-align-by', unit.by],
    ['x-status', unit.status ?? usualStatus]
  ]
}

function scoreProperty(unit: Unit, languages: readonly LanguageTag[]): Property[] {
  const score = pairScore(unit, languages)
  return score === undefined ? [] : [['x-align-score', String(score)]]
}

/** The score of a unit in a file of these languages; `undefined` where fewer than two of them have text: there is no pair. */
export function pairScore(unit: Unit, languages: readonly LanguageTag[]): number | undefined {
  return languages.filter((code) => unit.versions[code] !== undefined).length < 2 ? undefined : unit.score
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

/** `1-2`: how many segments each language has, in the order of `languages`; 0 for none. */
export function alignType(unit: Unit, languages: readonly LanguageTag[]): string {
  return languages.map((code) => unit.versions[code]?.segments.length ?? 0).join('-')
}

/** `A/RES/70/1, p. 3, para. 12 (b)`: what a translator cites. The page is the source's. */
export function citation(unit: Unit, document: DocumentRecord, languages: readonly LanguageTag[]): string {
  const pages = languages.flatMap((code) => unit.versions[code]?.page ?? [])
  return [document.symbol, pages[0] === undefined ? undefined : `p. ${pages[0]}`, place(unit, languages)]
    .filter((piece) => piece !== undefined && piece !== '')
    .join(', ')
}

/** What the letters of addresses without a number stand for; `address.ts` gives them. */
const steps: Readonly<Record<string, string>> = {
  annex: 'annex',
  appendix: 'appendix',
  article: 'article',
  enclosure: 'enclosure',
  part: 'part',
  rule: 'rule',
  b: 'bullet',
  d: 'dateline',
  h: 'heading',
  l: 'line',
  n: 'note',
  p: 'unnumbered para.',
  s: 'signature',
  t: 'table'
}

/** `annex 1, para. 9 (c)` for the address `annex1/9/3`; a step that has no such form stays as it is. */
function place(unit: Unit, languages: readonly LanguageTag[]): string {
  const label = languages.flatMap((code) => unit.versions[code]?.label ?? [])[0]
  const path = unit.address.split('/')
  const pieces: string[] = []
  let levels = 0
  let inTable = 0
  for (const [index, step] of path.entries()) {
    const [, letters = '', number = ''] = /^([a-z]*)(\d+)$/u.exec(step) ?? []
    const name = steps[letters]
    if (name !== undefined) {
      pieces.push(`${name} ${number}`)
      if (letters === 't') inTable = 1
      else levels = 0
    } else if (number === '') {
      if (step !== '') pieces.push(step)
    } else if (inTable > 0) {
      pieces.push(`${inTable === 1 ? 'row' : 'cell'} ${number}`)
      inTable += 1
    } else {
      const own = index === path.length - 1 ? label : undefined
      if (levels === 0) pieces.push(`para. ${number}`)
      else pieces.push(`${pieces.pop() ?? ''} ${own ?? itemLabel(number, levels)}`)
      levels += 1
    }
  }
  return pieces.join(', ')
}

/** `(c)` for the third item below a paragraph, `(iii)` below an item. */
function itemLabel(ordinal: string, level: number): string {
  const number = Number(ordinal)
  if (level === 1 && number >= 1 && number <= 26) return `(${String.fromCharCode(96 + number)})`
  if (level === 2 && number >= 1 && number <= 39) return `(${roman(number)})`
  return `(${ordinal})`
}

function roman(number: number): string {
  const tens = 'x'.repeat(Math.floor(number / 10))
  return tens + ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]
}

