/** What was found in a memory, for the screen, as a table and as JSON. */
import type { LanguageTag } from '../language/tag.ts'
import { joinSegments } from '../tree/segments.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import { isRepaired } from './amend-unit.ts'
import { isDoubting, type MemoryCheck } from './check-memory.ts'
import { faultKinds, type Fault } from './fault.ts'

/** A memory that was checked. */
export interface CheckReport {
  /** Its name, for people. */
  name: string
  check: MemoryCheck
  /** Its units, and the document of each. */
  units: ReadonlyArray<{ unit: Unit; document: DocumentRecord }>
  /** Whether what is certain was repaired. */
  fix: boolean
}

/** Units of a kind that are named on the screen. */
const few = 5
const longestText = 100

/** The faults that are worth opening first: the surest of the gravest kinds, one a unit. */
export function worstFaults({ faults }: MemoryCheck, most: number): Fault[] {
  const rank = new Map<string, number>(faultKinds.map(({ name }, index) => [name, index]))
  const seen = new Set<number>()
  return faults
    .filter(isDoubting)
    .toSorted((a, b) => b.sure - a.sure || (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || a.unit - b.unit)
    .filter(({ unit }) => !seen.has(unit) && seen.add(unit))
    .slice(0, most)
}

/** How many units have each kind of fault, in the order of `faultKinds`. */
export function countKinds({ faults }: MemoryCheck): Array<{ kind: (typeof faultKinds)[number]; units: number[] }> {
  return faultKinds.map((kind) => ({ kind, units: [...new Set(faults.filter((fault) => fault.kind === kind.name).map(({ unit }) => unit))] }))
}

/** Lines for the screen. */
export function sayCheck({ name, check, units, fix }: CheckReport): string[] {
  const { faults, languages, pairs } = check
  const doubtful = new Set(faults.filter(isDoubting).map(({ unit }) => unit)).size
  const counted = countKinds(check).filter((each) => each.units.length > 0)
  const lines = [`${name}: ${check.units} units in ${languages.join(' ')}; ${doubtful} doubtful`]
  if (counted.length === 0) return [...lines, 'nothing was found']
  const width = Math.max(...counted.map(({ kind }) => kind.title.length))
  lines.push('', `${'kind'.padEnd(width)}  units  first`)
  for (const { kind, units: found } of counted) {
    lines.push(`${kind.title.padEnd(width)}  ${String(found.length).padStart(5)}  ${found.slice(0, few).map((unit) => unit + 1).join(' ')}${found.length > few ? ' …' : ''}`)
  }
  if (pairs.length > 1) lines.push('', 'pair   units  doubtful', ...pairs.map(({ source, target, units: all, doubtful: bad }) => `${source}-${target}  ${String(all).padStart(5)}  ${String(bad).padStart(8)}`))
  const repaired = faults.filter((fault) => isRepaired(fault, true)).length
  if (repaired > 0) lines.push('', fix ? `repaired: ${repaired}` : `certain to repair: ${repaired}; --fix -o FILE does it`)
  const worst = worstFaults(check, few)
  if (worst.length > 0) lines.push('', 'to open first:')
  for (const fault of worst) {
    lines.push(`  unit ${fault.unit + 1}, ${placeOf(units[fault.unit])}: ${fault.kind} ${fault.languages.join(' ')} (${fault.sure}): ${fault.evidence}`)
    for (const code of shownLanguages(fault, units[fault.unit]?.unit)) lines.push(`    ${code}  ${shorten(textOf(units[fault.unit]?.unit, code))}`)
  }
  return lines
}

/** The languages whose texts tell a fault: those at fault, and one beside where it is one alone. */
function shownLanguages({ languages }: Fault, unit: Unit | undefined): LanguageTag[] {
  const all = Object.keys(unit?.versions ?? {})
  const beside = languages.length > 1 ? undefined : all.find((code) => !languages.includes(code))
  return all.filter((code) => languages.includes(code) || code === beside).slice(0, 3)
}

/** `A/RES/70/1 12#3`. */
export function placeOf(checked: CheckReport['units'][number] | undefined): string {
  if (!checked) return ''
  const { document, unit } = checked
  return document.symbol === undefined ? unit.id : `${document.symbol} ${unit.id}`
}

export function textOf(unit: Unit | undefined, code: LanguageTag): string {
  return joinSegments(unit?.versions[code]?.segments ?? [], code)
}

function shorten(text: string): string {
  return text.length > longestText ? `${[...text].slice(0, longestText).join('')}…` : text
}

const header = ['unit', 'symbol', 'id', 'kind', 'languages', 'sure', 'repaired', 'evidence']

/** A table, a line a fault, with the texts of the unit. */
export function checkTsv({ check, units, fix }: CheckReport): string {
  const rows = check.faults.map((fault) => {
    const { unit, kind, languages, sure, evidence } = fault
    const checked = units[unit]
    const texts = check.languages.map((code) => textOf(checked?.unit, code))
    return [String(unit + 1), checked?.document.symbol ?? '', checked?.unit.id ?? '', kind, languages.join(' '), String(sure), isRepaired(fault, fix) ? 'yes' : 'no', evidence, ...texts]
  })
  return [[...header, ...check.languages], ...rows].map((row) => `${row.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t')}\n`).join('')
}

/** The same for programs, with the counts. */
export function checkJson(report: CheckReport): object {
  const { name, check, units, fix } = report
  return {
    memory: name,
    units: check.units,
    languages: check.languages,
    pairs: check.pairs,
    kinds: countKinds(check).map(({ kind, units: found }) => ({ kind: kind.name, meaning: kind.meaning, units: found.length })),
    faults: check.faults.map((fault) => {
      const { unit, kind, languages, sure, evidence } = fault
      const checked = units[unit]
      const texts = Object.fromEntries(check.languages.flatMap((code) => (checked?.unit.versions[code] ? [[code, textOf(checked.unit, code)]] : [])))
      return { unit: unit + 1, symbol: checked?.document.symbol, id: checked?.unit.id, kind, languages, sure, repaired: isRepaired(fault, fix), evidence, texts }
    })
  }
}
