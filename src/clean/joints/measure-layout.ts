import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInConjunction } from '../../language/function-word.ts'
import { beginsSmall } from '../lines/first-letter.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { endsInMark } from '../lines/sentence-end.ts'
import { narrowestPage, sorted, usualWidth, widthsOf } from '../page/measure-block-lines.ts'
import { endWithWord, filledTo, firstWord, hasRoomOnPaper, narrow, type Filled } from './filled-lines.ts'

/** What is usual round a line of body text. */
export interface Layout {
  /** Width of the title that the line belongs to, where it is in one; `width` is the same then. */
  title: number | undefined
  /** Width of a full line of the text round it. */
  text: number
  /** Width of the widest line round it. */
  widest: number
  /** Width of a full line in columns: nine lines in ten are not longer, those apart that are two lines run together. */
  width: number
  /** Blank lines between two lines of a paragraph, as far as the commonest tells. */
  gap: number
  /** Columns in front of most lines. */
  indent: number
  /** Share of lines with more blank lines in front than usual: where it is high, blank lines part the paragraphs. */
  parted: number
  /** How many blank lines part paragraphs, as far as letters and widths tell: `all`, or `most`, those apart that a sentence goes on behind. */
  parting: Parting
  /** How far blank lines tell paragraphs apart, 0 to 1: some extractors scatter them over Arabic. */
  rhythm: number
  /** Characters of a full line, where the lines were cut by characters and not by their width on paper. */
  full: number | undefined
  /** Where each line ends that another word had no room in, if all lines were filled so far, as programs fill them. */
  edge: number | undefined
  /** Where lines were set by width on paper: a line that would end before with the next word has ended. Columns of a usual letter. */
  paper: number | undefined
  /** How many lines the width was measured on; few tell little. */
  count: number
  /** How far each line of the document is a block by itself, 0 to 1. */
  blocks: number
}

/** How many blank lines part paragraphs. */
export type Parting = 'all' | 'most' | 'no'

/** Lines that are measured together: about a page. */
const page = 40

/** The layout round each line of body text: pages differ, and a table of ten lines must not set the width of the rest. */
export function measureLayout(body: readonly Line[], blocks: number, language: LanguageCode): (index: number) => Layout {
  const layouts: Layout[] = []
  const parting = doBlankLinesPart(body, language)
  const filled = filledTo(body, language)
  for (let start = 0; start < body.length; start += page) layouts.push(measure(body.slice(Math.max(0, start - page / 2), start + page * 1.5), blocks, parting, filled))
  const around = (index: number): Layout => layouts[Math.floor(index / page)] ?? nothing
  const titles = titleWidths(body, around)
  const { cased } = languages[language]
  // The lines of a title have one layout.
  let [base, found] = [nothing, nothing]
  return (index) => {
    const width = titles[index]
    const usual = around(index)
    if (width === undefined) return usual
    if (base !== usual || found.title !== width) [base, found] = [usual, { ...usual, width: Math.max(width, cased ? narrowestTitle * usual.text : 0), title: width }]
    return found
  }
}

/** In fewer lines the one that seems to go on is no title: two lines of a paragraph may be all there is. */
const fewestLines = 4

/** Where scripts have no capitals, so many lines at most that seem to go on: a title over the whole width. */
const titlesAtMost = 1

/** Of the blank lines, those at most that a sentence goes on behind, where most part paragraphs: the ends of a few pages. */
const fewGoOn = 0.03

/** Whether sentences go on behind blank lines. */
function doBlankLinesPart(body: readonly Line[], language: LanguageCode): Parting {
  const { cased } = languages[language]
  const wide = cased ? 0 : Math.max(narrowestPage, narrow * usualWidth(body))
  let goingOn = 0
  let gaps = 0
  body.forEach((line, index) => {
    const above = body[index - 1]
    if (line.gap === 0 || above?.page !== line.page) return
    gaps++
    if (above.columns >= wide && goesOn(above, line, language)) goingOn++
  })
  if (goingOn <= (cased || body.length < fewestLines ? 0 : titlesAtMost)) return 'all'
  return goingOn <= fewGoOn * gaps ? 'most' : 'no'
}

/**
 * Whether a sentence may go on from one line to the next: the line above ends in no mark and no `…; and`, and where a script
 * has capitals, it is not all in capitals and the line below begins with a small letter.
 */
export function goesOn(above: Line, { value, label }: Line, language: LanguageCode): boolean {
  if (endsInMark(above.value) || endsInConjunction(above.value, language) || isLabelAlone(above)) return false
  return !languages[language].cased || (!label && beginsSmall(value) && /\p{Ll}/u.test(above.value))
}

/** How much of the width is left in a line that was left short, and in one that is full, behind room for the next word. */
const [shortBy, fullTo] = [0.12, 0.04]

/** No line of so many of the usual columns has room for a word. */
const widestWithRoom = 1.05
/** A title of several lines may be set narrower than the text by so much. */
const titleOnPaper = 0.6

/** Room for a word for sure, or much, or none; `undefined` where that is not told. */
export type Room = 'full' | 'short' | 'word' | undefined

