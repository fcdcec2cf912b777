import type { LanguageTag } from '../language/tag.ts'
import { silent } from '../message/report.ts'
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
  { report = silent, excluded = () => undefined }: SelectListeners = {}
): AsyncGenerator<Chunk, void, undefined> {
  const settled = { ...defaultWriteOptions, ...defaultSelectOptions, ...options }
  const formats = names.map((name): Format => unitFormats[name])
  const writings = formats.map((format) => new Writing(format, settled, report))
  let selection: Selection | undefined
  for await (const { document, units } of documents) {
    const languages = writtenLanguages({ document, units }, settled)
    const selecting = (selection ??= new Selection(targets(formats, languages, settled), settled, excluded))
    const selected = units.map((unit) => selecting.select(unit, document))
    for (const writing of writings) {
      const taken = selected.flatMap(({ units: { [writing.format.kind]: unit }, repeatedIn }) => (unit === undefined ? [] : [{ unit, repeatedIn }]))
      yield* writing.document(document, taken, languages)
    }
  }
  for (const writing of writings) yield* writing.end()
}

/** The languages of all files, by the kind of their format. */
function targets(formats: readonly Format[], languages: readonly LanguageTag[], options: Readonly<WriteOptions>): SelectionTarget[] {
  return formats.flatMap((format) => routes(format, languages, options).map((route) => ({ kind: format.kind, languages: route.languages })))
}
