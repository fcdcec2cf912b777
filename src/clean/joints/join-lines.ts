import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInHonorific } from '../../language/honorific.ts'
import type { LabelMatch } from '../../grammar/label.ts'
import { isTitledChapter } from '../../grammar/article-word.ts'
import { isOpeningFormula } from '../../grammar/formula.ts'
import { opensNote } from '../../grammar/note-wording.ts'
import { isPreambleHeading, preambularOpenings } from '../../grammar/preamble.ts'
import { opensTitle } from '../../grammar/title-opening.ts'
import type { Report } from '../../message/report.ts'
import { rawOffset } from '../../tree/mapped-text.ts'
import type { Locator } from '../../tree/place.ts'
import { hasDecimals } from '../labels/decimal-path.ts'
import { LabelSequence, type LabelledLine } from '../labels/label-sequence.ts'
import { bareLabel, givenLabel, isNumberedHeading, isUnderColon, weakLabel } from '../labels/line-label.ts'
import { numberHeadings } from '../labels/number-headings.ts'
import type { SequencedLabel } from '../labels/sequenced-label.ts'
import { LineWords } from '../lines/line-words.ts'
import type { Line } from '../lines/line.ts'
import { measureNumbering } from '../lines/measure-numbering.ts'
import { endsInComma, endsSentence } from '../lines/sentence-end.ts'
import { isParallelClause } from '../lines/parallel-clause.ts'
import { isHeadingLike, isLabelledPhrase, isLongHeading } from '../lines/phrase-line.ts'
import { smallWords } from '../lines/word-case.ts'
import type { JoinedLines } from './joined-lines.ts'
import { endsColumn, goesOnInColumn, isInColumn } from './label-column.ts'
import { readLabelledLine } from './labelled-line.ts'
import { measureLayout, type Layout } from './measure-layout.ts'
import { measureParagraphs, type Paragraphs } from './measure-paragraphs.ts'
import type { LinePair } from './line-pair.ts'
import { isPlainContinuation } from './plain-continuation.ts'
import { closesBracket, endsDesignation, endsReference, isMarkAlone } from './rest-of-reference.ts'
import { mayBeRest, settleBlocks, type ToldByLayout } from './settle-blocks.ts'
import { opensSignatureBlock } from './signature-block.ts'
import { decided, weighJoint, type Joint } from './weigh-joint.ts'

/** What is known of a document whose lines are joined. */
export interface JoiningDraft {
  lines: readonly Line[]
  /** How far each line is a block by itself, 0 to 1. */
  blockLines: number
  language: LanguageCode
  place: Locator
  report: Report
  /** Whether what was weighed is kept. */
  observed: boolean
  /** Called with all that was weighed. */
  weighed?: (joint: Joint) => void
}

/** A sum of evidence nearer to 0 than this is reported. */
const unsure = 0.5

/** Puts the printed lines of body text together to blocks, each break weighed. */
export function joinLines(draft: JoiningDraft): JoinedLines[] {
  return new LineJoiner(draft).join()
}

/** A label that the run of the text bears out, and the line that it stands on. */
interface BorneLabel {
  label: SequencedLabel
  line: LabelledLine
}

/** A line of body text, and what is read of it. */
interface ReadLine {
  next: Line
  index: number
  words: LineWords
  layout: Layout
  /** Whether `Mr.` or the like stands above it: `A. Smith` is no item then. */
  named: boolean
  borne: BorneLabel | undefined
}

class LineJoiner {
  readonly #draft: JoiningDraft
  readonly #body: readonly Line[]
  /** Which lines have furniture, notes or a page break in front. */
  readonly #crossed: readonly boolean[]
  /** What may be the label of each line. */
  readonly #labels: ReadonlyArray<LabelMatch | undefined>
  readonly #layoutAt: (index: number) => Layout
  readonly #paragraphs: Paragraphs
  /** Whether a line stands between a numbered paragraph and the next number. */
  readonly #numbered: (index: number) => boolean
  /** The lines whose number heads what follows. */
  readonly #headings: ReadonlySet<number>
  readonly #sequence: LabelSequence
  readonly #anew: (line: Line) => boolean
  readonly #blocks: JoinedLines[] = []
  readonly #told: ToldByLayout[] = []
  /** Blank lines between the lines of the open block, once that is known. */
  #inner: number | undefined
  #signing = false
  /** The last block that may be an office below a signature, which the format parts from it. */
  #office: number | undefined
  #preamble = false
  /** Where labels stand above, each alone on its line, and since then none but of levels below: their level. */
  #belowColumn: number | undefined
  #wordsAbove: LineWords | undefined
  #layoutAbove: Layout | undefined

