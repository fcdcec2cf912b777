import { codeUnitTable } from '../../language/code-unit-table.ts'
import { compounds, type CompoundParts } from '../../language/compound.ts'
import type { LanguageCode } from '../../language/code.ts'
import { spellingOf, type Spelling } from '../../language/spelling.ts'
import { concat, repaired, slice, type MappedText } from '../../tree/mapped-text.ts'
import { AskedWords } from './asked-words.ts'
import { endsInHyphen } from './sentence-end.ts'

/** What the text of a document says of a word that a line end broke. */
export interface Vocabulary {
  /** How often each word that may be asked for stands inside of a line, small letters; those with an inner hyphen whole. */
  counts: AskedWords
  /** Words with a hyphen without their endings: `part-begin`. */
  compounds: ReadonlySet<string>
  /** `true`: most of its hyphens at line ends are a typesetter's; `false`: hardly one is; `undefined`: nothing tells. */
  typeset: boolean | undefined
}

/** The two parts of a word that a line end parts, small letters. */
interface Break {
  first: string
  last: string
  /** Whether the first part is the last one of a word with a hyphen already, or the second goes on with one: `up-to-` `date`. */
  inner: boolean
  /** Whether a hyphen is sure by the letters alone. */
  kept: boolean
}

/** Compounds at line ends for one broken word, at the least, in a text whose lines end in compounds alone. */
const sparing = 4

/** Letters of the first part of a broken word at most, and of the second as many as are looked at. */
const [longestFirst, longestLast] = [30, 60]
const vowel = /[aeiouyà-öø-ÿœæаеёиоуыэюяєії]/u

/** Letters of the second part of a compound that are compared: the rest is inflected. */
const beginning = 5

