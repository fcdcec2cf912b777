/** Texts cut unevenly, made from beads known to be right: sentences cut at a mark, run together or dropped, on one side alone. */
import type { GoldPair } from './gold.ts'
import { sequence } from './made-text.ts'

const clauseEnd = /[,;:，；：、؛،]\s*/g
/** Letters that a piece has at least. */
const leastPiece = 8

/** What becomes of a row, and how often; the rest stays as it is. */
const fates = [['drop', 0.05], ['cut', 0.25], ['join', 0.12], ['carry', 0.1]] as const

/**
 * A text of at most so many rows, made from the 1:1 beads of a gold pair, and its gold: one row in twenty is dropped on one side;
 * one in four cut in two at a mark; one in eight joined with the next; of one in ten the end is carried into the next segment.
 */
export function makeUneven(pair: GoldPair, seed: number, limit: number): GoldPair {
  const next = sequence(seed)
  const rows = pair.gold.filter((bead) => bead.source.length === 1 && bead.target.length === 1).slice(0, limit)
  const made: GoldPair = { ...pair, set: 'uneven', sourceLines: [], targetLines: [], gold: [] }
  const lists = [made.sourceLines, made.targetLines] as const
  // The bead that is being made: lines of both sides, and text that waits for the next row.
  let lines: [number[], number[]] = [[], []]
  let waiting = ['', '']
  for (const [index, row] of rows.entries()) {
    const texts = [pair.sourceLines[row.source[0] ?? 0] ?? '', pair.targetLines[row.target[0] ?? 0] ?? ''].map((text, side) => `${waiting[side]} ${text}`.trim())
    const isOpen = waiting.some((text) => text !== '')
    waiting = ['', '']
    const fate = index + 1 < rows.length ? fateOf(next(), isOpen) : undefined
    const side = next() < 0.5 ? 0 : 1
    const pieces = fate === 'cut' || fate === 'carry' ? cut(texts[side] ?? '') : undefined
    texts.forEach((text, at) => {
      if (fate === 'drop' && at === side) return
      if (fate === 'join' && at === side) waiting[at] = text
      else if (at === side && pieces) {
        push(at, pieces[0])
        if (fate === 'cut') push(at, pieces[1])
        else waiting[at] = pieces[1]
      } else push(at, text)
    })
    if (waiting.some((text) => text !== '')) continue
    made.gold.push({ source: lines[0], target: lines[1] })
    lines = [[], []]
  }
  return made

  function push(side: number, text: string): void {
    const list = lists[side === 0 ? 0 : 1]
    lines[side === 0 ? 0 : 1].push(list.push(text) - 1)
  }
}

function fateOf(roll: number, isOpen: boolean): (typeof fates)[number][0] | undefined {
  let least = 0
  for (const [fate, share] of fates) {
    least += share
    // What is joined already is not dropped.
    if (roll < least) return fate === 'drop' && isOpen ? undefined : fate
  }
  return undefined
}

/** A text in two, behind the mark nearest to its middle. */
function cut(text: string): readonly [string, string] | undefined {
  const places = [...text.matchAll(clauseEnd)].map((match) => match.index + match[0].length).filter((place) => place >= leastPiece && place <= text.length - leastPiece)
  const [first, ...others] = places
  if (first === undefined) return undefined
  const middle = text.length / 2
  const best = others.reduce((near, place) => (Math.abs(place - middle) < Math.abs(near - middle) ? place : near), first)
  return [text.slice(0, best).trim(), text.slice(best).trim()]
}
