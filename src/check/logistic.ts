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
  const set = new ExampleSet(examples, prior.length)
  const loss = (weights: readonly number[]): number => set.loss(weights) + (strength / 2) * weights.reduce((sum, weight, at) => sum + (weight - (prior[at] ?? 0)) ** 2, 0)
  let weights = [...prior]
  let least = loss(weights)
  for (let step = 0; step < mostSteps; step++) {
    const slope = weights.map((weight, at) => strength * ((prior[at] ?? 0) - weight))
    const change = solve(set.bend(weights, slope, strength), slope)
    const [next, left] = descend(weights, change, least, loss)
    if (least - left < smallestGain) break
    ;[weights, least] = [next, left]
  }
  return weights
}

/** Examples in rows of one array, which is read many times. */
class ExampleSet {
  readonly #rows: Float64Array
  readonly #width: number
  readonly #is: Uint8Array
  /** What an example of what is not, and of what is looked for, counts. */
  readonly #worth: readonly [number, number]

  constructor(examples: readonly Example[], width: number) {
    this.#width = width
    this.#rows = new Float64Array(examples.length * width)
    for (const [index, { features }] of examples.entries()) this.#rows.set(features, index * width)
    this.#is = Uint8Array.from(examples, ({ is }) => (is ? 1 : 0))
    const positive = this.#is.reduce((sum, is) => sum + is, 0)
    this.#worth = [examples.length / 2 / (examples.length - positive), examples.length / 2 / positive]
  }

  #oddsOf(index: number, weights: readonly number[]): number {
    let odds = 0
    for (let at = 0, place = index * this.#width; at < this.#width; at++, place++) odds += (this.#rows[place] as number) * (weights[at] as number)
    return odds
  }

  loss(weights: readonly number[]): number {
    let sum = 0
    for (let index = 0; index < this.#is.length; index++) {
      const is = this.#is[index] as 0 | 1
      sum += this.#worth[is] * softplus((is === 1 ? -1 : 1) * this.#oddsOf(index, weights))
    }
    return sum
  }

  /** Adds the slope of the loss, downwards, and gives its curve, to whose diagonal `strength` is added: its rows as far as the diagonal. */
  bend(weights: readonly number[], slope: number[], strength: number): Float64Array {
    const width = this.#width
    const sum = new Float64Array(width * width)
    for (let index = 0; index < this.#is.length; index++) {
      const is = this.#is[index] as 0 | 1
      const share = 1 / (1 + Math.exp(-this.#oddsOf(index, weights)))
      const error = this.#worth[is] * (is - share)
      const bend = this.#worth[is] * share * (1 - share)
      const start = index * width
      for (let row = 0; row < width; row++) {
        const value = this.#rows[start + row] as number
        if (value === 0) continue
        slope[row] = (slope[row] as number) + error * value
        for (let column = 0, place = row * width; column <= row; column++, place++) sum[place] = (sum[place] as number) + bend * value * (this.#rows[start + column] as number)
      }
    }
    for (let row = 0; row < width; row++) sum[row * (width + 1)] = strength + (sum[row * (width + 1)] as number)
    return sum
  }
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

/** Log odds that something with these features is what is looked for. */
export function logOdds(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, feature, at) => sum + feature * (weights[at] ?? 0), 0)
}

/** Solves a system of linear equations, which is definite, by Cholesky's way; `matrix` row by row. */
function solve(matrix: Float64Array, right: readonly number[]): number[] {
  const size = right.length
  const lower = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = 0
      for (let index = 0; index < column; index++) sum += (lower[row * size + index] as number) * (lower[column * size + index] as number)
      const rest = (matrix[row * size + column] as number) - sum
      lower[row * size + column] = row === column ? Math.sqrt(rest) : rest / (lower[column * size + column] as number)
    }
  }
  const forward: number[] = []
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let index = 0; index < row; index++) sum += (lower[row * size + index] as number) * (forward[index] as number)
    forward[row] = ((right[row] as number) - sum) / (lower[row * size + row] as number)
  }
  const result = new Array<number>(size).fill(0)
  for (let row = size - 1; row >= 0; row--) {
    let sum = 0
    for (let below = row + 1; below < size; below++) sum += (lower[below * size + row] as number) * (result[below] as number)
    result[row] = ((forward[row] as number) - sum) / (lower[row * size + row] as number)
  }
  return result
}
