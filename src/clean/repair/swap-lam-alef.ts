import type { CharacterRule } from './rule.ts'

/**
 * Lam-alef of an article that came out of an old font the wrong way round: `األمم` for `الأمم`, `االتحاد` for `الاتحاد`.
 *
 * No word begins with two alefs and a lam, so it is safe there, also after و ف ب ك. Inside a word only the document tells.
 */
export const swapLamAlef: CharacterRule = {
  name: 'swap-lam-alef',
  pattern: /(?<![\u0621-\u0652])([وفبك]?)ا([اأإآ])ل(?=[\u0621-\u064A])/g,
  needs: /ا/,
  replace: ([, prefix = '', alef = '']) => `${prefix}ال${alef}`,
  languages: ['ar']
}
