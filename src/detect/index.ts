import { languages, type LanguageCode } from '../language/code.ts'
import { functionWords } from '../language/function-word.ts'
import { HexaplaError } from '../message/report.ts'
import { countScripts } from './count-scripts.ts'
import { looksLegacy } from './mark-legacy-font.ts'
import { rankTrigrams } from './rank-trigrams.ts'

/** What language a text is in, and how sure that is. */
export interface Detection {
  language: LanguageCode
  /** 0 to 1: for Latin letters the margin over the next language, for the other scripts the share of letters in it. */
  score: number
}

/** Under this many letters a text tells little: 60, after trials on headings of reports. */
const few = 60

/** Letters that are looked at: more do not change the answer. */
const sample = 20_000

/**
 * The language of a document.
 *
 * Throws a `HexaplaError` where it is none of the six, where the letters are those of a legacy font, and where the text
 * is too short or too mixed to tell: it never guesses.
 */
export function detectLanguage(text: string, name?: string): Detection {
  if (looksLegacy(text)) throw legacy(text, name)
  const words = bareWords(text)
  const { script, share, letters, foreign } = countScripts(words)
  if (letters === 0) throw new HexaplaError('detect:no-letters', {}, name)
  if (foreign !== undefined) throw new HexaplaError('detect:language-foreign', { actual: foreign }, name)
  if (script === undefined || share < 0.5) {
    const scores = `${Math.round(share * 100)} % ${script ?? 'no known'} letters`
    throw new HexaplaError('detect:language-unsure', { scores }, name)
  }
  if (script === 'Latin') return detectLatin(words, name)
  const other = script === 'Cyrillic' ? notRussian(words, letters) : script === 'Arabic' ? notArabic(words, letters) : undefined
  if (other !== undefined) throw new HexaplaError('detect:language-foreign', { actual: other }, name)
  const language = script === 'Han' ? 'zh' : script === 'Arabic' ? 'ar' : 'ru'
  return { language, score: round(share) }
}

/** What speaks against a language that someone gave to a text. */
export interface Contradiction {
  /** Letters leave no doubt, words do. */
  by: 'letters' | 'words'
  /** The letters that are there, or the language that the words are in. */
  actual: string
}

/** Whether a text is in another language than is said; `undefined` where it may be, or is too short to tell. */
export function findContradiction(text: string, language: LanguageCode): Contradiction | undefined {
  const { script, share, letters } = countScripts(bareWords(text))
  if (letters < fewest) return undefined
  if (script !== undefined && script !== languages[language].script && share >= 0.8) return { by: 'letters', actual: `${script} letters` }
  try {
    const found = detectLanguage(text).language
    return found === language ? undefined : { by: 'words', actual: languages[found].name }
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error
    const { values } = error
    return error.id === 'detect:language-foreign' && 'actual' in values ? { by: 'words', actual: String(values.actual) } : undefined
  }
}

/** Name of the language of a Cyrillic text without the letters that are in Russian alone, where its trigrams are another's. */
function notRussian(words: string, letters: number): string | undefined {
  if (letters < few || /[ыэё]/i.test(words)) return undefined
  const { scores, foreign } = rankTrigrams(words.slice(0, sample), 'Cyrillic')
  return (scores.get('ru') ?? 0) < 0.9 ? foreign : undefined
}

/** The same of a text in Arabic letters, which some exports give in the order in which they stand on the page, from the left. */
function notArabic(words: string, letters: number): string | undefined {
  if (letters < few) return undefined
  const some = words.slice(0, sample)
  const { foreign, scores } = rankTrigrams(some, 'Arabic')
  if (foreign === undefined || (scores.get('ar') ?? 0) < 0.9) return foreign
  // Persian from the left looks more like Arabic than it does in its own order.
  const turned = rankTrigrams([...some].reverse().join(''), 'Arabic')
  return (turned.scores.get('ar') ?? 0) < 0.9 ? turned.foreign : undefined
}

/**
 * The language of one block, where it is surely another one than the document's; `undefined` where it is the same or
 * unsure. Under 60 letters the margin must be 0.15 or more.
 */
export function detectBlock(text: string, document: LanguageCode): Detection | undefined {
  // Most blocks are in the language of their document: a look at the letters and at the small words shows it.
  const seen = countScripts(text)
  if (seen.letters < fewest || seen.script === undefined) return undefined
  if (seen.script === languages[document].script && (seen.script !== 'Latin' || !mayDiffer(text, document))) return undefined
  const words = bareWords(text)
  const { script, share, letters } = countScripts(words)
  if (letters < fewest || script === undefined || share < 0.8) return undefined
  if (script !== languages[document].script) {
    if (script !== 'Latin') return { language: script === 'Han' ? 'zh' : script === 'Arabic' ? 'ar' : 'ru', score: round(share) }
  } else if (script !== 'Latin') return undefined
  const grammar = grammarOf(words)
  const { best, second, foreign } = rankLatin(words, grammar)
  if (foreign !== undefined || !best || best.language === document) return undefined
  const margin = best.score - (second?.score ?? 0)
  return margin >= (letters < few ? 0.25 : 0.15) && grammar(best.language) >= leastGrammar
    ? { language: best.language, score: round(margin) }
    : undefined
}