/** What is left in a line in front of the first word of the next. */
export function roomIn(above: Line, next: Line, layout: Layout, language: LanguageCode): Room {
  // A format that knows where lines stand has asked for room itself.
  if (above.facts.box) return undefined
  const { spaced } = languages[language]
  if (layout.edge !== undefined && endWithWord(above, next, language) <= layout.edge) return 'word'
  // Where lines are cut by characters, their count tells.
  const paper = layout.paper !== undefined && layout.title !== undefined ? titleOnPaper * layout.paper : layout.paper
  if (paper !== undefined && layout.full === undefined && above.columns <= widestWithRoom * layout.text && hasRoomOnPaper(above, next, paper, language)) return 'word'
  const word = spaced ? firstWord(next.value) + 1 : 4
  // Printed lines run together: where the last of them ends, nothing tells.
  if (layout.full === undefined && above.columns > 1.25 * layout.width) return undefined
  const left = layout.full === undefined ? layout.width - above.columns : (layout.full - above.rear) * (spaced ? 1 : 2)
  return left > word + shortBy * layout.width ? 'short' : left > word + fullTo * layout.width ? undefined : 'full'
}

/** No title is set narrower than this share of the width of the text: short lines above each other are titles each, where capitals bear it out. */
const narrowestTitle = 0.5

/** For each line of a title of several lines the greatest width among them: narrow ones that end no sentence. */
function titleWidths(body: readonly Line[], around: (index: number) => Layout): Array<number | undefined> {
  const isNarrow = ({ columns, rear }: Line, { width, full }: Layout): boolean => columns < narrow * width && (full === undefined || rear < narrow * full)
  const widths = new Array<number | undefined>(body.length).fill(undefined)
  for (let start = 0; start < body.length; ) {
    let end = start
    let width = 0
    // A label in front begins an item of a list, or a title of its own.
    for (let line = body[end]; line && isNarrow(line, around(end)) && !endsInMark(line.value) && !isLabelAlone(line) && (end === start || !line.label); line = body[++end])
      width = Math.max(width, line.columns)
    if (end - start > 1) widths.fill(width, start, end)
    start = body[end]?.label && end > start ? end : end + 1
  }
  return widths
}

const nothing: Layout = { width: 0, text: 0, widest: 0, full: undefined, edge: undefined, paper: undefined, gap: 0, indent: 0, parting: 'no', rhythm: 1, parted: 0, count: 0, blocks: 0, title: undefined }

function measure(lines: readonly Line[], blocks: number, parting: Parting, { edge, paper }: Filled): Layout {
  const lengths = widthsOf(lines)
  const gap = parting !== 'no' && blocks <= 0.5 ? 0 : commonest(sorted(lines.slice(1), ({ gap }) => gap))
  const width = fullWidth(lengths)
  return {
    width,
    text: width,
    widest: lengths.at(-1) ?? 0,
    full: fullCount(lines),
    edge,
    paper,
    gap,
    indent: commonest(sorted(lines, ({ indent }) => indent)),
    parting,
    rhythm: parting !== 'no' ? 1 : rhythmOf(lines, gap, width),
    parted: lines.filter((line) => line.gap > gap).length / lines.length,
    count: lines.length,
    blocks,
    title: undefined
  }
}

/** Among fewer lines none crowd. */
const fewestMeasured = 6

/** Some exports run printed lines together: where lines crowd at a width far below the longest, that is the width. */
function fullWidth(lengths: Int32Array): number {
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  let crowd = 0
  let crowded = width
  for (let end = 0, start = 0; end < lengths.length; end++) {
    const right = lengths[end] ?? 0
    while ((lengths[start] ?? 0) < 0.88 * right) start++
    if (end - start + 1 < crowd) continue
    crowd = end - start + 1
    crowded = right
  }
  return lengths.length >= fewestMeasured && crowd >= 0.3 * lengths.length && crowded >= narrowestPage && width > 1.25 * crowded ? crowded : width
}

/** Lines that are cut by characters all have as many, but for those that end a paragraph; hardly any has more. */
function fullCount(lines: readonly Line[]): number | undefined {
  const full = commonest(sorted(lines, ({ rear }) => rear))
  let same = 0
  let longer = 0
  for (const { rear } of lines) {
    if (rear === full) same++
    else if (rear > full) longer++
  }
  return same >= 0.4 * lines.length && longer <= 0.05 * lines.length ? full : undefined
}

/** Of the lines behind more blank lines than usual, those that can begin a paragraph: the line above ends in a mark or is short. */
function rhythmOf(lines: readonly Line[], gap: number, width: number): number {
  let apart = 0
  let borne = 0
  lines.forEach((line, index) => {
    const above = lines[index - 1]
    if (!above || line.gap <= gap || above.page !== line.page) return
    apart++
    if (endsInMark(above.value) || above.columns < narrow * width) borne++
  })
  // A handful proves nothing against them.
  return apart < 6 ? 1 : Math.min(1, Math.max(0, (borne / apart - 0.6) / 0.3))
}

/** The commonest of some sorted numbers; the smallest of several that are as common. */
function commonest(numbers: Int32Array): number {
  let best = 0
  let most = 0
  for (let start = 0, end = 0; start < numbers.length; start = end) {
    while (numbers[end] === numbers[start] && end < numbers.length) end++
    if (end - start > most) {
      best = numbers[start] ?? 0
      most = end - start
    }
  }
  return best
}
