import type { CharacterRule } from './rule.ts'

/** Spaces in front of the Arabic comma, semicolon and question mark: `اللجنة ،`. */
export const closeArabicSpaces: CharacterRule = {
  name: 'close-arabic-spaces',
  pattern: /(?<=\S)[ \u00A0]+(?=[،؛؟])/g,
  needs: /[،؛؟]/,
  replace: () => '',
  languages: ['ar'],
  space: true
}
