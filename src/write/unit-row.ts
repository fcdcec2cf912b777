/** A unit as a row of a table: facts first, texts last, in columns that are named after the codes of their languages. */
import type { LanguageTag } from '../language/tag.ts'
import { alignType, pairScore } from '../tree/pair.ts'
import { segmentStarts } from '../tree/segments.ts'
import { usualStatus } from '../tree/status.ts'
import { textChecks } from '../memory-format/text-check.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { FileContext } from './format.ts'
import { versionText, writtenText } from './written-text.ts'

const facts = ['id', 'symbol', 'address', 'block', 'type', 'score', 'by', 'status', 'granularity', 'check'] as const
const ofVersions = ['addresses', 'label', 'page', 'breaks'] as const

/** The names of the columns: `check` has sums of the texts, by which a reader knows what was edited since. */
export function columnNames(languages: readonly LanguageTag[]): string[] {
  return [...facts, ...languages.flatMap((code) => ofVersions.map((name) => `${code}_${name}`)), ...languages]
}

/** The cells of a unit, each on one line, as many as there are columns. */
export function unitRow(unit: Unit, document: DocumentRecord, { languages, options, report }: Pick<FileContext, 'languages' | 'options' | 'report'>): string[] {
  const texts = languages.map((code) => {
    const version = unit.versions[code]
    return version === undefined ? '' : writtenText(versionText(version, code, options.numbering, unit.id, report), unit.id, report)
  })
  const cells: Record<(typeof facts)[number], string> = {
    id: unit.id,
    symbol: document.symbol ?? '',
    address: unit.address,
    granularity: unit.granularity,
    block: unit.block,
    type: alignType(unit, languages),
    score: String(pairScore(unit, languages) ?? ''),
    by: unit.by,
    status: unit.status ?? usualStatus,
    check: textChecks(languages.map((code, index) => [code, texts[index] ?? ''] as const))
  }
  const places = languages.flatMap((code) => {
    const version = unit.versions[code]
    if (version === undefined) return ofVersions.map(() => '')
    const { addresses, label = '', page, segments } = version
    return [addresses.join(' '), label, String(page ?? ''), segmentStarts(segments, code).join(' ')]
  })
  return [...[...facts.map((name) => cells[name]), ...places].map((cell) => writtenText(cell, unit.id, report)), ...texts]
}
