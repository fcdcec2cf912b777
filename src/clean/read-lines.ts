import { readLabel } from '../grammar/label.ts'
import type { LanguageCode } from '../language/code.ts'
import type { LineFacts, Source, SourceLine } from '../source/source.ts'
import { concat, inserted, mapped, repaired, slice, type MappedText } from '../tree/mapped-text.ts'
import { isBrokenLine, isPartedArticle, isRearPart } from './lines/broken-line.ts'
import { endsSentence } from './lines/sentence-end.ts'
import { columnsOf, fieldsOf, pointsOfColumn } from './geometry/measure-line.ts'
import { makeLine, untold, type Line } from './lines/line.ts'
import type { CharacterRepair } from './repair/index.ts'

/** A printed line is not wider than this: pieces beyond it are not put together, for text could grow without end so. */
const mostColumns = 400

/** A number on a line of its own. */
const numberAlone = /^[\d٠-٩]{1,3}$/

/** A printed line as it is put together. */
interface OpenLine {
  first: SourceLine
  last: SourceLine
  /** Its characters in the source; of a line that needs no repair, those of the text. */
  printed: string
  text: MappedText
  columns: number
}

const noFacts: LineFacts = {}

/** The printed lines of a source, their characters repaired; pieces of one line that the extractor parted are one. */
export function readLines(source: Source, language: LanguageCode, characters: CharacterRepair): Line[] {
  const { repair, seenFromLeft } = characters
  const printedLines = source.lines
  const points = pointsOfColumn(source.text, printedLines)
  const lines: Line[] = []
  let open: OpenLine | undefined
  for (const next of printedLines) {
    const raw = mapped(source.text, next.start, next.end)
    const text = repair(raw)
    const joined = open && joinPieces(open, next, text)
    if (open && joined) open = { first: open.first, last: next, printed: source.text.slice(open.first.start, next.end), text: joined, columns: columnsOf(joined.value) }
    else {
      if (open) lines.push(close(open))
      open = { first: next, last: next, printed: raw.value, text, columns: columnsOf(text.value) }
    }
  }
  if (open) lines.push(close(open))
  return lines

  function joinPieces(line: OpenLine, next: SourceLine, text: MappedText): MappedText | undefined {
    const { value } = text
    const above = line.text.value
    if (value.length === 1 && /^[-\u2010]$/.test(value) && above.endsWith('\u00AD')) return endWord(line.text, text)
    if (next.page !== line.first.page || line.columns >= mostColumns || !mayJoin(line.last.facts, next.facts)) return undefined
    // Behind a sentence and a blank line a paragraph begins, behind a number its text, and below the first line of a page, its head,
    // what the page before has left.
    if (next.gap > 0 && (numberAlone.test(above) || endsSentence(above) || (lines.at(-1)?.page ?? next.page) !== next.page)) return undefined
    if (seenFromLeft) return next.gap === 0 && isRearPart(above) ? turnPieces(line.text, text) : undefined
    if (language === 'ar' && isPartedArticle(above, value)) return concat([line.text, inserted(' ', line.last.end, next.start), text])
    return isBrokenLine(above, value, language) ? concat([line.text, text]) : undefined
  }

  function close({ first, last, printed, text, columns }: OpenLine): Line {
    const { facts = noFacts } = first
    const width = facts.box && points !== undefined && first === last ? Math.round(facts.box.width / points) : columns
    const ends = isFramed(printed) ? true : last === first ? undefined : last.facts?.ends
    const made = {
      text,
      label: readLabel(text.value),
      start: first.start,
      end: last.end,
      fields: fieldsOf(printed, text, repair),
      tabbed: printed.includes('\t'),
      columns: width,
      rear: last.end - last.start,
      indent: first.indent,
      gap: first.gap,
      page: first.page,
      facts: ends === undefined ? facts : { ...facts, ends }
    }
    return makeLine(made, untold)
  }
}

/** Whether a line is a row of one cell or more between upright strokes, which were dropped: a block ends with it. */
function isFramed(printed: string): boolean {
  return printed.startsWith('|') && printed.endsWith('|')
}

/** Whether what the format knows lets two lines be pieces of one. */
function mayJoin(above: LineFacts = noFacts, below: LineFacts = noFacts): boolean {
  if (above.ends !== undefined || below.heading !== undefined || below.label) return false
  return above.cell === undefined && below.cell === undefined && above.note?.id === below.note?.id && above.furniture === undefined && below.furniture === undefined
}

/** `pdftotext -raw` gives the hyphen of a broken word a line of its own: it belongs to the soft hyphen above. */
function endWord(line: MappedText, hyphen: MappedText): MappedText {
  const at = line.value.length - 1
  return concat([slice(line, 0, at), repaired(concat([slice(line, at), hyphen]), 0, 2, '\u00AD', 'mark-broken-word')])
}

/** Two pieces of a printed line that is given from left to right: the second is read first. */
function turnPieces(rear: MappedText, front: MappedText): MappedText {
  const both = concat([rear, front])
  return repaired(both, 0, both.value.length, front.value + rear.value, 'reorder-fields')
}
