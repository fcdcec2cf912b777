import type { Report } from '../message/report.ts'
import type { Line } from './line.ts'
import type { CharacterRepair } from './repair/index.ts'

/** Says what was put in order in the characters of some lines. */
export function sayRepairs(lines: readonly Line[], { bothOrders }: CharacterRepair, report: Report): void {
  const turned = countRepaired(lines, 'reorder-visual')
  if (turned > 0) report('clean:visual-order', undefined, { count: turned })
  if (bothOrders) report('clean:order-unsure', undefined, {})
  const numbers = countRepaired(lines, 'reorder-number')
  if (numbers > 0) report('clean:number-order', undefined, { count: numbers })
}

/** How many lines a rule has repaired. */
function countRepaired(lines: readonly Line[], name: string): number {
  return lines.filter(({ text }) => text.runs.some(({ rule }) => rule === name)).length
}
