/** The list of what did not enter a memory, as `--report FILE` has it: TSV, a line for each exclusion. */
import { byCodeUnits } from '../../language/code-unit-order.ts'
import type { Exclusion, ExclusionReason } from './exclusion.ts'

export const exclusionHeader = 'reason\tsymbol\tunit\tgranularity\tlanguages\twhole\tevidence\n'

/** One line of the list. */
export function exclusionRow({ reason, symbol = '', unit, granularity, languages, whole, evidence }: Exclusion): string {
  const cells = [reason, symbol, unit, granularity, languages.join(' '), whole ? 'yes' : 'no', evidence]
  return `${cells.map((cell) => cell.replace(/\s/gu, ' ')).join('\t')}\n`
}

/** How many exclusions each reason has, most first, then by name. */
export function countExclusions(exclusions: Iterable<Exclusion>): Array<[reason: ExclusionReason, count: number]> {
  const counts = new Map<ExclusionReason, number>()
  for (const { reason } of exclusions) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || byCodeUnits(a, b))
}
