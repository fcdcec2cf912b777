import type { CharacterRule } from './rule.ts'

/** Spaces in front of the Arabic comma, semicolon and question mark, `اللجنة ،`, and of a mark on a letter, `أيضا ً`. */
export const closeArabicSpaces: CharacterRule = {
  name: 'close-arabic-spaces',
  pattern: /(?<=\S)[ \u00A0]+(?=[،؛؟])|(?<=[\u0621-\u064A])[ \u00A0]+(?=[\u064B-\u0652])/g,
  needs: /[،؛؟\u064B-\u0652]/,
  replace: () => '',
  languages: ['ar'],
  space: true
}
