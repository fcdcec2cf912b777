import type { Report } from '../message/report.ts'
import type { Line } from './lines/line.ts'
import { characterRules, type CharacterRepair } from './repair/index.ts'
import type { CharacterRule } from './repair/rule.ts'

/** Says what was put in order in the characters of some lines. */
export function sayRepairs(lines: readonly Line[], { turns, bothOrders }: CharacterRepair, report: Report): void {
  if (!turns) return
  const turned = countTurned(lines, 'line')
  if (turned > 0) report('clean:visual-order', undefined, { count: turned })
  if (bothOrders) report('clean:order-unsure', undefined, {})
  const numbers = countTurned(lines, 'number')
  if (numbers > 0) report('clean:number-order', undefined, { count: numbers })
}

/** In how many lines something was turned round. */
function countTurned(lines: readonly Line[], what: CharacterRule['turns']): number {
  const names = new Set(characterRules.flatMap(({ name, turns }) => (turns === what ? [name] : [])))
  return lines.filter(({ text }) => text.runs.some(({ rule }) => rule !== undefined && names.has(rule))).length
}
