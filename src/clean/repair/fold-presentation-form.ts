import type { CharacterRule } from './rule.ts'

/** Arabic letters in the shapes of a font (U+FB50…, U+FE70…) as letters: texts of the 1990s. Not the marker ﻫ of a list. */
export const foldPresentationForm: CharacterRule = {
  name: 'fold-presentation-form',
  pattern: /[\uFB50-\uFDFB\uFE70-\uFEFC]/g,
  needs: /[\uFB50-\uFDFB\uFE70-\uFEFC]/,
  replace: ({ 0: match, index, input }) =>
    match === '\uFEEB' && /[()]/.test(input[index - 1] ?? '') ? 'ه\u0640' : fold(match, input[index - 1])
}

/** A vowel mark that stands alone has a space to stand on (U+FC5E…, U+FE70…): none where a letter carries it. */
function fold(form: string, before: string | undefined): string {
  const folded = form.normalize('NFKC')
  return before !== undefined && /[\p{L}\p{M}]/u.test(before) ? folded.replace(/^ (?=\p{M})/u, '') : folded
}
