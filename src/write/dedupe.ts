import { createHash } from 'node:crypto'
import type { LanguageCode } from '../language/code.ts'
import { joinSegments } from '../tree/segments.ts'
import type { DocumentRecord, Unit } from '../tree/unit.ts'
import type { Exclusion } from './select/exclusion.ts'

/**
 * The sources that a memory already has.
 *
 * Of units with the same source the first one stays: tools let the last target win in silence. A repetition with the
 * same target is a duplicate, one with another target a conflict; both are listed. Keeps 12 bytes of a hash for source
 * and target each, so that a million units take some hundred megabytes less than their text.
 */
export class SourceLedger {
  readonly #languages: readonly LanguageCode[]
  readonly #targets = new Map<string, { target: string; unit: string }>()

  /** `languages` of the file, source first. */
  constructor(languages: readonly LanguageCode[]) {
    this.#languages = languages
  }

  /** Why a unit does not enter, or `undefined`, and then it is remembered. */
  exclusion(unit: Unit, document: DocumentRecord): Exclusion | undefined {
    const present = this.#languages.filter((code) => unit.versions[code] !== undefined)
    const [source, ...targets] = present
    if (source === undefined) return undefined
    const sourceHash = hash(source, textOf(unit, source))
    const target = hash('', targets.map((code) => `${code}\t${textOf(unit, code)}`).join('\n'))
    const first = this.#targets.get(sourceHash)
    if (first === undefined) {
      this.#targets.set(sourceHash, { target, unit: unitName(unit, document) })
      return undefined
    }
    return {
      reason: first.target === target ? 'duplicate' : 'target-conflict',
      ...(document.symbol === undefined ? {} : { symbol: document.symbol }),
      unit: unit.id,
      granularity: unit.granularity,
      languages: present,
      whole: true,
      evidence: `same ${source} as ${first.unit}`
    }
  }
}

function textOf(unit: Unit, code: LanguageCode): string {
  return joinSegments(unit.versions[code]?.segments ?? [], code)
}

function unitName(unit: Unit, document: DocumentRecord): string {
  return document.symbol === undefined ? unit.id : `${document.symbol} ${unit.id}`
}

/** The first 12 bytes of a hash, a character each. */
function hash(language: string, text: string): string {
  return createHash('sha256').update(`${language}\t${text}`).digest().toString('latin1', 0, 12)
}
