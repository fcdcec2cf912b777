import type { LabelMatch, LabelReading, LabelShape } from '../grammar/label.ts'

/** A label that the run of the text bears out. */
export interface SequencedLabel extends LabelReading {
  shape: LabelShape
  /** How well the text bears it out: the next in an open list, the first of a new one, one that leaves a gap. */
  fit: 'gap' | 'next' | 'start'
  /** The ordinal before it in its list, 0 where it begins one. */
  after: number
  /** Characters of it at the start of the line. */
  length: number
}

interface Level {
  key: string
  ordinal: number
}

/** A gap of more than this many numbers is no gap but another number. */
const widest = 4

/** Labels of sections and of numbered paragraphs count by themselves; items count inside the paragraph. */
function keyOf({ style, capital }: LabelReading, shape: LabelShape): string {
  return `${style === 'decimal' && shape === 'dash' ? 'decimal dot' : `${style} ${shape}`}${capital ? ' capital' : ''}`
}

/** Paragraph numbers run through the document: their list stays open below headings. */
function isMain(key: string): boolean {
  return key === 'decimal dot'
}

function isHeading(key: string): boolean {
  return key.endsWith('capital')
}

/** Follows the labels of a document and tells which reading of a label continues an open list. */
export class LabelSequence {
  #main = 0
  #headings: Level[] = []
  #items: Level[] = []

  /**
   * The likeliest reading here; `undefined` where none fits. `short` tells whether the line can be a heading, `upcoming`
   * gives the labels of the lines that follow.
   */
  read(match: LabelMatch, short: boolean, upcoming: () => readonly LabelMatch[]): SequencedLabel | undefined {
    const fits: SequencedLabel[] = []
    for (const reading of match.readings) this.#take(fits, reading, match, short)
    const heading = this.#headingReading(match, short)
    if (heading) this.#take(fits, heading, match, short)
    if (fits.length < 2) return fits[0]
    const continued = fits.find(({ fit }) => fit === 'next')
    const started = fits.find(({ fit }) => fit === 'start')
    // "(i)" after "(h)": a ninth letter, unless "(ii)" comes before "(j)".
    if (continued && started && this.#startsList(started, upcoming())) return started
    // A short line with a number that is not due is a heading before it is a paragraph out of order.
    return continued ?? fits.find(({ capital, style, fit }) => capital && style === 'decimal' && fit !== 'gap') ?? started ?? fits[0]
  }

  /** Takes a label as read: what follows is counted from it. */
  accept(label: SequencedLabel): void {
    const key = keyOf(label, label.shape)
    if (isMain(key)) {
      this.#main = label.ordinal
      this.#items = []
      return
    }
    const levels = isHeading(key) ? this.#headings : this.#items
    const at = levels.findLastIndex((level) => level.key === key)
    if (at >= 0) levels.length = at
    levels.push({ key, ordinal: label.ordinal })
    if (isHeading(key)) this.#items = []
  }

  /** A new part with a numbering of its own begins. */
  restart(): void {
    this.#main = 0
    this.#headings = []
    this.#items = []
  }

  /** A number that is not due as a paragraph's may head a section: `1. Background` below `A.` */
  #headingReading({ readings, shape }: LabelMatch, short: boolean): LabelReading | undefined {
    const [first] = readings
    if (!short || (shape !== 'dot' && shape !== 'dash') || first?.style !== 'decimal' || first.ordinal === this.#main + 1 || this.#headings.length === 0) return undefined
    return { style: 'decimal', ordinal: first.ordinal, capital: true }
  }

  #take(fits: SequencedLabel[], reading: LabelReading, { shape, value }: LabelMatch, short: boolean): void {
    const fit = this.#fit(reading, shape, short)
    if (fit !== undefined) fits.push({ style: reading.style, ordinal: reading.ordinal, capital: reading.capital, shape, fit, after: 0, length: value.length })
  }

  #fit(reading: LabelReading, shape: LabelShape, short: boolean): SequencedLabel['fit'] | undefined {
    const key = keyOf(reading, shape)
    const { ordinal } = reading
    if (isMain(key)) return fitAfter(this.#main, ordinal)
    const levels = isHeading(key) ? this.#headings : this.#items
    const open = levels.findLast((level) => level.key === key)
    if (open) return fitAfter(open.ordinal, ordinal)
    if (ordinal === 1) return 'start'
    // A list whose first labels were lost; a capital in mid text is an initial rather.
    return ordinal <= 1 + widest && (levels === this.#items || short) ? 'gap' : undefined
  }

  #startsList(label: SequencedLabel, upcoming: readonly LabelMatch[]): boolean {
    for (const match of upcoming)
      for (const { style, ordinal } of match.readings) {
        if (style === label.style && ordinal === label.ordinal + 1 && match.shape === label.shape) return true
        if (style === 'latin' && ordinal === 10) return false
      }
    return false
  }
}

function fitAfter(last: number, ordinal: number): SequencedLabel['fit'] | undefined {
  if (ordinal === last + 1) return last === 0 ? 'start' : 'next'
  if (ordinal === 1) return 'start'
  // An extract may begin anywhere, but not at the number of a year.
  if (last === 0) return ordinal < 1000 ? 'gap' : undefined
  // The same number twice is a slip of the document, and so are a few that are missing.
  return ordinal >= last && ordinal <= last + 1 + widest ? 'gap' : undefined
}