  constructor(draft: JoiningDraft) {
    const { lines, blockLines, language } = draft
    this.#draft = draft
    const { body, crossed } = takeBody(lines)
    const printed = body.map(({ label }) => label)
    const decimal = hasDecimals(printed)
    this.#body = body
    this.#crossed = crossed
    this.#labels = decimal ? printed.map((label, index) => label ?? bareLabel(body[index]?.value ?? '')) : printed
    this.#layoutAt = measureLayout(body, blockLines, language)
    this.#paragraphs = measureParagraphs(body, this.#layoutAt, language)
    this.#numbered = measureNumbering(this.#labels)
    this.#headings = numberHeadings(this.#labels, (index) => isLabelledPhrase(body, index, this.#isLabelled, language), (index) => isUnderColon(body, index))
    this.#sequence = new LabelSequence(decimal)
    this.#anew = smallWords(body)
  }

  join(): JoinedLines[] {
    this.#body.forEach(this.#take)
    return settleBlocks(this.#blocks, this.#told, this.#draft.language, this.#draft.observed)
  }

  /** Puts a line into the open block, or begins another one with it. */
  readonly #take = (next: Line, index: number): void => {
    const { language, weighed, place, report } = this.#draft
    const layout = this.#layoutAt(index)
    const open = this.#blocks.at(-1)
    if (open && this.#goesOnPlainly(next, index, layout)) {
      const joint = decided(next, false, 'plain-continuation')
      weighed?.(joint)
      this.#goOn(open, next, index, joint)
      this.#wordsAbove = undefined
      this.#layoutAbove = layout
      return
    }
    const words = new LineWords(next.value, language)
    const named = index > 0 && endsInHonorific(this.#body[index - 1]?.value ?? '', language)
    const line: ReadLine = { next, index, words, layout, named, borne: this.#readLabel(next, index, layout, named) }
    const joint = open && this.#joint(open, line)
    if (joint) weighed?.(joint)
    const weight = joint?.weight ?? Infinity
    if (open && weight <= 0) this.#goOn(open, next, index, joint)
    else this.#begin(line, joint)
    if (Math.abs(weight) < unsure) report('clean:line-unsure', place.point(rawOffset(next.text, 0)), { actual: next.value.slice(0, 24), decision: weight > 0 ? 'kept apart' : 'joined' })
    this.#wordsAbove = words
    this.#layoutAbove = layout
  }

  #goesOnPlainly(next: Line, index: number, { blocks }: Layout): boolean {
    const previous = this.#body[index - 1]
    if (!previous || this.#signing || this.#crossed[index] || blocks > 0.5) return false
    return isPlainContinuation(previous, next, this.#draft.language) && !endsColumn(this.#blocks)
  }

  readonly #isLabelled = (index: number): boolean => this.#labels[index] !== undefined

  /** The label of a line; most lines have none, and what is only asked of one that has is not found for them. */
  #readLabel(next: Line, index: number, layout: Layout, named: boolean): BorneLabel | undefined {
    const body = this.#body
    const labels = this.#labels
    const { language } = this.#draft
    const previous = body[index - 1]
    const printed = next.named || named ? undefined : (labels[index] ?? weakLabel(body, index))
    const match = printed && (closesBracket(previous, printed) || isMarkAlone(body, index, printed)) ? undefined : printed
    if (!match && !next.facts.label) return undefined
    const heads = this.#headings.has(index) || isNumberedHeading(next)
    const line = readLabelledLine({ body, index, next, match, labels, heads, open: this.#blocks.at(-1), layout, language })
    const read = match && this.#sequence.read(match, line)
    const label = givenLabel(next, read) ?? (read && (endsReference(body, index, read, line.upcoming, language) || (read.fit !== 'next' && endsDesignation(previous, next, language))) ? undefined : read)
    return label && { label, line }
  }

  /** What tells whether a block begins with a line. */
  #joint(open: JoinedLines, { next, index, words, layout, named, borne }: ReadLine): Joint | undefined {
    const body = this.#body
    const { language, observed } = this.#draft
    const label = borne?.label
    const previous = body[index - 1]
    const below = body[index + 1]
    if (!previous) return undefined
    const column = label === undefined && endsColumn(this.#blocks) && /\p{L}/u.test(next.value)
    if (this.#belowColumn !== undefined && label && !label.capital && label.level <= this.#belowColumn) this.#belowColumn = undefined
    const given = givenJoint(previous, next)
    if (given && !mayBeSettled(given, previous, next, label)) return given
    // With a small letter a line goes on: it is not asked whether it heads anything.
    const begins = !label && !(languages[language].cased && words.small)
    const pair: LinePair = {
      body,
      index,
      previous,
      next,
      words,
      wordsAbove: this.#wordsAbove ?? new LineWords(previous.value, language),
      label,
      open,
      signing: this.#signing,
      column,
      // Below a column of labels its number stands above.
      numbered: this.#numbered(index) && this.#belowColumn === undefined,
      preamble: this.#preamble,
      width: layout.blocks > 0.5 ? undefined : layout.text,
      crossing: this.#crossed[index] ?? false,
      inner: this.#inner,
      after: this.#crossed[index + 1] ? undefined : below?.gap,
      headingLike: begins && isHeadingLike(next, below, this.#isLabelled(index + 1), layout.text, language),
      longHeading: begins && isLongHeading(body, index, this.#isLabelled, layout.text, language),
      anew: this.#anew,
      parallel: layout.blocks > 0.5 && isParallelClause(next, previous, below),
      recital: this.#preamble && isRecital(open.lines[0], language) && !isRecital(next, language) && !isOfNote(next, language),
      underHeading: isLabelledHeading(open) || (open.lines.length === 1 && isTitledChapter(previous.value, language)),
      titleAbove: this.#layoutAbove?.title ?? (open.lines.length === 1 && opensTitle(previous.value, language) ? previous.columns : undefined),
      named,
      layout,
      paragraphs: this.#paragraphs,
      language
    }
    const joint = given && given.weight > 0 ? given : weighJoint(pair, observed)
    const count = this.#blocks.length
    const office = given !== undefined && (this.#signing || this.#office === count - 1)
    if (office) this.#office = count
    if (office || mayBeRest(joint, pair)) this.#told.push({ index: count, pair })
    return joint
  }

  #goOn(open: JoinedLines, next: Line, index: number, joint: Joint | undefined): void {
    if (!this.#crossed[index] && (open.lines.length === 1 || this.#inner !== undefined)) this.#inner = next.gap
    open.lines.push(next)
    this.#preamble ||= this.#closesFormula(open, next)
    if (!joint) return
    open.breaks?.push(joint.weight)
    open.inside?.push(joint)
  }

  /** Whether a line is the second half of an opening formula. */
  #closesFormula({ lines, label }: JoinedLines, { value }: Line): boolean {
    const { language } = this.#draft
    const [first] = lines
    return first !== undefined && !label && lines.length === 2 && endsInComma(value) && isOpeningFormula(`${first.value}${languages[language].spaced ? ' ' : ''}${value}`, language)
  }

  #begin({ next, index, words, borne }: ReadLine, joint: Joint | undefined): void {
    const body = this.#body
    const { language, observed } = this.#draft
    const open = this.#blocks.at(-1)
    const label = borne?.label
    const block: JoinedLines = { lines: [next] }
    if (label) block.label = label
    if (observed) block.inside = []
    if (observed && joint) block.joint = joint
    if (this.#belowColumn !== undefined) block.breaks = []
    if (open && goesOnInColumn(open, block)) this.#belowColumn = label?.level
    this.#blocks.push(block)
    this.#inner = undefined
    this.#signing = opensSignatureBlock({ body, index, next, signing: this.#signing, language })
    if (this.#signing) block.signature = true
    // Two recitals, one under the other, are a preamble, whatever was lost above them.
    this.#preamble = words.formula || isPreambleHeading(next.value) || (!label && (this.#preamble || (joint?.opening.includes('preambular-opening') ?? false)))
    if (words.section) this.#sequence.restart()
    if (words.formula) this.#sequence.begin()
    // What a column counts stands below, and so may the rest of what was counted above.
    if (borne) this.#sequence.accept(borne.label, borne.line, isInColumn(open, block, body[index + 1]))
  }
}

/** Whether a block is a heading with a label, so far of one line, the label on it or alone on the line above. */
function isLabelledHeading({ label, lines }: JoinedLines): boolean {
  return label?.capital === true && lines.length === (label.length === lines[0]?.value.length ? 2 : 1)
}

/** What the format knows of the end of a paragraph between two lines. */
function givenJoint(previous: Line, next: Line): Joint | undefined {
  if (previous.facts.ends !== undefined) return decided(next, previous.facts.ends, 'given')
  return next.facts.label || next.facts.heading !== previous.facts.heading ? decided(next, true, 'given') : undefined
}

/** Whether a page was asked for the end of a paragraph, by where lines stand on it: words may know better, and so may the next number behind a sentence. */
function mayBeSettled({ weight }: Joint, previous: Line, next: Line, label: SequencedLabel | undefined): boolean {
  if (previous.facts.box === undefined) return false
  if (weight < 0) return label?.fit === 'next' && endsSentence(previous.value)
  return !next.facts.label && next.facts.heading === previous.facts.heading
}

/** The lines of body text, and which of them have furniture, notes or a page break in front. */
function takeBody(lines: readonly Line[]): { body: Line[]; crossed: boolean[] } {
  const body: Line[] = []
  const crossed: boolean[] = []
  let crossing = false
  lines.forEach((line) => {
    if (line.role !== 'body') {
      crossing = true
      return
    }
    crossed.push(crossing || (body.at(-1)?.page ?? line.page) !== line.page)
    body.push(line)
    crossing = false
  })
  return { body, crossed }
}

function isRecital(line: Line | undefined, language: LanguageCode): boolean {
  return preambularOpenings[language].test(line?.value ?? '')
}

/** Whether a line is a piece of a note that lost its rule: its number alone, or words of a reference. */
function isOfNote({ value }: Line, language: LanguageCode): boolean {
  return /^\d{1,3}$/.test(value) || opensNote(value, language)
}
