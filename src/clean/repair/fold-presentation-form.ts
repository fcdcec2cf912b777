import type { CharacterRule } from './rule.ts'

/** Arabic letters in the shapes of a font (U+FB50…, U+FE70…) as letters: texts of the 1990s. Not the marker ﻫ of a list. */
export const foldPresentationForm: CharacterRule = {
  name: 'fold-presentation-form',
  pattern: /[\uFB50-\uFDFB\uFE70-\uFEFC]/g,
  needs: /[\uFB50-\uFDFB\uFE70-\uFEFC]/,
  replace: ({ 0: match, index, input }) =>
    match === '\uFEEB' && /[()]/.test(input[index - 1] ?? '') ? 'ه\u0640' : match.normalize('NFKC')
}
