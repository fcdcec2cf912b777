import { concat, mapped, repaired, slice, type MappedText } from '../tree/mapped-text.ts'
import type { LanguageCode } from '../language/code.ts'
import { isBrokenLine, isRearPart } from './broken-line.ts'
import type { Line } from './line.ts'
import type { CharacterRepair } from './repair/index.ts'

/** What ends a printed line: LF, CR, CRLF, form feed, vertical tab or a Unicode line end. */
const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

/** A printed line is not wider than this: pieces beyond it are not put together, for text could grow without end so. */
const widest = 400

/** The printed lines of a raw text that are not blank, with the blank space in front of each. */
export function readLines(raw: string, language: LanguageCode, { repair, seenFromLeft }: CharacterRepair): Line[] {
  const lines: Line[] = []
  let ends = 1
  let ruled = false
  let page = 0
  lineEnd.lastIndex = 0
  for (let from = 0; from <= raw.length; ) {
    const at = lineEnd.test(raw) ? lineEnd.lastIndex : raw.length + 1
    const stop = raw[at - 2] === '\r' && raw[at - 1] === '\n' ? at - 2 : at - 1
    read(from, stop)
    if (raw[stop] === '\f') page++
    else ends++
    from = at
  }
  return lines

  function read(index: number, stop: number): void {
    const piece = raw.slice(index, stop)
    const words = piece.trimStart()
    const start = stop - words.length
    const end = start + words.trimEnd().length
    if (end <= start) {
      if (piece.length > 1) ruled = true
      return
    }
    const text = repair(mapped(raw, start, end))
    const { value } = text
    const previous = lines.at(-1)
    if (/^[-\u2010]$/.test(value) && previous?.value.endsWith('\u00AD')) {
      setText(previous, endWord(previous.text, text))
      return
    }
    if (previous && ends === 1 && previous.page === page && previous.columns < widest) {
      if (seenFromLeft ? isRearPart(previous.value) : isBrokenLine(previous.value, value, language)) {
        setText(previous, seenFromLeft ? turnPieces(previous.text, text) : concat([previous.text, text]))
        ends = 0
        return
      }
    }
    lines.push({ text, value, fields: fieldsOf(raw, text, repair), columns: columnsOf(value), indent: start - index, gap: Math.max(0, ends - 1), ruled, page, role: 'body', furniture: undefined })
    ends = 0
    ruled = false
  }
}

/** `pdftotext -raw` gives the hyphen of a broken word a line of its own: it belongs to the soft hyphen above. */
function endWord(line: MappedText, hyphen: MappedText): MappedText {
  const at = line.value.length - 1
  return concat([slice(line, 0, at), repaired(concat([slice(line, at), hyphen]), 0, 2, '\u00AD', 'undo-hyphen')])
}

/** Two pieces of a printed line that is given from left to right: the second is read first. */
function turnPieces(rear: MappedText, front: MappedText): MappedText {
  const both = concat([rear, front])
  return repaired(both, 0, both.value.length, front.value + rear.value, 'reorder-visual')
}

function setText(line: Line, text: MappedText): void {
  line.text = text
  line.value = text.value
  line.columns = columnsOf(line.value)
}

/** The line parted at gaps of three spaces and more. */
function fieldsOf(raw: string, text: MappedText, repair: (line: MappedText) => MappedText): readonly string[] {
  const [start, end] = [text.runs[0]?.start ?? 0, text.runs.at(-1)?.end ?? 0]
  const whole = raw.slice(start, end)
  if (!whole.includes('   ') && !whole.includes('\t')) return [text.value]
  return whole.split(/ {3,}|\t/).filter((field) => field.trim() !== '').map((field) => repair({ value: field, runs: [] }).value.trim())
}

/** Chinese characters and full-width marks take two columns. */
function columnsOf(value: string): number {
  let columns = value.length
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    if (code >= 0x2e80 && (code < 0xd800 || (code >= 0xf900 && code < 0xfb00) || (code >= 0xff00 && code < 0xff61))) columns++
  }
  return columns
}
