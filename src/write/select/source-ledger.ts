import { createHash } from 'node:crypto'
import type { LanguageTag } from '../../language/tag.ts'
import { joinSegments } from '../../tree/segments.ts'
import type { DocumentRecord, Unit } from '../../tree/unit.ts'
import type { Exclusion } from './exclusion.ts'

/** Letters of a hash that are kept: 96 bits, so that a billion units have no two alike by chance. */
const hashLength = 16

/**
 * The sources that a memory already has.
 *
 * Of units with the same source the first one stays: tools let the last target win in silence. A repetition with the
 * same target is a duplicate, one with another target a conflict; both are listed. It keeps hashes and the names of
 * units, not texts.
 */
export class SourceLedger {
  readonly #languages: readonly LanguageTag[]
  /** By the hash of the source: the hash of the target, and behind it the name of the first unit that has them. */
  readonly #first = new Map<string, string>()

  /** `languages` of the file, source first. */
  constructor(languages: readonly LanguageTag[]) {
    this.#languages = languages
  }

  /** Why a unit does not enter, or `undefined`, and then it is remembered. */
  exclusion(unit: Unit, document: DocumentRecord): Exclusion | undefined {
    const present = this.#languages.filter((code) => unit.versions[code] !== undefined)
    const [source, ...targets] = present
    if (source === undefined) return undefined
    const sourceHash = hash([textOf(unit, source)])
    const targetHash = hash(targets.map((code) => textOf(unit, code)))
    const first = this.#first.get(sourceHash)
    if (first === undefined) {
      this.#first.set(sourceHash, flat(targetHash + unitName(unit, document)))
      return undefined
    }
    return {
      reason: first.startsWith(targetHash) ? 'duplicate' : 'target-conflict',
      ...(document.symbol === undefined ? {} : { symbol: document.symbol }),
      unit: unit.id,
      granularity: unit.granularity,
      languages: present,
      whole: true,
      evidence: `same ${source} as ${first.slice(hashLength)}`
    }
  }
}

/** The text of a language, with its name in front: the same word in two languages is two sources. */
function textOf(unit: Unit, code: LanguageTag): string {
  return `${code}\t${joinSegments(unit.versions[code]?.segments ?? [], code)}`
}

function unitName(unit: Unit, document: DocumentRecord): string {
  const title = document.symbol ?? document.name
  return title === undefined ? unit.id : `${title} ${unit.id}`
}

function hash(texts: readonly string[]): string {
  return flat(createHash('sha256').update(texts.join('\n')).digest('base64url').slice(0, hashLength))
}

/** A string of its own: one that was cut or put together keeps its pieces alive. */
function flat(text: string): string {
  return Buffer.from(text).toString()
}
