import type { FlowParagraph } from '../flow/flow.ts'
import type { ListLevel } from '../flow/list-counter.ts'
import { ListSeries } from '../flow/list-series.ts'
import { labelText } from '../flow/symbol-font.ts'
import { viewOf } from './compound-file.ts'
import { changeCharacters } from './formats.ts'
import { readNumberFormat } from './number-format.ts'
import { places, type WordFile } from './word-file.ts'

/** Bytes of a definition of a list, of a level in front of its texts, of a use of a list. */
const definitionSize = 28
const levelSize = 28
const useSize = 16

/** The lists of a document: definitions, and uses of them that paragraphs name. */
export class DocLists {
  readonly #series = new ListSeries()

  /** `fonts` are their names. Throws a `RangeError` where the tables are cut off. */
  constructor(file: WordFile, fonts: readonly string[]) {
    const definitions = readDefinitions(file, fonts)
    const uses = file.part(places.listUses)
    if (uses.length < 4) return
    const view = viewOf(uses)
    const count = Math.min(view.getUint32(0, true), Math.floor((uses.length - 4) / useSize))
    let at = 4 + count * useSize
    for (let index = 0; index < count; index++) {
      const key = view.getUint32(4 + index * useSize, true)
      const levels = [...(definitions.get(key) ?? [])]
      const starts = new Map<number, number>()
      // Four bytes that say nothing, then the levels that it replaces or starts anew.
      at += 4
      for (let more = view.getUint8(4 + index * useSize + 12); more > 0; more--) {
        const [start, flags] = [view.getUint32(at, true), view.getUint32(at + 4, true)]
        at += 8
        const level = flags & 0xf
        const [startsAnew, replaces] = [(flags & 0x10) !== 0, (flags & 0x20) !== 0]
        if (replaces) {
          const own = readLevel(view, at, fonts)
          at = own.end
          levels[level] = own.level
          if (startsAnew) starts.set(level, own.level.start)
        } else if (startsAnew) starts.set(level, start)
      }
      this.#series.add(String(index + 1), { key: String(key), levels, starts })
    }
  }

  /** The label of the next paragraph of a list; nothing where there is no such list. */
  label(list: number, level: number): FlowParagraph['label'] {
    return this.#series.label(String(list), level)
  }
}

/** The levels of each definition: behind the table of definitions stand one level or nine of each. */
function readDefinitions(file: WordFile, fonts: readonly string[]): Map<number, ListLevel[]> {
  const definitions = new Map<number, ListLevel[]>()
  const start = file.view.getUint32(places.lists, true)
  const length = file.part(places.lists).length
  if (length < 2) return definitions
  const view = file.tableView
  const count = Math.min(view.getUint16(start, true), Math.floor((length - 2) / definitionSize))
  let at = start + 2 + count * definitionSize
  for (let index = 0; index < count; index++) {
    const own = start + 2 + index * definitionSize
    const levels: ListLevel[] = []
    for (let more = (view.getUint8(own + 26) & 1) === 1 ? 1 : 9; more > 0; more--) {
      const { level, end } = readLevel(view, at, fonts)
      levels.push(level)
      at = end
    }
    definitions.set(view.getUint32(own, true), levels)
  }
  return definitions
}

function readLevel(view: DataView, at: number, fonts: readonly string[]): { level: ListLevel; end: number } {
  const [number, flags, suffix] = [view.getUint8(at + 4), view.getUint8(at + 5), view.getUint8(at + 15)]
  const [characters, paragraph] = [view.getUint8(at + 24), view.getUint8(at + 25)]
  const changes = new Uint8Array(view.buffer, view.byteOffset + at + levelSize + paragraph, characters)
  const from = at + levelSize + paragraph + characters
  const length = view.getUint16(from, true)
  const letters = Array.from({ length }, (_, index) => view.getUint16(from + 2 + 2 * index, true))
  // A letter below 9 stands for the number of that level.
  const text = letters.map((letter) => (letter < 9 ? `%${String(letter + 1)}` : String.fromCharCode(letter))).join('')
  const font = fonts[changeCharacters({}, changes).font ?? -1]
  const level: ListLevel = {
    start: view.getUint32(at, true),
    format: readNumberFormat(number),
    text: labelText(text, font),
    suffix: suffix === 0 ? '\t' : suffix === 1 ? ' ' : '',
    ...((flags & 4) === 0 ? {} : { legal: true }),
    ...((flags & 8) === 0 ? {} : { restartsAfter: view.getUint8(at + 26) - 1 })
  }
  return { level, end: from + 2 + 2 * length }
}
