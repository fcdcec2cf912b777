import { languages, type LanguageCode } from '../../language/code.ts'
import { leavesOpen } from '../../language/function-word.ts'
import { capital, letterKind, small, uncased } from '../lines/letter-kind.ts'
import type { Line } from '../lines/line.ts'
import { roomIn, type Layout } from './measure-layout.ts'
import { endsClause, endsSentence } from '../lines/sentence-end.ts'

/** How the paragraphs of a document begin, and where its sentences end. */
export interface Paragraphs {
  /** Of the full lines that end a sentence, the share that end a paragraph with it, as far as sentences inside lines tell. */
  ending: () => number
  /** Whether the first lines of paragraphs are set in. */
  setIn: () => boolean
  /** Of the sentences that begin with the first words of a line, the share that open a paragraph for sure; 0 where none does. */
  opening: (line: Line) => number
}

/** What was counted: sentences that open a paragraph for sure, and those inside lines, by their first words. */
interface Counted {
  ending: number
  setIn: boolean
  /** Whether most paragraphs are a sentence each. */
  singly: boolean
  openings: ReadonlyMap<string, number>
  inside: ReadonlyMap<string, number>
}

/**
 * Tells of a full line that ends a sentence whether a paragraph may end with it. A typesetter breaks a line between any two
 * words: of the sentences inside a paragraph one in as many ends with a line as a line has words. Where more lines end in
 * a full stop than that, paragraphs do. And what opened a paragraph behind a short line opens another behind a full one.
 * Nothing is counted before somebody asks.
 */
export function measureParagraphs(body: readonly Line[], layoutAt: (index: number) => Layout, language: LanguageCode): Paragraphs {
  let counted: Counted | undefined
  const count = (): Counted => (counted ??= countParagraphs(body, layoutAt, language))
  return {
    ending: () => count().ending,
    setIn: () => count().setIn,
    opening: ({ value }) => {
      const key = firstWords(value, 0, language)
      const openings = key === '' ? 0 : (count().openings.get(key) ?? 0)
      // Once proves little where sentences stand side by side, but for words with a mark behind them, as headings run into the text have.
      const fewest = count().singly || /[.:,]$/.test(key) ? 1 : 2
      return openings < fewest ? 0 : openings / (openings + (count().inside.get(key) ?? 0) + 1)
    }
  }
}

function countParagraphs(body: readonly Line[], layoutAt: (index: number) => Layout, language: LanguageCode): Counted {
  const openings = new Map<string, number>()
  const inside = new Map<string, number>()
  const { cased, spaced } = languages[language]
  let [full, ended, pieces, sentences, begun, setIn] = [0, 0, 0, 0, 0, 0]
  body.forEach((line, index) => {
    const { value } = line
    const layout = layoutAt(index)
    for (const at of sentenceStarts(value, language)) {
      sentences++
      add(inside, firstWords(value, at, language))
    }
    const next = body[index + 1]
    if (!next || layout.title !== undefined) return
    const room = roomIn(line, next, layout, language)
    const ends = endsSentence(value)
    if (room === 'short' || room === 'word') {
      if (!(ends || endsClause(value)) || next.label !== undefined || !isBeginning(next.value, cased)) return
      add(openings, firstWords(next.value, 0, language))
      begun++
      if (next.indent >= layout.indent + 2) setIn++
      return
    }
    full++
    pieces += spaced ? countSpaces(value) : value.length
    if (ends && next.label === undefined && isBeginning(next.value, cased)) ended++
  })
  // Of so many full lines that end a sentence, these are to be expected where no paragraph ended with any.
  const expected = full === 0 ? 0 : (spaced ? 1 : hanging) * (sentences * full) / Math.max(1, pieces)
  const share = 1 - (expected + few) / (ended + few)
  return { ending: share > fewest ? share : 0, setIn: 2 * setIn > begun, singly: sentences < sideBySide * full, openings, inside }
}

/** Where any two characters part, a full stop that would begin a line stands at the end of the one above. */
const hanging = 2

/** Of the full lines, those at least that a sentence ends inside, where paragraphs have several. */
const sideBySide = 0.2

/** Added to both counts: a handful proves little. */
const few = 3
/** A share of paragraphs below this tells nothing. */
const fewest = 0.6

function add(counts: Map<string, number>, key: string): void {
  if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
}

function isBeginning(value: string, cased: boolean, at = 0): boolean {
  const kind = letterKind(value.charCodeAt(at))
  return kind === capital || (!cased && kind === uncased)
}

/** Where sentences begin inside a line: behind a full stop that a word of some letters stands before, and a space. */
function sentenceStarts(value: string, language: LanguageCode): number[] {
  const found: number[] = []
  const { cased, spaced } = languages[language]
  if (!spaced) for (let at = value.indexOf('。'); at >= 0 && at < value.length - 1; at = value.indexOf('。', at + 1)) found.push(at + 1)
  else
    for (const mark of marksInside)
      for (let at = value.indexOf(mark); at >= 0; at = value.indexOf(mark, at + 2)) if (isBeginning(value, cased, at + 2) && isWord(value, at - 3, at)) found.push(at + 2)
  return found
}

const marksInside = ['. ', '! ', '? ']

/** Whether letters, no capitals, fill a piece of a line. */
function isWord(value: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const kind = letterKind(value.charCodeAt(at))
    if (kind !== small && kind !== uncased) return false
  }
  return true
}

/** The first words from a place of a line on: two, and as many more as a word of grammar leaves open; in Chinese the first characters. */
function firstWords(value: string, from: number, language: LanguageCode): string {
  if (!languages[language].spaced) return value.length - from < 8 ? '' : value.slice(from, from + 4)
  let end = value.indexOf(' ', from)
  for (let words = 1; end > 0 && words < mostWords; words++) {
    const start = end + 1
    end = value.indexOf(' ', start)
    if (end > 0 && !leavesOpen(value.slice(start, end), language)) return value.slice(from, end)
  }
  return ''
}

const mostWords = 5

function countSpaces(value: string): number {
  let count = 0
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) === 0x20) count++
  return count
}
