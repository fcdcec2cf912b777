import { abbreviations } from './abbreviation.ts'
import type { LanguageCode } from './code.ts'

/**
 * The commonest words that carry grammar, not content, small letters. They do two things: tell a language (no text of
 * forty words is without them), and tell a line that cannot end a paragraph.
 *
 * Chinese and Arabic join their particles to words; there the script tells the language, and only words that stand alone
 * are listed.
 */
const words: Readonly<Record<LanguageCode, string>> = {
  ar: 'في من على إلى عن مع أن إن التي الذي الذين هذا هذه ذلك تلك بين بعد قبل عند أو ثم كما بما لم لا قد كل غير بشأن إطار خلال حيث',
  en: 'the of and to in for on by with from that which at as is are was were be been or an its it this these their has have had not will would should into under between all any such through other than also no',
  es: 'de la el los las en y a que del por para con una un se su sus al lo como más o es son fue han ha ser sobre entre sin también esta este estas estos cuando no e u',
  fr: 'de la le les des du et à en l d que qui dans pour par sur au aux une un est sont a ont été ce cette ces il elle ils elles se s n ne pas ou avec son sa ses leur leurs plus dont entre comme y lui notamment',
  ru: 'и в во на с со по о об от до из к ко для за при у не а но что как так же его ее их или это этой этого том также между под над без которые который которых через после перед',
  zh: '的 和 与 及 或 在 对 以 为 由 于 从 向 将 被 把 其 该 并 而 是 了'
}

/** The sets of the six. */
export const functionWords: Readonly<Record<LanguageCode, ReadonlySet<string>>> = {
  ar: new Set(words.ar.split(' ')),
  en: new Set(words.en.split(' ')),
  es: new Set(words.es.split(' ')),
  fr: new Set(words.fr.split(' ')),
  ru: new Set(words.ru.split(' ')),
  zh: new Set(words.zh.split(' '))
}

/** Words that a paragraph does not end with, though they are in no closed class or could be: kept apart on purpose. */
const closers: ReadonlySet<string> = new Set(['no', 'not', 'all', 'any', 'this', 'it', 'non', 'pas', 'plus', 'lui', 'y', 'его', 'ее', 'их', 'это', 'этого', 'этой', 'нет', 'ha', 'on', 'هذا', 'ذلك', '了'])

/** Letters of the longest of all. */
const longest = Math.max(...Object.values(functionWords).flatMap((set) => [...set].map(({ length }) => length)))

/** Whether a line that ends in this word goes on in the next one. */
export function leavesOpen(word: string, language: LanguageCode): boolean {
  if (word.length > longest) return false
  const small = word.toLowerCase()
  return functionWords[language].has(small) && !closers.has(small)
}

/** The same of a line: its last word is what stands behind its last space, with whatever mark is on it. */
export function endsOpen(value: string, language: LanguageCode): boolean {
  return leavesOpen(value.slice(value.lastIndexOf(' ') + 1), language)
}

/** Whether a text ends in a conjunction behind a comma or a semicolon, as the last item but one of a list does. */
export function endsInConjunction(value: string, language: LanguageCode): boolean {
  if (!endsInShortWord(value)) return false
  const word = /[,;،؛] (\p{L}{1,3})$/u.exec(value.slice(-6))?.[1]
  return word !== undefined && abbreviations[language].conjunctions.includes(word)
}

/** Whether a line ends in a conjunction with or without a mark in front, and in no label that it joins to another: `… or acceptance, or`, but `subparagraphs (a) and`. */
export function leadsOn(value: string, language: LanguageCode): boolean {
  if (!endsInShortWord(value)) return false
  const word = /[^)）\d\s]{2} (\p{L}{1,3})$/u.exec(value.slice(-7))?.[1]
  return word !== undefined && abbreviations[language].conjunctions.includes(word)
}

/** Whether a space stands in front of the last one, two or three characters: most lines end in a longer word. */
function endsInShortWord(value: string): boolean {
  const { length } = value
  return value.charCodeAt(length - 2) === 0x20 || value.charCodeAt(length - 3) === 0x20 || value.charCodeAt(length - 4) === 0x20
}
