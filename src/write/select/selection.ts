import type { LanguageTag } from '../../language/tag.ts'
import type { DocumentRecord, Unit } from '../../tree/unit.ts'
import type { FormatKind } from '../format.ts'
import type { Exclusion, SelectOptions } from './exclusion.ts'
import { askedRules, exclusionRules, keepAllRules, selectUnit } from './select-unit.ts'
import { SourceLedger } from './source-ledger.ts'

/** Files that take the same units: of one kind of format, in these languages, the source first. */
export interface SelectionTarget {
  kind: FormatKind
  languages: readonly LanguageTag[]
}

/** What of a unit enters the formats of each kind, and which targets have its source already. */
export interface SelectedUnit {
  units: Readonly<Record<FormatKind, Unit | undefined>>
  /** Names of targets, as `targetName` makes them. */
  repeatedIn: ReadonlySet<string>
}

/** `memory en-fr`. */
export function targetName({ kind, languages }: SelectionTarget): string {
  return `${kind} ${languages.join('-')}`
}

/**
 * What may be written, decided once for each unit before any format is written.
 *
 * Memories (TMX, XLIFF, Moses) take what the rules let pass, tables (TSV, JSON Lines) everything that the options do not
 * keep out, and documents (HTML, TEI, cesAlign) everything: a document without some of its sentences is another one.
 * `excluded` hears once of each unit that stays out, whatever the number of files.
 */
export class Selection {
  readonly #options: Readonly<SelectOptions>
  readonly #excluded: (exclusion: Exclusion) => void
  readonly #kinds: ReadonlySet<FormatKind>
  readonly #ledgers: ReadonlyMap<string, { target: SelectionTarget; bySize: Record<Unit['granularity'], SourceLedger> }>

  constructor(targets: readonly SelectionTarget[], options: Readonly<SelectOptions>, excluded: (exclusion: Exclusion) => void) {
    this.#options = options
    this.#excluded = excluded
    this.#kinds = new Set(targets.map(({ kind }) => kind))
    const counted = options.dedupe ? targets.filter(({ kind }) => kind !== 'document') : []
    this.#ledgers = new Map(
      counted.map((target) => [
        targetName(target),
        { target, bySize: { sentence: new SourceLedger(target.languages), paragraph: new SourceLedger(target.languages) } }
      ])
    )
  }

  select(unit: Unit, document: DocumentRecord): SelectedUnit {
    const ofMemories: Exclusion[] = []
    const ofTables: Exclusion[] = []
    const rules = this.#options.keepAll ? keepAllRules : exclusionRules
    const units = {
      memory: this.#kinds.has('memory') ? selectUnit(unit, document, rules, this.#options, (exclusion) => ofMemories.push(exclusion)) : undefined,
      table: this.#kinds.has('table') ? selectUnit(unit, document, askedRules, this.#options, (exclusion) => ofTables.push(exclusion)) : undefined,
      document: unit
    }
    for (const exclusion of this.#kinds.has('memory') ? ofMemories : ofTables) this.#excluded(exclusion)
    return { units, repeatedIn: this.#repetitions(units, document) }
  }

  #repetitions(units: SelectedUnit['units'], document: DocumentRecord): ReadonlySet<string> {
    const found = new Map<string, Exclusion>()
    let taken = 0
    for (const [name, { target, bySize }] of this.#ledgers) {
      const unit = units[target.kind]
      if (unit === undefined || target.languages.filter((code) => unit.versions[code] !== undefined).length < 2) continue
      taken += 1
      const exclusion = bySize[unit.granularity].exclusion(unit, document)
      if (exclusion !== undefined) found.set(name, exclusion)
    }
    if (found.size > 0) this.#excluded(merged(found, found.size === taken))
    return new Set(found.keys())
  }
}

/** One line for a unit that is a repetition in several files. */
function merged(found: ReadonlyMap<string, Exclusion>, whole: boolean): Exclusion {
  const all = [...found.values()]
  const first = all.find(({ reason }) => reason === 'target-conflict') ?? all[0]
  if (first === undefined) throw new RangeError('Unexpected lack of exclusions, expected one at least')
  const languages = [...new Set(all.flatMap((exclusion) => exclusion.languages))]
  const places = [...new Set([...found.keys()].map((name) => name.slice(name.indexOf(' ') + 1)))]
  return { ...first, languages, whole, evidence: whole ? first.evidence : `${first.evidence}, in ${places.join(', ')}` }
}
