import type { AlignedDocument, DocumentRecord, Unit } from '../../tree/unit.ts'
import type { ByteStream } from './decode.ts'
import { tmxElements } from './elements.ts'
import { headerOf, keepsLabels, unitOfTu, type ReadMemory } from './unit-of-tu.ts'

/**
 * Reads a translation memory of any tool, in constant memory.
 *
 * Units that follow each other in one document come with the same `document` value, in pieces. Nothing in the file is
 * lost but comments and white space between elements; see `MemoryRecord`.
 *
 * @param bytes - the file: UTF-8, UTF-16 or any encoding that it declares
 * @param file - its name, for messages and records
 */
export async function* readTmx(bytes: ByteStream, file = 'standard input'): AsyncGenerator<AlignedDocument, void, undefined> {
  let memory: ReadMemory = { header: { attributes: {} }, keepsLabels: false, file, order: [] }
  let current: DocumentRecord | undefined
  let currentKey = ''
  let ordinal = 0
  for await (const elements of tmxElements(bytes, file)) {
    let units: Unit[] = []
    for (const element of elements) {
      if (element.name === 'header') memory = { header: headerOf(element), keepsLabels: keepsLabels(element), file, order: [] }
      if (element.name !== 'tu') continue
      ordinal += 1
      const { unit, document, documentKey } = unitOfTu(element, ordinal, memory)
      if (current === undefined || documentKey !== currentKey) {
        if (current !== undefined && units.length > 0) yield { document: current, units }
        units = []
        current = document
        currentKey = documentKey
      }
      units.push(unit)
    }
    if (current !== undefined && units.length > 0) yield { document: current, units }
  }
}
