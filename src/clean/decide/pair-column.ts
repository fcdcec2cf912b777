import type { LanguageCode } from '../../language/code.ts'
import type { Report } from '../../message/report.ts'
import { rawOffset } from '../../tree/mapped-text.ts'
import type { Locator } from '../../tree/place.ts'
import { readSectionHeading } from '../../grammar/section-word.ts'
import { opensTitle } from '../../grammar/title-opening.ts'
import type { JoinedLines } from '../joints/joined-lines.ts'
import { goesOnInColumn } from '../joints/label-column.ts'
import { looksLikeHeading } from './read-heading.ts'
import { endsClause, endsSentence } from '../lines/sentence-end.ts'
import { isMain } from '../labels/sequenced-label.ts'

/** So many labels below each other are a column. */
const fewest = 2

/** What speaks for a break is over this where a text may end that was joined with the next, should one be lacking. */
const leastBreak = -4

/** The texts that each block below a column is or holds; none of one that is not there. */
type Texts = ReadonlyMap<JoinedLines, readonly JoinedLines[]>

/** Gives the labels of a column, printed before their texts, each its text, where there are as many; says where there are not. */
export function pairColumns(joined: readonly JoinedLines[], language: LanguageCode, place: Locator, report: Report): JoinedLines[] {
  const paired: JoinedLines[] = []
  for (let index = 0; index < joined.length; ) {
    const labels = columnFrom(joined, index)
    index += labels.length
    if (labels.length < fewest) {
      paired.push(...labels)
      continue
    }
    const below = textsFrom(joined, index, labels[0]?.label?.level ?? 0, language)
    index += below.length
    const texts = takeTexts(below, labels, language)
    if (texts) paired.push(...giveLabels(labels, texts, below))
    else {
      const [first] = labels[0]?.lines ?? []
      if (first) report('clean:labels-apart', place.point(rawOffset(first.text, 0)), { count: labels.length, texts: below.length })
      paired.push(...labels, ...below)
    }
  }
  return paired
}

/** A block, and with it those that are labels of one column. */
function columnFrom(joined: readonly JoinedLines[], start: number): JoinedLines[] {
  let end = start + 1
  for (let [above, next] = joined.slice(start, start + 2); above && next && goesOnInColumn(above, next); next = joined[++end]) above = next
  return joined.slice(start, end)
}

/** The blocks below labels of a level, with the items that stand among them. */
function textsFrom(joined: readonly JoinedLines[], start: number, level: number, language: LanguageCode): JoinedLines[] {
  let end = start
  for (let block = joined[end]; block && (isItemBelow(block, level) || isBelow(block, language)); block = joined[++end]);
  return joined.slice(start, end)
}

function isItemBelow({ label }: JoinedLines, level: number): boolean {
  return label !== undefined && !label.capital && label.level > level
}

/** Whether a block may be the text of a label above: no part and no title begins with it. */
function isBelow({ breaks, lines }: JoinedLines, language: LanguageCode): boolean {
  const value = lines[0]?.value ?? ''
  return breaks !== undefined && !readSectionHeading(value, language) && !opensTitle(value, language)
}

/** As many texts as there are labels: all blocks of words; or, of numbered paragraphs, those that are no headings; or with those parted that were joined. */
function takeTexts(below: readonly JoinedLines[], { length: count, 0: first }: readonly JoinedLines[], language: LanguageCode): Texts | undefined {
  const worded = below.filter(({ lines, label }) => (label === undefined || label.capital) && lines.some(({ value }) => /\p{L}/u.test(value)))
  if (worded.length === count) return new Map(worded.map((block) => [block, [block]]))
  const mayHaveHeadings = first?.label !== undefined && isMain(first.label, first.label.shape)
  const texts = worded.filter(({ lines }) => !mayHaveHeadings || !looksLikeHeading(lines.map(({ value }) => value).join(' '), language))
  if (texts.length === count) return new Map(texts.map((block) => [block, [block]]))
  return texts.length < count ? partTexts(texts, count - texts.length) : undefined
}

/** Parts texts at so many more places: where a sentence or a clause ends, and most speaks for it. */
function partTexts(texts: readonly JoinedLines[], more: number): Texts | undefined {
  const places = texts.flatMap((block) =>
    (block.breaks ?? []).flatMap((weight, index) => {
      const above = block.lines[index]?.value ?? ''
      return weight > leastBreak && (endsSentence(above) || endsClause(above)) ? [{ block, at: index + 1, weight }] : []
    })
  )
  const chosen = places.toSorted((a, b) => b.weight - a.weight).slice(0, more)
  if (chosen.length < more) return undefined
  return new Map(
    texts.map((block) => {
      const cuts = [0, ...chosen.filter((place) => place.block === block).map(({ at }) => at).sort((a, b) => a - b), block.lines.length]
      return [block, cuts.slice(1).map((end, index) => ({ lines: block.lines.slice(cuts[index], end) }))]
    })
  )
}

/** The blocks below a column in their order, each text with its label in front. */
function giveLabels(labels: readonly JoinedLines[], texts: Texts, below: readonly JoinedLines[]): JoinedLines[] {
  let next = 0
  return below.flatMap(
    (block) =>
      texts.get(block)?.map((text) => {
        const { lines, label } = labels[next++] ?? {}
        return { ...text, lines: [...(lines ?? []), ...text.lines], ...(label ? { label: { ...label, apart: true as const } } : {}) }
      }) ?? [block]
  )
}
