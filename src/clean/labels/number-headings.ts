import type { LabelMatch } from '../../grammar/label.ts'
import { numberOf } from '../lines/measure-numbering.ts'
import { leastYear, mostMissing } from './sequenced-label.ts'

/** A line with the number of a paragraph in front. */
interface Numbered {
  index: number
  number: number
  /** Whether what stands behind the number is a phrase, as headings are. */
  phrase: boolean
}

/** The paragraph that a heading heads is not farther below; lines. */
const farthest = 60

/**
 * The lines whose number counts a heading and no paragraph: `2. Conclusions` between `12. The Board …` and `13. The Board …`.
 * The numbers of paragraphs go on past it; a list has its numbers one below the other.
 */
export function numberHeadings(labels: ReadonlyArray<LabelMatch | undefined>, isPhrase: (index: number) => boolean, isUnderColon: (index: number) => boolean): ReadonlySet<number> {
  const numbered: Numbered[] = []
  labels.forEach((label, index) => {
    const number = numberOf(label)
    if (number !== undefined && number < leastYear) numbered.push({ index, number, phrase: isPhrase(index) })
  })
  const before = lastSentences(numbered)
  const found = new Set<number>()
  /** The next phrase below, where it is a heading. */
  let nextHeading: number | undefined
  for (let at = numbered.length - 1; at >= 0; at--) {
    const [line, below] = [numbered[at], numbered[at + 1]]
    if (!line?.phrase) continue
    const headed = below && !below.phrase && below.index - line.index <= farthest ? below.number : undefined
    const above = numbered[at - 1]
    const listed = (above?.phrase === true && nextLabel(labels, above.index) === line.index) || isUnderColon(line.index)
    const last = before[at]
    const far = headed !== undefined && (headed > line.number + 1 + mostMissing || (headed > line.number && nextHeading === line.number + 1))
    const overLetters = !listed && last === undefined && headsLetters(labels, line.index, isPhrase)
    const heads = overLetters || (headed !== undefined && !listed && headed !== line.number && (last === undefined ? far : headed === last + 1))
    nextHeading = heads ? line.number : undefined
    if (heads) found.add(line.index)
  }
  addSiblings(numbered, before, found)
  return found
}

/** Whether a phrase with a number stands above `A.` and a phrase: it heads what is in letters below. */
function headsLetters(labels: ReadonlyArray<LabelMatch | undefined>, index: number, isPhrase: (index: number) => boolean): boolean {
  const next = nextLabel(labels, index)
  return next >= 0 && labels[next]?.readings.some(({ style, ordinal, capital }) => capital && ordinal === 1 && style !== 'roman') === true && isPhrase(next)
}

/** A phrase with the number behind that of a heading is one as well, where no paragraphs are numbered. */
function addSiblings(numbered: readonly Numbered[], before: ReadonlyArray<number | undefined>, found: Set<number>): void {
  let last: number | undefined
  for (const [at, { index, number, phrase }] of numbered.entries()) {
    if (found.has(index)) last = number
    else if (phrase && before[at] === undefined && last !== undefined && number === last + 1) {
      found.add(index)
      last = number
    }
  }
}

/** For each numbered line the number of the last sentence above it. */
function lastSentences(numbered: readonly Numbered[]): Array<number | undefined> {
  let last: number | undefined
  return numbered.map(({ number, phrase }) => {
    const above = last
    if (!phrase) last = number
    return above
  })
}

/** The next line with a label, -1 where there is none near. */
function nextLabel(labels: ReadonlyArray<LabelMatch | undefined>, index: number): number {
  for (let next = index + 1; next <= Math.min(labels.length - 1, index + farthest); next++) if (labels[next]) return next
  return -1
}
