import type { LabelMatch } from '../../grammar/label.ts'
import type { LanguageCode } from '../../language/code.ts'
import type { LabelledLine } from '../labels/label-sequence.ts'
import { isUnderColon } from '../labels/line-label.ts'
import type { Line } from '../lines/line.ts'
import { isPhraseLine } from '../lines/phrase-line.ts'
import { endsClause, endsInColon, endsInMark, endsSentence } from '../lines/sentence-end.ts'
import type { JoinedLines } from './joined-lines.ts'
import { roomIn, type Layout } from './measure-layout.ts'

/** Lines and labels that are looked at ahead to tell "(i)" the letter from "(i)" the number. */
const ahead = { lines: 60, labels: 12 } as const

/** A line of body text, and what may be its label. */
interface Labelled {
  body: readonly Line[]
  index: number
  next: Line
  match: LabelMatch | undefined
  /** The labels of all lines. */
  labels: ReadonlyArray<LabelMatch | undefined>
  /** Whether its number heads the paragraphs below it. */
  heads: boolean
  /** The block above. */
  open: JoinedLines | undefined
  layout: Layout
  language: LanguageCode
}

/** What the sequence of labels asks of the line that one stands on. */
export function readLabelledLine({ body, index, next, match, labels, heads, open, layout, language }: Labelled): LabelledLine {
  const previous = body[index - 1]
  // A label alone on its line has its text on the next.
  const own = match && (match.value === next.value ? (body[index + 1] ?? next) : next)
  return {
    short: own !== undefined && isPhraseLine(own),
    phrase: own !== undefined && !endsInMark(own.value),
    indent: next.indent,
    columns: own?.columns ?? 0,
    underColon: isUnderColon(body, index),
    heads,
    lists: next.facts.bullet ?? 0,
    setOff: match !== undefined && (isTabbedOff(next, match) || (layout.blocks > 0.5 && isSetOffBlock(previous, next, match))),
    apart: !previous || isApart(previous, next, open, layout, language),
    upcoming: upcoming(labels, index)
  }
}

/** Whether no sentence goes on from the line above. */
function isApart(previous: Line, next: Line, open: JoinedLines | undefined, layout: Layout, language: LanguageCode): boolean {
  if (layout.blocks > 0.5 || previous.columns < 0.7 * layout.text || next.gap > layout.gap) return true
  if (endsSentence(previous.value) || endsClause(previous.value)) return true
  return open?.label?.capital === true || (open?.lines.length === 1 && !open.label) || leavesRoom(previous, next, layout, language)
}

/** Whether a line was left short in front of the next, or not filled. */
function leavesRoom(above: Line, next: Line, layout: Layout, language: LanguageCode): boolean {
  const room = roomIn(above, next, layout, language)
  return room === 'short' || room === 'word'
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
