import type { CharacterRule } from './rule.ts'

/** Latin ligatures of fonts, ﬁ and ﬂ. Not œ and æ, which are letters. */
export const foldLigature: CharacterRule = {
  name: 'fold-ligature',
  pattern: /[\uFB00-\uFB06]/g,
  needs: /[\uFB00-\uFB06]/,
  replace: ([match]) => match.normalize('NFKC')
}
