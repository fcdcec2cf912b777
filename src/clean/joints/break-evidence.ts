import { isResolutionNumber } from '../../grammar/symbol.ts'
import { codeUnitTable } from '../../language/code-unit-table.ts'
import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInConjunction, leadsOn, leavesOpen } from '../../language/function-word.ts'
import { isCapitalFirst } from '../lines/first-letter.ts'
import { lastWord } from '../lines/last-word.ts'
import type { Line } from '../lines/line.ts'
import { endsClause, endsInComma, endsInDesignator, endsInHyphen, endsInMark, endsInSpacedMark, endsSentence } from '../lines/sentence-end.ts'
import { capitalBelowRoom, capitalInside, capitals, letterCase } from './capital-evidence.ts'
import type { Evidence, Held, LinePair } from './line-pair.ts'
import { goesOn, roomIn, type Room } from './measure-layout.ts'
import { narrowestPage } from '../page/measure-block-lines.ts'
import { heading, headsText } from './title-evidence.ts'
import { breakWeights } from './weights.ts'

/** `…, or` above the next item of a list. */
const leadsToItem = ({ previous: { value }, label, language }: LinePair): boolean => label?.fit === 'next' && label.style !== 'decimal' && !label.capital && leadsOn(value, language)

const punctuation: Evidence = (pair) => {
  const { previous: { value }, next, label, language } = pair
  if ((endsSentence(value) && (label || !isNumberBelow(value, next, language))) || endsInSpacedMark(value, language)) return 'sentence-above'
  return endsClause(value) || leadsToItem(pair) ? 'clause-above' : endsInComma(value) ? 'comma-above' : 'no-mark-above'
}

