import { tokens } from './reorder-embedded.ts'
import type { CharacterRule } from './rule.ts'

/** A word between U+202B and U+202C. */
const wrapped = /\u202B([^\u202A-\u202E\n]{1,200})\u202C/g

/**
 * `pdftotext -raw` wraps each Arabic word in U+202B and U+202C and puts the words as they are seen, from left to right:
 * they are turned round. A lam-alef that fell apart (`استنتاجات` `ل` `ا`) comes together again.
 */
export const reorderWords: CharacterRule = {
  name: 'reorder-words',
  turns: 'line',
  pattern: /^[^\n]+$/g,
  needs: /[\u202B.]/,
  replace: ([line]) => (seenFromLeft(line) ? reorder(line) : leadsWithMark(line) ? tokens(line).reverse().join('') : line),
  languages: ['ar']
}

/** Whether words are wrapped one by one: no wrap holds a space, and nothing wide stands between two. */
function seenFromLeft(line: string): boolean {
  const words = [...line.matchAll(wrapped)]
  if (words.length === 0 || line.includes('\u202A') || words.some(([, word = '']) => /\s/.test(word.trim()))) return false
  const outside = line.replace(wrapped, '\uE000')
  return !/\uE000[ \t]{2,}\uE000/.test(outside) && (words.length > 1 || /[^\uE000\s]/.test(outside))
}

/** Without a word of Arabic a line has no wrap; the full stop in front shows it: `.A/77/950 *`, `.../`. */
function leadsWithMark(line: string): boolean {
  return /^\.(?:[A-Z\d]|\.\.\/)/.test(line) && !/[\u0600-\u06FF\u202A-\u202E]/.test(line)
}

function reorder(line: string): string {
  const parts: string[] = []
  let last = 0
  for (const { 0: whole, 1: word = '', index } of line.matchAll(wrapped)) {
    tokens(line.slice(last, index), parts).push(word)
    last = index + whole.length
  }
  return tokens(line.slice(last), parts).reverse().join('')
}
