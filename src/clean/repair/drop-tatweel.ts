import type { CharacterRule } from './rule.ts'

/** Tatweel that stretches a word to the margin. It stays in the list marker هـ, where it shapes the letter. */
export const dropTatweel: CharacterRule = {
  name: 'drop-tatweel',
  pattern: /\u0640+/g,
  needs: /\u0640/,
  replace: ({ 0: match, index, input }) => {
    const marker = input[index - 1] === 'ه' && !/[\u0621-\u064A]/.test((input[index - 2] ?? '') + (input[index + match.length] ?? ''))
    return marker ? '\u0640' : ''
  }
}
