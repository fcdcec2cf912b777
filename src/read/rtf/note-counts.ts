import { formatNumber, type NumberFormat } from '../flow/number-format.ts'

interface NoteCount {
  number: number
  format: NumberFormat
}

/** Control words behind `ftn` and `aftn`, and how they count. */
const noteFormats: Readonly<Record<string, NumberFormat>> = { nar: 'decimal', nalc: 'lowerLetter', nauc: 'upperLetter', nrlc: 'lowerRoman', nruc: 'upperRoman', nchi: 'stars', nchosung: 'decimal', ncnum: 'enclosedCircle', ndbnum: 'hanDigit', ndbnumd: 'hanCount', nzodiac: 'branch', ngbnum: 'decimal' }

/** How the notes of a file are numbered, and how many there were. */
export class NoteCounts {
  readonly #counts: Record<'endnote' | 'footnote', NoteCount> = { footnote: { number: 0, format: 'decimal' }, endnote: { number: 0, format: 'lowerRoman' } }

  /** A control word, where it is one of the numbering of notes. */
  take(name: string, value: number | undefined): void {
    const note = /^(a?)ftn(start|n[a-z]+)$/.exec(name)
    if (!note) return
    const count = this.#counts[note[1] === 'a' ? 'endnote' : 'footnote']
    const format = noteFormats[note[2] ?? '']
    if (format !== undefined) count.format = format
    else if (note[2] === 'start') count.number = (value ?? 1) - 1
  }

  /** The mark of the next note. */
  next(): string {
    const count = this.#counts.footnote
    count.number++
    return formatNumber(count.number, count.format)
  }
}
