import type { CharacterRule } from './rule.ts'

/** U+FFFE inside a line stands for the hyphen at the end of a printed line: `Secretary\uFFFEGeneral`. */
export const restoreHyphen: CharacterRule = {
  name: 'restore-hyphen',
  pattern: /\uFFFE(?!$)/g,
  needs: /\uFFFE/,
  replace: () => '-'
}
