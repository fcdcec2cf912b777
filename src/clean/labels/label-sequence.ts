import type { LabelMatch, LabelReading, LabelShape } from '../../grammar/label.ts'
import { distanceOf, isLater, isSuccessor } from './decimal-path.ts'
import { likeliestStart, nextOfList, startsList, withOtherBracket } from './next-of-list.ts'
import { OpenSeries } from './open-series.ts'
import { type Fit, isMain, leastYear, mostMissing, type SequencedLabel } from './sequenced-label.ts'

/** What is known of the line that a label stands on. */
export interface LabelledLine {
  /** Whether the line is short and no sentence, as a heading is. */
  short: boolean
  /** Whether it is no sentence, however long. */
  phrase: boolean
  /** Columns in front. */
  indent: number
  /** Columns of it. */
  columns: number
  /** Whether the line above ends in a colon: a list may follow. */
  underColon: boolean
  /** Whether the line above ends a sentence or a clause, or is a heading. */
  apart: boolean
  /** Whether it is a phrase whose number the numbers of the paragraphs round it pass by: a heading. */
  heads: boolean
  /** In how many lists a bullet stands, as far as the format knows. */
  lists: number
  /** Whether a tab parts the label from its text, or it begins a block where nothing but a label stands. */
  setOff: boolean
  /** The labels of the lines that follow. */
  upcoming: () => readonly LabelMatch[]
}

/** How well a reading fits, and where. */
type Placing = Pick<SequencedLabel, 'after' | 'fit' | 'level'>

interface Level {
  key: string
  ordinal: number
}

/** What scans read in place of the letters from a on: `o`, `h`, `e`, and `t` for f, as numbers of letters. */
const scanTwins: readonly (number | undefined)[] = [15, 8, 5, undefined, undefined, 20]

/** Labels of sections and of numbered paragraphs count by themselves; items count inside the paragraph. */
function keyOf({ style, capital }: Pick<LabelReading, 'capital' | 'style'>, shape: LabelShape, lists = 0): string {
  return `${style} ${shape}${capital ? ' capital' : ''}${lists > 0 ? ` ${lists}` : ''}`
}

/** The first number of a label that counts paragraphs. */
function mainNumber({ readings: [first], shape }: LabelMatch): number | undefined {
  return first && isMain(first, shape) && shape !== 'bare' ? (first.path?.[0] ?? first.ordinal) : undefined
}

/** Follows the labels of a document and tells which reading of a label continues an open list. */
export class LabelSequence {
  readonly #series = new OpenSeries()
  #headings: Level[] = []
  #items: Level[] = []
  /** Whether paragraphs of the document are numbered `2.1`: numbers may stand without a point then. */
  readonly #decimal: boolean
  /** Whether decimal paragraphs are those of another document, of which some are taken up. */
  #takesUp = false
  /** Whether the last decimal ended in a bracket. */
  #bracketed = false

  constructor(decimal: boolean) {
    this.#decimal = decimal
  }

