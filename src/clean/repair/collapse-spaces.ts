import type { CharacterRule } from './rule.ts'

/** Tabs and runs of two to seven spaces inside a line as one space. Wider gaps part columns and are kept for `parse`. */
export const collapseSpaces: CharacterRule = {
  name: 'collapse-spaces',
  pattern: /[ \t]{2,}|\t/g,
  needs: /[ \t]/,
  replace: () => ' ',
  space: true
}
