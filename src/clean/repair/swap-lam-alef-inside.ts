import type { CharacterRule } from './rule.ts'

/** Words that begin with hamza and lam as they stand: whole ones, `ألف`, `إلى`, and beginnings, `ألمانيا`, `إلغاؤه`. */
const whole = 'ألف(?:ا|ان|ين|ي|ت|وا)?|ألم|ألبان|ألق(?:ى|ت|ي|وا)|ألغ(?:ى|ت|ي|وا|يت)|ألزم(?:ت|وا)?|ألحق(?:ت|وا)?|ألح(?:ت|وا)?|ألهم|أليس|أليم|إلى|إلي(?:ه|ها|هم|هما|نا|ك)|إله'
const beginning = 'ألمان|ألباني|ألعاب|ألوان|ألياف|إلغا|إلقا|إلحاق|إلزام|إلمام|إلهام|إلحاح|إلكترون'
const own = `(?:${whole})(?![\\u0621-\\u0652])|${beginning}`

const words = {
  /** `األمم`, `االتحاد`: no word begins so. */
  swapped: /(?<![\u0621-\u0652])[وفبك]?ا[اأإآ]ل(?=[\u0621-\u064A])/g,
  right: /(?<![\u0621-\u0652])[وفبك]?ال[اأإآ](?=[\u0621-\u064A])(?!ل)/g
} as const

/** So many words show that a document has its lam-alefs the wrong way round, and the share of those that have them right. */
const [fewest, rightAtMost] = [3, 0.1]

/**
 * Lam-alef inside of words, and where it begins one, in a document that has all of them the wrong way round: no lam stands in
 * front of an alef there. `لإلنسان` is `للإنسان`, `الالزمة` is `اللازمة`, `أال` is `ألا`, `خالل` is `خلال`, `ألحكام` is `لأحكام`.
 * `العالقات` may be read in two ways, and is left.
 */
export const swapLamAlefInside: CharacterRule = {
  name: 'swap-lam-alef-inside',
  pattern: new RegExp(
    [
      '(?<=[لاأإآ])(?<alef>[اأإآ])ل(?=[\\u0621-\\u064A]|$|[^\\u0621-\\u0652])',
      '(?<=[\\u0621-\\u064A]{2})(?<end>ا)لل(?=(?:ها|هم|هما|نا)?(?![\\u0621-\\u0652]))',
      '(?<![\\u0621-\\u0652])(?<before>[وف]?)(?:(?<alone>ا)ل(?![\\u0621-\\u0652])|(?!' + own + ')(?<hamza>[أإ])ل(?=[\\u0621-\\u064A]))',
      '(?<=(?<![\\u0621-\\u0652])خ)(?<through>ا)لل(?=[\\u0621-\\u064A]{0,3}(?![\\u0621-\\u0652]))'
    ].join('|'),
    'g'
  ),
  needs: /[اأإآ]/,
  replace: ({ groups = {} }) => {
    const { alef, end, before = '', alone, hamza, through } = groups
    const swapped = end ?? through
    return swapped === undefined ? `${before}ل${alef ?? alone ?? hamza ?? ''}` : `ل${swapped}ل`
  },
  languages: ['ar'],
  appliesTo: (raw) => {
    const swapped = raw.match(words.swapped)?.length ?? 0
    return swapped >= fewest && (raw.match(words.right)?.length ?? 0) <= rightAtMost * swapped
  }
}