  /** The likeliest reading here; `undefined` where none fits. */
  read(match: LabelMatch, line: LabelledLine): SequencedLabel | undefined {
    const fits: SequencedLabel[] = []
    for (const reading of this.#readings(match, line)) {
      const fit = this.#fit(reading, match, line)
      if (fit) fits.push(fit)
    }
    const misread = fits.some(({ fit }) => fit === 'next' || fit === 'start') ? undefined : this.#misread(match, line)
    if (misread) return misread
    if (fits.length < 2) return fits[0]
    const continued = fits.find(({ fit }) => fit === 'next')
    const started = likeliestStart(fits.filter(({ fit }) => fit === 'start'), line)
    // A number with a phrase, and below it the same number or its first decimal: the heading of what follows.
    const heading = fits.find(({ capital, style }) => capital && style === 'decimal')
    if (heading && this.#headsWhatFollows(heading.ordinal, line)) return heading
    // "(i)" after "(h)": a ninth letter, unless "(ii)" comes before "(j)".
    if (continued && started && startsList(started, line.upcoming())) return started
    // A short line with a number that is not due is a heading before it is a paragraph out of order.
    return continued ?? (heading && heading.fit !== 'gap' ? heading : undefined) ?? started ?? fits[0]
  }

  /** Takes a label as read: what follows is counted from it. Where it stands in a column in front of its text, items above go on. */
  accept(label: SequencedLabel, line: Pick<LabelledLine, 'columns' | 'indent' | 'lists' | 'underColon'>, inColumn = false): void {
    if (isMain(label, label.shape)) {
      this.#series.accept(label, line)
      if (label.path) this.#bracketed = label.shape === 'paren'
      if (!inColumn) this.#items = []
      return
    }
    const key = keyOf(label, label.shape, label.style === 'bullet' ? line.lists : 0)
    const levels = label.capital ? this.#headings : this.#items
    const at = levels.findLastIndex((level) => level.key === key)
    if (at >= 0) levels.length = at
    levels.push({ key, ordinal: label.ordinal })
    if (!label.capital) return
    this.#items = []
    // A heading ends what was quoted above it; its number may be that of the decimals below.
    this.#series.dropNested()
    if (label.style === 'decimal') this.#series.top.path = [label.ordinal]
  }

  /** A new part with a numbering of its own begins. */
  restart(): void {
    this.#series.restart()
    this.#headings = []
    this.#items = []
  }

  /** An enacting formula: another resolution begins, and numbers of the one before may come again. */
  begin(): void {
    this.#series.begin()
    this.#items = []
  }

  /** The readings of a label, one of them as a heading, and `l.` as the first number. */
  #readings(match: LabelMatch, line: LabelledLine): LabelReading[] {
    const { short, upcoming, indent, columns } = line
    const { readings, shape, value } = match
    const [first] = readings
    if (line.heads && first) return [{ style: 'decimal', ordinal: first.ordinal, capital: true }]
    if (/^[lI] ?\.$/.test(value) && (!short || value.startsWith('l')) && (this.#series.top.last === 0 || this.#series.outer(2, indent, columns) === undefined) && upcoming().map(mainNumber).find((number) => number !== undefined) === 2)
      return [{ style: 'decimal', ordinal: 1, capital: false }]
    if (!short || (shape !== 'dot' && shape !== 'dash') || first?.style !== 'decimal' || first.path) return readings
    const due = first.ordinal === this.#series.top.last + 1 || this.#headings.length === 0
    return due && !this.#headsWhatFollows(first.ordinal, line) ? readings : [...readings, { style: 'decimal', ordinal: first.ordinal, capital: true }]
  }

  /** Whether a number with a phrase heads the paragraphs below it: the next one has the same number, or is a decimal of it. */
  #headsWhatFollows(ordinal: number, { upcoming }: LabelledLine): boolean {
    const next = upcoming().find(({ readings: [first], shape }) => first && isMain(first, shape) && shape !== 'bare')
    const [first] = next?.readings ?? []
    if (!first) return false
    return first.path ? next?.readings.some(({ path }) => path?.[0] === ordinal) === true : first.ordinal === ordinal
  }

  #fit(reading: LabelReading, printed: LabelMatch, line: LabelledLine): SequencedLabel | undefined {
    const { style, ordinal, capital, path } = reading
    const shape = this.#shapeOf(reading, printed.shape)
    const match = shape === printed.shape ? printed : { ...printed, shape }
    const found = path ? this.#fitDecimal(path, shape, line) : isMain(reading, shape) ? this.#fitMain(ordinal, shape, line) : style === 'bullet' ? this.#fitBullet(shape, line) : this.#fitList(reading, match, line)
    if (!found) return undefined
    const count = style === 'bullet' ? found.after + 1 : ordinal
    return sequenced({ style, ordinal: count, capital, path }, match, found)
  }

  /** The form of a label, or that of the open list in which it is due and which differs from it by the bracket in front: `(n)`, `o )`, `(p)`. */
  #shapeOf(reading: LabelReading, shape: LabelShape): LabelShape {
    const other = withOtherBracket(shape)
    if (!other || reading.ordinal < 2) return shape
    const [own, due] = [shape, other].map((form) => this.#items.findLast(({ key }) => key === keyOf(reading, form)))
    return own === undefined && due?.ordinal === reading.ordinal - 1 ? other : shape
  }

