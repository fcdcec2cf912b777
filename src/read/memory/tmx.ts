import type { AlignedDocument, DocumentRecord, Unit } from '../../tree/unit.ts'
import type { ByteStream } from './decode.ts'
import { tmxElements } from './elements.ts'
import { ReadingLog, type MemoryReadOptions } from './reading-log.ts'
import { headerOf, hasNoSegment, keepsLabels, unitOfTu, type ReadMemory } from './unit-of-tu.ts'

/**
 * Reads a translation memory of any tool, in constant memory.
 *
 * Units that follow each other in one document come with the same `document` value, in pieces. Nothing in the file is
 * lost but comments and white space between elements (see `MemoryRecord`); what is no TMX, and units without any segment, are
 * left out and said.
 *
 * @param bytes - the file: UTF-8, UTF-16 or any encoding that it declares
 * @param file - its name, for messages and records
 * @param options - who hears the messages, and whether malformed units are skipped
 */
export async function* readTmx(bytes: ByteStream, file = 'standard input', options: MemoryReadOptions = {}): AsyncGenerator<AlignedDocument, void, undefined> {
  const log = new ReadingLog(file, options)
  let memory: ReadMemory = { header: { attributes: {} }, keepsLabels: false, file, order: [], log }
  let current: DocumentRecord | undefined
  let currentKey = ''
  let ordinal = 0
  for await (const elements of tmxElements(bytes, file, log)) {
    let units: Unit[] = []
    for (const read of elements) {
      const { element, line } = read
      if (element.name === 'header') memory = { header: headerOf(element), keepsLabels: keepsLabels(element), file, order: [], log }
      if (element.name !== 'tu') continue
      ordinal += 1
      if (hasNoSegment(element)) {
        log.say('read:memory-unit-empty', line, {})
        continue
      }
      const { unit, document, documentKey } = unitOfTu(read, ordinal, memory)
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
  log.end()
}
