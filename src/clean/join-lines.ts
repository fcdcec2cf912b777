import { languages, type LanguageCode } from '../language/code.ts'
import { colophons } from '../language/colophon.ts'
import { openingFormulas } from '../language/formula.ts'
import { readLabel, type LabelMatch } from '../language/label.ts'
import { preambularOpenings } from '../language/preamble.ts'
import { endsAnnex, isArticleHeading, readPartLetter, readSectionHeading } from '../language/section-word.ts'
import { namesSignatory, opensSignature } from '../language/signature-word.ts'
import { speakerOpenings } from '../language/speaker.ts'
import { isAgendaHeading } from '../language/masthead-wording.ts'
import { opensTitle } from '../language/title-opening.ts'
import type { Report } from '../message/report.ts'
import { rawOffset } from '../tree/mapped-text.ts'
import type { Locator } from '../tree/place.ts'
import { weighBreak, type LinePair } from './break-evidence.ts'
import { LabelSequence, type SequencedLabel } from './label-sequence.ts'
import type { Line } from './line.ts'
import { endsClause, endsSentence } from './sentence-end.ts'
import { measureLayout } from './measure-layout.ts'

/** Printed lines that make one block. */
export interface JoinedLines {
  lines: Line[]
  /** The label of the first line, where the run of the text bears it out. */
  label?: SequencedLabel
  /** How sure the break in front is: the weight of the evidence, over 0. */
  weight: number
}

/** What a label adds to the evidence for a break: the next in an open list is nearly sure. */
const labelWeight = { next: 4.5, start: 3.5, gap: 1.5 } as const

/** What words add that open a paragraph: of a preamble, of a speech, of a title. */
const openingWeight = 6

/** What a preamble adds to the first number behind it: its last paragraph ends in a comma, often on a full line. */
const preambleWeight = 4

/** A sum nearer to 0 than this is reported. */
const unsure = 0.5

/** Labels that are looked at ahead to tell "(i)" the letter from "(i)" the number. */
const ahead = 12

/** Puts the printed lines of body text together to blocks, each break weighed. */
export function joinLines(all: readonly Line[], language: LanguageCode, place: Locator, report: Report): JoinedLines[] {
  const body: Line[] = []
  /** Whether furniture or notes stand in front of a body line. */
  const crossed: boolean[] = []
  let crossing = false
  for (const line of all) {
    if (line.role === 'body') {
      crossed.push(crossing || (body.at(-1)?.page ?? line.page) !== line.page)
      body.push(line)
      crossing = false
    } else crossing = true
  }
  const layoutAt = measureLayout(body)
  const labels = body.map(({ value }) => readLabel(value))
  const sequence = new LabelSequence()
  const blocks: JoinedLines[] = []
  let open: JoinedLines | undefined
  let inner: number | undefined
  /** Whether the open block is a signature; whether an opening formula was read and no label since. */
  let signing = false
  let preamble = false

  const numbered = measureNumbering(labels)

  body.forEach((next, index) => {
    const previous = body[index - 1]
    const match = labels[index]
    const label = match && sequence.read(match, isShort(match.value === next.value ? (body[index + 1] ?? next) : next), () => following(labels, index))
    const section = readSectionHeading(next.value, language)
    const pair = previous && {
      previous,
      next,
      crossing: crossed[index] ?? false,
      inner,
      after: crossed[index + 1] ? undefined : body[index + 1]?.gap,
      labelled: label !== undefined,
      headingLike: !label && isHeadingLike(next, body[index + 1], labels[index + 1] !== undefined, layoutAt(index).width, language),
      numbered: numbered(index),
      underHeading: open?.label?.capital === true && open.lines.length === 1,
      titleAbove: layoutAt(index - 1).title,
      layout: layoutAt(index),
      language
    }
    const below = body[index + 1]?.value ?? ''
    const signed = opensSignature(next.value, language)
    // "For the Government of …:" and the signature below it are one.
    const signature = language === 'zh' ? !signing && leadsToSignature(body, index, language) : signed || (namesSignatory(next.value, language) && opensSignature(below, language))
    const under = signed && signing && open?.lines.length === 1 && namesSignatory(open.lines[0]?.value ?? '', language)
    const alone = !pair || (signature && !under) || isPart(body, index, language) || isPart(body, index - 1, language) || section !== undefined || standsAlone(next.value, language) || standsAlone(pair.previous.value, language)
    let weight = alone ? Infinity : weighBreak(pair)
    if (label) weight += labelWeight[label.fit] + (preamble ? preambleWeight : label.capital ? 4 : label.style === 'decimal' ? 2 : 0)
    else if (alone) weight = Infinity
    else if (under) weight = -Infinity
    else if (open?.label && isBare(open)) weight = -Infinity
    else if (signing && goesOnSigning(next) && (language !== 'zh' || !opensSignature(pair.previous.value, language))) weight = -Infinity
    else if (endsAnnex(pair.previous.value, language)) weight = Infinity
    else if (preamble && isPreambular(pair, language)) weight += openingWeight
    else if (speakerOpenings[language].test(next.value) && endsSentence(pair.previous.value)) weight += openingWeight
    else if (opensTitle(next.value, language) && !endsClause(pair.previous.value)) weight += openingWeight + 2
    if (open && weight <= 0) {
      inner = pair?.crossing || (open.lines.length > 1 && inner === undefined) ? inner : next.gap
      open.lines.push(next)
    } else {
      open = { lines: [next], weight, ...(label ? { label } : {}) }
      blocks.push(open)
      inner = undefined
      signing = signature
      preamble = openingFormulas[language].test(next.value) || (preamble && !label)
      if (section) sequence.restart()
      if (label) sequence.accept(label)
    }
    if (Math.abs(weight) < unsure)
      report('clean:line-unsure', place.point(rawOffset(next.text, 0)), {
        actual: next.value.slice(0, 24),
        decision: weight > 0 ? 'kept apart' : 'joined'
      })
  })
  return blocks
}

