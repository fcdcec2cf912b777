/**
 * Moses: two plain files with a segment a line, for a pair, and a third that says where each line comes from. Their
 * lines are equal in number, because a unit is one line in each.
 */
import type { LanguageTag } from '../language/tag.ts'
import { pairScore } from '../tree/pair.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { FileContext, Format } from './format.ts'
import { versionText, writtenText } from './written-text.ts'

export const moses: Format = {
  name: 'moses',
  title: 'Moses pairs: two files with a segment a line, and one with their ids',
  extension: '',
  scopes: ['pair'],
  partial: false,
  kind: 'memory',
  heeds: ['numbering'],
  parts: (languages) => [...languages, 'ids'],
  open: (context) => ({ start: () => '', unit: (unit, document) => `${line(context, unit, document)}\n`, end: () => '' })
}

function line(context: FileContext, unit: Unit, document: DocumentRecord): string {
  const code = context.languages.find((language) => language === context.part)
  return code === undefined ? ids(context, unit, document) : textOf(context, unit, code)
}

/** Symbol, id, score, and the addresses of both sides. */
function ids({ languages, report }: FileContext, unit: Unit, document: DocumentRecord): string {
  const addresses = languages.map((code) => unit.versions[code]?.addresses.join(' ') ?? '')
  return [document.symbol ?? '', unit.id, String(pairScore(unit, languages) ?? ''), ...addresses]
    .map((cell) => writtenText(cell, unit.id, report))
    .join('\t')
}

function textOf({ options, report }: FileContext, unit: Unit, code: LanguageTag): string {
  const version = unit.versions[code]
  return version === undefined ? '' : versionText(version, code, options.numbering, unit.id, report)
}
