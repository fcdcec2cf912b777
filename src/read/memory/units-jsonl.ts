import { HexaplaError } from '../../message/report.ts'
import type { AlignedDocument, DocumentRecord, Unit } from '../../tree/unit.ts'
import { decode, type ByteStream } from './decode.ts'
import { ReadingLog, type MemoryReadOptions } from './reading-log.ts'

/** UTF-16 units of a line; a longer one is no unit. */
const longestLine = 32 * 2 ** 20

/**
 * Reads units in JSON Lines, as `--to jsonl` writes them: a line with the record of a document, then a line a unit.
 *
 * A unit without a document before it, or with another symbol, begins a document of which no more is known, so that
 * lines may be filtered. Throws `read:memory-line` for anything else; with `lenient` such a line is skipped and said.
 */
export async function* readUnitsJsonl(bytes: ByteStream, file = 'standard input', options: MemoryReadOptions = {}): AsyncGenerator<AlignedDocument, void, undefined> {
  const log = new ReadingLog(file, options)
  // The schema is for this format alone: a run that reads none does not load it.
  const { readUnitLine } = await import('./unit-schema.ts')
  let document: DocumentRecord | undefined
  for await (const lines of linesOf(bytes, file)) {
    let units: Unit[] = []
    for (const { text, number } of lines) {
      if (text.trim() === '') continue
      const line = readUnitLine(text)
      if (typeof line === 'string') {
        log.skip(number, line, 'read:memory-line')
        continue
      }
      const symbol = line.type === 'document' ? line.value.symbol : line.symbol
      if (line.type === 'document' || document === undefined || document.symbol !== symbol) {
        if (document !== undefined && units.length > 0) yield { document, units }
        units = []
        document = line.type === 'document' ? line.value : { ...(symbol === undefined ? {} : { symbol }), versions: {} }
      }
      if (line.type === 'unit') units.push(line.value)
    }
    if (document !== undefined && units.length > 0) yield { document, units }
  }
  log.end()
}

interface Line {
  text: string
  /** From 1. */
  number: number
}

/** Whole lines, in batches as they come. */
async function* linesOf(bytes: ByteStream, file: string): AsyncGenerator<Line[], void, undefined> {
  /** The beginning of a line that has not ended yet. */
  let open: string[] = []
  let length = 0
  let number = 0
  for await (const piece of decode(bytes, file)) {
    const [first = '', ...others] = piece.split('\n')
    open.push(first)
    length += first.length
    if (length > longestLine) throw new HexaplaError('read:memory-line', { file, line: number + 1, error: `more than ${longestLine} characters` }, file)
    const last = others.pop()
    if (last === undefined) continue
    yield [open.join(''), ...others].map((text) => ({ text, number: (number += 1) }))
    open = [last]
    length = last.length
  }
  if (length > 0) yield [{ text: open.join(''), number: number + 1 }]
}
