import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInHonorific } from '../../language/honorific.ts'
import { bulletMatch, isWeakBullet, readLabel, readWeakLabel, type LabelMatch } from '../../grammar/label.ts'
import { isArticleHeading, isTitledChapter } from '../../grammar/article-word.ts'
import { opensNote } from '../../grammar/note-wording.ts'
import { isPreambleHeading, preambularOpenings } from '../../grammar/preamble.ts'
import { opensTitle } from '../../grammar/title-opening.ts'
import type { Report } from '../../message/report.ts'
import { rawOffset } from '../../tree/mapped-text.ts'
import type { Locator } from '../../tree/place.ts'
import { opensSignatureBlock } from './signature-block.ts'
import { hasDecimals } from '../labels/decimal-path.ts'
import { endsColumn, goesOnInColumn, isInColumn } from './label-column.ts'
import { closesBracket, endsDesignation, endsReference } from './rest-of-reference.ts'
import { LabelSequence, type LabelledLine } from '../labels/label-sequence.ts'
import { numberHeadings } from '../labels/number-headings.ts'
import type { SequencedLabel } from '../labels/sequenced-label.ts'
import type { JoinedLines } from './joined-lines.ts'
import { LineWords } from '../lines/line-words.ts'
import type { Line } from '../lines/line.ts'
import { measureLayout, roomIn, type Layout } from './measure-layout.ts'
import { measureParagraphs } from './measure-paragraphs.ts'
import { measureNumbering } from '../lines/measure-numbering.ts'
import { endsClause, endsInColon, endsInMark, endsSentence } from '../lines/sentence-end.ts'
import { isParallelClause } from '../lines/parallel-clause.ts'
import { isHeadingLike, isLabelledPhrase, isLongHeading, isPhraseLine } from '../lines/phrase-line.ts'
import type { LinePair } from './line-pair.ts'
import { mayBeRest, settleBlocks, type ToldByLayout } from './settle-blocks.ts'
import { weighJoint, type Joint } from './weigh-joint.ts'
import { smallWords } from '../lines/word-case.ts'

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

/** Lines and labels that are looked at ahead to tell "(i)" the letter from "(i)" the number. */
const ahead = { lines: 60, labels: 12 } as const