  #fitMain(ordinal: number, shape: LabelShape, line: LabelledLine): Placing | undefined {
    const top = this.#series.top
    if (shape === 'bare' && !(this.#decimal && line.apart && (ordinal === top.last + 1 || ordinal === 1 || (isGap(top.last, ordinal) && bareGoesOn(ordinal, line))))) return undefined
    const outer = this.#series.outer(ordinal, line.indent, line.columns)
    if (outer !== undefined) return { fit: 'next', after: ordinal - 1, level: this.#series.levelOf(outer) }
    const level = this.#series.level
    if (ordinal === 1) return { fit: 'start', after: 0, level: top.last > 0 && line.underColon ? level + 1 : level }
    // An extract may begin anywhere.
    if (top.last === 0) return ordinal < leastYear || isInRun(ordinal, line) ? { fit: 'gap', after: 0, level } : undefined
    // The same number twice is a slip of the document, and so are the one before it and a few that are missing.
    if (ordinal >= (line.apart ? top.last - 1 : top.last) && ordinal <= top.last + 1 + mostMissing) return { fit: 'gap', after: top.last, level }
    if (ordinal >= leastYear) return undefined
    // Many are missing, or a series lost its first: others go on from here.
    const next = line.upcoming().map(mainNumber).find((number) => number !== undefined)
    const goesOn = next === ordinal + 1 || next === ordinal + 2
    return line.apart && (goesOn || line.setOff) ? { fit: 'jump', after: top.last, level } : undefined
  }

  #fitDecimal(path: readonly number[], shape: LabelShape, line: LabelledLine): Placing | undefined {
    const { path: last } = this.#series.top
    const level = path.length
    if (shape === 'paren' && !(line.apart && this.#isInBracketedSeries(path, line))) return undefined
    if (isSuccessor(last, path)) return { fit: 'next', after: (path.at(-1) ?? 1) - 1, level }
    const goesOn = line.upcoming().find(({ readings: [first] }) => first?.path)?.readings.some((reading) => reading.path && isSuccessor(path, reading.path)) === true
    if (!this.#decimal && !goesOn) return undefined
    const distance = distanceOf(last, path)
    const isFar = distance > 1 + mostMissing
    // A reply takes up some of the paragraphs of another document, in their order: none of them is missing.
    if (isFar) this.#takesUp ||= line.apart && isLater(last, path)
    if (distance > 0 && (!isFar || (line.apart && isLater(last, path)))) return { fit: 'gap', after: isSibling(last, path) && !this.#takesUp ? (last[level - 1] ?? 0) : (path.at(-1) ?? 1) - 1, level }
    const [next, second] = line.upcoming().flatMap(({ readings: [first] }) => (first?.path ? [first.path] : []))
    return (goesOn || (next && second && isLater(path, next) && isLater(next, second))) && line.apart ? { fit: path.at(-1) === 1 ? 'start' : 'jump', after: 0, level } : undefined
  }

  /** Whether `3.1)` stands in a series of its form: the one before goes on with it, or it with the one behind. */
  #isInBracketedSeries(path: readonly number[], { upcoming }: LabelledLine): boolean {
    if (this.#bracketed && isSuccessor(this.#series.top.path, path)) return true
    const next = upcoming().find(({ readings: [first] }) => first?.path)
    return next?.shape === 'paren' && next.readings.some((reading) => reading.path && isSuccessor(path, reading.path))
  }

  #fitBullet(shape: LabelShape, { lists }: LabelledLine): Placing {
    const at = this.#items.findLastIndex(({ key }) => key === keyOf({ style: 'bullet', capital: false }, shape, lists))
    const open = this.#items[at]
    const base = this.#base()
    return open ? { fit: 'next', after: open.ordinal, level: base + at + 1 } : { fit: 'start', after: 0, level: base + this.#items.length + 1 }
  }

  #fitList(reading: LabelReading, { shape, value }: LabelMatch, line: LabelledLine): Placing | undefined {
    const key = keyOf(reading, shape)
    const { ordinal, capital } = reading
    const { apart } = line
    const short = line.short || line.heads
    const levels = capital ? this.#headings : this.#items
    const at = levels.findLastIndex((level) => level.key === key)
    const level = this.#base() + (at < 0 ? levels.length : at) + 1
    const open = levels[at]
    const fit = open && fitAfter(open.ordinal, ordinal)
    if (fit) return { fit, after: fit === 'start' ? 0 : open.ordinal, level }
    if (!capital && this.#headsParagraph(line)) return { fit: 'jump', after: 0, level: this.#base() + 1 }
    const goesOn = apart && nextOfList(reading, shape, line)?.ordinal === ordinal + 1
    // Chinese numerals count paragraphs, too: many are missing, or one was miscounted, and others go on from here.
    const counts = reading.style === 'hanzi' && goesOn
    if (open) return counts ? { fit: 'jump', after: open.ordinal, level } : undefined
    if (ordinal === 1) return { fit: 'start', after: 0, level }
    // A list whose first labels were lost; a capital in mid text is an initial rather, and `د. سميرة` begins with a title.
    if (ordinal <= 1 + mostMissing && (!capital || short) && value !== 'د.') return { fit: 'gap', after: 0, level }
    if (apart && short && capital && (line.heads || (ordinal < 40 && reading.style === 'roman'))) return { fit: 'jump', after: 0, level }
    // The letters of a list may have been counted on from another one.
    return counts || (!capital && (goesOn || (apart && line.setOff))) ? { fit: 'jump', after: 0, level } : undefined
  }

  /** Whether a phrase stands above the paragraph that is due: it heads some, and its letter counts across them. */
  #headsParagraph({ apart, phrase, upcoming }: LabelledLine): boolean {
    const [next] = upcoming()
    return apart && phrase && next !== undefined && this.#series.top.last > 0 && mainNumber(next) === this.#series.top.last + 1
  }

  /** A letter that a scan got wrong: the one that its neighbours leave out, or the one that is due and looks like it. */
  #misread(match: LabelMatch, { upcoming }: LabelledLine): SequencedLabel | undefined {
    const { readings, shape } = match
    for (const reading of readings) {
      const { style, capital } = reading
      if (capital || style === 'decimal' || style === 'bullet') continue
      const at = this.#items.findLastIndex(({ key }) => key === keyOf(reading, shape))
      const after = this.#items[at]?.ordinal ?? 0
      const next = upcoming().find((label) => label.shape === shape && label.readings.some((other) => other.style === style))
      const isTwin = (ordinal: number, index: number): boolean => style === 'latin' && scanTwins[index] === ordinal
      const leftOut = next?.readings.some((other) => other.style === style && (other.ordinal === after + 2 || isTwin(other.ordinal, after + 1))) === true
      const alike = isTwin(reading.ordinal, after)
      if (at >= 0 ? leftOut || alike : leftOut && alike)
        return sequenced({ style, ordinal: after + 1, capital }, match, { fit: at < 0 ? 'start' : 'next', after, level: this.#base() + (at < 0 ? this.#items.length : at) + 1 })
    }
    return undefined
  }

  /** Level of the paragraph that items stand in. */
  #base(): number {
    const { path, last } = this.#series.top
    if (last === 0 && path.length === 0) return 0
    return path.length > 1 ? path.length : this.#series.level
  }
}

/** A reading with how well it fits; all labels have all properties, as all blocks do. */
function sequenced({ style, ordinal, capital, path }: LabelReading, { shape, value }: LabelMatch, { fit, after, level }: Placing): SequencedLabel {
  return { style, ordinal, capital, path, shape, fit, after, level, length: value.length }
}

function fitAfter(last: number, ordinal: number): Fit | undefined {
  if (ordinal === last + 1) return 'next'
  if (ordinal === 1) return 'start'
  return ordinal >= last && ordinal <= last + 1 + mostMissing ? 'gap' : undefined
}

/** Whether a decimal paragraph stands beside another one or below it: the numbers in front of its last one are the same. */
function isSibling(last: readonly number[], path: readonly number[]): boolean {
  return last.length >= path.length && path.slice(0, -1).every((number, index) => number === last[index])
}

function isGap(last: number, ordinal: number): boolean {
  return last > 0 && ordinal > last && ordinal <= last + 1 + mostMissing
}

/** Whether the next number that nothing sets off is one more. */
function bareGoesOn(ordinal: number, { upcoming }: LabelledLine): boolean {
  return upcoming().find(({ shape }) => shape === 'bare')?.readings[0]?.ordinal === ordinal + 1
}

/** The years of this age and the one before: a chronicle has one after the other. */
const [firstYear, lastYear] = [1800, 2100]

/** Whether the three numbers behind one that may be a year are each one more, and it is too small or too great for one. */
function isInRun(ordinal: number, { upcoming }: LabelledLine): boolean {
  if (ordinal >= firstYear && ordinal <= lastYear) return false
  const numbers = upcoming().map(mainNumber).filter((number) => number !== undefined)
  return [1, 2, 3].every((more) => numbers[more - 1] === ordinal + more)
}
