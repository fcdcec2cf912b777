/** What is found in a memory, as lines for people and as rows of a table. */
import type { LanguageTag } from '../../language/tag.ts'
import type { FoundUnit, Match, Occurrence } from '../../memory/index.ts'
import { citation } from '../../tree/citation.ts'
import { shownScore } from '../../tree/shown-score.ts'
import { writeTags } from '../../tree/unit-tag.ts'
import { joinSegments } from '../../tree/segments.ts'

/** Units of one text that are shown; of a formula there are many. */
const mostUnits = 5

/** A match: its score, its text with what differs, and its translations with their documents. */
export function matchLines(match: Match, asked: string, to: LanguageTag | undefined): string[] {
  const kind = match.kind === 'numbers' ? ', but for numbers or case' : ''
  return [`${percent(match.score)} ${match.language}${kind}`, `  ${marked(match, asked)}`, ...translations(match, to), '']
}

/** A text with a phrase: the phrase in brackets, and its translations. */
export function occurrenceLines(occurrence: Occurrence, to: LanguageTag | undefined): string[] {
  return [occurrence.language, `  ${bracketed(occurrence.text, occurrence.places)}`, ...translations(occurrence, to), '']
}

/** A text with some of its places in brackets. */
function bracketed(text: string, places: ReadonlyArray<readonly [start: number, end: number]>): string {
  let shown = ''
  let from = 0
  for (const [start, end] of places) {
    shown += `${text.slice(from, start)}[${text.slice(start, end)}]`
    from = end
  }
  return shown + text.slice(from)
}

/** The text found: `{+more+}` of it, `[-less-]` than was asked for. */
function marked({ text, changes }: Match, asked: string): string {
  let shown = ''
  let from = 0
  for (const { kind, found, asked: place } of changes) {
    shown += text.slice(from, found[0])
    const [less, more] = [asked.slice(...place), text.slice(...found)]
    if (kind === 'removed') shown += `${shown === '' || shown.endsWith(' ') ? '' : ' '}[-${less}-]`
    else shown += `${kind === 'added' ? '' : `[-${less}-]`}{+${more}+}`
    from = found[1]
  }
  return shown + text.slice(from)
}

/** Each translation once, those of the newest documents first, with the documents below it. */
function translations({ language, units }: { language: LanguageTag; units: readonly FoundUnit[] }, to: LanguageTag | undefined): string[] {
  const byTarget = new Map<string, FoundUnit[]>()
  for (const unit of units) {
    const key = targetsOf(unit, language, to).map(([code, text]) => `  ${code}: ${bracketed(text, unit.translated?.[code] ?? [])}`).join('\n')
    byTarget.set(key, [...(byTarget.get(key) ?? []), unit])
  }
  return [...byTarget].flatMap(([target, list]) => [
    ...(target === '' ? [] : [target]),
    ...list.slice(0, mostUnits).map((unit) => `      ${origin(unit)}`),
    ...(list.length > mostUnits ? [`      and ${list.length - mostUnits} more`] : [])
  ])
}

function targetsOf({ unit }: FoundUnit, from: LanguageTag, to: LanguageTag | undefined): Array<[LanguageTag, string]> {
  return Object.entries(unit.versions).flatMap(([code, { segments }]): Array<[LanguageTag, string]> =>
    code === from || (to !== undefined && code !== to) ? [] : [[code, joinSegments(segments, code)]]
  )
}

/** `A/RES/70/1, p. 3, para. 12 (2015-10-21), score 0.98, replaced by A/RES/70/1*`. */
function origin({ unit, document, date, replacedBy, amendedBy }: FoundUnit): string {
  const place = unit.by === 'memory' ? [document.symbol ?? document.name, unit.id].filter((part) => part !== undefined).join(', ') : citation(unit, document, Object.keys(unit.versions))
  const by = [...new Set(Object.values(replacedBy))]
  return [
    `${place}${date === '' ? '' : ` (${date})`}`,
    ...(unit.score === undefined ? [] : [`score ${shownScore(unit.score)}`]),
    ...(unit.status === 'corrected' ? ['corrected'] : []),
    ...(unit.tags === undefined ? [] : [writeTags(unit.tags)]),
    ...(by.length === 0 ? [] : [`replaced by ${by.join(', ')}`]),
    ...(amendedBy.length === 0 ? [] : [`amended by ${amendedBy.join(', ')}`])
  ].join(', ')
}

function percent(score: number): string {
  return `${Math.floor(score * 100)} %`
}

export const tableHeader = ['score', 'kind', 'language', 'text', 'symbol', 'unit', 'address', 'date', 'alignment', 'target_language', 'target'].join('\t')

/** A row for each unit and target of a match. */
export function matchRows(match: Match, to: LanguageTag | undefined): string[] {
  return rows(match, [String(Math.round(match.score * 1000) / 1000), match.kind], to)
}

/** A row for each unit and target of a text with a phrase. */
export function occurrenceRows(occurrence: Occurrence, to: LanguageTag | undefined): string[] {
  return rows(occurrence, ['', 'phrase'], to)
}

function rows({ language, text, units }: Match | Occurrence, first: readonly string[], to: LanguageTag | undefined): string[] {
  return units.flatMap((found) => {
    const { unit, document, date } = found
    const targets = targetsOf(found, language, to)
    return (targets.length === 0 ? [['', ''] as const] : targets).map(([code, target]) =>
      [...first, language, text, document.symbol ?? document.name ?? '', unit.id, unit.address, date, String(unit.score ?? ''), code, target].map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t')
    )
  })
}