/** Puts the printed lines of body text together to blocks, each break weighed. */
export function joinLines({ lines, blockLines, language, place, report, observed, weighed }: JoiningDraft): JoinedLines[] {
  const { body, crossed } = takeBody(lines)
  const printed = body.map(({ label }) => label)
  const decimal = hasDecimals(printed)
  const labels = decimal ? printed.map((label, index) => label ?? bareLabel(body[index]?.value ?? '')) : printed
  const isLabelled = (index: number): boolean => labels[index] !== undefined
  const layoutAt = measureLayout(body, blockLines, language)
  const paragraphs = measureParagraphs(body, layoutAt, language)
  const numbered = measureNumbering(labels)
  const heading = numberHeadings(labels, (index) => isLabelledPhrase(body, index, isLabelled, language), (index) => isColonAbove(body[index - 1]))
  const sequence = new LabelSequence(decimal)
  const anew = smallWords(body)
  const blocks: JoinedLines[] = []
  const told: ToldByLayout[] = []
  /** Blank lines between the lines of the open block, once that is known. */
  let inner: number | undefined
  let signing = false
  let preamble = false
  /** Where labels stand above, each alone on its line, and since then none but of levels below: their level. */
  let belowColumn: number | undefined
  let wordsAbove = new LineWords('', language)
  let layoutAbove: Layout | undefined

  const isRecital = (line: Line | undefined): boolean => preambularOpenings[language].test(line?.value ?? '')
  body.forEach((next, index) => {
    const open = blocks.at(-1)
    const previous = body[index - 1]
    const crossing = crossed[index] ?? false
    const layout = layoutAt(index)
    const words = new LineWords(next.value, language)
    // "Mr." at the end of a line, "A. Smith" below: an initial is no label.
    const named = previous !== undefined && endsInHonorific(previous.value, language)
    const printedMatch = named || next.named ? undefined : (labels[index] ?? weakLabel(body, index))
    const match = printedMatch && closesBracket(previous, printedMatch) ? undefined : printedMatch
    const own = match && (match.value === next.value ? (body[index + 1] ?? next) : next)
    // Most lines have no label: what is only asked of one that has is not found for them.
    const labelledLine: LabelledLine | undefined =
      match || next.facts.label
        ? {
            short: own !== undefined && isPhraseLine(own),
            phrase: own !== undefined && !endsInMark(own.value),
            indent: next.indent,
            columns: own?.columns ?? 0,
            underColon: isColonAbove(previous),
            heads: heading.has(index) || isNumberedHeading(next),
            lists: next.facts.bullet ?? 0,
            setOff: match !== undefined && (isTabbedOff(next, match) || (layout.blocks > 0.5 && isSetOffBlock(previous, next, match))),
            apart:
              !previous ||
              layout.blocks > 0.5 ||
              previous.columns < 0.7 * layout.text ||
              leavesRoom(previous, next, layout, language) ||
              (open?.lines.length === 1 && !open.label) ||
              endsSentence(previous.value) ||
              endsClause(previous.value) ||
              next.gap > layout.gap ||
              open?.label?.capital === true,
            upcoming: upcoming(labels, index)
          }
        : undefined
    const read = match && labelledLine && sequence.read(match, labelledLine)
    const label = givenLabel(next, read) ?? (read && (endsReference(body, index, read, () => labelledLine?.upcoming()[0], language) || (read.fit !== 'next' && endsDesignation(previous, next, language))) ? undefined : read)
    const column = label === undefined && endsColumn(blocks) && /\p{L}/u.test(next.value)
    if (belowColumn !== undefined && label && !label.capital && label.level <= belowColumn) belowColumn = undefined
    // Its number stands above.
    const unnumbered = numbered(index) && belowColumn === undefined
    // With a small letter a line goes on: it is not asked whether it heads anything.
    const begins = !label && !(languages[language].cased && words.small)
    const given = previous && givenJoint(previous, next)
    const pair: LinePair | undefined =
      open && previous && !given
        ? {
          body,
          index,
          previous,
          next,
          words,
          wordsAbove,
          label,
          open,
          signing,
          column,
          numbered: unnumbered,
          preamble,
          width: layout.blocks > 0.5 ? undefined : layout.text,
          crossing,
          inner,
          after: crossed[index + 1] ? undefined : body[index + 1]?.gap,
          headingLike: begins && isHeadingLike(next, body[index + 1], labels[index + 1] !== undefined || headsArticle(body[index + 1], language), layout.text, language),
          longHeading: begins && isLongHeading(body, index, isLabelled, layout.text, language),
          anew,
          parallel: layout.blocks > 0.5 && isParallelClause(next, previous, body[index + 1]),
          recital: preamble && open.label === undefined && isRecital(open.lines[0]) && !isRecital(next) && !isOfNote(next, language),
          underHeading:
            (open.label?.capital === true && open.lines.length === (open.label.length === open.lines[0]?.value.length ? 2 : 1)) ||
            (open.lines.length === 1 && isTitledChapter(previous.value, language)),
          titleAbove: layoutAbove?.title ?? (open.lines.length === 1 && opensTitle(previous.value, language) ? previous.columns : undefined),
          named,
          layout,
          paragraphs,
          language
        }
        : undefined
    const joint = open && (given ?? (pair && weighJoint(pair, observed)))
    if (joint) weighed?.(joint)
    const weight = joint?.weight ?? Infinity
    if (open && weight <= 0) {
      if (!crossing && (open.lines.length === 1 || inner !== undefined)) inner = next.gap
      open.lines.push(next)
      open.breaks?.push(weight)
      if (joint) open.inside?.push(joint)
    } else {
      const block: JoinedLines = { lines: [next] }
      if (label) block.label = label
      if (observed) block.inside = []
      if (observed && joint) block.joint = joint
      if (belowColumn !== undefined) block.breaks = []
      if (open && goesOnInColumn(open, block)) belowColumn = label?.level
      if (joint && pair && mayBeRest(joint, pair)) told.push({ index: blocks.length, pair })
      blocks.push(block)
      inner = undefined
      signing = opensSignatureBlock({ body, index, next, signing, language })
      if (signing) block.signature = true
      // Two recitals, one under the other, are a preamble, whatever was lost above them.
      preamble = words.formula || isPreambleHeading(next.value) || (!label && (preamble || (joint?.opening.includes('preambular-opening') ?? false)))
      if (words.section) sequence.restart()
      if (words.formula) sequence.begin()
      // What a column counts stands below, and so may the rest of what was counted above.
      if (label && labelledLine) sequence.accept(label, labelledLine, isInColumn(open, block, body[index + 1]))
    }
    if (Math.abs(weight) < unsure)
      report('clean:line-unsure', place.point(rawOffset(next.text, 0)), {
        actual: next.value.slice(0, 24),
        decision: weight > 0 ? 'kept apart' : 'joined'
      })
    wordsAbove = words
    layoutAbove = layout
  })
  return settleBlocks(blocks, told, language, observed)
}

/** What the format knows of the end of a paragraph between two lines. */
function givenJoint(previous: Line, next: Line): Joint | undefined {
  const given = (opens: boolean): Joint => ({ next, weight: opens ? Infinity : -Infinity, rule: 'given', opening: [], held: [] })
  if (previous.facts.ends !== undefined) return given(previous.facts.ends)
  return next.facts.label || next.facts.heading !== previous.facts.heading ? given(true) : undefined
}