/** The parts of a word that the hyphen at the end of a line parts; `undefined` where there are no letters on both sides of it. */
function readBreak(line: string, next: string): Break | undefined {
  const start = startOfLetters(line, line.length - 1)
  const [left, right] = [line.slice(start, -1), next.slice(0, Math.min(longestLast, endOfLetters(next, 0)))]
  if (left === '' || left.length > longestFirst || right === '') return undefined
  const [first, last] = [left.toLowerCase(), right.toLowerCase()]
  const [leftCapitals, rightCapitals] = [left.length > 1 && left !== first && left === left.toUpperCase(), right.length > 1 && right === right.toUpperCase()]
  const behind = next.slice(last.length)
  const inner = (start > 0 && '-\u2010'.includes(line.charAt(start - 1))) || /^[-\u2010]\p{L}/u.test(behind)
  const elided = last.length === 1 && /^[’']/.test(behind)
  // A name or a number goes on, North-South, Secretary-General; HIV-positive, UN-SPIDER in small letters; no syllable is without a vowel, none is a letter alone.
  const kept = leftCapitals ? !rightCapitals || /\p{Ll}/u.test(line + next) : /^[-\u2010]\p{Lu}/u.test(behind) || right !== last || !vowel.test(first) || (!vowel.test(last) && !elided) || first.length === 1 || (last.length === 1 && !elided)
  return { first, last, inner, kept }
}

/**
 * What a hyphen at the end of a line is: `true` where it belongs to the word, `false` where the line break made it,
 * `undefined` where there is none or the next line does not go on with a letter.
 */
export function keepHyphen(line: string, next: string, language: LanguageCode, vocabulary?: Vocabulary): boolean | undefined {
  if (!endsInHyphen(line)) return undefined
  const parts = readBreak(line, next)
  if (!parts) return undefined
  if (line.endsWith('\u00AD')) return false
  return tellHyphen(parts, language, vocabulary) ?? vocabulary?.typeset === false
}

/** As `keepHyphen`; `undefined` where neither the document nor the language tells. */
function tellHyphen({ first, last, inner, kept }: Break, language: LanguageCode, vocabulary: Vocabulary | undefined): boolean | undefined {
  if (kept) return true
  const own = tellByDocument(first, last, vocabulary)
  if (own !== undefined) return own
  const parts = compounds[language]
  if (inner && (first.length < 4 || parts.links.has(first) || parts.links.has(last))) return true
  const spelling = spellingOf(language)
  if (vocabulary?.typeset !== true && parts.meeting?.test(`${first}-${last.charAt(0)}`)) return true
  if (parts.pairs.has(`${first} ${last}`)) return true
  if (spelling.hasForm(first + last)) return false
  if (parts.last.has(last) || (parts.tails?.has(last) && isKnown(first, spelling, vocabulary))) return true
  if (parts.numbers.has(first) && parts.numbers.has(last)) return true
  return tellByParts(first, last, parts, spelling, vocabulary)
}

/** The document has the word elsewhere, whole or with its hyphen. */
function tellByDocument(first: string, last: string, vocabulary: Vocabulary | undefined): boolean | undefined {
  if (!vocabulary) return undefined
  const [whole, hyphened] = [vocabulary.counts.sumOf(first + last), vocabulary.counts.sumOf(`${first}-${last}`)]
  if (whole !== hyphened) return hyphened > whole
  return vocabulary.compounds.has(`${first}-${last.slice(0, beginning)}`) ? true : undefined
}

function tellByParts(first: string, last: string, parts: CompoundParts, spelling: Spelling, vocabulary: Vocabulary | undefined): boolean | undefined {
  const isWord = (word: string): boolean => isKnown(word, spelling, vocabulary)
  const strong = parts.first.has(first) && !parts.endings.has(last)
  if (strong && isWord(last)) return true
  if (spelling.has(first + last) || parts.endings.has(last)) return false
  if (strong) return true
  if (parts.weak.has(first)) return isWord(last)
  if (parts.forms?.some(([one, other, base]) => one.test(first) && other.test(last) && (base === undefined || spelling.has(first.replace(one, base))))) return true
  // Two words that are words by themselves make a compound; small ones are parts of many words.
  return vocabulary?.typeset !== true && first.length > 3 && last.length > 3 && isWord(first) && isWord(last) ? true : undefined
}

/** Whether the document or the lexicon has a word; other forms count for long words, and with an s more or less. */
function isKnown(word: string, spelling: Spelling, vocabulary: Vocabulary | undefined): boolean {
  if (word.length < 3) return false
  return formsOf(word).some((form) => spelling.hasForm(form) || (vocabulary?.counts.sumOf(form) ?? 0) > 0) || (word.length > 6 && spelling.has(word))
}

function formsOf(word: string): readonly string[] {
  return [word, `${word}s`, word.replace(/e?s$/, '')]
}

/** A line without the hyphen that broke its last word, or with a plain one where it belongs to the word. */
export function undoHyphen(line: MappedText, keep: boolean): MappedText {
  const at = line.value.length - 1
  if (keep && line.value.endsWith('-')) return line
  return concat([slice(line, 0, at), repaired(line, at, at + 1, keep ? '-' : '', 'undo-hyphen')])
}

/**
 * What some lines say of the words that line ends break, and what most of these breaks are.
 *
 * @param joints lines that are read one behind the other, though other ones stand between them
 */
export function readVocabulary(lines: readonly string[], language: LanguageCode, joints: Iterable<readonly [line: string, next: string]> = []): Vocabulary {
  const breaks: Break[] = []
  const asked = new AskedWords()
  lines.forEach((line, index) => {
    const parts = brokenWord(line, lines[index + 1] ?? '')
    if (!parts) return
    breaks.push(parts)
    askFor(asked, parts)
  })
  for (const [line, next] of joints) {
    const parts = brokenWord(line, next)
    if (parts) askFor(asked, parts)
  }
  const vocabulary: Vocabulary = { counts: asked, compounds: asked.size > 0 ? countWords(lines, asked) : new Set(), typeset: undefined }
  let [kept, undone] = [0, 0]
  for (const parts of breaks) {
    const told = tellHyphen(parts, language, vocabulary)
    if (told === true) kept++
    else if (told === false) undone++
  }
  return { ...vocabulary, typeset: undone > kept ? true : kept > sparing * undone ? false : undefined }
}

/** The word that a plain hyphen at the end of a line parts. */
function brokenWord(line: string, next: string): Break | undefined {
  return endsInHyphen(line) && !line.endsWith('\u00AD') ? readBreak(line, next) : undefined
}

/** Asks for what may tell whether a hyphen belongs to a word. */
function askFor(asked: AskedWords, { first, last, kept }: Break): void {
  if (!kept) for (const word of [first + last, `${first}-${last}`, ...formsOf(first), ...formsOf(last)]) asked.ask(word)
}

/** Counts the words of lines, without the pieces of those that a line end breaks, and gives those with a hyphen without their endings. */
function countWords(lines: readonly string[], asked: AskedWords): Set<string> {
  const compounds = new Set<string>()
  lines.forEach((line, index) => {
    const begun = endsInHyphen(lines[index - 1] ?? '')
    const last = endsInHyphen(line) ? line.length - 1 : Infinity
    for (let at = 0; at < line.length; at++) {
      if (letter(line.charCodeAt(at)) === 0) continue
      const start = at
      at = endOfLetters(line, at)
      const plain = !isInnerHyphen(line, at)
      while (isInnerHyphen(line, at)) at = endOfLetters(line, at + 1)
      if ((start === 0 && begun) || at === last) continue
      if (plain) {
        if (asked.mayBe(line, start, at)) asked.count(line.slice(start, at).toLowerCase(), 1)
      } else {
        const whole = line.slice(start, at).toLowerCase().replaceAll('\u2010', '-')
        asked.count(whole, 1)
        for (const [first = '', last = ''] of neighbours(whole.split('-'))) compounds.add(`${first}-${last.slice(0, beginning)}`)
      }
    }
  })
  return compounds
}

/** Where the letters begin that end at an index. */
function startOfLetters(line: string, at: number): number {
  let start = at
  while (start > 0 && letter(line.charCodeAt(start - 1)) === 1) start--
  return start
}

/** Where the letters end that begin at an index. */
function endOfLetters(line: string, at: number): number {
  let end = at
  while (end < line.length && letter(line.charCodeAt(end)) === 1) end++
  return end
}

function isInnerHyphen(line: string, at: number): boolean {
  if (at >= line.length) return false
  const code = line.charCodeAt(at)
  return (code === 0x2d || code === 0x2010) && at + 1 < line.length && letter(line.charCodeAt(at + 1)) === 1
}

const letter = codeUnitTable((character) => (/\p{L}/u.test(character) ? 1 : 0))

function neighbours(parts: readonly string[]): Array<readonly string[]> {
  return parts.slice(1).map((_, index) => parts.slice(index, index + 2))
}
