import type { CharacterRule } from './rule.ts'

/** Full-width digits and Latin letters as ASCII; full-width punctuation stays, it is right in Chinese. */
export const foldFullWidth: CharacterRule = {
  name: 'fold-full-width',
  pattern: /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]+/g,
  needs: /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/,
  replace: ([match]) => match.normalize('NFKC')
}
