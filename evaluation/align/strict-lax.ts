/** Strict and lax precision, recall and F1, counted as vecalign's `score.py` counts them. */

/** One gold or predicted bead: indexes of lines. */
export interface LineBead {
  source: readonly number[]
  target: readonly number[]
}

/** Counts that are summed over the files of a set before anything is divided. */
export interface Counts {
  predicted: number
  predictedStrict: number
  predictedLax: number
  gold: number
  goldStrict: number
  goldLax: number
}

export interface F1 {
  strict: number
  lax: number
}

/** Beads of a file `[0,1]:[0]` a line, a score after a tab allowed. Throws on a line that is no bead. */
export function parseBeads(text: string): LineBead[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const match = /^\[([\d, ]*)\]:\[([\d, ]*)\]/.exec(line)
      if (!match) throw new SyntaxError(`Unexpected \`${line}\`, expected \`[0,1]:[0]\``)
      return { source: numbersOf(match[1] ?? ''), target: numbersOf(match[2] ?? '') }
    })
}

function numbersOf(list: string): number[] {
  return list
    .split(',')
    .filter((number) => number.trim() !== '')
    .map(Number)
}

const keyOf = (bead: LineBead): string => `${bead.source.join()}:${bead.target.join()}`

/** How many beads of `left` are in `right`, the very same or overlapping. */
function count(left: readonly LineBead[], right: readonly LineBead[], withNulls: boolean): [total: number, strict: number, lax: number] {
  const exact = new Set(right.map(keyOf))
  const bySource = new Map<number, Set<number>>()
  for (const bead of right) {
    for (const line of bead.source) {
      const targets = bySource.get(line) ?? new Set<number>()
      for (const target of bead.target) targets.add(target)
      bySource.set(line, targets)
    }
  }
  let [total, strict, lax] = [0, 0, 0]
  for (const bead of left) {
    const isNull = bead.source.length === 0 || bead.target.length === 0
    if (isNull && !withNulls) continue
    total++
    if (exact.has(keyOf(bead))) {
      strict++
      lax++
    } else if (sharesBead(bead, right)) lax++
  }
  return [total, strict, lax]
}

function sharesBead(bead: LineBead, others: readonly LineBead[]): boolean {
  return others.some((other) => bead.source.some((line) => other.source.includes(line)) && bead.target.some((line) => other.target.includes(line)))
}

/** Counts of one file. */
export function countBeads(predicted: readonly LineBead[], gold: readonly LineBead[]): Counts {
  const [predictedTotal, predictedStrict, predictedLax] = count(predicted, gold, true)
  const [goldTotal, goldStrict, goldLax] = count(gold, predicted, false)
  return { predicted: predictedTotal, predictedStrict, predictedLax, gold: goldTotal, goldStrict, goldLax }
}

/** F1 of summed counts; 0 where nothing was right. */
export function f1Of(counts: readonly Counts[]): F1 {
  const sum = (pick: (one: Counts) => number): number => counts.reduce((total, one) => total + pick(one), 0)
  const f1 = (right: number, found: number): number => {
    const precision = right / Math.max(1, sum((one) => one.predicted))
    const recall = found / Math.max(1, sum((one) => one.gold))
    return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
  }
  return {
    strict: f1(sum((one) => one.predictedStrict), sum((one) => one.goldStrict)),
    lax: f1(sum((one) => one.predictedLax), sum((one) => one.goldLax))
  }
}