/** Under this many letters nothing is said of a block. */
const fewest = 12

/** Share of words of grammar that a block in another language has at the least. */
const leastGrammar = 0.15

const latin = ['en', 'es', 'fr'] as const
const latinBit = new Map<LanguageCode, number>(latin.map((language, index) => [language, 1 << index]))
/** Which of the three languages have a word of grammar, a bit each. */
const latinWords = new Map<string, number>()
for (const language of latin) for (const word of functionWords[language]) latinWords.set(word, (latinWords.get(word) ?? 0) | (latinBit.get(language) ?? 0))

/** Whether a text in Latin letters has as many words of grammar of another language as it must have, and more than of the document's. */
function mayDiffer(text: string, document: LanguageCode): boolean {
  const counts = latin.map(() => 0)
  let all = 0
  for (const word of text.toLowerCase().split(/[\s'’]+/)) {
    all++
    const known = latinWords.get(word)
    if (known !== undefined) for (let index = 0; index < counts.length; index++) if (known & (1 << index)) counts[index] = (counts[index] ?? 0) + 1
  }
  const own = counts[latin.findIndex((language) => language === document)] ?? 0
  // Numbers and labels are among the words here: the share may come out lower than it is.
  return counts.some((count) => count > own && count >= (leastGrammar / 2) * all)
}

function detectLatin(words: string, name: string | undefined): Detection {
  const grammar = grammarOf(words)
  const { best, second, foreign } = rankLatin(words, grammar)
  if (foreign !== undefined) throw new HexaplaError('detect:language-foreign', { actual: foreign }, name)
  const margin = best ? best.score - (second?.score ?? 0) : 0
  // Text without one word of grammar in twenty is a list or a table: its language is not to be told.
  // Nor is that of a few words when none of them is: `Agenda item 71`.
  const least = words.length < few ? 0.01 : 0.05
  if (!best || (words.length < few && margin < 0.15) || grammar(best.language) < least) {
    const scores = [best, second].map((each) => (each ? `${each.language} ${each.score.toFixed(2)}` : 'none')).join(', ')
    throw new HexaplaError('detect:language-unsure', { scores }, name)
  }
  return { language: best.language, score: round(margin) }
}

/** English, Spanish and French by trigrams and by words of grammar, best first, 0 to 1; or a language that fits better. */
interface LatinRanks {
  best: Detection | undefined
  second: Detection | undefined
  foreign: string | undefined
}

/**
 * How near the best of the three must come to the best of all languages, by length in characters: on 800 texts in the three
 * and 35 in others, these parted all of 60 characters and more, and let three of 97 shorter ones go.
 */
const nearness: ReadonlyArray<readonly [from: number, least: number]> = [[200, 0.97], [60, 0.94], [40, 0.9], [0, 0]]

function rankLatin(words: string, grammar: (language: LanguageCode) => number): LatinRanks {
  const { scores, foreign } = rankTrigrams(words.slice(0, sample), 'Latin')
  const [best, second] = latin
    .map((language) => ({ language, score: (scores.get(language) ?? 0) / 2 + Math.min(1, 2 * grammar(language)) / 2 }))
    .sort((a, b) => b.score - a.score || (a.language < b.language ? -1 : 1))
  const least = nearness.find(([from]) => words.length >= from)?.[1] ?? 0
  return { best, second, foreign: Math.max(...scores.values()) < least ? foreign : undefined }
}

/** Tells of each language the share of the words of a text that are its words of grammar. */
function grammarOf(words: string): (language: LanguageCode) => number {
  const list = words.slice(0, sample).toLowerCase().split(/[ '’]+/)
  const all = list.reduce((count, word) => (word === '' ? count : count + 1), 0)
  return (language) => {
    const known = functionWords[language]
    return all === 0 ? 0 : list.reduce((count, word) => (known.has(word) ? count + 1 : count), 0) / all
  }
}

/** The words of a text without what is the same in every language: labels, numbers, symbols, addresses. */
function bareWords(text: string): string {
  return text
    .slice(0, sample * 5)
    .split(/\s+/)
    // Chinese has no spaces: a sentence with a figure in it is one word.
    .filter((word) => /\p{Script=Han}/u.test(word) || !/[\d/@_]|^[^\p{L}]?\p{L}[^\p{L}]{1,2}$/u.test(word))
    .join(' ')
    .normalize('NFC')
    .replace(presented, (letters) => letters.normalize('NFKC'))
}

/** Arabic letters by the forms in which they are printed. */
const presented = /[\uFB50-\uFDFF\uFE70-\uFEFC]+/g

function legacy(text: string, name: string | undefined): HexaplaError {
  const actual = text.split(/\s+/).find((word) => /[A-Za-z!'][\][^_`=!#@\\][A-Za-z!'\][^_]/.test(word)) ?? text.trim().slice(0, 20)
  return new HexaplaError('detect:legacy-font', { actual }, name)
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
