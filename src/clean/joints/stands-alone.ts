import { isChapterHeading, isPointedTitle, isTitledChapter, readArticle } from '../../grammar/article-word.ts'
import { isOpeningFormula } from '../../grammar/formula.ts'
import { opensOperative } from '../../grammar/operative.ts'
import { preambularOpenings } from '../../grammar/preamble.ts'
import { isPartNumber, readPartLetter } from '../../grammar/section-word.ts'
import { opensTitle } from '../../grammar/title-opening.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { isLabelAlone, type Line } from '../lines/line.ts'
import { endsClause, endsInMark, endsItem, endsSentence } from '../lines/sentence-end.ts'
import { isBelowItsLabel } from './cell-opening.ts'
import type { Opening } from './line-pair.ts'
import { opensSignatureBlock } from './signature-block.ts'

/** Whether a line stands alone by its words, or below one that does, or was told to open a block before. */
export function standsAlone(opening: Opening): boolean {
  const { body, index, next, words, wordsAbove, language } = opening
  return (
    (next.opens && !isBelowItsLabel(opening.open, opening.crossing)) ||
    opensSignatureBlock(opening) ||
    isPart(body, index, language) ||
    isPart(body, index - 1, language) ||
    isNumberedPart(opening) ||
    isOrganBelowTitle(opening) ||
    isOrganAbove(opening) ||
    (opening.open.lines.length === 1 && isPartNumber(opening.previous.value, language)) ||
    opensSection(opening) ||
    opensChapter(opening) ||
    words.alone ||
    (wordsAbove.alone && !goesOnInArticle(opening))
  )
}

/** The number of a part, alone on its line behind the end of an item: its title is below. */
function isNumberedPart({ previous, next, language }: Opening): boolean {
  return isPartNumber(next.value, language) && (endsSentence(previous.value) || endsItem(previous.value))
}

/** An organ without its comma below a title, a sentence, or another recital, where a recital, a verb or a number stands below. */
function isOrganBelowTitle({ body, index, words, previous, open, language }: Opening): boolean {
  if (!words.organ) return false
  return mayFollowOrgan(body[index + 1], language) && (endsInMark(previous.value) || opensTitle(open.lines[0]?.value ?? '', language))
}

/** The recital, the verb or the number below such an organ. */
function isOrganAbove({ next, wordsAbove, open, language }: Opening): boolean {
  return open.lines.length === 1 && wordsAbove.organ && mayFollowOrgan(next, language)
}

function mayFollowOrgan(line: Line | undefined, language: LanguageCode): boolean {
  return line !== undefined && (line.label !== undefined || preambularOpenings[language].test(line.value) || opensOperative(line.value, language))
}

/** An annex that says what it is annexed to may as well stand in mid sentence. */
function opensSection(opening: Opening): boolean {
  const { section: heading } = opening.words
  return heading !== undefined && (heading.long !== true || mayFollow(opening))
}

/** A chapter of a treaty: behind a sentence or a preamble. */
function opensChapter({ next, previous, preamble, language }: Opening): boolean {
  if (preamble && endsInMark(previous.value) && isTitledChapter(next.value, language)) return true
  if (isLabelAlone(previous) || !(isChapterHeading(next.value, language) || isPointedTitle(next.value, language))) return false
  return endsSentence(previous.value) || endsClause(previous.value) || isTitledChapter(previous.value, language)
}

/** Nothing in front of it says that a sentence is open. Where the script has no capitals, only a short line tells a title. */
export function mayFollow({ previous, next, open, language }: Opening): boolean {
  if (endsSentence(previous.value)) return true
  const numbered = open.label !== undefined && !open.label.capital
  if (numbered || endsInMark(previous.value)) return false
  return languages[language].cased || previous.columns < 0.8 * next.columns
}

/** A full line that begins with an article is no heading, but the first of its text, where the next one goes on. */
function goesOnInArticle({ previous, next, width, language }: Opening): boolean {
  if (width === undefined || next.label || previous.columns < fullLine * Math.max(width, next.columns)) return false
  return (readArticle(previous.value, language)?.rest ?? '') !== ''
}

/** Share of the width of the text that a line has which the next word had no room in. */
const fullLine = 0.85

/** A letter alone on its line that parts a resolution: a title or two, and then the opening formula again. */
function isPart(body: readonly Line[], index: number, language: LanguageCode): boolean {
  if (readPartLetter(body[index]?.value ?? '', language) === undefined) return false
  return body.slice(index + 1, index + 6).some(({ value }) => isOpeningFormula(value, language))
}
