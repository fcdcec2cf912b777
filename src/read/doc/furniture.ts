import type { FlowParagraph } from '../flow/flow.ts'
import { viewOf } from './compound-file.ts'
import { modifiersOf } from './modifiers.ts'
import { TextReader, type DocContext } from './text-reader.ts'
import { places, type WordFile } from './word-file.ts'

/** Texts in front of the headers: what parts notes from the text. */
const separators = 6

/** Headers and footers of a section: of even pages, of odd ones, of the first one. */
const kinds = ['header', 'header', 'footer', 'footer', 'firstHeader', 'firstFooter'] as const

/** What headers and footers print: at the head of the first page, and on all others, each text once. */
export function readFurniture(context: DocContext): { first: FlowParagraph[]; repeated: FlowParagraph[] } {
  const { file } = context
  const { from: start, to: end } = file.range('headers')
  const length = end - start
  const { places: bounds } = file.ranges(places.headers, 0)
  const furniture: { first: FlowParagraph[]; repeated: FlowParagraph[] } = { first: [], repeated: [] }
  const titled = titledSections(file)
  const seen = new Set<string>()
  let done = 0
  bounds.slice(separators, -2).forEach((from, index) => {
    const to = bounds[separators + index + 1] ?? from
    const [kind, section] = [kinds[index % kinds.length] ?? 'header', Math.floor(index / kinds.length)]
    // Some files end what is not there before it begins; no two overlap.
    if (to <= from || from < done || to > length || (kind.startsWith('first') && !titled.has(section))) return
    done = to
    const paragraphs = new TextReader(context).read(start + from, start + to)
    // The header of the first page alone is none: documents of the United Nations print their masthead there.
    if (kind === 'firstHeader' && section === 0) {
      for (const paragraph of paragraphs) furniture.first.push(paragraph)
      return
    }
    for (const { pieces, cell, furniture: own } of paragraphs) {
      const text = pieces.map((piece) => piece.text).join('').trim()
      if (text === '' || seen.has(text)) continue
      seen.add(text)
      furniture.repeated.push({ pieces, furniture: own ?? 'running-head', ...(cell ? { cell } : {}) })
    }
  })
  return furniture
}

/** The sections whose first page has a header of its own. */
function titledSections(file: WordFile): Set<number> {
  const { places: bounds, facts } = file.ranges(places.sections, 12)
  const titled = new Set<number>()
  bounds.slice(1).forEach((_, section) => {
    const at = facts.getUint32(12 * section + 2, true)
    if (at + 2 > file.document.length) return
    const changes = file.document.subarray(at + 2, at + 2 + viewOf(file.document).getUint16(at, true))
    if (modifiersOf(changes).some(({ code, operand }) => code === 0x300a && operand.getUint8(0) !== 0)) titled.add(section)
  })
  return titled
}
