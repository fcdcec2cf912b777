import type { CharacterRule } from './rule.ts'

/** Brackets round a short word that look outward: `)ب(` for `(ب)`. */
export const faceBrackets: CharacterRule = {
  name: 'face-brackets',
  pattern: /(?<!\S)\)[^\s()]{1,12}\((?![^\s.,،؛:])/g,
  replace: ([printed]) => `(${printed.slice(1, -1)})`,
  languages: ['ar']
}
