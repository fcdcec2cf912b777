/** What is seen of a pair of texts, as numbers: for two that do not belong together, and for one of which a part is missing. */

import { type Figure, valuesOf } from '../write/figures.ts'
import type { OddEdges } from './edge-words.ts'

/** A pair of texts with the evidence of its words in nats, and by how much its length is odd. */
export interface SeenPair {
  source: string
  target: string
  words: { source: Float64Array; target: Float64Array }
  edges: { source: OddEdges; target: OddEdges }
  figures: { source: readonly Figure[]; target: readonly Figure[] }
  /** Standard deviations by which the target is longer than expected, where this share of each text stands. */
  deviation: (source: number, target: number) => number
}

/**
 * Features of two texts that may have nothing to do with each other. `rivals` is how much better the best of some others of about
 * its length fits the target, and the source: free translations have few words for them, and their rivals have fewer. `beside` is
 * how well the best of its neighbours fits.
 */
export function strangeFeatures(pair: Pick<SeenPair, 'words'> & { deviation: number }, rivals: { source: number; target: number; beside: number }): number[] {
  const { source, target } = pair.words
  const own = fitOf(pair)
  const better = [own - rivals.source, own - rivals.target, Math.sqrt(Math.max(0, rivals.beside - own))]
  return [1, meanOf(source), meanOf(target), Math.abs(pair.deviation), Math.log1p(Math.min(source.length, target.length)), ...better]
}

/** How much a pair like those of the United Nations' own corpus shows, for memories too small to teach it. */
export const usualStrange: readonly number[] = [2.7, -0.7, -0.35, -0.2, -0.65, -0.3, -0.3, 1.1]

/** How well the words of two texts fit, in nats, for texts of any length. */
export function fitOf({ words: { source, target } }: Pick<SeenPair, 'words'>): number {
  return meanOf(source) + meanOf(target)
}

const closers = String.raw`[()[\]{}"'»”’（）】〕>\d]{0,6}$`
/** How a text ends: a sentence, a clause that introduces or lists, a comma, none of them. */
const endings = [
  { end: 'sentence', expression: new RegExp(`[.?!。？！؟…]${closers}`, 'u') },
  { end: 'clause', expression: new RegExp(`[:;；؛：]${closers}`, 'u') },
  { end: 'comma', expression: new RegExp(`[,،，、]${closers}`, 'u') }
] as const

type End = (typeof endings)[number]['end'] | 'none'

function endOf(text: string): End {
  return endings.find(({ expression }) => expression.test(text))?.end ?? 'none'
}

const opening = /^[\p{Ll},;:)\]，。、；：）،؛]/u

/**
 * Features of the text that is short beside a whole one: words of the whole one that nothing speaks for, at its end or at its
 * beginning; too few letters, and what is gained where the rest is taken for missing; no mark at the end, no capital at the
 * beginning, where the other has them.
 */
export function cutFeatures(pair: SeenPair, short: 'source' | 'target'): number[] {
  const long = short === 'source' ? 'target' : 'source'
  const [words, others] = [pair.words[long], pair.words[short]]
  const [whole, part] = [pair[long].trim(), pair[short].trim()]
  const deviation = pair.deviation(1, 1)
  const missing = short === 'target' ? -deviation : deviation
  const odd = (kept: number): number => (short === 'target' ? pair.deviation(kept, 1) : pair.deviation(1, kept))
  const atEnd = Math.sqrt(runAgainst(words, true))
  const atStart = Math.sqrt(runAgainst(words, false))
  const [gainAtEnd, gainAtStart] = [gainOf(words, odd, true), gainOf(words, odd, false)]
  const [wholeEnd, partEnd] = [endOf(whole), endOf(part)]
  const isSentence = wholeEnd === 'sentence'
  const open = isSentence && partEnd === 'none' ? 1 : 0
  const openComma = isSentence && partEnd === 'comma' ? 1 : 0
  const openClause = (wholeEnd === 'clause' && (partEnd === 'comma' || partEnd === 'none')) || (wholeEnd === 'comma' && partEnd === 'none') ? 1 : 0
  const closed = !isSentence && partEnd === 'sentence' ? 1 : 0
  // Clauses of preambles begin with small letters in one language and with capitals in another.
  const isLower = !opening.test(whole) && opening.test(part)
  const headless = isLower && isSentence ? 1 : 0
  const headlessClause = isLower && !isSentence ? 1 : 0
  const anyOpen = open + openComma + openClause
  const anyHeadless = headless + headlessClause
  const shape = [open, openComma, openClause, closed, headless, headlessClause, anyOpen * atEnd, anyHeadless * atStart, anyOpen * gainAtEnd, anyHeadless * gainAtStart]
  const gains = [Math.max(gainAtEnd, gainAtStart), Math.min(gainAtEnd, gainAtStart)]
  const [oddEnd, oddStart] = [partEnd === 'none' ? pair.edges[short].end : 0, pair.edges[short].start]
  const edges = [oddEnd, oddStart, Math.max(0, oddEnd), Math.max(0, oddStart), wholeEnd === 'none' ? pair.edges[long].end : 0, pair.edges[long].start, pair.edges[short].startPair, pair.edges[short].endPair]
  // Where the other text has words left over at the same end, too, they are translated freely.
  const rest = [Math.sqrt(runAgainst(others, true)), Math.sqrt(runAgainst(others, false))]
  const lone = isUnbalanced(part) && !isUnbalanced(whole) ? 1 : 0
  const figures = [lackedOf(pair.figures[long], pair.figures[short]), lackedOf(pair.figures[short], pair.figures[long])]
  const commas = Math.log((count(whole, comma) + 1) / (count(part, comma) + 1))
  const missed = [missedMost(words), missedMost(others)]
  const lacks = Math.max(0, missing)
  const together = [open * lacks, openComma * lacks, openClause * lacks, headless * lacks]
  const sizes = [meanOf(others), meanOf(words), Math.log1p(words.length)]
  return [1, atEnd, atStart, lacks, Math.min(0, missing), ...gains, ...shape, ...sizes, ...edges, ...rest, lone, ...together, ...figures, ...missed, commas]
}

