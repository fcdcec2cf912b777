import { languages, type LanguageCode } from '../../language/code.ts'
import { endsInConjunction, leavesOpen } from '../../language/function-word.ts'
import { isDeadline } from '../../grammar/dateline.ts'
import { isCorrection } from '../../grammar/correction-word.ts'
import { isNumberAbbreviation } from '../../language/figure-word.ts'
import type { LabelReading } from '../../grammar/label.ts'
import { areSymbols, isResolutionNumber } from '../../grammar/symbol.ts'
import { testimoniumOpenings } from '../../grammar/testimonium.ts'
import { isFigureCaption, readTableCaption } from '../../grammar/table-word.ts'
import { goesOnSmall } from '../lines/first-letter.ts'
import { endsInMark, endsInSymbol } from '../lines/sentence-end.ts'

/** A heading is not longer than this: titles of notes verbales take seven lines. Characters. */
const mostCharacters = 500
/** A heading with a number is a phrase; with a capital it may be the title of a section, over four lines. */
const longestLabelled = 200
const longestSection = 300

/** Whether a block without a label is a title or a heading: it ends in no mark, and it does not begin in mid sentence. */
export function looksLikeHeading(value: string, language: LanguageCode): boolean {
  // `Table 13.2` ends in no mark.
  if (readTableCaption(value, language) === 'alone' || isFigureCaption(value, language)) return true
  // `…; and` is an item, and the next one follows; what ends in an article or a hyphen is broken off.
  return isPhrase(value, language) && !endsInConjunction(value, language) && !isBrokenOff(value, language) && hasWord(value)
}

/** Whether a text ends inside a phrase: in an article or a preposition, in small letters, in a hyphen, or in a bracket that opened elsewhere. */
function isBrokenOff(value: string, language: LanguageCode): boolean {
  const word = /(?:^|[ ’'])(\p{L}{1,12})$/u.exec(value.slice(-14))?.[1]
  return (word !== undefined && languages[language].spaced && word === word.toLowerCase() && leavesOpen(word, language)) || /\p{L}-$/u.test(value.slice(-2)) || closesOnly(value)
}

function closesOnly(value: string): boolean {
  return (/[)）]$/.test(value) && !/[(（]/.test(value) && !/^.{1,5}[)）]/.test(value)) || (value.endsWith(']') && !value.includes('['))
}

/** Whether a text has a letter in it that may be a word's: figures, signs and numbers of documents alone are no heading. */
function hasWord(value: string): boolean {
  return /\p{L}/u.test(value) && !isResolutionNumber(value) && !(value.includes('/') && areSymbols(value))
}

function isPhrase(value: string, language: LanguageCode): boolean {
  if (endsInMark(value)) return false
  if (value.length > (languages[language].spaced ? mostCharacters : mostCharacters / 3) || (!endsInSymbol(value) && !endsInNumber(value, language) && /[.;:,!?。；：，、！？؛،؟…](?:[ \u00A0]?["“”’»」』)])?(?:\d{0,2}| \d{1,3}(?: ?\/)?)$/.test(value.slice(-8)))) return false
  if (testimoniumOpenings[language].test(value) || isDeadline(value, language)) return false
  if (hasSentence(value, language) || listsNames(value, language) || isCorrection(value, language)) return false
  // A remark in brackets, a row of figures.
  if (/^[[（(]/.test(value) || /\d \d[\d.,]{0,12}$|\d\)? \(\d[\d ]{0,9}[.,]\d\)$|[–—-] [–—-]$/.test(value.slice(-24))) return false
  return !goesOnSmall(value, language)
}

/** `Annex C.1`, `Resolution No. 1`: the point belongs to the number. */
function endsInNumber(value: string, language: LanguageCode): boolean {
  if (!/\d$/.test(value.slice(-1))) return false
  const [, capital, word] = /(?:^|\s)(?:(\p{Lu})|(\p{L}{1,5}))\. ?\d{1,2}$/u.exec(value.slice(-12)) ?? []
  return capital !== undefined || (word !== undefined && isNumberAbbreviation(word, language))
}

/** So many commas with a name behind each are a list: of those who voted, of those who took part. Where names have no capitals, more of them tell it. */
const [capitalNames, names] = [/(?:, \p{Lu}[^,]{1,60}){4}/u, /(?:[،、][^،、]{1,60}){8}/]

function listsNames(value: string, language: LanguageCode): boolean {
  return (languages[language].cased ? capitalNames : names).test(value)
}

/** Whether a sentence ends inside: a title is a phrase; a short one may have a full stop behind its number. */
function hasSentence(value: string, language: LanguageCode): boolean {
  if (language === 'zh') return /[。！？；]./.test(value)
  return value.length > 60 && (language === 'ar' ? /[\u0621-\u064A]{2}[.؟!؛] [\u0621-\u064A]/.test(value) : (/[.?!;] /.test(value) && /\p{Ll}{3}[.?!;] \p{Lu}/u.test(value)))
}

/**
 * Depth of a heading with a label, 2 for `I.` and 3 for `A.`, 4 for a number; `undefined` where the label counts a
 * paragraph or an item. Capitals head sections, and so do 一、 and أولا -.
 */
export function headingDepth(label: LabelReading & { shape: string }, value: string, language: LanguageCode): number | undefined {
  if (!label.capital || value.length > (label.style === 'decimal' ? longestLabelled : longestSection) || !isPhrase(value, language)) return undefined
  // A heading that is printed on two lines may have `…, and` at the end of the first, an item has `…; and`.
  if (/[;؛] \p{L}{1,3}$/u.test(value.slice(-6)) && endsInConjunction(value, language)) return undefined
  if (label.style === 'decimal') return 4
  return label.style === 'latin' || label.style === 'abjad' || label.style === 'cyrillic' ? 3 : 2
}
