import { preambularOpenings } from '../../grammar/preamble.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { leavesOpen } from '../../language/function-word.ts'
import { isCapitalFirst } from '../lines/first-letter.ts'
import { lastWord } from '../lines/last-word.ts'
import type { Line } from '../lines/line.ts'
import { endsInComma, endsInHyphen, endsInMark, endsItem, endsSentence } from '../lines/sentence-end.ts'
import type { Evidence } from './line-pair.ts'
import { firstWord } from './filled-lines.ts'
import type { Layout, Room } from './measure-layout.ts'

/** Whether a line that leaves much room and ends in no mark stands above one that begins with a capital: a title above text. */
export function headsText(previous: Line, next: Line, { text }: Layout, language: LanguageCode): boolean {
  if (!languages[language].cased || leavesTitleOpen(previous.value, language)) return false
  return previous.columns < 0.5 * text && next.columns > 0.75 * text && isCapitalFirst(next.value) && /\p{L}/u.test(previous.value)
}

/** Share of the width of the text that no typesetter leaves free in a line of a title that goes on. */
const titleRoom = 0.2

/** `Part I`; a word of fewer letters alone on its line is a piece of one. Columns. */
const shortestTitle = 6

/** Whether a line is no whole title: it ends a sentence, or in a hyphen, an article, or an open bracket. */
function leavesTitleOpen(value: string, language: LanguageCode): boolean {
  return endsInMark(value) || endsSentence(value) || endsInHyphen(value) || leavesOpen(lastWord(value), language) || leavesBracketOpen(value)
}

function leavesBracketOpen(value: string): boolean {
  const opened = Math.max(value.lastIndexOf('('), value.lastIndexOf('['))
  return opened >= 0 && opened > Math.max(value.lastIndexOf(')'), value.lastIndexOf(']'))
}

/** A title goes on in a line that is not so many times as wide. */
const wider = 1.3

/**
 * Whether a printed line leaves most of its width free above text, and says nothing that must go on: words in italics at the
 * head of a recital come out of some extractors on a line of their own.
 */
function isShortTitle(line: Line, next: Line, left: Room, layout: Layout, language: LanguageCode): boolean {
  if (layout.blocks > 0.5 || line.columns >= 0.6 * layout.text || left !== 'short') return false
  if (next.columns <= 0.6 * layout.text && next.columns < wider * line.columns && !endsInMark(next.value)) return false
  return /\p{L}/u.test(line.value) && !preambularOpenings[language].test(line.value) && !leavesTitleOpen(line.value, language)
}

/** A heading comes behind a full stop, behind an item, or behind another heading. */
export const heading: Evidence = ({ previous, next, open, words, label, headingLike, longHeading, preamble, anew, underHeading, titleAbove, layout, language }, room) => {
  const small = languages[language].cased && words.small
  if (small && !label) return undefined
  // Headings are set over half the width at least before they go on in a second line.
  if (underHeading && previous.columns < 0.7 * layout.text && (label || /^[\p{Lu}\p{Lo}]/u.test(next.value))) return previous.columns < 0.5 * layout.text ? 'under-short-heading' : 'under-heading'
  // One that leaves room for the word below it has ended, where that is a beginning, of a line as wide as the text.
  const isEnded = (): boolean => layout.width - previous.columns > firstWord(next.value) + 1 + 0.04 * layout.width && anew(next) && !leavesTitleOpen(previous.value, language)
  if (underHeading && languages[language].cased && next.columns >= 0.85 * layout.text && words.capital && isEnded()) return 'under-heading'
  // Text as wide as the page begins below a narrow title; with a small letter a sentence goes on.
  if (titleAbove !== undefined && !small && layout.title === undefined && next.columns > 1.2 * titleAbove) return 'wide-below-title'
  if ((headingLike || longHeading) && (endsSentence(previous.value) || endsItem(previous.value))) return 'heading-behind-sentence'
  // The last recital ends in a comma.
  if (headingLike && preamble && endsInComma(previous.value)) return 'heading-behind-sentence'
  // Where a script has no capitals, a block of one line that was left short with no mark at its end is a title.
  if (!languages[language].cased && !label && !open.label && open.lines.length === 1 && isShortTitle(previous, next, room, layout, language)) return 'short-title-above'
  const inTitle = titleAbove !== undefined && layout.title !== undefined && previous.columns >= shortestTitle
  if (!(headingLike || inTitle) || !languages[language].cased || label || !words.capital || leavesTitleOpen(previous.value, language)) return undefined
  // A name goes on in the next line of a title: `… of Racial` above `Discrimination`.
  const named = /^\p{Lu}/u.test(lastWord(previous.value))
  if (headingLike && !(named && previous.columns >= 0.5 * layout.text) && anew(next)) return 'new-heading'
  const left = layout.width - previous.columns - firstWord(next.value) - 1
  return inTitle && left > titleRoom * layout.text && !/^\p{Lu}\p{Ll}/u.test(lastWord(previous.value)) ? 'short-title-above' : undefined
}