/** The label that the format counts itself; which of its readings it is, i or the ninth letter, its sequence tells. */
function givenLabel({ facts: { label }, start, value }: Line, read: SequencedLabel | undefined): SequencedLabel | undefined {
  if (!label) return undefined
  const length = Math.min(value.length, label.end - start)
  const match = readLabel(value.slice(0, length)) ?? readWeakLabel(value.slice(0, length)) ?? readLabel(`${value.slice(0, length)}.`)
  const sequenced = match?.readings.find(({ style, ordinal }) => style === read?.style && ordinal === read.ordinal)
  const reading = sequenced ?? match?.readings.toSorted((a, b) => a.ordinal - b.ordinal)[0]
  return match && reading ? { ...reading, shape: match.shape, fit: 'next', after: reading.ordinal - 1, level: label.level + 1, length } : undefined
}

/** The lines of body text, and which of them have furniture, notes or a page break in front. */
function takeBody(lines: readonly Line[]): { body: Line[]; crossed: boolean[] } {
  const body: Line[] = []
  const crossed: boolean[] = []
  let crossing = false
  for (const line of lines) {
    if (line.role !== 'body') {
      crossing = true
      continue
    }
    crossed.push(crossing || (body.at(-1)?.page ?? line.page) !== line.page)
    body.push(line)
    crossing = false
  }
  return { body, crossed }
}

/** Whether a line is a piece of a note that lost its rule: its number alone, or words of a reference. */
function isOfNote({ value }: Line, language: LanguageCode): boolean {
  return /^\d{1,3}$/.test(value) || opensNote(value, language)
}

/** A number that nothing sets off, as some number paragraphs beside `2.1`. */
function bareLabel(value: string): LabelMatch | undefined {
  const match = readWeakLabel(value)
  return match?.shape === 'bare' ? match : undefined
}

/** How far below a dash the next one stands, in lines. */
const nextBullet = 12

/** A bullet or a bare number; a dash is a bullet where a letter follows it and a colon or another dash is about. */
function weakLabel(body: readonly Line[], index: number): LabelMatch | undefined {
  const value = body[index]?.value ?? ''
  const match = readWeakLabel(value)
  if (body[index]?.facts.bullet !== undefined) return bulletMatch(value)
  if (!match || match.shape !== 'bullet' || !isWeakBullet(match.value)) return match
  const words = match.value === value ? (body[index + 1]?.value ?? '') : value.slice(match.length)
  const again = (line: Line): boolean => line.value.startsWith(`${match.value} `) || line.value === match.value
  const about = isColonAbove(body[index - 1]) || body.slice(index + 1, index + nextBullet).some(again) || body.slice(Math.max(0, index - nextBullet), index).some(again)
  return /^["“«(]?\p{L}/u.test(words) && about ? match : undefined
}

/** Whether the format says that a number heads what follows. */
function isNumberedHeading({ facts, label }: Line): boolean {
  const [first] = label?.readings ?? []
  return facts.heading !== undefined && first?.style === 'decimal' && !first.path
}

/** Whether a tab parts a label from its text. */
function isTabbedOff({ tabbed, fields }: Line, { value }: LabelMatch): boolean {
  return tabbed && fields[0] === value
}

/** Whether a block on a line of its own has its label behind a sentence, above a list, or a letter in brackets: nothing else stands there. */
function isSetOffBlock(above: Line | undefined, { value }: Line, { shape, readings: [first] }: LabelMatch): boolean {
  const isLetter = first?.style !== 'decimal' && (shape === 'paren' || shape === 'parens')
  return above !== undefined && (isLetter || endsSentence(above.value) || endsInColon(value))
}

/** Whether a line was left short in front of the next, or not filled. */
function leavesRoom(above: Line, next: Line, layout: Layout, language: LanguageCode): boolean {
  const room = roomIn(above, next, layout, language)
  return room === 'short' || room === 'word'
}

function headsArticle(line: Line | undefined, language: LanguageCode): boolean {
  return line !== undefined && isArticleHeading(line.value, language)
}

function isColonAbove(above: Line | undefined): boolean {
  return above !== undefined && endsInColon(above.value)
}

/** The labels of the lines that follow, found once, when somebody asks. */
function upcoming(labels: ReadonlyArray<LabelMatch | undefined>, index: number): () => readonly LabelMatch[] {
  let found: LabelMatch[] | undefined
  return () => (found ??= following(labels, index))
}

function following(labels: ReadonlyArray<LabelMatch | undefined>, index: number): LabelMatch[] {
  const found: LabelMatch[] = []
  for (let next = index + 1; next < Math.min(labels.length, index + ahead.lines) && found.length < ahead.labels; next++) {
    const match = labels[next]
    if (match) found.push(match)
  }
  return found
}
