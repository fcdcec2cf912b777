import type { Chunk, WriteOptions } from './format.ts'
import type { UnitFormatName } from './format-name.ts'
import { unitFormats } from './formats.ts'
import type { SelectOptions } from './select/exclusion.ts'
import { selectUnits } from './select/index.ts'
import { writeUnits, type Documents, type WriteListeners } from './write-units.ts'

/**
 * The files of a format, by its name. A format that feeds memories gets what may enter one, and `excluded` hears of the
 * rest; a record of the alignment gets everything.
 */
export function writeFormat(
  name: UnitFormatName,
  documents: Documents,
  options: Partial<SelectOptions & WriteOptions> = {},
  listeners: WriteListeners = {}
): AsyncGenerator<Chunk, void, undefined> {
  const format = unitFormats[name]
  const selected = format.feedsMemory ? selectUnits(documents, options, listeners.excluded) : documents
  return writeUnits(format, selected, options, listeners)
}
