import type { CharacterRule } from './rule.ts'

/** A soft hyphen and the hyphen that was printed for it, at the end of a line: one mark that the word goes on. */
export const markBrokenWord: CharacterRule = {
  name: 'mark-broken-word',
  pattern: /\u00AD[-\u2010]$/g,
  needs: /\u00AD/,
  replace: () => '\u00AD'
}
