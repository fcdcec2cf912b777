import { tokens } from './reorder-embedded.ts'
import { mirror } from './mirror.ts'
import type { CharacterRule } from './rule.ts'

/** What only the last letter of a word can be stands first; the article stands last. */
const seen = /(?<![\u0621-\u0652])[ةى](?=[\u0621-\u064A])|[\u0621-\u064A]{3}لا(?![\u0621-\u0652])/g
/** What only the last letter of a word can be stands last; the article stands first. */
const read = /(?<=[\u0621-\u064A])[ةى](?![\u0621-\u0652])|(?<![\u0621-\u0652])ال(?=[\u0621-\u064A]{3})/g

/**
 * Plain letters as they are seen, from left to right: `ةدحتملا ممألا` for `الأمم المتحدة`. The whole line is turned round;
 * numbers and Latin words are read from left to right and stay as they are.
 */
export const reorderPlain: CharacterRule = {
  name: 'reorder-visual',
  pattern: /^[^\n]+$/g,
  replace: ([line]) => (orderOf(line) >= 0 && /[\u0621-\u064A]|^\.[A-Z\d]/.test(line) ? tokens(line).map(mirror).reverse().join('') : line),
  languages: ['ar'],
  appliesTo: (raw) => !/[\u202A-\u202E\uFB50-\uFDFB\uFE80-\uFEF4]/.test(raw) && orderOf(raw) > 0
}

/** Above 0 where letters stand as they are seen, below where they stand as they are read. */
function orderOf(text: string): number {
  return (text.match(seen)?.length ?? 0) - (text.match(read)?.length ?? 0)
}
