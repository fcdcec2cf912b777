/** Coverage of a memory as a plot in SVG: units a year, organs on top of each other. */
import { byCodeUnits } from '../language/code-unit-order.ts'
import type { MemoryStats } from './stats.ts'

const colours = ['#1b6ca8', '#e08214', '#4d9221', '#8073ac', '#b2182b', '#35978f', '#7f7f7f']
const [width, height, left, bottom, top] = [760, 360, 64, 40, 48]

/** A plot of the units of each year, by organ. Organs beyond the six largest are one. */
export function statsPlot({ coverage }: Pick<MemoryStats, 'coverage'>): string {
  const organs = topOrgans(coverage)
  const years = [...new Set(coverage.map(({ year }) => year))].sort()
  const unitsOf = (year: string, organ: string): number =>
    coverage.filter((cell) => cell.year === year && nameOf(cell.organ, organs) === organ).reduce((sum, { units }) => sum + units, 0)
  const totals = years.map((year) => organs.reduce((sum, organ) => sum + unitsOf(year, organ), 0))
  const most = Math.max(1, ...totals)
  const step = (width - left - 16) / Math.max(1, years.length)
  const scale = (height - top - bottom) / most
  const bars = years.flatMap((year, at) => {
    let y = height - bottom
    return organs.flatMap((organ, index) => {
      const units = unitsOf(year, organ)
      if (units === 0) return []
      const tall = units * scale
      y -= tall
      return [`<rect x="${round(left + at * step + step * 0.1)}" y="${round(y)}" width="${round(step * 0.8)}" height="${round(tall)}" fill="${colours[index] ?? '#7f7f7f'}"><title>${escape(`${year || 'no date'}, ${organ}: ${units}`)}</title></rect>`]
    })
  })
  const every = Math.ceil(years.length / 14)
  const labels = years.map((year, at) => (at % every === 0 ? `<text x="${round(left + (at + 0.5) * step)}" y="${height - bottom + 18}" text-anchor="middle">${escape(year || 'no date')}</text>` : ''))
  const legend = organs.map((organ, index) => `<rect x="${left + index * 96}" y="14" width="12" height="12" fill="${colours[index] ?? '#7f7f7f'}"/><text x="${left + index * 96 + 18}" y="24">${escape(organ)}</text>`)
  const axis = [0, 0.5, 1].map((share) => {
    const y = round(height - bottom - share * most * scale)
    return `<text x="${left - 8}" y="${y + 4}" text-anchor="end">${Math.round(share * most)}</text><path d="M${left} ${y}H${width - 16}" stroke="#ddd"/>`
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    '<title>Units a year, by organ</title>',
    ...axis,
    ...bars,
    ...labels.filter((label) => label !== ''),
    ...legend,
    '</svg>',
    ''
  ].join('\n')
}

const others = 'others'

function topOrgans(coverage: MemoryStats['coverage']): string[] {
  const units = new Map<string, number>()
  for (const cell of coverage) units.set(cell.organ || 'no symbol', (units.get(cell.organ || 'no symbol') ?? 0) + cell.units)
  const sorted = [...units].sort(([a, first], [b, second]) => second - first || byCodeUnits(a, b)).map(([organ]) => organ)
  return sorted.length <= colours.length ? sorted : [...sorted.slice(0, colours.length - 1), others]
}

function nameOf(organ: string, organs: readonly string[]): string {
  const name = organ || 'no symbol'
  return organs.includes(name) ? name : others
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
