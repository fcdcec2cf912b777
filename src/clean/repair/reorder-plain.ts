import { tokens } from './reorder-embedded.ts'
import { mirror } from './mirror.ts'
import type { CharacterRule } from './rule.ts'

/** What only the last letter of a word can be stands first; the article stands last. */
const seen = /(?<![\u0621-\u0652])[ةى](?=[\u0621-\u064A])|[\u0621-\u064A]{3}لا(?![\u0621-\u0652])/g
/** What only the last letter of a word can be stands last; the article stands first. */
const read = /(?<=[\u0621-\u064A])[ةى](?![\u0621-\u0652])|(?<![\u0621-\u0652])ال(?=[\u0621-\u064A]{3})/g

/** Shapes of letters and marks of direction, which have rules of their own. */
const shaped = /[\u202A-\u202E\uFB50-\uFDFB\uFE80-\uFEF4]/

/**
 * The order in which a document gives plain letters: as they are read, as they are seen from left to right, or some lines
 * so and some so.
 */
function orderOfLetters(raw: string): 'mixed' | 'read' | 'seen' {
  if (shaped.test(raw)) return 'read'
  const [left, right] = countOrders(raw)
  const fewer = Math.min(left, right)
  if (fewer > 2 && fewer * 10 >= left + right) return 'mixed'
  return left > right ? 'seen' : 'read'
}

/** Words that show the one order, and the other. */
function countOrders(text: string): [seen: number, read: number] {
  return [text.match(seen)?.length ?? 0, text.match(read)?.length ?? 0]
}

/**
 * Plain letters as they are seen, from left to right: `ةدحتملا ممألا` for `الأمم المتحدة`. The whole line is turned round;
 * numbers and Latin words are read from left to right and stay as they are.
 */
export const reorderPlain: CharacterRule = {
  name: 'reorder-plain',
  turns: 'line',
  pattern: /^[^\n]+$/g,
  replace: ([line]) => {
    const [left, right] = countOrders(line)
    return left >= right && /[\u0621-\u064A]|^\.[A-Z\d]/.test(line) ? turn(line) : line
  },
  languages: ['ar'],
  appliesTo: (raw) => orderOfLetters(raw) === 'seen'
}

/** In a document that has both orders, the lines whose words show it. */
export const reorderPlainLines: CharacterRule = {
  name: 'reorder-plain',
  turns: 'line',
  pattern: /^[^\n]+$/g,
  replace: ([line]) => {
    const [left, right] = countOrders(line)
    return left > 1 && right === 0 ? turn(line) : line
  },
  languages: ['ar'],
  appliesTo: (raw) => orderOfLetters(raw) === 'mixed'
}

function turn(line: string): string {
  return tokens(line).map(mirror).reverse().join('')
}
