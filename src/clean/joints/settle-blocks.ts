import { languages, type LanguageCode } from '../../language/code.ts'
import { leavesOpen } from '../../language/function-word.ts'
import { opensTitle } from '../../grammar/title-opening.ts'
import { isParallelClause } from '../lines/parallel-clause.ts'
import { lastWord } from '../lines/last-word.ts'
import { letterKind } from '../lines/letter-kind.ts'
import { LineWords } from '../lines/line-words.ts'
import { makeLine, type Line } from '../lines/line.ts'
import { endsClause, endsInComma, endsSentence } from '../lines/sentence-end.ts'
import { sortNumbers } from '../page/measure-block-lines.ts'
import type { JoinedLines } from './joined-lines.ts'
import type { LinePair } from './line-pair.ts'
import { weighJoint, type Joint } from './weigh-joint.ts'

/** Two lines that the layout parts, not their words: the block that begins with the second, as counted from the first. */
export interface ToldByLayout {
  index: number
  pair: LinePair
}

/** Whether a block that begins here may be the rest of the sentence above it: nothing that it says speaks for its beginning. */
export function mayBeRest({ weight, opening }: Joint, { previous, next, crossing, words, recital, label, language }: LinePair): boolean {
  if (weight <= 0 || label || opening.length > 0 || endsSentence(previous.value)) return false
  // A table stands between them.
  if (next.opens && crossing) return false
  // A number, a symbol or a dash alone is no rest of a sentence.
  if (letterKind(next.value.charCodeAt(0)) === 0 && !next.value.includes(' ')) return false
  if (words.small || recital) return true
  if (endsClause(previous.value)) return false
  return !languages[language].cased || endsInComma(previous.value) || leavesOpen(lastWord(previous.value), language)
}

/**
 * Joins blocks in whose words a sentence goes on from one to the next: what lines that are a block each are joined by holds in
 * any print. So clean text, which has no layout left, is read as what it was made from.
 */
export function settleBlocks(blocks: JoinedLines[], told: readonly ToldByLayout[], language: LanguageCode, observed: boolean): JoinedLines[] {
  if (told.length === 0) return blocks
  const text = usualColumns(blocks)
  /** Of each block, the one that it is part of. */
  const wholes = [...blocks]
  for (const { index, pair } of told) {
    const [above, block, below] = [wholes[index - 1], blocks[index], blocks[index + 1]]
    if (!above || !block) continue
    const joint = weighJoint(asBlockLines(pair, above, block, below, text), observed)
    if (joint.weight > 0) continue
    above.lines.push(...block.lines)
    above.breaks?.push(joint.weight, ...(block.breaks ?? block.lines.slice(1).map(() => joint.weight)))
    above.inside?.push(joint, ...(block.inside ?? []))
    wholes[index] = above
  }
  return blocks.filter((block, index) => wholes[index] === block)
}

/** The pair as it would be if each block were a line. */
function asBlockLines(pair: LinePair, above: JoinedLines, block: JoinedLines, below: JoinedLines | undefined, text: number): LinePair {
  const { language, layout } = pair
  const [previous, next] = [wholeLine(above, language), wholeLine(block, language)]
  const body = [previous, next, ...(below ? [wholeLine(below, language)] : [])]
  const width = Math.max(text, layout.text)
  return {
    ...pair,
    body,
    index: 1,
    previous,
    next,
    words: new LineWords(next.value, language),
    wordsAbove: new LineWords(previous.value, language),
    open: { lines: [previous], ...(above.label ? { label: above.label } : {}) },
    signing: above.signature === true,
    width: undefined,
    crossing: false,
    inner: undefined,
    after: below && 0,
    parallel: isParallelClause(next, previous, body[2]),
    titleAbove: opensTitle(previous.value, language) ? previous.columns : undefined,
    layout: { ...layout, blocks: 1, title: undefined, text: width, width, gap: 0, indent: 0, parted: 0, parting: 'no', full: undefined, edge: undefined, paper: undefined }
  }
}

/** A block as one line. */
function wholeLine({ lines }: JoinedLines, language: LanguageCode): Line {
  const [first] = lines
  if (!first) throw new TypeError('a block has a line')
  const value = lines.map((line) => line.value).join(languages[language].spaced ? ' ' : '')
  const whole = { ...first, text: { value, runs: [] }, columns: columnsOf(lines), gap: 0, indent: 0, page: 0, opens: false }
  return makeLine(whole, whole)
}

function columnsOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { columns }) => sum + columns + 1, -1)
}

/** Columns that nine blocks in ten do not have more of. */
function usualColumns(blocks: readonly JoinedLines[]): number {
  return sortNumbers(Int32Array.from(blocks, ({ lines }) => columnsOf(lines)))[Math.floor(0.9 * blocks.length)] ?? 0
}
