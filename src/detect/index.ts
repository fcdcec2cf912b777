import { francAll } from 'franc'
import { languages, type LanguageCode } from '../language/code.ts'
import { functionWords } from '../language/function-word.ts'
import { HexaplaError } from '../message/report.ts'
import { countScripts } from './count-scripts.ts'
import { looksLegacy } from './mark-legacy-font.ts'

/** What language a text is in, and how sure that is. */
export interface Detection {
  language: LanguageCode
  /** 0 to 1: for Latin letters the margin over the next language, for the other scripts the share of letters in it. */
  score: number
}

/** Codes of franc, which stay inside this stage. */
const codes: Readonly<Record<string, LanguageCode>> = { arb: 'ar', cmn: 'zh', eng: 'en', fra: 'fr', rus: 'ru', spa: 'es' }

/** Under this many letters a text tells little: 60, after trials on headings of reports. */
const few = 60

/** Letters that are looked at: more do not change the answer, and franc is slow. */
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
  if (script === 'Latin') return detectLatin(words, name)
  if (script === undefined || share < 0.5) {
    const scores = `${Math.round(share * 100)} % ${script ?? 'no known'} letters`
    throw new HexaplaError('detect:language-unsure', { scores }, name)
  }
  if (script === 'Cyrillic' || script === 'Arabic') {
    const other = letters >= 200 ? foreignLanguage(words.slice(0, sample), script === 'Cyrillic' ? 'rus' : 'arb') : undefined
    if (other !== undefined) throw new HexaplaError('detect:language-foreign', { actual: other }, name)
  }
  const language = script === 'Han' ? 'zh' : script === 'Arabic' ? 'ar' : 'ru'
  return { language, score: round(share) }
}

/**
 * The language of one block, where it is surely another one than the document's; `undefined` where it is the same or
 * unsure. Under 60 letters the margin must be 0.15 or more.
 */
export function detectBlock(text: string, document: LanguageCode): Detection | undefined {
  const words = bareWords(text)
  const { script, share, letters } = countScripts(words)
  if (letters < 12 || script === undefined || share < 0.8) return undefined
  if (script !== languages[document].script) {
    if (script !== 'Latin') return { language: script === 'Han' ? 'zh' : script === 'Arabic' ? 'ar' : 'ru', score: round(share) }
  } else if (script !== 'Latin') return undefined
  const grammar = grammarOf(words)
  const [best, second] = rankLatin(words, grammar)
  if (!best || best.language === document) return undefined
  const margin = best.score - (second?.score ?? 0)
  return margin >= (letters < few ? 0.25 : 0.15) && grammar(best.language) >= 0.15
    ? { language: best.language, score: round(margin) }
    : undefined
}

function detectLatin(words: string, name: string | undefined): Detection {
  const shareOf = grammarOf(words)
  const [best, second] = rankLatin(words, shareOf)
  const margin = best ? best.score - (second?.score ?? 0) : 0
  const grammar = best ? shareOf(best.language) : 0
  const foreign = words.length >= 200 && grammar < 0.2 ? foreignLanguage(words.slice(0, sample), 'eng', 'fra', 'spa') : undefined
  if (foreign !== undefined) throw new HexaplaError('detect:language-foreign', { actual: foreign }, name)
  // Text without one word of grammar in twenty is a list or a table: its language is not to be told.
  if (!best || (words.length < few ? margin < 0.15 : grammar < 0.05)) {
    const scores = [best, second].map((each) => (each ? `${each.language} ${each.score.toFixed(2)}` : 'none')).join(', ')
    throw new HexaplaError('detect:language-unsure', { scores }, name)
  }
  return { language: best.language, score: round(margin) }
}

/** English, Spanish and French by trigrams and by words of grammar, best first; scores 0 to 1. */
function rankLatin(words: string, grammar: (language: LanguageCode) => number): Detection[] {
  const trigrams = new Map(francAll(words.slice(0, sample), { only: ['eng', 'fra', 'spa'], minLength: 1 }))
  return Object.entries({ eng: 'en', fra: 'fr', spa: 'es' } as const)
    .map(([code, language]) => ({
      language,
      score: (trigrams.get(code) ?? 0) / 2 + Math.min(1, 2 * grammar(language)) / 2
    }))
    .sort((a, b) => b.score - a.score || (a.language < b.language ? -1 : 1))
}

/** Name of the language that a text is rather in than in those expected, where franc is sure of it. */
function foreignLanguage(words: string, ...expected: string[]): string | undefined {
  const ranks = francAll(words)
  const [top] = ranks
  if (!top || top[0] === 'und' || expected.includes(top[0]) || top[0] in codes) return undefined
  const own = Math.max(0, ...ranks.filter(([code]) => expected.includes(code)).map(([, score]) => score))
  return own < 0.97 ? new Intl.DisplayNames('en', { type: 'language' }).of(top[0]) : undefined
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
    .filter((word) => !/[\d/@_]|^\W?\p{L}\W{1,2}$/u.test(word))
    .join(' ')
    .normalize('NFC')
}

function legacy(text: string, name: string | undefined): HexaplaError {
  const actual = text.split(/\s+/).find((word) => /[A-Za-z!'][\][^_`=!#@\\][A-Za-z!'\][^_]/.test(word)) ?? text.trim().slice(0, 20)
  return new HexaplaError('detect:legacy-font', { actual }, name)
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000
}
