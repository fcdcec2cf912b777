import type { CharacterRule } from './rule.ts'

/** NFC: copied French, Spanish and Russian text has letters and accents apart (e + U+0301, и + U+0306). */
export const composeAccents: CharacterRule = {
  name: 'compose-accents',
  pattern: /[\p{L}\p{N}][\u0300-\u036F\u0653-\u0655]{1,30}/gu,
  needs: /[\u0300-\u036F\u0653-\u0655]/,
  replace: ([match]) => match.normalize('NFC')
}