/** How much a cut shows, as fitted to news in eight pairs of languages (NTREX-128), where parts of right pairs were cut off. */
export const usualCut: readonly number[] = [
  0.06, -0.01, 0.16, 1.74, 0.54, 0.52, -0.11, 1.58, 0.77, 0.03, -0.38, 1.03, 0.6, 1.76, 1.05, -0.38, -0.33, -0.09, -0.03, -1.31,
  0.29, 0.5, 1.61, 0.39, -0.28, 0.15, 0, 0, 0.06, -0.02, 0.75, 1.05, 0.64, 0.06, 0.97, 1.48, -0.38, 0.1, -0.25, 0.13
]

/** How many figures of a text the other has not, as a log. */
function lackedOf(ours: readonly Figure[], theirs: readonly Figure[]): number {
  const values = valuesOf(theirs)
  return Math.log1p(ours.filter(({ readings }) => ![...readings].some((value) => values.has(value))).length)
}

/** Words of a text that are missed most in the other, wherever they stand: so many, in nats. */
const mostMissed = 3

function missedMost(words: Float64Array): number {
  let sum = 0
  for (const nats of words.toSorted().subarray(0, mostMissed)) sum -= nats
  return sum
}

const comma = /[,،，、;؛；]/gu

function count(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0
}

/** Brackets and quotation marks that are opened and closed. */
const enclosing = [[/[(（]/gu, /[)）]/gu], [/«|<</gu, /»|>>/gu], [/《/gu, /》/gu], [/“/gu, /”/gu]] as const

/** Whether a bracket or a quotation is opened and not closed, or closed and not opened. */
function isUnbalanced(text: string): boolean {
  return enclosing.some(([open, close]) => count(text, open) !== count(text, close)) || count(text, /"/gu) % 2 === 1
}

/** Nats of a text, over the square root of its words: about as wide for short texts as for long ones. */
function meanOf(words: Float64Array): number {
  let sum = 0
  for (const nats of words) sum += nats
  return sum / Math.sqrt(words.length + 1)
}

/** The most that the last words, or the first ones, taken together have against them, in nats. */
function runAgainst(words: Float64Array, fromEnd: boolean): number {
  let [sum, most] = [0, 0]
  for (let step = 0; step < words.length; step++) {
    sum -= words[fromEnd ? words.length - 1 - step : step] as number
    most = Math.max(most, sum)
  }
  return most
}

/** Shares of a text that may be what is left of it. */
const [leastKept, mostKept] = [0.2, 0.85]
/** Standard deviations beyond which a length tells no more. */
const mostOdd = 6

/**
 * What is gained, in nats, where the last words of a text, or the first ones, are taken for those that the other lacks: they have
 * nothing against them any more, and the lengths of the rest agree. The root of it, as words hang together.
 */
function gainOf(words: Float64Array, odd: (kept: number) => number, fromEnd: boolean): number {
  const count = words.length
  if (count < 3) return 0
  const weightOf = (kept: number): number => Math.min(mostOdd, Math.abs(odd(kept))) ** 2 / 2
  const whole = weightOf(1)
  let [against, best] = [0, -Infinity]
  for (let left = count - 1; left >= Math.max(1, Math.floor(leastKept * count)); left--) {
    against -= words[fromEnd ? left : count - 1 - left] as number
    if (left >= Math.ceil(mostKept * count)) continue
    best = Math.max(best, against + whole - weightOf(left / count))
  }
  return best === -Infinity ? 0 : Math.sign(best) * Math.sqrt(Math.abs(best))
}
