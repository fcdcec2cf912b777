/** Logistic regression with few features, by Newton's method: the same numbers on every machine. */

export interface Example {
  features: readonly number[]
  /** Whether it is what is looked for. */
  is: boolean
}

/** Weights that are held on to where there is little to learn from, and how many examples' worth of it. */
export interface PriorWeights {
  weights: readonly number[]
  strength: number
}

const mostSteps = 30
const smallestGain = 1e-6

/** Weights that part the examples best; the sum of features times weights is the log odds. Half of the whole weight goes to each kind. */
export function fitLogistic(examples: readonly Example[], { weights: prior, strength }: PriorWeights): number[] {
  const positive = examples.filter(({ is }) => is).length
  if (positive === 0 || positive === examples.length) return [...prior]
  const worthOf = { true: examples.length / 2 / positive, false: examples.length / 2 / (examples.length - positive) }
  const loss = (weights: readonly number[]): number =>
    examples.reduce((sum, { features, is }) => sum + worthOf[`${is}`] * softplus((is ? -1 : 1) * logOdds(features, weights)), 0) +
    (strength / 2) * weights.reduce((sum, weight, at) => sum + (weight - (prior[at] ?? 0)) ** 2, 0)
  let weights = [...prior]
  let least = loss(weights)
  for (let step = 0; step < mostSteps; step++) {
    const slope = weights.map((weight, at) => strength * ((prior[at] ?? 0) - weight))
    const curve = weights.map((_, row) => weights.map((__, column) => (row === column ? strength : 0)))
    for (const { features, is } of examples) addExample({ features, is }, weights, worthOf[`${is}`], slope, curve)
    const change = solve(curve, slope)
    const [next, left] = descend(weights, change, least, loss)
    if (least - left < smallestGain) break
    ;[weights, least] = [next, left]
  }
  return weights
}

/** As far as a change is for the better: Newton's step is too long where the examples are parted too well. */
function descend(weights: readonly number[], change: readonly number[], least: number, loss: (weights: readonly number[]) => number): [weights: number[], loss: number] {
  for (let length = 1; length > 1e-3; length /= 2) {
    const next = weights.map((weight, at) => weight + length * (change[at] ?? 0))
    const left = loss(next)
    if (left < least) return [next, left]
  }
  return [[...weights], least]
}

/** log(1 + e^x), for any x. */
function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

function addExample({ features, is }: Example, weights: readonly number[], worth: number, slope: number[], curve: number[][]): void {
  const share = 1 / (1 + Math.exp(-logOdds(features, weights)))
  const error = worth * ((is ? 1 : 0) - share)
  const bend = worth * share * (1 - share)
  for (const [at, feature] of features.entries()) {
    slope[at] = (slope[at] ?? 0) + error * feature
    const row = curve[at] ?? []
    for (const [other, value] of features.entries()) row[other] = (row[other] ?? 0) + bend * feature * value
  }
}

/** Log odds that something with these features is what is looked for. */
export function logOdds(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0)
}

/** Solves a system of linear equations, which is definite, by Cholesky's way. */
function solve(matrix: readonly number[][], right: readonly number[]): number[] {
  const size = right.length
  const lower = matrix.map((row) => row.map(() => 0))
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0
  const sum = (count: number, term: (index: number) => number): number => {
    let total = 0
    for (let index = 0; index < count; index++) total += term(index)
    return total
  }
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const rest = (matrix[row]?.[column] ?? 0) - sum(column, (index) => at(row, index) * at(column, index))
      const cells = lower[row] ?? []
      cells[column] = row === column ? Math.sqrt(rest) : rest / at(column, column)
    }
  }
  const forward: number[] = []
  for (let row = 0; row < size; row++) forward[row] = ((right[row] ?? 0) - sum(row, (index) => at(row, index) * (forward[index] ?? 0))) / at(row, row)
  const result = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    result[row] = ((forward[row] ?? 0) - sum(size - row - 1, (index) => at(row + 1 + index, row) * (result[row + 1 + index] ?? 0))) / at(row, row)
  }
  return result
}
