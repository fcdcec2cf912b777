import type { FlowPiece } from '../flow/flow.ts'
import { formatNumber, type NumberFormat } from '../flow/number-format.ts'
import { child, type XmlElement } from '../xml.ts'
import { readNumberFormat } from './number-format.ts'
import { value } from './styles.ts'

export type NoteKind = 'endnote' | 'footnote'

interface Numbering {
  format: NumberFormat
  start: number
  anew: boolean
}

/**
 * Writes the marks of notes, which Word counts itself.
 *
 * How a section counts stands at its end: marks are filled in when it is closed.
 */
export class NoteMarks {
  /** The marks in the notes themselves, by the id of the note. */
  readonly #own = new Map<string, FlowPiece[]>()
  readonly #next: Record<NoteKind, number | undefined> = { footnote: undefined, endnote: undefined }
  readonly #settings: XmlElement | undefined
  #open: Array<{ kind: NoteKind; id: string; piece: FlowPiece }> = []

  constructor(settings: XmlElement | undefined) {
    this.#settings = settings
  }

  /** A mark in a note that stands for its number. */
  addOwn(id: string, piece: FlowPiece): void {
    const pieces = this.#own.get(id)
    if (pieces) pieces.push(piece)
    else this.#own.set(id, [piece])
  }

  /** A mark in the text that is counted. */
  addReference(kind: NoteKind, id: string, piece: FlowPiece): void {
    this.#open.push({ kind, id, piece })
  }

  /** Ends a section: fills in the marks that it has. */
  closeSection(section: XmlElement | undefined): void {
    for (const kind of ['footnote', 'endnote'] as const) {
      const numbering = this.#numbering(kind, section)
      let number = numbering.anew ? numbering.start : (this.#next[kind] ?? numbering.start)
      for (const { id, piece } of this.#open.filter((one) => one.kind === kind)) {
        piece.text = formatNumber(number++, numbering.format)
        for (const own of this.#own.get(id) ?? []) own.text = piece.text
      }
      this.#next[kind] = number
    }
    this.#open = []
  }

  #numbering(kind: NoteKind, section: XmlElement | undefined): Numbering {
    const [own, all] = [child(section, `w:${kind}Pr`), child(this.#settings, `w:${kind}Pr`)]
    const pick = (name: string): string | undefined => value(own, name) ?? value(all, name)
    const format = pick('w:numFmt')
    return {
      format: format === undefined ? (kind === 'footnote' ? 'decimal' : 'lowerRoman') : readNumberFormat(format),
      start: Number(pick('w:numStart') ?? 1),
      // Where a page begins is not known: notes that are counted by pages are counted through.
      anew: pick('w:numRestart') === 'eachSect'
    }
  }
}