/** Whether a line is a block by itself, whatever follows. */
function standsAlone(value: string, language: LanguageCode): boolean {
  const section = readSectionHeading(value, language)
  return (section !== undefined && !section.long) || colophons[language].test(value) || openingFormulas[language].test(value) || isArticleHeading(value, language) || isAgendaHeading(value, language)
}

/** Whether a line is the next paragraph of a preamble: these end in commas. */
function isPreambular({ previous, next }: LinePair, language: LanguageCode): boolean {
  return /[,，،](?:\d{1,2})?$/.test(previous.value) && preambularOpenings[language].test(next.value)
}

/** Whether a block is a label and nothing more: extractors put the text behind it on a line of its own. */
function isBare({ lines }: JoinedLines): boolean {
  const [only] = lines
  return lines.length === 1 && only !== undefined && readLabel(only.value)?.value === only.value
}

/** A letter alone on its line that parts a resolution: a title or two, and then the opening formula again. */
function isPart(body: readonly Line[], index: number, language: LanguageCode): boolean {
  const value = body[index]?.value ?? ''
  if (readPartLetter(value, language) === undefined) return false
  return body.slice(index + 1, index + 6).some((line) => openingFormulas[language].test(line.value))
}

/** A short phrase that begins anew, with another beginning below it. */
function isHeadingLike(line: Line, below: Line | undefined, labelled: boolean, width: number, language: LanguageCode): boolean {
  if (!below || line.columns > 0.7 * width || /[.;:,!?。；：，؛،]$/.test(line.value)) return false
  if (!languages[language].cased) return labelled
  return /^\p{Lu}/u.test(line.value) && (labelled || /^["“«(]?\p{Lu}/u.test(below.value))
}

/** A phrase without a mark at its end: what a heading is. */
function isShort({ value, columns }: Line): boolean {
  return columns <= 70 && !/[.;:,!?。；：，؛،]$/.test(value)
}

/** Chinese puts the office first and the name with the mark of the signature last. */
function leadsToSignature(body: readonly Line[], index: number, language: LanguageCode): boolean {
  for (const { value } of body.slice(index, index + 4)) {
    if (opensSignature(value, language)) return true
    if (value.length > 24 || /[。；：，、]/.test(value)) return false
  }
  return false
}

/** A line of a signature: a name or an office, until the text goes on. */
function goesOnSigning({ value, gap }: Line): boolean {
  return value.length < 60 && gap < 2 && (value.length < 45 || !endsSentence(value))
}

/** Tells of each line whether the number of a paragraph before it and the next one behind it follow on each other. */
function measureNumbering(labels: ReadonlyArray<LabelMatch | undefined>): (index: number) => boolean {
  const numbers = labels.map((label) => (label && (label.shape === 'dot' || label.shape === 'dash') && label.readings[0]?.style === 'decimal' ? label.readings[0].ordinal : undefined))
  const behind = new Array<number | undefined>(numbers.length)
  for (let index = numbers.length - 1, next: number | undefined; index >= 0; index--) {
    behind[index] = next
    next = numbers[index] ?? next
  }
  const before: Array<number | undefined> = []
  for (let index = 0, last: number | undefined; index < numbers.length; index++) {
    before[index] = last
    last = numbers[index] ?? last
  }
  return (index) => before[index] !== undefined && behind[index] === (before[index] ?? 0) + 1
}

function following(labels: ReadonlyArray<LabelMatch | undefined>, index: number): LabelMatch[] {
  const found: LabelMatch[] = []
  for (let next = index + 1; next < labels.length && next < index + 60 && found.length < ahead; next++) {
    const match = labels[next]
    if (match) found.push(match)
  }
  return found
}
