import { codeUnitTable } from '../../language/code-unit-table.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { leavesOpen } from '../../language/function-word.ts'
import { printedWidth, wordSpace } from '../geometry/letter-width.ts'
import { columnsOf } from '../geometry/measure-line.ts'
import { beginsSmall } from '../lines/first-letter.ts'
import { lastWord } from '../lines/last-word.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { endsInMark } from '../lines/sentence-end.ts'
import { sortNumbers, usualWidth } from '../page/measure-block-lines.ts'

/** Titles are set narrower than the text: lines under this share of its width are measured by themselves. */
export const narrow = 0.85

/** So many lines that go on tell where they were filled to; of the widest these are passed over. */
const [fewestFilled, widestApart] = [20, 0.005]
/** Of all these may have room for a word, which a page broke off; set by width on paper, one in five has. Without capitals, nothing else tells such a line. */
const withRoom = { cased: 0.08, uncased: 0.005 } as const

/** Where lines end that were filled word by word. */
export interface Filled {
  /** The column, where they were filled by characters. */
  edge: number | undefined
  /** The place on paper, where they were set by width. */
  paper: number | undefined
}
const unfilled: Filled = { edge: undefined, paper: undefined }

/** Where the lines of a text were filled to that go on in the next. */
export function filledTo(body: readonly Line[], language: LanguageCode): Filled {
  const { cased, spaced } = languages[language]
  // Where a script has no capitals, a line far from full may be a title.
  const wide = cased ? 0 : narrow * usualWidth(body)
  const ends: number[] = []
  const endsWithWord: number[] = []
  const goingOn: number[] = []
  let above: Line | undefined
  for (const [index, line] of body.entries()) {
    if (above && !line.label && !isLabelAlone(above) && above.columns >= wide && !endsInMark(above.value) && (!cased || beginsSmall(line.value))) {
      ends.push(above.indent + above.columns - (spaced ? 0 : hanging(above.value)))
      endsWithWord.push(endWithWord(above, line, language))
      goingOn.push(index)
    }
    above = line
  }
  if (ends.length < fewestFilled) return unfilled
  const edge = sortNumbers(new Int32Array(ends))[Math.ceil((1 - widestApart) * ends.length) - 1] ?? 0
  const room = endsWithWord.filter((end) => end <= edge).length
  if (room <= withRoom[cased ? 'cased' : 'uncased'] * ends.length) return { edge, paper: undefined }
  return ends.length < fewestOnPaper[cased ? 'cased' : 'uncased'] ? unfilled : { edge: undefined, paper: setTo(body, goingOn, language) }
}

/** So many lines tell where lines set by width end; without capitals some of them may be titles. */
const fewestOnPaper = { cased: fewestFilled, uncased: 60 } as const
/** No more lines are asked; of those that seem to go on a few may be titles, and fonts differ by so much. */
const [mostAsked, titlesApart, fontsDiffer] = [1000, 0.005, 0.02]

/** Where lines set by width end with the first word of the next line, in nearly all that go on: one that would end before has ended. */
function setTo(body: readonly Line[], goingOn: readonly number[], language: LanguageCode): number {
  const step = Math.ceil(goingOn.length / mostAsked)
  const ends = new Float64Array(Math.ceil(goingOn.length / step))
  ends.forEach((_, at) => {
    const index = goingOn[at * step] ?? 0
    const [above, next] = [body[index - 1], body[index]]
    if (above && next) ends[at] = printedEndWithWord(above, next, language)
  })
  return (1 - fontsDiffer) * (ends.sort()[Math.floor(titlesApart * ends.length)] ?? 0)
}

/** The column in which a line would end with the first word of the line below it. */
export function endWithWord({ indent, columns }: Line, { value }: Line, language: LanguageCode): number {
  return indent + columns + (languages[language].spaced ? 1 + firstWord(value) : firstPiece(value))
}

/** The same place on paper, in columns of a usual letter. */
function printedEndWithWord(above: Line, next: Line, language: LanguageCode): number {
  if (!languages[language].spaced) return endWithWord(above, next, language)
  return above.indent + printedWidth(above.value, above.value.length) + wordSpace + printedWidth(next.value, firstWord(next.value))
}

/** Columns of what no typesetter of Chinese parts at the head of a line: a character or a word, and the marks behind it. */
function firstPiece(value: string): number {
  const [piece = ''] = /^(?:[!-~]+|.)[、。，．；：？！）》」』”’]*/u.exec(value.slice(0, longestPiece)) ?? []
  return columnsOf(piece)
}

/** Columns of the mark at the end of a line, which may stand beyond the edge, and of one more that was set tighter. */
function hanging(value: string): number {
  return /[、。，．；：？！）》」』”’]$/.test(value.slice(-1)) ? 4 : 2
}

/** No such piece is longer; characters. */
const longestPiece = 24

/** Whether the next word had room in a line set by width. Behind an article no paragraph ends. */
export function hasRoomOnPaper(above: Line, next: Line, paper: number, language: LanguageCode): boolean {
  if (printedEndWithWord(above, next, language) > paper) return false
  return !languages[language].spaced || !leavesOpen(lastWord(above.value), language)
}

/** Characters of the first word of a line. */
export function firstWord(value: string): number {
  let end = 0
  while (end < value.length && isSpace(value.charCodeAt(end)) === 0) end++
  return end
}

const isSpace = codeUnitTable((character) => Number(/\s/.test(character)))
