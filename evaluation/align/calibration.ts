/** How far scores mean what they say: bins, expected calibration error, a logistic fit, and the plot. */

/** A score and whether its bead was right. */
export interface Judged {
  score: number
  right: boolean
}

export interface Bin {
  from: number
  count: number
  /** Mean score and share of right beads. */
  score: number
  accuracy: number
}

/** Ten bins of equal width; empty ones are left out. */
export function binsOf(judged: readonly Judged[]): Bin[] {
  return Array.from({ length: 10 }, (_, index) => {
    const inside = judged.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === index)
    const mean = (pick: (one: Judged) => number): number => inside.reduce((sum, one) => sum + pick(one), 0) / Math.max(1, inside.length)
    return { from: index / 10, count: inside.length, score: mean(({ score }) => score), accuracy: mean(({ right }) => Number(right)) }
  }).filter(({ count }) => count > 0)
}

/** Expected calibration error: mean distance of score and accuracy over the bins, by size. */
export function calibrationError(judged: readonly Judged[]): number {
  return binsOf(judged).reduce((sum, bin) => sum + (bin.count / judged.length) * Math.abs(bin.score - bin.accuracy), 0)
}

/** Share of right beads among those with at least this score. */
export function precisionFrom(judged: readonly Judged[], least: number): number {
  const sure = judged.filter(({ score }) => score >= least)
  return sure.filter(({ right }) => right).length / Math.max(1, sure.length)
}

/** Weight of one more, imagined set in which scores are honest: sets with next to no wrong bead say nothing of the curve. */
const imaginedWeight = 1e-3
/** Furthest that a step of the fit may go: where nearly all is right the curve is flat, and a free step leaps. */
const longestStep = 0.5

/** Slope and shift of the logistic curve through `(log odds of the score, right)`, by Newton's method; sets count alike. */
export function fitLogistic(sets: ReadonlyArray<readonly Judged[]>): { slope: number; shift: number } {
  let [slope, shift] = [1, 0]
  for (let round = 0; round < 60; round++) {
    // Gradient and Hessian of the log likelihood.
    let [g0, g1, h00, h01, h11] = [-imaginedWeight * shift, imaginedWeight * (1 - slope), imaginedWeight, 0, imaginedWeight]
    for (const set of sets) {
      for (const { score, right } of set) {
        const clipped = Math.min(1 - 1e-7, Math.max(1e-7, score))
        const odds = Math.log(clipped / (1 - clipped))
        const share = 1 / (1 + Math.exp(-(slope * odds + shift)))
        const [rest, spread] = [(Number(right) - share) / set.length, (share * (1 - share)) / set.length]
        g0 += rest
        g1 += rest * odds
        h00 += spread
        h01 += spread * odds
        h11 += spread * odds * odds
      }
    }
    const determinant = h00 * h11 - h01 * h01
    const [down, across] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant]
    const scale = Math.min(1, longestStep / Math.max(Math.abs(down), Math.abs(across), 1e-12))
    shift += down * scale
    slope += across * scale
  }
  return { slope, shift }
}

/** The reliability plot as SVG: a dot a bin, its area by the number of beads, on the diagonal where scores are honest. */
export function reliabilityPlot(judged: readonly Judged[], title: string): string {
  const [size, edge] = [400, 50]
  const x = (share: number): string => (edge + share * size).toFixed(1)
  const y = (share: number): string => (edge + (1 - share) * size).toFixed(1)
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((tick) => [
    `<text x="${x(tick)}" y="${edge + size + 20}" text-anchor="middle">${tick}</text>`,
    `<text x="${edge - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick}</text>`
  ])
  const dots = binsOf(judged).map(({ count, score, accuracy }) => {
    const radius = 3 + 2 * Math.log10(count)
    return `<circle cx="${x(score)}" cy="${y(accuracy)}" r="${radius.toFixed(1)}"><title>${count} beads: score ${score.toFixed(3)}, right ${accuracy.toFixed(3)}</title></circle>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size + 2 * edge} ${size + 2 * edge}" font-family="sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${edge + size / 2}" y="24" text-anchor="middle" font-size="14">${title}</text>`,
    `<rect x="${edge}" y="${edge}" width="${size}" height="${size}" fill="none" stroke="#888"/>`,
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#888" stroke-dasharray="4 4"/>`,
    ...ticks,
    `<text x="${edge + size / 2}" y="${size + 2 * edge - 8}" text-anchor="middle">score of the bead</text>`,
    `<text x="14" y="${edge + size / 2}" text-anchor="middle" transform="rotate(-90 14 ${edge + size / 2})">share that is right</text>`,
    `<g fill="#0b6" fill-opacity="0.7" stroke="#064">`,
    ...dots,
    '</g>',
    '</svg>',
    ''
  ].join('\n')
}
