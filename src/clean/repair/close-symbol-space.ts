import { isSymbol } from '../../grammar/symbol.ts'
import type { CharacterRule } from './rule.ts'

/** A symbol alone on its line whose first letter pages of the web set apart: `C ERD/C/ARE/CO/18-21`. */
export const closeSymbolSpace: CharacterRule = {
  name: 'close-symbol-space',
  pattern: /^[ \t]*[A-Z][ \u00A0][A-Z]{1,4}\/[A-Z\d][\w/.()-]{1,40}(?=\s*$)/g,
  needs: /\//,
  replace: ([printed]) => (isSymbol(printed.replace(/[\s\u00A0]/g, '')) ? printed.replace(/(?<=[A-Z])[ \u00A0]/, '') : printed),
  appliesTo: (raw) => /^[ \t]*[A-Z][ \u00A0][A-Z]{1,4}\//m.test(raw.slice(0, head)),
  space: true
}

/** Characters of a document that its masthead is within. */
const head = 4000