/** `… (see para.` above and `7) of` below, `… set out in annex` above and `II to` below. */
function isNumberBelow(above: string, { value }: Line, language: LanguageCode): boolean {
  return mayBeNumber(value.charCodeAt(0)) === 1 && /^[(（]?(?:\d|[IVX]+\b)/.test(value) && endsInDesignator(above, language)
}

const mayBeNumber = codeUnitTable((character) => Number('(（0123456789IVX'.includes(character)))

/** `Belgium, France, Hungary,`: of those who voted more follow. */
const names: Evidence = ({ previous: { value } }) => (value.length > 16 && endsInComma(value) && nameList.test(value) ? 'names-above' : undefined)
const nameList = /^(?:\p{Lu}[^,.;:]{1,50}, ){2}\p{Lu}[^.;:]{1,80},$|^(?:[^，。；：、]{1,20}、){3,}$|^(?:[^،.؛:]{1,24}، ){3}[^.؛:]{1,80}،$/u

/** A line is left short where the next word would have had room in it. A full one goes on, even after a full stop. */
const room: Evidence = ({ layout }, left) => left && { sign: roomSigns[left], share: Math.min(1, layout.count / 8) * (1 - layout.blocks) }
const roomSigns = { full: 'full-line-above', short: 'short-line-above', word: 'room-for-a-word' } as const

/** Share of lines with more blank lines in front than usual, from which on blank lines part the paragraphs. */
const blankLines = 0.08

/** Behind a sentence or a clause: whether paragraphs of this document end so, and whether one began with the same words. */
const mayOpen = ({ next, layout, paragraphs, language }: LinePair): boolean =>
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

/** The last word of a line is one that nothing can end with: an article, a preposition. In a name in capitals `SA` is none. */
const openWord: Evidence = (pair) => {
  const { previous, next, words, wordsAbove, label, layout, language } = pair
  if (leadsToItem(pair)) return undefined
  if (!label && isNumberBelow(previous.value, next, language)) return 'open-word-above'
  if (!languages[language].spaced && !'’\''.includes(previous.value.charAt(previous.value.length - 1))) return undefined
  // `…; and` is the end of an item or a recital in front of a blank line that parts paragraphs,
  if (layout.parting !== 'no' && next.gap > 0 && endsInConjunction(previous.value, language)) return undefined
  // and where each line is a block, unless the next line goes on in small letters.
  if (layout.blocks > 0.5 && endsInConjunction(previous.value, language) && (!words.small || wordsAbove.small)) return undefined
  // Nothing goes on with a line of words in capitals.
  if (languages[language].cased && words.inCapitals && !wordsAbove.inCapitals) return undefined
  const word = lastWord(previous.value)
  if (layout.blocks > 0.5 && word.length > 1 && word === word.toUpperCase() && languages[language].cased) return undefined
  if (word.endsWith('’') || word.endsWith("'")) return 'elision-above'
  return word !== '' && leavesOpen(word, language) ? 'open-word-above' : undefined
}

/** Whether a sentence may go on between two lines; where a script has no capitals, a short line above is a title. */
function mayGoOn({ previous, next, layout, language }: LinePair): boolean {
  return goesOn(previous, next, language) && (languages[language].cased || previous.columns >= 0.7 * layout.text)
}

/** More blank lines than inside the paragraph, or than usual. */
const rhythm: Evidence = (pair, left) => {
  const { next, crossing, inner, after, layout } = pair
  if (crossing) return undefined
  const usual = inner ?? layout.gap
  if (next.gap > 0 && isBrokenOff(pair)) return undefined
  if (layout.blocks > 0.5) return next.gap > layout.gap ? 'blank-line-between-blocks' : isMissingGap(pair, left) ? 'no-gap' : undefined
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
  if (endsInComma(previous.value)) return language !== 'ru' && words.small && recital
  return goesOn(previous, next, language) || (!endsInMark(previous.value) && !endsInConjunction(previous.value, language) && leavesOpen(lastWord(previous.value), language))
}

/** Where blank lines part blocks of a line each, a full line without a mark at its end and no blank line behind it goes on. */
function isMissingGap({ previous, next, label, layout }: LinePair, left: Room): boolean {
  return !label && next.gap < layout.gap && layout.parting === 'all' && !endsInMark(previous.value) && left === 'full'
}

const indent: Evidence = ({ previous, next, layout }) => (next.indent >= layout.indent + 2 && next.indent > previous.indent + 1 ? 'set-in' : undefined)

/** Some extractors end a line behind a raised number: both halves together are one printed line. */
const raised: Evidence = ({ previous, next, layout }) =>
  previous.columns + 1 + next.columns <= 1.08 * layout.width && /\p{P}\d{1,3}$/u.test(previous.value.slice(-5)) && /\p{L}/u.test(previous.value) ? 'raised-number-above' : undefined

/** Where paragraphs have numbers, one without is a rare thing. */
const numbering: Evidence = ({ numbered, crossing, previous, next, inner, layout, language }, left) => {
  if (!numbered || headsText(previous, next, layout, language) || !(crossing || inner === undefined || next.gap <= inner)) return undefined
  if (next.columns <= 0.75 * layout.text && !endsSentence(next.value)) return undefined
  // Where lines are filled word by word, one that had room for the next word has ended, whatever its number; in Arabic drawn-out letters may have filled it.
  return languages[language].cased && layout.edge !== undefined && left === 'word' ? undefined : 'between-numbers'
}

/** A raised number that an extractor put on a new line, alone or with what comes behind it, stands behind the end of a sentence. */
const raisedFirst: Evidence = ({ previous, next, numbered }) =>
  numbered && /^(?:\d{1,2}(?=$| |\p{Script=Han})|[(（]\d{1,2}[)）]$)/u.test(next.value) && endsSentence(previous.value) ? 'raised-number-first' : undefined

/** Where each line is a block, only a page parts a sentence. */
const blockLine: Evidence = ({ layout }) => (layout.blocks > 0 ? { sign: 'line-a-block', share: layout.blocks } : undefined)

/** A recital ends in a comma: where each line is a block, one that ends in no mark was broken off by a page. */
const openRecital: Evidence = ({ previous, recital }) => (recital && !endsInMark(previous.value) ? 'open-recital-above' : undefined)

/**
 * Where each line is a block, a numbered paragraph that ends in no mark was broken off: by a page, or by the margin, where no line
 * is wider. With capitals, a small letter tells the second.
 */
const openItem: Evidence = ({ previous, next, open, words, recital, crossing, layout, language }) => {
  if (!open.label || open.label.capital || recital || !(endsInMark(next.value) || endsSentence(next.value))) return undefined
  if (endsInMark(previous.value)) return crossing && words.small && endsInComma(previous.value) ? 'open-item-above' : undefined
  if (crossing) return previous.columns >= 0.6 * layout.text || /[,،，]/.test(previous.value) ? 'open-item-above' : undefined
  return !languages[language].cased && previous.columns >= Math.max(narrowestPage, layout.widest - 4) ? 'open-item-above' : undefined
}

/** A word that a hyphen broke goes on. */
const hyphen: Evidence = ({ previous, next }) =>
  endsInHyphen(previous.value) && /\p{L}.$/u.test(previous.value.slice(-3)) && /^\p{L}/u.test(next.value) ? 'hyphen-above' : undefined

/** A name follows. */
const honorific: Evidence = ({ named }) => (named ? 'title-of-a-person-above' : undefined)

/** Pairs of lines that some signs say nothing of: the second has a label, the script no capitals, each line is a block, or is printed. */
const [labelled, uncased, blocks, printed] = [1, 2, 4, 8] as const

/** All of it, and the pairs that each is not asked of: none decides alone. */
const evidence: ReadonlyArray<readonly [asks: Evidence, never: number]> = [
  [punctuation, 0],
  [capitalInside, labelled | uncased | blocks],
  [names, labelled],
  [room, 0],
  [capitalBelowRoom, labelled | uncased | blocks],
  [ending, labelled | blocks],
  [opening, labelled | blocks],
  [letterCase, labelled | uncased],
  [capitals, labelled | uncased],
  [openWord, 0],
  [rhythm, 0],
  [indent, 0],
  [raised, labelled | blocks],
  [raisedFirst, labelled | blocks],
  [numbering, labelled | blocks],
  [heading, 0],
  [blockLine, 0],
  [openRecital, labelled | printed],
  [openItem, labelled | printed],
  [hyphen, labelled],
  [honorific, 0]
]

/** What is asked of pairs of each kind. */
const evidenceOf = Array.from({ length: 16 }, (_, kind) => evidence.filter(([, never]) => (never & kind) === 0).map(([asks]) => asks))

/** A weight and what the signs for and against the end of a paragraph between two lines add to it; `held` takes them where somebody looks on. */
export function weighBreak(pair: LinePair, weight: number, held?: Held[]): number {
  const kind = (pair.label ? labelled : 0) | (languages[pair.language].cased ? 0 : uncased) | (pair.layout.blocks > 0.5 ? blocks : printed)
  const left = roomIn(pair.previous, pair.next, pair.layout, pair.language)
  let sum = weight
  for (const asks of evidenceOf[kind] ?? []) {
    const found = asks(pair, left)
    if (found === undefined) continue
    sum += typeof found === 'string' ? breakWeights[found] : breakWeights[found.sign] * found.share
    held?.push(typeof found === 'string' ? { sign: found, share: 1 } : found)
  }
  return sum
}
