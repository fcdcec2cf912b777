/**
 * UTF-8 that someone read as another encoding and saved as UTF-8 again: `rÃ©unie` for `réunie`, `РЎРѕРІРµС‚` for `Совет`.
 */
import { decode } from './decode.ts'
import type { UndoneReading } from './undo-wrong-decoding.ts'

/** Encodings that texts are wrongly read as: those of Windows in the languages with letters. */
const encodings = ['windows-1252', 'windows-1251', 'windows-1256'] as const

/** A line is put right where so many of its characters beyond ASCII are parts of UTF-8: in other texts hardly one is. */
const share = 0.8

/** Two or more characters must be there before any is put right. */
const least = 2

/** Letters of the six languages and the signs of print: what UTF-8 that was read wrongly stands for. */
const usual = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\u0300-\u036F\u0600-\u06FF\u00A0-\u00BF\u2010-\u2044\u20AC\u2116\u3000-\u303F\uFF00-\uFF5E\uFEFF]/u

interface Reading {
  encoding: string
  /** Three to two bytes of UTF-8 as the encoding has them: the first byte, and those that go on. */
  sequence: RegExp
  byteOf: ReadonlyMap<string, number>
}

const readings = new Map<string, Reading>()

function readingOf(encoding: string): Reading {
  const known = readings.get(encoding)
  if (known) return known
  const byteOf = new Map<string, number>()
  for (let byte = 0x80; byte < 0x100; byte++) byteOf.set(decode(Uint8Array.of(byte), encoding), byte)
  // Latin 1 has the same letters, and control characters where Windows has signs.
  if (encoding === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) byteOf.set(String.fromCharCode(byte), byte)
  const classOf = (from: number, to: number): string =>
    [...byteOf].filter(([, byte]) => byte >= from && byte <= to).map(([sign]) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`).join('')
  const [two, three, four, more] = [classOf(0xc2, 0xdf), classOf(0xe0, 0xef), classOf(0xf0, 0xf4), classOf(0x80, 0xbf)]
  // The no-break space of `à` is often a plain one by now.
  const grave = encoding === 'windows-1252' ? '\\u{c3} |' : ''
  // Each long class is asked only where two signs beyond ASCII stand side by side.
  const sequence = new RegExp(`${grave}(?=[^\\0-\\x7F]{2})(?:[${two}][${more}]|[${three}][${more}]{2}|[${four}][${more}]{3})`, 'gu')
  const reading = { encoding, sequence, byteOf }
  readings.set(encoding, reading)
  return reading
}

/** The text with its UTF-8 put right, line by line; `undefined` where it is right as it is. */
export function undoDoubleDecoding(text: string): UndoneReading | undefined {
  const suspects = suspectsOf(text)
  if (suspects === '') return undefined
  for (const encoding of encodings) {
    const reading = readingOf(encoding)
    reading.sequence.lastIndex = 0
    if (!reading.sequence.test(suspects)) continue
    let count = 0
    const lines = text.split(/(?<=\n)/).map((line) => {
      const undone = undoLine(line, reading)
      count += undone.count
      return undone.text
    })
    if (count >= least) return { text: lines.join(''), of: 'utf-8', encoding, count }
  }
  return undefined
}

/** Of a text that has more suspect lines than this share, all lines are. */
const manySuspects = 0.25

/** The lines that may have been read wrongly, with two signs beyond ASCII side by side: few in texts in Latin letters. */
function suspectsOf(text: string): string {
  const pair = /[^\0-\x7F]{2}|\u00C3 /g
  const lines: string[] = []
  let length = 0
  for (let found = pair.exec(text); found; found = pair.exec(text)) {
    const next = text.indexOf('\n', found.index)
    const end = next < 0 ? text.length : next
    lines.push(text.slice(text.lastIndexOf('\n', found.index) + 1, end))
    length += end - found.index
    if (length > manySuspects * text.length) return text
    pair.lastIndex = end
  }
  return lines.join('\n')
}

function undoLine(line: string, { sequence, byteOf }: Reading): { text: string; count: number } {
  let [count, parts] = [0, 0]
  const text = line.replace(sequence, (signs, at: number) => {
    if (signs.endsWith(' ')) {
      count++
      parts++
      return line[at + 2] === ' ' ? 'à' : 'à '
    }
    const one = Buffer.from([...signs].map((sign) => byteOf.get(sign) ?? 0)).toString('utf8')
    if (!usual.test(one)) return signs
    count++
    parts += signs.length
    return one
  })
  if (count === 0) return { text: line, count }
  const beyond = line.match(/[^\0-\x7F]/g)?.length ?? 0
  return parts >= share * beyond ? { text, count } : { text: line, count: 0 }
}
