import { codeUnitTable } from '../../language/code-unit-table.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInConjunction, leadsOn, leavesOpen } from '../../language/function-word.ts'
import { preambularOpenings } from '../../grammar/preamble.ts'
import { isResolutionNumber } from '../../grammar/symbol.ts'
import type { Opening } from './block-opening.ts'
import { beginsSmall, isCapitalFirst } from '../lines/first-letter.ts'
import type { Line } from '../lines/line.ts'
import { firstWord, goesOn, roomIn, type Layout } from './measure-layout.ts'
import type { Paragraphs } from './measure-paragraphs.ts'
import { endsClause, endsInComma, endsInDesignator, endsInHyphen, endsInMark, endsInSpacedMark, endsItem, endsSentence } from '../lines/sentence-end.ts'
import { breakWeights, type BreakSign } from './weights.ts'

/** Two printed lines of body text, one after the other, what the second may open, and what is known round them. */
export interface LinePair extends Opening {
  /** Whether a page ended between them: furniture, notes or a form feed. */
  crossing: boolean
  /** Blank lines between the lines of the paragraph so far; `undefined` where it has but one line or crosses a page. */
  inner: number | undefined
  /** Blank lines behind `next`; `undefined` at the end or before a page break. */
  after: number | undefined
  /** Whether `previous` ends in the title of a person, and a name must follow. */
  named: boolean
  /** Whether `next` is a phrase on a short line with a new beginning behind it: a heading. */
  headingLike: boolean
  /** Whether `next` begins a heading of several lines above a label. */
  longHeading: boolean
  /** Whether an opening formula was read and no label since. */
  preamble: boolean
  /** Whether the first word of a line has small letters elsewhere in the text: its capital is that of a beginning. */
  anew: (line: Line) => boolean
  /** Whether `next` begins in small letters with the word that the line above or below it begins with: clauses of one sentence, a line each. */
  parallel: boolean
  /** Whether `previous` is of a recital, which ends in a comma, and `next` begins no other one. */
  recital: boolean
  /** Whether `previous` is a heading with a label, or the number and the title of a chapter, so far of one line. */
  underHeading: boolean
  /** Width of the title that `previous` is in, where it is in one. */
  titleAbove: number | undefined
  layout: Layout
  /** How the paragraphs of the document begin, and where its sentences end. */
  paragraphs: Paragraphs
}

/** A sign for or against the end of a paragraph between two lines, and how far it holds where it does so in part. */
type Evidence = (pair: LinePair) => BreakSign | Held | undefined

/** A sign that holds in part: 0 to 1 times its weight. */
export interface Held {
  sign: BreakSign
  share: number
}

/** `…, or` above the next item of a list. */
const leadsToItem = ({ previous: { value }, label, language }: LinePair): boolean => label?.fit === 'next' && label.style !== 'decimal' && !label.capital && leadsOn(value, language)

const punctuation: Evidence = (pair) => {
  const { previous: { value }, next, label, language } = pair
  if ((endsSentence(value) && (label || !isNumberBelow(value, next, language))) || endsInSpacedMark(value, language)) return 'sentence-above'
  return endsClause(value) || leadsToItem(pair) ? 'clause-above' : endsInComma(value) ? 'comma-above' : 'no-mark-above'
}

/** Behind a comma only a name has a capital: another word begins a paragraph. */
const behindComma: Evidence = ({ previous, next, open, wordsAbove, label, anew, layout, language }) =>
  !label &&
  !open.label &&
  layout.blocks <= 0.5 &&
  languages[language].cased &&
  endsInComma(previous.value) &&
  isCapitalFirst(next.value) &&
  !wordsAbove.mostlyCapitals &&
  anew(next)
    ? 'capital-behind-comma'
    : undefined

