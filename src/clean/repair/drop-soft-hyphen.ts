import type { CharacterRule } from './rule.ts'

/** Soft hyphens inside a line. One at the end of a line tells that the word goes on: `undo-hyphen` sees to that. */
export const dropSoftHyphen: CharacterRule = {
  name: 'drop-soft-hyphen',
  pattern: /\u00AD(?!$)/g,
  needs: /\u00AD/,
  replace: () => ''
}
