import { isSymbol } from '../../grammar/symbol.ts'
import type { CharacterRule } from './rule.ts'

/** A symbol whose parts were turned in a line from right to left: `776/A/52`, `52/776/A` for A/52/776. */
export const reorderSymbol: CharacterRule = {
  name: 'reorder-symbol',
  turns: 'number',
  pattern: /(?<![\w/.-])\d{1,6}(?:\/[A-Za-z\d.()]{1,12}){1,6}(?![\w/])/g,
  replace: ([printed]) => {
    const parts = printed.split('/')
    const orders = [[...parts.slice(1), ...parts.slice(0, 1)], [...parts].reverse(), [...parts.slice(-1), ...parts.slice(0, -1)]]
    return orders.map((order) => order.join('/')).find((order) => /^[A-Z]/.test(order) && isSymbol(order)) ?? printed
  },
  languages: ['ar']
}