/** `… (see para.` above and `7) of` below, `… set out in annex` above and `II to` below. */
function isNumberBelow(above: string, { value }: Line, language: LanguageCode): boolean {
  return mayBeNumber(value.charCodeAt(0)) === 1 && /^[(（]?(?:\d|[IVX]+\b)/.test(value) && endsInDesignator(above, language)
}

const mayBeNumber = codeUnitTable((character) => Number('(（0123456789IVX'.includes(character)))

/** `Belgium, France, Hungary,`: of those who voted more follow. */
const names: Evidence = ({ previous: { value }, label }) => (!label && value.length > 16 && endsInComma(value) && nameList.test(value) ? 'names-above' : undefined)
const nameList = /^(?:\p{Lu}[^,.;:]{1,50}, ){2}\p{Lu}[^.;:]{1,80},$|^(?:[^，。；：、]{1,20}、){3,}$|^(?:[^،.؛:]{1,24}، ){3}[^.؛:]{1,80}،$/u

/** A line is left short where the next word would have had room in it. A full one goes on, even after a full stop. */
const room: Evidence = ({ previous, next, layout, language }) => {
  const left = roomIn(previous, next, layout, language)
  return left && { sign: roomSigns[left], share: Math.min(1, layout.count / 8) * (1 - layout.blocks) }
}
const roomSigns = { full: 'full-line-above', short: 'short-line-above', word: 'room-for-a-word' } as const

/** Share of lines with more blank lines in front than usual, from which on blank lines part the paragraphs. */
const blankLines = 0.08

/** Behind a sentence or a clause: whether paragraphs of this document end so, and whether one began with the same words. */
const mayOpen = ({ next, label, layout, paragraphs, language }: LinePair): boolean =>
  !label &&
  layout.blocks <= 0.5 &&
  layout.parted <= blankLines &&
  (!languages[language].cased || isCapitalFirst(next.value)) &&
  (next.indent >= layout.indent + 2 || !paragraphs.setIn())
const ending: Evidence = (pair) => {
  const share = endsSentence(pair.previous.value) && mayOpen(pair) ? pair.paragraphs.ending() : 0
  return share > 0 ? { sign: 'sentences-end-lines', share } : undefined
}
const opening: Evidence = (pair) => {
  const share = (endsSentence(pair.previous.value) || endsClause(pair.previous.value)) && mayOpen(pair) ? pair.paragraphs.opening(pair.next) : 0
  return share > 0 ? { sign: 'opens-elsewhere', share } : undefined
}

const letterCase: Evidence = ({ previous, next, words, wordsAbove, label, parallel, layout, language }) => {
  if (label || !languages[language].cased) return undefined
  if (parallel) return 'parallel-clause'
  if (words.small) {
    // In Russian resolutions paragraphs begin with small letters, and so do clauses that are a line each.
    if (language === 'ru' && ',;.:'.includes(previous.value.charAt(previous.value.length - 1))) return 'small-letter-behind-mark'
    return layout.blocks > 0.5 && (language === 'ru' || wordsAbove.small) && endsInConjunction(previous.value, language) ? 'small-letter-behind-mark' : 'small-letter'
  }
  return next.value.startsWith('(') ? 'bracket' : words.capital ? 'capital' : undefined
}

/** A line of words in capitals stands apart from lines that are not: `AND FOR THESE ENDS` between two recitals. */
const capitals: Evidence = ({ words, wordsAbove, label, language }) => {
  if (label || !languages[language].cased) return undefined
  if (wordsAbove.inCapitals === words.inCapitals || (wordsAbove.inCapitals ? words : wordsAbove).mostlyCapitals) return undefined
  return wordsAbove.inCapitals ? 'capitals-end' : 'capitals-begin'
}

/** The last word of a line is one that nothing can end with: an article, a preposition. In a name in capitals `SA` is none. */
const openWord: Evidence = (pair) => {
  const { previous, next, words, wordsAbove, label, layout, language } = pair
  if (leadsToItem(pair)) return undefined
  if (!label && isNumberBelow(previous.value, next, language)) return 'open-word-above'
  if (!languages[language].spaced && !'’\''.includes(previous.value.charAt(previous.value.length - 1))) return undefined
  // `…; and` is the end of an item or a recital in front of a blank line that parts paragraphs,
  if (layout.parting !== 'no' && next.gap > 0 && endsInConjunction(previous.value, language)) return undefined
  // and where each line is a block, unless the next line goes on in small letters.
  if (layout.blocks > 0.5 && endsInConjunction(previous.value, language) && (!words.small || wordsAbove.small || (language === 'ru' && next.gap > layout.gap))) return undefined
  // Nothing goes on with a line of words in capitals.
  if (languages[language].cased && words.inCapitals && !wordsAbove.inCapitals) return undefined
  const word = lastWord(previous.value)
  if (layout.blocks > 0.5 && word.length > 1 && word === word.toUpperCase() && languages[language].cased) return undefined
  if (word.endsWith('’') || word.endsWith("'")) return 'elision-above'
  return word !== '' && languages[language].spaced && leavesOpen(word, language) ? 'open-word-above' : undefined
}

/** The letters and apostrophes that a line ends in; empty where there are none, or more than a word of grammar has. */
function lastWord(value: string): string {
  let start = value.length
  while (start > 0 && value.length - start <= longestWord && inWord(value.charCodeAt(start - 1)) === 1) start--
  return value.length - start > longestWord ? '' : value.slice(start)
}

const longestWord = 20
const inWord = codeUnitTable((character) => (/[\p{L}’']/u.test(character) ? 1 : 0))

/** Whether a sentence may go on between two lines; where a script has no capitals, a short line above is a title. */
function mayGoOn({ previous, next, layout, language }: LinePair): boolean {
  return goesOn(previous, next, language) && (languages[language].cased || previous.columns >= 0.7 * layout.text)
}

/** More blank lines than inside the paragraph, or than usual. */
const rhythm: Evidence = (pair) => {
  const { next, crossing, inner, after, layout } = pair
  if (crossing) return undefined
  const usual = inner ?? layout.gap
  if (next.gap > 0 && isBrokenOff(pair)) return undefined
  if (layout.blocks > 0.5) return next.gap > layout.gap ? 'blank-line-between-blocks' : isMissingGap(pair) ? 'no-gap' : undefined
  if (layout.parting !== 'no' && next.gap > 0 && (layout.parting === 'all' || !mayGoOn(pair)) && (/\p{L}/u.test(next.value) || isResolutionNumber(next.value))) return 'blank-line-parts'
  if (next.gap > usual) return { sign: 'wider-gap', share: layout.rhythm }
  if (inner === undefined && after !== undefined && next.gap > after) return { sign: 'wider-than-below', share: layout.rhythm }
  // A blank line is missing and the line is set in: a page began here, in exports that show it in no other way.
  if (next.gap < usual && next.indent > 0 && inner !== undefined) return 'lost-gap-set-in'
  // Tighter than the text round it, as titles are, or without the blank line that parts paragraphs here.
  return next.gap < layout.gap || layout.parted > blankLines ? 'no-gap' : undefined
}

/** A page ended in mid sentence: an item, a recital or a long line ends in no mark or in an article, and small letters follow. No blank line parts them. */
function isBrokenOff({ previous, next, words, open, recital, label, layout, language }: LinePair): boolean {
  if (label || !languages[language].cased || !(open.label || recital || previous.columns >= 0.6 * layout.text)) return false
  // Behind a comma, too, but for clauses that are a line each; in Russian recitals begin so.
  if (endsInComma(previous.value)) return language !== 'ru' && words.small && recital && open.lines.some(({ value }) => !beginsSmall(value))
  return goesOn(previous, next, language) || (!endsInMark(previous.value) && !endsInConjunction(previous.value, language) && leavesOpen(lastWord(previous.value), language))
}

/** Where blank lines part blocks of a line each, a full line without a mark at its end and no blank line behind it goes on. */
function isMissingGap({ previous, next, label, layout, language }: LinePair): boolean {
  return !label && layout.parting === 'all' && layout.parted > 0.5 && !endsInMark(previous.value) && roomIn(previous, next, layout, language) === 'full'
}

const indent: Evidence = ({ previous, next, label, layout, language }) => {
  if (next.indent < layout.indent + 2) return undefined
  const deeper = next.indent > previous.indent + 1
  // All lines of a quotation are set in.
  const ended = deeper || endsSentence(previous.value) || endsClause(previous.value)
  if (!label && next.indent === layout.setIn && ended && !goesOn(previous, next, language) && /\p{L}/u.test(next.value)) return 'set-in-first-line'
  return deeper ? 'set-in' : undefined
}

/** Some extractors end a line behind a raised number: both halves together are one printed line. */
const raised: Evidence = ({ previous, next, label, layout }) =>
  !label && layout.blocks <= 0.5 && previous.columns + 1 + next.columns <= 1.08 * layout.width && /\p{P}\d{1,3}$/u.test(previous.value.slice(-5)) && /\p{L}/u.test(previous.value) ? 'raised-number-above' : undefined

/** Where paragraphs have numbers, one without is a rare thing. */
const numbering: Evidence = ({ numbered, label, crossing, previous, next, inner, layout, language }) => {
  if (!numbered || label || layout.blocks > 0.5 || headsText(previous, next, layout, language) || !(crossing || inner === undefined || next.gap <= inner)) return undefined
  return next.columns > 0.75 * layout.text || endsSentence(next.value) ? 'between-numbers' : undefined
}

/** Whether a line that leaves much room and ends in no mark stands above one that begins with a capital: a title above text. */
function headsText(previous: Line, next: Line, { text }: Layout, language: LanguageCode): boolean {
  if (!languages[language].cased || leavesTitleOpen(previous.value, language)) return false
  return previous.columns < 0.5 * text && next.columns > 0.75 * text && isCapitalFirst(next.value) && /\p{L}/u.test(previous.value)
}

/** A raised number that an extractor put on a new line, alone or with what comes behind it, stands behind the end of a sentence. */
const raisedFirst: Evidence = ({ previous, next, numbered, label, layout }) =>
  numbered && layout.blocks <= 0.5 && !label && /^\d{1,2}(?=$| |\p{Script=Han})/u.test(next.value) && endsSentence(previous.value) ? 'raised-number-first' : undefined

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

/**
 * Whether a printed line leaves most of its width free above text, and says nothing that must go on: words in italics at the
 * head of a recital come out of some extractors on a line of their own.
 */
function isShortTitle(line: Line, next: Line, layout: Layout, language: LanguageCode): boolean {
  if (layout.blocks > 0.5 || line.columns >= 0.6 * layout.text || roomIn(line, next, layout, language) !== 'short') return false
  if (next.columns <= 0.6 * layout.text && !endsSentence(next.value)) return false
  return /\p{L}/u.test(line.value) && !preambularOpenings[language].test(line.value) && !leavesTitleOpen(line.value, language)
}

/** A heading comes behind a full stop, behind an item, or behind another heading. */
const heading: Evidence = ({ previous, next, open, words, label, headingLike, longHeading, preamble, anew, underHeading, titleAbove, layout, language }) => {
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
  if (!languages[language].cased && !label && !open.label && open.lines.length === 1 && isShortTitle(previous, next, layout, language)) return 'short-title-above'
  const inTitle = titleAbove !== undefined && layout.title !== undefined && previous.columns >= shortestTitle
  if (!(headingLike || inTitle) || !languages[language].cased || label || !words.capital || leavesTitleOpen(previous.value, language)) return undefined
  // A name goes on in the next line of a title: `… of Racial` above `Discrimination`.
  const named = /^\p{Lu}/u.test(lastWord(previous.value))
  if (headingLike && !(named && previous.columns >= 0.5 * layout.text) && anew(next)) return 'new-heading'
  const left = layout.width - previous.columns - firstWord(next.value) - 1
  return inTitle && left > titleRoom * layout.text && !/^\p{Lu}\p{Ll}/u.test(lastWord(previous.value)) ? 'short-title-above' : undefined
}

/** Where each line is a block, only a page parts a sentence. */
const blockLine: Evidence = ({ layout }) => (layout.blocks > 0 ? { sign: 'line-a-block', share: layout.blocks } : undefined)

/** A recital ends in a comma: where each line is a block, one that ends in no mark was broken off by a page. */
const openRecital: Evidence = ({ previous, recital, label, layout }) => (recital && !label && layout.blocks > 0.5 && !endsInMark(previous.value) ? 'open-recital-above' : undefined)

/** A word that a hyphen broke goes on. */
const hyphen: Evidence = ({ previous, next, label }) =>
  !label && endsInHyphen(previous.value) && /\p{L}.$/u.test(previous.value.slice(-3)) && /^\p{L}/u.test(next.value) ? 'hyphen-above' : undefined

/** A name follows. */
const honorific: Evidence = ({ named }) => (named ? 'title-of-a-person-above' : undefined)

/** All of it: none decides alone. */
const evidence: readonly Evidence[] = [
  punctuation, behindComma, names, room, ending, opening, letterCase, capitals,
  openWord, rhythm, indent, raised, raisedFirst, numbering, heading, blockLine, openRecital, hyphen, honorific
]

/** A weight and what the signs for and against the end of a paragraph between two lines add to it; `held` takes them where somebody looks on. */
export function weighBreak(pair: LinePair, weight: number, held?: Held[]): number {
  let sum = weight
  for (const each of evidence) {
    const found = each(pair)
    if (found === undefined) continue
    sum += typeof found === 'string' ? breakWeights[found] : breakWeights[found.sign] * found.share
    held?.push(typeof found === 'string' ? { sign: found, share: 1 } : found)
  }
  return sum
}
