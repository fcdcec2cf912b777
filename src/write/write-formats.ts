import type { LanguageTag } from '../language/tag.ts'
import { silent } from '../message/report.ts'
import type { AlignedDocument } from '../tree/unit.ts'
import { defaultWriteOptions, type Chunk, type Format, type WriteOptions } from './format.ts'
import type { UnitFormatName } from './format-name.ts'
import { unitFormats } from './formats.ts'
import { routes, writtenLanguages } from './routes.ts'
import { defaultSelectOptions, Selection, type Exclusion, type SelectionTarget, type SelectOptions } from './select/index.ts'
import { Writing, type Documents, type WriteListeners } from './write-units.ts'

/** Options of `writeFormats`: what is written, and how. */
export type WriteFormatsOptions = SelectOptions & WriteOptions

/** Who wants to know what happens during the writing, and what stays out. */
export interface SelectListeners extends WriteListeners {
  /** Called once for each unit that stays out, as a whole or in some languages, however many formats are written. */
  excluded?: (exclusion: Exclusion) => void
}

/**
 * The files of one or more formats, piece by piece, in one pass over the documents. Memories get what may enter one; see
 * `Selection`.
 */
export async function* writeFormats(
  names: readonly UnitFormatName[],
  documents: Documents,
  options: Partial<WriteFormatsOptions> = {},
  listeners: SelectListeners = {}
): AsyncGenerator<Chunk, void, undefined> {
  const writing = new FormatsWriting(names, options, listeners)
  for await (const document of documents) yield* writing.document(document)
  yield* writing.end()
}

/** The files of one or more formats while documents come one by one. */
export class FormatsWriting {
  readonly #options: Readonly<WriteFormatsOptions>
  readonly #writings: readonly Writing[]
  readonly #excluded: (exclusion: Exclusion) => void
  #selection: Selection | undefined

  constructor(names: readonly UnitFormatName[], options: Partial<WriteFormatsOptions> = {}, { report = silent, excluded = () => undefined }: SelectListeners = {}) {
    const settled = { ...defaultWriteOptions, ...defaultSelectOptions, ...options }
    this.#options = settled
    this.#writings = names.map((name) => new Writing(unitFormats[name], settled, report))
    this.#excluded = excluded
  }

  *document({ document, units }: AlignedDocument): Generator<Chunk, void, undefined> {
    const languages = writtenLanguages({ document, units }, this.#options)
    const formats = this.#writings.map(({ format }) => format)
    const selecting = (this.#selection ??= new Selection(targets(formats, languages, this.#options), this.#options, this.#excluded))
    const selected = units.map((unit) => selecting.select(unit, document))
    for (const writing of this.#writings) {
      const taken = selected.flatMap(({ units: { [writing.format.kind]: unit }, repeatedIn }) => (unit === undefined ? [] : [{ unit, repeatedIn }]))
      yield* writing.document(document, taken, languages)
    }
  }

  *end(): Generator<Chunk, void, undefined> {
    for (const writing of this.#writings) yield* writing.end()
  }
}

/** The languages of all files, by the kind of their format. */
function targets(formats: readonly Format[], languages: readonly LanguageTag[], options: Readonly<WriteOptions>): SelectionTarget[] {
  return formats.flatMap((format) => routes(format, languages, options).map((route) => ({ kind: format.kind, languages: route.languages })))
}
